import { LEXICONS } from "../language/dictionary.ts";
import { clauseOf } from "./clause.ts";
import { frameOf } from "./frame.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround, placesOf } from "./local.ts";
import { amountKey, type Passage } from "./passage.ts";
import { isNegated } from "./polarity.ts";
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

interface DirectedSpot extends StorySpot {
  key: string;
}

const LEAD = { margin: 2.6, ratio: 2 };
const LEAST_SHARE = 0.65;
/** A text about the story by somebody else stays closer to its words, in longer sentences. */
const LEAST_SHARE_OF_SUMMARY = 0.45;

/** Holds words that have an opposite ("late", "above", "accepted") against the story's: where the same is told with the opposite, it is turned round. */
export function judgeDirections(held: Held): Judged[] {
  const { statement, story } = held;
  const all = statement.tokens.flatMap(({ key, kind }, at) =>
    kind === "word" ? sidesOf(key).map((side) => ({ ...side, at })) : [],
  );
  const judged = new Set<number>();
  return all.flatMap(({ pair, side, at }): Judged[] => {
    // "7 hours off", "15% off": an amount.
    if (statement.tokens[at]?.key === "off" && statement.amounts.some(({ next }) => next === at)) return [];
    // "After: 12 minutes" is a label.
    if (at === 0 && statement.tokens[1]?.text === ":") return [];
    if (judged.has(at) || all.some((other) => other.pair === pair && other.side !== side)) return [];
    const token = statement.tokens[at];
    if (token === undefined) return [];
    const isTurned = isNegated(statement, at);
    const place = { first: at, next: at + 1 };
    const wanted = contextAround(clauseOf(statement, place), place, story);
    const spots = spotsOf(story, pair);
    const says = (spot: DirectedSpot & Side): boolean =>
      (spot.side === side) === (isTurned === isNegated(spot.passage, spot.first));
    const rival = findRival(
      wanted,
      spots.filter(says),
      spots.filter(
        (spot) =>
          !says(spot) &&
          spot.side !== side &&
          !(spot.key === "off" && spot.passage.amounts.some(({ next }) => next === spot.first)) &&
          !isTurned &&
          !isNegated(spot.passage, spot.first) &&
          !hasBoth(spot.passage, pair),
      ),
      story,
      LEAD,
      (spot) => frameOf(statement, { first: at, next: at + 1 }, spot.passage, spot, story),
    );
    if (
      rival === null ||
      shareAround(wanted, rival, story) < (held.isFirstPerson ? LEAST_SHARE : LEAST_SHARE_OF_SUMMARY)
    )
      return [];
    if (
      !isAboutSame(wanted, rival.passage) ||
      isOfOtherAmount(statement, at, rival.passage) ||
      isOtherWayRound(statement, at, rival)
    )
      return [];
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

function spotsIn(passage: Passage, pair: number): (DirectedSpot & Side)[] {
  return passage.tokens.flatMap(({ key, kind }, at) =>
    kind === "word"
      ? sidesOf(key)
          .filter((each) => each.pair === pair)
          .map((each) => ({ ...each, passage, key, first: at, next: at + 1 }))
      : [],
  );
}

const known = new WeakMap<StoryIndex, Map<number, (DirectedSpot & Side)[]>>();

function spotsOf(story: StoryIndex, pair: number): readonly (DirectedSpot & Side)[] {
  let pairs = known.get(story);
  if (pairs === undefined) {
    pairs = new Map();
    for (const passage of story.passages)
      for (const [at, { key, kind }] of passage.tokens.entries())
        if (kind === "word")
          for (const each of sidesOf(key)) {
            const spot = { ...each, passage, key, first: at, next: at + 1 };
            const spots = pairs.get(each.pair);
            if (spots === undefined) pairs.set(each.pair, [spot]);
            else spots.push(spot);
          }
    known.set(story, pairs);
  }
  return pairs.get(pair) ?? [];
}

function hasBoth(passage: Passage, pair: number): boolean {
  return new Set(spotsIn(passage, pair).map(({ side }) => side)).size > 1;
}

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
