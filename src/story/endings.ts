import { endingOf } from "../language/label.ts";
import type { Line } from "../text/line.ts";
import { printLines } from "../text/plain.ts";
import type { Beat } from "./beats.ts";

/** Words of a story's body that end its post. */
export interface Ending {
  text: string;
  /** The file's line. */
  line: number;
}

/** What a story's body says under **Question:** and **P.S.:**, and the beats that are left to tell. */
export interface Endings {
  beats: readonly Beat[];
  question: Ending | null;
  postscript: Ending | null;
}

/** Takes the question and the postscript out of a story's beats: the first of each that has words. */
export function takeEndings(beats: readonly Beat[]): Endings {
  const found: Pick<Endings, "question" | "postscript"> = { question: null, postscript: null };
  const others = beats.flatMap((beat): Beat[] => {
    const ending = beat.title === null ? null : endingOf(beat.title);
    if (ending === null || found[ending] !== null) return [beat];
    const [first] = beat.lines;
    const isOther = (line: Line): boolean => !isProse(line) || (ending === "question" && line.block !== first?.block);
    const end = beat.lines.findIndex(isOther);
    const words = end < 0 ? beat.lines : beat.lines.slice(0, end);
    if (first === undefined || words.length === 0) return [beat];
    found[ending] = { text: printLines(words), line: first.line };
    const lines = beat.lines.slice(words.length);
    return lines.length === 0 ? [] : [{ ...beat, title: null, lines }];
  });
  return { beats: others, ...found };
}

function isProse({ kind, depth }: Line): boolean {
  return (kind === "prose" || kind === "quote") && depth === 0;
}
