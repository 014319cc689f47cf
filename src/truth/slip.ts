import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import type { Token } from "../language/token.ts";
import { isClose } from "./compare-amounts.ts";
import { countsSame } from "./counting.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import type { Certainty } from "./statement.ts";

/** What speaks for or against a figure being wrong that no way of following gives. */
type Sign =
  | "two amounts"
  | "more amounts"
  | "unknown place"
  | "unsure place"
  | "sure place"
  | "contradicted"
  | "alone"
  | "of the same"
  | "near in size"
  | "part"
  | "count"
  | "length"
  | "rough"
  | "in words"
  | "bare"
  | "reckoned"
  | "elapsed"
  | "compared";

/**
 * What each sign counts: a logistic regression on 325 figures that were made wrong, in 98 stories, and 194 that were right and
 * could not be followed, in 240 posts about 60 others. What authors work out themselves stands beside other figures, behind "so" and "that's", and
 * the place it is from has no figure like it; what is wrong stands where the story has another of the same unit.
 */
const POINTS: Readonly<Record<Sign, number>> = {
  "two amounts": -2,
  "more amounts": -9,
  "unknown place": -10,
  "unsure place": -3,
  "sure place": 6,
  contradicted: 9,
  alone: -6,
  "of the same": 7,
  "near in size": 8,
  part: 5,
  count: -3,
  length: 4,
  rough: 4,
  "in words": -4,
  bare: 4,
  reckoned: -7,
  elapsed: -5,
  compared: -3,
};

/** Below, two in three figures were right, and from the second on, on stories kept aside from the fit, one in ten. */
const LEAST_POINTS = 0;
const SURE_POINTS = 8;

/** How sure it is that a figure which does not follow is wrong, and was not worked out by its author. */
export function certaintyOf(amount: Amount, isContradicted: boolean, held: Held): Certainty {
  const points = signsOf(amount, isContradicted, held).reduce((sum, sign) => sum + POINTS[sign], 0);
  // Who sums up what others said works out little.
  if (points < LEAST_POINTS && held.isFirstPerson) return "weak";
  return points >= SURE_POINTS ? "strong" : "usual";
}

function signsOf(amount: Amount, isContradicted: boolean, held: Held): Sign[] {
  const { statement } = held;
  const when = (isSo: boolean, sign: Sign): Sign[] => (isSo ? [sign] : []);
  const others = othersNear(amount, held);
  const isNear = (other: Amount): boolean => Math.abs(Math.log(other.value / amount.value)) < NEAR_IN_SIZE;
  // "Overtime cost $900K" for "Overtime: $800K": few words, and those of its line.
  const isTold = held.evidence
    .slice(0, 3)
    .some(
      ({ passage }) =>
        sharesWord(statement, passage) &&
        passage.amounts.some((each) => isOther(each, amount, statement) && isNear(each)),
    );
  const place = PLACES.find(([most]) => (held.course.places[0]?.score ?? 0) <= most)?.[1] ?? "sure place";
  const sign = (isTold || held.story.passages.length < LONG_STORY) && place !== "sure place" ? null : place;
  return [
    ...when(statement.amounts.length === 2, "two amounts"),
    ...when(statement.amounts.length > 2, "more amounts"),
    ...(sign === null ? [] : [sign]),
    ...when(isContradicted, "contradicted"),
    ...when(!isContradicted && others.length === 0, "alone"),
    ...when(
      others.some((other) => countsSame(amount, other)),
      "of the same",
    ),
    ...when(others.some(isNear), "near in size"),
    ...when(amount.kind === "share" || amount.kind === "multiple", "part"),
    ...when(amount.kind === "number", "count"),
    ...when(amount.kind === "duration", "length"),
    ...when(amount.isRough, "rough"),
    ...when(amount.isSpelled, "in words"),
    ...when(statement.words.length <= 1, "bare"),
    ...when(isReckoned(amount, statement.tokens), "reckoned"),
    ...when(listed("elapsing").get(statement.tokens[amount.next]?.key ?? "") === true, "elapsed"),
    ...when(isCompared(amount, statement.tokens), "compared"),
  ];
}

/** In a story of fewer passages every place is near. */
const LONG_STORY = 20;

/** What the place that a statement is likeliest from is worth, up to so much. */
const PLACES: readonly (readonly [most: number, sign: Sign | null])[] = [
  [2.5, "unknown place"],
  [5, "unsure place"],
  [8, null],
];

/** A logarithm: at most twice or half as much. */
const NEAR_IN_SIZE = 0.7;
const NEAR_PLACE = 2.5;

/** The amounts of the same kind and unit where the statement is likely from, but for those that it says itself. */
function othersNear(amount: Amount, { statement, story, course }: Held): Amount[] {
  return story.passages
    .filter((passage) => course.behind(passage) < NEAR_PLACE)
    .flatMap(({ amounts }) => amounts)
    .filter((other) => isOther(other, amount, statement));
}

function sharesWord({ words }: Passage, { features }: Passage): boolean {
  return words.some(({ stem }) => features.has(near(stem)));
}

function isOther(other: Amount, { kind, unit }: Amount, { amounts }: Passage): boolean {
  return (
    other.kind === kind &&
    other.unit === unit &&
    !other.isImplied &&
    !amounts.some(({ value }) => isClose(value, other.value))
  );
}

/** "So that's 38% on one contract", "comes to some $30". */
function isReckoned({ first }: Amount, tokens: readonly Token[]): boolean {
  return [...tokens.slice(0, OPENING), ...tokens.slice(Math.max(0, first - BEFORE), first)].some(
    ({ key }) => listed("reckoning").get(key) === true,
  );
}

/** In tokens. */
const OPENING = 6;
const BEFORE = 4;

/** "20 more", "8 minutes off" */
function isCompared({ next }: Amount, tokens: readonly Token[]): boolean {
  const key = tokens[next]?.key ?? "";
  return listed("differences").get(key) === true || DICTIONARY.direction.get(key) !== undefined;
}
