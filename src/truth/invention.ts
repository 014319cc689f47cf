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
  | `shared ${(typeof SHARED)[number] | "more"}`
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
/** The share of its words that the nearest sentences of the story have. */
const SHARED = [0, 0.2, 0.5, 0.75] as const;
/** How far into the post it stands. */
const PLACES = [0.2, 0.4, 0.6, 0.75, 0.9] as const;

/**
 * What each sign counts: a logistic regression on the sentences of 148 faithful posts and 95 invented ones, rounded. What is
 * invented is mostly a short sentence late in a post, in which somebody else does what the story has no words for.
 */
const POINTS: Readonly<Record<Sign, number>> = {
  "length 5": -6,
  "length 7": 2,
  "length 10": 10,
  "length 13": 6,
  "length 17": -4,
  "length more": -9,
  "fresh 0": -13,
  "fresh 1": -3,
  "fresh 2": 4,
  "fresh 3": 12,
  "fresh more": 0,
  "shared 0": 10,
  "shared 0.2": 3,
  "shared 0.5": 4,
  "shared 0.75": -8,
  "shared more": -9,
  "place 0.2": -12,
  "place 0.4": -8,
  "place 0.6": -1,
  "place 0.75": 2,
  "place 0.9": 11,
  "place more": 9,
  "doer author": -6,
  "doer it": -2,
  "doer none": -7,
  "doer other": 4,
  "doer person": 5,
  "doer some": 6,
  "doer story": 0,
  act: 14,
  aftermath: 13,
  others: 10,
  negation: -8,
};

/** How much speaks for a sentence being invented, by what it tells (`event`) and what the story has of it. */
export function pointsForInvention(event: Event | null, held: Held): number {
  return signsOf(event, held).reduce((sum, sign) => sum + POINTS[sign], 0);
}

function signsOf(event: Event | null, { statement, story, evidence, progress }: Held): Sign[] {
  const { tokens, words } = statement;
  const fresh = words.filter(({ stem, key }) => !isKnown(stem, key, story)).length;
  const has = (category: "aftermath" | "others" | "negation"): boolean =>
    tokens.some(({ key }, at) => listed(category).get(key) === true && !leadsOn(tokens, at));
  const when = (isSo: boolean | undefined, sign: Sign): Sign[] => (isSo === true ? [sign] : []);
  return [
    `length ${stepOf(tokens.length, LENGTHS)}`,
    `fresh ${stepOf(fresh, FRESH)}`,
    `shared ${stepOf(shareNearby(words, evidence[0]?.passage, story), SHARED)}`,
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

/** The share of its words that a passage of the story and those beside it have. */
function shareNearby(words: Passage["words"], best: Passage | undefined, { passages }: StoryIndex): number {
  if (best === undefined || words.length === 0) return words.length === 0 ? 1 : 0;
  const around = [passages[best.index - 1], best, passages[best.index + 1]];
  const shared = words.filter(({ stem }) => around.some((passage) => passage?.features.has(near(stem)) === true));
  return shared.length / words.length;
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
