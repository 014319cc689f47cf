import { listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import type { Event } from "./event.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** What of a sentence speaks for or against that it was invented. */
type Sign =
  | `length ${(typeof LENGTHS)[number] | "more"}`
  | `fresh ${(typeof FRESH)[number] | "more"}`
  | `worth ${(typeof WORTHS)[number] | "more"}`
  | `place ${(typeof PLACES)[number] | "more"}`
  | `doer ${Event["doer"] | "none"}`
  | "act"
  | "aftermath"
  | "others"
  | "negation"
  | "figures";

/** Its tokens, up to so many. */
const LENGTHS = [5, 7, 10, 13, 17] as const;
/** Its words that the story lacks. */
const FRESH = [0, 1, 2, 3] as const;
/** What the place of the story that it is likeliest from is worth. */
const WORTHS = [2, 3, 4, 6, 8] as const;
/** How far into the post it stands. */
const PLACES = [0.2, 0.4, 0.6, 0.75, 0.9] as const;

/**
 * What each sign counts: a logistic regression on the sentences of 388 faithful posts and 118 invented ones, rounded. What is
 * invented is mostly a short sentence late in a post, in which somebody else does what the story has no words for.
 */
const POINTS: Readonly<Record<Sign, number>> = {
  "length 5": -10,
  "length 7": 2,
  "length 10": 10,
  "length 13": 9,
  "length 17": 0,
  "length more": -11,
  "fresh 0": -14,
  "fresh 1": -3,
  "fresh 2": 4,
  "fresh 3": 13,
  "fresh more": 0,
  "worth 2": 7,
  "worth 3": 16,
  "worth 4": 9,
  "worth 6": -4,
  "worth 8": -11,
  "worth more": -18,
  "place 0.2": -15,
  "place 0.4": -9,
  "place 0.6": 0,
  "place 0.75": 5,
  "place 0.9": 11,
  "place more": 8,
  "doer author": -10,
  "doer it": -5,
  "doer none": -10,
  "doer other": 6,
  "doer person": 9,
  "doer some": 10,
  "doer story": 0,
  act: 17,
  aftermath: 12,
  others: 11,
  negation: -12,
  figures: -9,
};

/** How much speaks for a sentence being invented, by what it tells (`event`) and what the story has of it. */
export function pointsForInvention(event: Event | null, held: Held): number {
  return signsOf(event, held).reduce((sum, sign) => sum + POINTS[sign], 0);
}

function signsOf(event: Event | null, { statement, story, course, progress }: Held): Sign[] {
  const { tokens, words, text } = statement;
  const fresh = words.filter(({ stem, key }) => !isKnown(stem, key, story)).length;
  const has = (category: "aftermath" | "others" | "negation"): boolean =>
    tokens.some(({ key }, at) => listed(category).get(key) === true && !leadsOn(tokens, at));
  const when = (isSo: boolean | undefined, sign: Sign): Sign[] => (isSo === true ? [sign] : []);
  return [
    `length ${stepOf(tokens.length, LENGTHS)}`,
    `fresh ${stepOf(fresh, FRESH)}`,
    `worth ${stepOf(course.places[0]?.score ?? 0, WORTHS)}`,
    `place ${stepOf(progress, PLACES)}`,
    `doer ${event?.doer ?? "none"}`,
    ...when(event?.isAct, "act"),
    ...when(has("aftermath"), "aftermath"),
    ...when(has("others"), "others"),
    ...when(has("negation"), "negation"),
    ...when(/\d/.test(text), "figures"),
  ];
}

function stepOf<const T extends number>(value: number, steps: readonly T[]): T | "more" {
  return steps.find((step) => value <= step) ?? "more";
}

/** "since then", "since October", "ever so", "now that": in front of what they are about. */
function leadsOn(tokens: Passage["tokens"], at: number): boolean {
  const behind = tokens[at + 1];
  return tokens[at]?.key === "since" && behind?.kind === "word" && !isPast(behind.key);
}

function isKnown(stem: string, key: string, { vocabulary }: StoryIndex): boolean {
  if (vocabulary.has(stem) || vocabulary.has(near(stem))) return true;
  // Who says "nobody" or "everything" claims more than the story, if it has no such word.
  if (listed("common").get(key) === true && listed("noTopics").get(key) !== true) return true;
  if (stem.length < 5) return false;
  const front = stem.slice(0, 5);
  for (const word of vocabulary) if (word.startsWith(front)) return true;
  return false;
}
