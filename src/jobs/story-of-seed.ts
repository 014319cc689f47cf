import type { Bank } from "../bank/bank.ts";
import type { DateText } from "../calendar/dates.ts";
import type { Seed } from "../story/seed.ts";
import { changeTags } from "../story/tags.ts";
import { foldLetters } from "../text/letters.ts";
import type { NewStory } from "./add.ts";
import { strikeWritten } from "./seeds.ts";

/** The key of a story that keeps the line of the inbox it began with. */
export const SEED_KEY = "seed";

/** A story that begins with a seed: its words are the first of the text, its tags the story's. */
export function beginFromSeed(start: NewStory, seed: Seed): NewStory {
  return {
    ...start,
    tags: changeTags(start.tags, seed.tags, []),
    body: start.body === "" ? seed.text : start.body,
    extra: new Map([...start.extra, [SEED_KEY, seed.written]]),
  };
}

/** The line of the inbox that a story began with; null where it began with none. */
export function seedOf({ extra }: Pick<NewStory, "extra">): string | null {
  const written = extra.get(SEED_KEY);
  return typeof written === "string" ? written : null;
}

const LONGEST_TITLE = 80;
/** A title is made of what stands here at the most. */
const LONGEST_OPENING = 400;

/** A title made of a seed's words: those of its first sentence or clause, as many as a title has room for. */
export function titleOfSeed({ text }: Pick<Seed, "text">): string {
  const opening = text.slice(0, LONGEST_OPENING);
  const [sentence = opening] = opening.split(/(?<=\S\s.*[.!?…])\s/, 1);
  const [clause = sentence] = sentence.split(/[;:–—]\s|,\s/, 1);
  const whole = [sentence, clause].find((each) => each.length <= LONGEST_TITLE);
  const words = whole ?? `${clause.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, "")}…`;
  const plain = words.replace(/(?<!\.)[.,;:]+$/, "");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A seed's words that say no more than the title that was made of them are said once. */
export function withoutRepeatedTitle(story: NewStory): NewStory {
  if (seedOf(story) === null) return story;
  const wordsOf = (text: string): string =>
    foldLetters(text)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return wordsOf(story.title) === wordsOf(story.body) ? { ...story, body: "" } : story;
}

/** Strikes the line through that a written story began with; null where it began with none, false where that waits no more. */
export async function strikeSeedOf(bank: Bank, story: NewStory, today: DateText): Promise<boolean | null> {
  const written = seedOf(story);
  return written === null ? null : strikeWritten(bank, written, today);
}
