import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Beat } from "../story/beats.ts";
import { splitSentences } from "../text/sentences.ts";

interface Candidate {
  text: string;
  line: number;
  isProse: boolean;
}

/** Three words are a slogan; a lesson of so many tells something. */
const TELLING_WORDS = 5;

/**
 * Finds the shortest lesson that reads as a sentence by itself: a sentence of the lesson's prose, or a bullet's words
 * before their explanation. Ends in a full stop.
 */
export function findLesson(beats: readonly Beat[]): { text: string; line: number } | null {
  const candidates = beats
    .filter((beat) => beat.role === "lesson")
    .flatMap(candidatesOf)
    .filter(isWhole);
  const telling = candidates.filter(({ text }) => text.split(/\s+/).length >= TELLING_WORDS);
  const shortest = (telling.length > 0 ? telling : candidates).toSorted((a, b) => a.text.length - b.text.length)[0];
  return shortest === undefined
    ? null
    : { text: /[.!?]["”’]?$/.test(shortest.text) ? shortest.text : `${shortest.text}.`, line: shortest.line };
}

function candidatesOf({ lines, line }: Beat): Candidate[] {
  return lines.flatMap((each): Candidate[] => {
    if (each.kind === "prose" && each.depth === 0)
      return splitSentences(each.text).map((text) => ({ text, line, isProse: true }));
    if (each.kind !== "bullet" || each.depth > 0) return [];
    const name = each.label?.isBold === true ? each.label.words : (each.text.split(/:\s/)[0] ?? "");
    return [{ text: name, line: each.line, isProse: false }];
  });
}

function isWhole({ text, isProse }: Candidate): boolean {
  const words = text.split(/\s+/).length;
  if (words < (isProse ? 4 : 3) || text.length < 15 || text.length > 110 || /[:,;]$/.test(text)) return false;
  const tokens = lex(text);
  if (needsContext(text)) return false;
  if (isProse) return /[.!]["”’]?$/.test(text);
  return tokens.some(({ key }) => listed("verbs").get(key) === true) || isAdvice(text);
}

/** Whether a sentence leans on the one before it: "That was it.", "But nobody knew." */
export function needsContext(text: string): boolean {
  const [first] = lex(text);
  return first !== undefined && /^\p{Lu}/u.test(first.text) && listed("leaning").get(first.key) === true;
}

function isAdvice(text: string): boolean {
  const [first] = lex(text);
  return first !== undefined && /^\p{Lu}/u.test(first.text) && listed("imperatives").get(first.key) === true;
}
