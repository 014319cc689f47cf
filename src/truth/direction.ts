import { DICTIONARY, LEXICONS, listed } from "../language/dictionary.ts";
import { clauseOf } from "./clause.ts";
import { frameOf } from "./frame.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround, placesOf } from "./local.ts";
import { isNegated } from "./negators.ts";
import { amountKey, type Passage } from "./passage.ts";
import { findRival, isAboutSame, type StorySpot, shareAround } from "./rival.ts";
import type { StoryIndex } from "./story-index.ts";

/** A word that has an opposite: which pair, and which side of it. */
interface Side {
  pair: number;
  side: 0 | 1;
}

let sides: ReadonlyMap<string, readonly Side[]> | undefined;

function sidesOf(key: string): readonly Side[] {
  if (sides === undefined) {
    const made = new Map<string, Side[]>();
    for (const [pair, both] of LEXICONS.flatMap(({ opposites }) => opposites).entries())
      for (const side of [0, 1] as const)
        for (const word of both[side]) made.set(word, [...(made.get(word) ?? []), { pair, side }]);
    sides = made;
  }
  return sides.get(key) ?? [];
}

interface DirectedSpot extends StorySpot, Side {
  key: string;
}

const LEAD = { margin: 2.6, ratio: 2 };
const LEAST_SHARE = 0.65;
/** A text about the story by somebody else stays closer to its words, in longer sentences. */
const LEAST_SHARE_OF_SUMMARY = 0.45;

/** A word that has an opposite, where it stands in its passage. */
interface DirectedWord extends Side {
  key: string;
  at: number;
}

/** Holds words that have an opposite ("late", "above", "accepted") against the story's: where the same is told with the opposite, it is turned round. */
export function judgeDirections(held: Held): Judged[] {
  const { statement } = held;
  const words = directedWords(statement);
  const judged = new Set<number>();
  return words.flatMap((word): Judged[] => {
    const { pair, side, at } = word;
    if (judged.has(at) || isNoDirection(statement, at)) return [];
    if (words.some((other) => other.pair === pair && other.side !== side)) return [];
    const rival = findOpposite(word, held) ?? findLasting(word, held);
    const token = statement.tokens[at];
    if (rival === null || token === undefined) return [];
    judged.add(at);
    return [
      {
        kind: "direction",
        rule: "direction-reversed",
        start: token.start,
        end: token.end,
        verdict: "contradicted",
        because: `the story says "${rival.key}" there`,
        source: rival.passage,
        fix: null,
      },
    ];
  });
}

/** "7 hours off", "15% off" are amounts, "After: 12 minutes" is a label. */
function isNoDirection(passage: Passage, at: number): boolean {
  return isOffAmount(passage, at) || isShortOf(passage, at) || (at === 0 && passage.tokens[1]?.text === ":");
}

function isOffAmount({ tokens, amounts }: Passage, at: number): boolean {
  if (tokens[at]?.key !== "off") return false;
  return /^(?:sick|work|duty)$/.test(tokens[at + 1]?.key ?? "") || amounts.some(({ next }) => next === at);
}

/** "short of a signature", "two points short of the play-offs": nothing long is its opposite. */
function isShortOf({ tokens }: Passage, at: number): boolean {
  return tokens[at]?.key === "short" && tokens[at + 1]?.key === "of";
}

/** "He no longer does", where the lines that it is likely from have "still", and none has "no longer". */
function findLasting(
  { key, pair, side, at }: DirectedWord,
  { statement, course, story, isFirstPerson }: Held,
): DirectedSpot | null {
  if (!isFirstPerson || (key !== "still" && keyAt(statement.tokens, at) !== NO_LONGER)) return null;
  const near = spotsOf(story, pair).filter(
    ({ passage }) => course.score(passage) >= LEAST_PLACE && course.behind(passage) <= NEAR_PLACE,
  );
  return near.some((spot) => spot.side === side) ? null : (near[0] ?? null);
}

const LEAST_PLACE = 3;
const NEAR_PLACE = 1;

/** Where the story tells the same with the opposite word. */
function findOpposite({ pair, side, at }: DirectedWord, held: Held): DirectedSpot | null {
  const { statement, story } = held;
  const isUnder = isDenied(statement, at);
  const place = { first: at, next: at + 1 };
  const wanted = contextAround(clauseOf(statement, place), place, story);
  const spots = spotsOf(story, pair);
  const own = spots.filter((spot) => (spot.side === side) === (isDenied(spot.passage, spot.first) === isUnder));
  const opposites = spots.filter((spot) => spot.side !== side && isPlain(spot, spots, isUnder));
  const rival = findRival(wanted, own, opposites, story, LEAD, (spot) =>
    frameOf(statement, place, spot.passage, spot, story),
  );
  if (rival === null) return null;
  const leastShare = held.isFirstPerson ? LEAST_SHARE : LEAST_SHARE_OF_SUMMARY;
  if (shareAround(wanted, rival, story) < leastShare || !isAboutSame(wanted, rival.passage)) return null;
  if (isOfClock(statement.tokens[at]?.key ?? "", rival.passage)) return null;
  return isOfOtherAmount(statement, at, rival.passage) || isOtherWayRound(statement, at, rival) ? null : rival;
}

/** "Friday afternoon" is the story's "Friday at 3 p.m.", whatever morning it speaks of besides. */
function isOfClock(part: string, { times }: Passage): boolean {
  const [from, to] = DICTIONARY.partsOfDay.get(part) ?? [0, 0];
  return times.some(({ kind, value }) => kind === "clock" && value >= from && value < to);
}

/** Whether a word of the story means its own side, with no "not" and no opposite beside it. */
function isPlain({ passage, first, side }: DirectedSpot, spots: readonly DirectedSpot[], isUnder: boolean): boolean {
  return (
    !isOffAmount(passage, first) &&
    !isShortOf(passage, first) &&
    isDenied(passage, first) === isUnder &&
    !spots.some((other) => other.passage === passage && other.side !== side)
  );
}

const known = new WeakMap<StoryIndex, ReadonlyMap<number, readonly DirectedSpot[]>>();

/** Where the words of a pair of opposites stand in a story. */
function spotsOf(story: StoryIndex, pair: number): readonly DirectedSpot[] {
  let pairs = known.get(story);
  if (pairs === undefined) {
    pairs = directedIn(story);
    known.set(story, pairs);
  }
  return pairs.get(pair) ?? [];
}

function directedIn({ passages }: StoryIndex): Map<number, DirectedSpot[]> {
  const pairs = new Map<number, DirectedSpot[]>();
  for (const passage of passages)
    for (const { key, pair, side, at } of directedWords(passage)) {
      const spots = pairs.get(pair) ?? [];
      spots.push({ pair, side, passage, key, first: at, next: at + 1 });
      pairs.set(pair, spots);
    }
  return pairs;
}

/** The words of a passage that have an opposite. */
function directedWords({ tokens }: Passage): DirectedWord[] {
  return tokens.flatMap(({ key, kind }, at) =>
    kind === "word" ? sidesOf(keyAt(tokens, at)).map((side) => ({ ...side, key, at })) : [],
  );
}

/** The "no" of "no longer" is a part of it. */
function isDenied(passage: Passage, at: number): boolean {
  return keyAt(passage.tokens, at) !== NO_LONGER && isNegated(passage, at);
}

const NO_LONGER = "no-longer";

/** Of a word that has its opposite only with another: "turn it off", "no longer". */
function keyAt(tokens: Passage["tokens"], at: number): string {
  const key = tokens[at]?.key ?? "";
  if (isSwitch(tokens, at)) return `switched-${key}`;
  const isPast =
    (key === "longer" && tokens[at - 1]?.key === "no") || (key === "more" && tokens[at - 1]?.key === "any");
  return isPast ? NO_LONGER : key;
}

/** "how to turn it off" */
function isSwitch(tokens: Passage["tokens"], at: number): boolean {
  const key = tokens[at]?.key ?? "";
  return (
    (key === "on" || key === "off") &&
    tokens.slice(Math.max(0, at - OF_OBJECT), at).some((token) => listed("switching").get(token.key) === true)
  );
}

/** In tokens: "turn the feed off". */
const OF_OBJECT = 4;

/** "2% more" of something else: the amount at the word is none that the story has there. */
function isOfOtherAmount({ amounts }: Passage, at: number, told: Passage): boolean {
  return amounts.some(
    (amount) =>
      Math.min(Math.abs(amount.first - at), Math.abs(amount.next - 1 - at)) <= 3 &&
      !told.features.has(amountKey(amount)),
  );
}

/** "A more than B" says what "B less than A" says. */
function isOtherWayRound(statement: Passage, at: number, rival: StorySpot): boolean {
  const told = new Map(placesOf(rival.passage));
  const both = placesOf(statement).flatMap(([feature, place]) => {
    const there = told.get(feature);
    return there === undefined ? [] : [{ before: place < at, beforeToo: there < rival.first }];
  });
  const [front, behind] = [both.filter(({ before }) => before), both.filter(({ before }) => !before)];
  return (
    front.length > 0 &&
    behind.length > 0 &&
    front.every(({ beforeToo }) => !beforeToo) &&
    behind.every(({ beforeToo }) => beforeToo)
  );
}
