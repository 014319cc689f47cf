import { lex } from "../language/lex.ts";
import type { StoryReading } from "../story/reading.ts";
import { indexStory, wordsOf } from "./story-index.ts";

/** How much of a statement has to be the story's own words, number apart, for it to be an edited one of the story's. */
const LEAST_OWN = 0.75;

/** Whether a statement is one of the story's but for its numbers. */
export function isOwnButNumbers(text: string, reading: StoryReading): boolean {
  const { said } = indexStory(reading);
  let [own, all] = [0, 0];
  let from = 0;
  for (const token of [...lex(text).filter(({ kind }) => kind === "number"), { start: text.length, end: text.length }]) {
    const words = wordsOf(text.slice(from, token.start));
    const count = words === "" ? 0 : words.split(" ").length;
    all += count;
    if (count > 0 && said.includes(` ${words} `)) own += count;
    from = token.end;
  }
  return all > 0 && own / all >= LEAST_OWN;
}
