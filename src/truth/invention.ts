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
  | "negation";

/** Its tokens, up to so many. */
const LENGTHS = [5, 7, 10, 13, 17] as const;
/** Its words that the story lacks. */
const FRESH = [0, 1, 2, 3] as const;
/** What the place of the story that it is likeliest from is worth. */
const WORTHS = [2, 3, 4, 6, 8] as const;
/** How far into the post it stands. */
const PLACES = [0.2, 0.4, 0.6, 0.75, 0.9] as const;

/**
 * What each sign counts: a logistic regression on the sentences of 148 faithful posts and 95 invented ones, rounded. What is
 * invented is mostly a short sentence late in a post, in which somebody else does what the story has no words for.
 */
const POINTS: Readonly<Record<Sign, number>> = {
  "length 5": -7,
  "length 7": 0,
  "length 10": 8,
  "length 13": 6,
  "length 17": -1,
  "length more": -7,
  "fresh 0": -12,
  "fresh 1": -2,
  "fresh 2": 5,
  "fresh 3": 10,
  "fresh more": 0,
  "worth 2": 4,
  "worth 3": 15,
  "worth 4": 10,
  "worth 6": -3,
  "worth 8": -11,
  "worth more": -15,
  "place 0.2": -12,
  "place 0.4": -9,
  "place 0.6": -2,
  "place 0.75": 4,
  "place 0.9": 10,
  "place more": 8,
  "doer author": -5,
  "doer it": -4,
  "doer none": -8,
  "doer other": 4,
  "doer person": 5,
  "doer some": 7,
  "doer story": -1,
  act: 15,
  aftermath: 12,
  others: 9,
  negation: -9,
};

/** How much speaks for a sentence being invented, by what it tells (`event`) and what the story has of it. */
export function pointsForInvention(event: Event | null, held: Held): number {
  return signsOf(event, held).reduce((sum, sign) => sum + POINTS[sign], 0);
}

function signsOf(event: Event | null, { statement, story, course, progress }: Held): Sign[] {
  const { tokens, words } = statement;
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
