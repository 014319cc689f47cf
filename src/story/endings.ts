import type { Beat } from "./beats.ts";
import type { Block } from "./blocks.ts";

/** Words of a story's body that end its post. */
export interface Ending {
  text: string;
  /** The file's line. */
  line: number;
}

/** What a story's body says under **Question:** and **P.S.:**, and the beats that are left to tell. */
export interface Endings {
  told: readonly Beat[];
  question: Ending | null;
  postscript: Ending | null;
}

const QUESTION = /^(?:question|frage|pregunta)$/i;
const POSTSCRIPT = /^p\.?\s?s\.?$/i;

/** Which ending a label names; null for the label of a beat. */
export function endingOf(label: string): "question" | "postscript" | null {
  const words = label.replace(/\s*[:：]$/, "").trim();
  return QUESTION.test(words) ? "question" : POSTSCRIPT.test(words) ? "postscript" : null;
}

/** Takes the question and the postscript out of a story's beats: the first of each that has words. */
export function takeEndings(beats: readonly Beat[]): Endings {
  const found: Pick<Endings, "question" | "postscript"> = { question: null, postscript: null };
  const told = beats.flatMap((beat): Beat[] => {
    const ending = beat.title === null ? null : endingOf(beat.title);
    if (ending === null || found[ending] !== null) return [beat];
    const end = ending === "question" ? 1 : beat.blocks.findIndex((block) => !isProse(block));
    const words = beat.blocks.slice(0, end < 0 ? beat.blocks.length : end).filter(isProse);
    if (words.length === 0) return [beat];
    found[ending] = { text: words.map(({ text }) => text).join("\n\n"), line: words[0]?.breaks[0]?.line ?? beat.line };
    const blocks = beat.blocks.slice(words.length);
    return blocks.length === 0 ? [] : [{ ...beat, title: null, blocks }];
  });
  return { told, ...found };
}

function isProse(block: Block): block is Extract<Block, { kind: "prose" | "quote" }> {
  return block.kind === "prose" || block.kind === "quote";
}
