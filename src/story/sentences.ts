/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS =
  /(?:^|[\s(“"])(?:e\.g|i\.e|etc|vs|cf|ca|approx|Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Inc|Ltd|Co|Corp|Sr|Jr|a\.m|p\.m|z\.B|d\.h|bzw|usw|ggf|Mio|Mrd|M|Mme|p\.ex|U\.S|U\.K)\.$/u;

/** Splits a line of text into its sentences; joined with spaces they are the line again. */
export function splitSentences(line: string): string[] {
  const sentences: string[] = [];
  let current = "";
  for (const piece of [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(line)].flatMap(({ segment }) =>
    splitBeforeFigures(segment),
  )) {
    if (current !== "" && !endsSentence(current, piece)) current += ` ${piece}`;
    else {
      if (current !== "") sentences.push(current);
      current = piece;
    }
  }
  return current === "" ? sentences : [...sentences, current];
}

/** Unicode's rules (UAX 29, SB8) do not break before a figure: "It failed. 50 users left." */
function splitBeforeFigures(segment: string): string[] {
  return segment
    .split(/(?<=[.!?]["”’)]*)\s+(?=[$€£]?\d)/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

function endsSentence(text: string, next: string): boolean {
  if (ABBREVIATIONS.test(text) || /\b\p{Lu}\.$/u.test(text)) return false;
  if (isInsideQuote(text)) return false;
  return (
    /^[^\p{L}]*(?:\p{Lu}|\p{Lo}|\d|\p{Extended_Pictographic}|[$€£#@])/u.test(next) &&
    /[.!?…。！？]["'”’»)\]]*$/u.test(text)
  );
}

/** Whether a quotation that was opened is still open; what somebody says stays in one piece. */
function isInsideQuote(text: string): boolean {
  const straight = text.match(/"/g)?.length ?? 0;
  const opened = text.match(/“/g)?.length ?? 0;
  const closed = text.match(/”/g)?.length ?? 0;
  return straight % 2 === 1 || opened > closed;
}
