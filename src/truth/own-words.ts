import type { StoryReading } from "../story/reading.ts";
import { indexStory, plainWords } from "./story-index.ts";

const frames = new WeakMap<StoryReading, string>();

/** So much of a statement has to stand between the story's numbers, too. */
const LEAST_OWN = 0.7;

function countWords(pieces: readonly string[]): number {
  return pieces.join(" ").trim().split(/\s+/).length;
}

/** Whether a statement is one of the story's but for its numbers. */
export function isOwnButNumbers(text: string, reading: StoryReading, least = LEAST_OWN): boolean {
  if (!/[\d#]/.test(text)) return isOwn(text, reading);
  const known = frames.get(reading) ?? withoutNumbers(indexStory(reading).text);
  frames.set(reading, known);
  const pieces = withoutNumbers(text)
    .split("#")
    .filter((piece) => piece.trim() !== "");
  const own = pieces.filter((piece) => known.includes(` ${piece.trim()} `));
  return own.length > 0 && countWords(own) >= least * countWords(pieces);
}

/** The words of a text, with a mark for each number and the signs glued to it. */
function withoutNumbers(text: string): string {
  return ` ${plainWords(text.replace(/[$€£]?\d[\d.,:]*(?:[KMB%x+]|bn)?(?![\p{L}\d])/gu, " # ").replaceAll("#", " numeral ")).replace(/\bnumeral\b/g, "#")} `;
}

/** Whether the story says a text word for word. */
export function isOwn(text: string, reading: StoryReading): boolean {
  const words = plainWords(text);
  return words !== "" && indexStory(reading).said.includes(` ${words} `);
}
