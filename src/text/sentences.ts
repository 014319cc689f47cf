import { listed } from "../language/dictionary.ts";
import { cutSentences } from "./sentence-breaks.ts";

/** Splits a line of text into its sentences; {@link joinSentences} makes the line again. */
export function splitSentences(line: string): string[] {
  const sentences: string[] = [];
  let current = "";
  for (const segment of cutSentences(line)) {
    for (const piece of splitBeforeFigures(segment)) {
      // Without a space between them ("guide?x=1") nothing ends, but for the marks of scripts that have none.
      const isApart = /\s$/.test(current) || /[。！？]["'”’»)\]]*$/u.test(current);
      if (current === "" || (isApart && endsSentence(current.trimEnd(), piece))) {
        if (current.trim() !== "") sentences.push(current.trim());
        current = piece;
      } else current += piece;
    }
  }
  return current.trim() === "" ? sentences : [...sentences, current.trim()];
}

/** Joins sentences as their script does: with a space, but for those that end in an ideographic mark. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) => (text === "" ? sentence : text + gapBehind(text) + sentence), "");
}

/** What is between a sentence and the next. */
export function gapBehind(sentence: string): "" | " " {
  return /[。！？]["'”’»)\]]*$/u.test(sentence) ? "" : " ";
}

/** Unicode's rules (UAX 29, SB8) do not break before a figure: "It failed. 50 users left." */
function splitBeforeFigures(segment: string): string[] {
  return segment.split(/(?<=[.!?]["”’)]*\s+)(?=[$€£]?\d)/u);
}

function endsSentence(text: string, next: string): boolean {
  if (endsInAbbreviation(text)) return false;
  if (isInsideQuote(text)) return false;
  return (
    /^[^\p{L}]*(?:\p{Lu}|\p{Lo}|\d|\p{Extended_Pictographic}|[$€£#@])/u.test(next) &&
    /[.!?…。！？]["'”’»)\]]*$/u.test(text)
  );
}

/** "e.g.", "Dr.", and an initial. */
function endsInAbbreviation(text: string): boolean {
  const word = /(?:^|[\s(“"])([\p{L}.]+)\.$/u.exec(text)?.[1];
  return (word !== undefined && listed("abbreviations").get(word) === true) || /\b\p{Lu}\.$/u.test(text);
}

/** Whether a quotation that was opened is still open; what somebody says stays in one piece. */
function isInsideQuote(text: string): boolean {
  const straight = text.match(/"/g)?.length ?? 0;
  const opened = text.match(/“/g)?.length ?? 0;
  const closed = text.match(/”/g)?.length ?? 0;
  return straight % 2 === 1 || opened > closed;
}
