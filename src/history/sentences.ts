import { readPlainLines } from "../text/plain.ts";
import { splitSentences } from "../text/sentences.ts";

/** A sentence of a file, with its list mark where it opens a point, and the file's line it stands on, from 1. */
export interface PlacedSentence {
  text: string;
  line: number;
}

/** The sentences of a markdown text that starts on a line of its file; headings, points and rows are sentences of their own. */
export function readSentences(markdown: string, firstLine: number): PlacedSentence[] {
  return readPlainLines(markdown, { firstLine }).flatMap(({ text, marker, line, places }) =>
    splitPlaced(text).map((sentence, index) => ({
      text: index === 0 && marker !== "" ? `${marker} ${sentence.text}` : sentence.text,
      line: places.findLast(({ at }) => at <= sentence.at)?.line ?? line,
    })),
  );
}

function splitPlaced(text: string): { text: string; at: number }[] {
  let from = 0;
  return splitSentences(text).map((sentence) => {
    const at = Math.max(from, text.indexOf(sentence, from));
    from = at + sentence.length;
    return { text: sentence, at };
  });
}
