import type { Amount } from "../language/amount.ts";
import { fits, isClose } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import { findNamedChange, isBy, isCompared, isCutTo } from "./named-change.ts";
import { kindCompared } from "./nowhere.ts";
import { type Pair, type RankedPair, rankAround, valuesOf } from "./pairs.ts";
import { ratioOf, type Way, waysOf } from "./ratio-ways.ts";
import { changeOfRow, changesIn } from "./stated-changes.ts";
import { isOtherWayRound } from "./way-round.ts";

/** What a pair says of a share or multiple. */
export interface Ratio {
  pair: Pair;
  /** How it comes out of the pair; null where it does not. */
  way: Way | null;
  /** The change is told by its name. */
  isNamed?: true;
}

/** Pairs nearly as much about the same as the best one count, too. */
const NEAR_BEST = 0.65;
/** Two figures that no change is told of have to be as near. */
const AS_NEAR = 0.9;
/** A pair has to be this much about the same, and have this share of what is wanted, to contradict. */
const LEAST_RELEVANCE = 4.5;
const LEAST_SHARE = 0.65;
/** Less is enough where no other pair comes near. */
const ALONE = { relevance: 5, share: 0.4, next: 0.7 };

/** The pair of the story that a share or multiple comes from, or the one that it should come from and does not; null where none is about the same. */
export function findRatio(amount: Amount, held: Held): Ratio | null {
  const all = rankRatio(amount, held);
  const named = findNamedChange(amount, all, held);
  if (named !== null) {
    const { given, told } = named;
    if (given === null) return { pair: told.pair, way: null, isNamed: true };
    return { pair: given.pair, way: wayOf(given, amount, held) };
  }
  const isOfChange = tellsChange(amount, all, held);
  const ranked = isOfChange ? all.filter(({ pair }) => pair.isChange) : all;
  const [best] = ranked;
  if (best === undefined) return null;
  const found = ranked.find(({ relevance, ways }) => relevance >= best.relevance * NEAR_BEST && ways.length > 0);
  const [first] = all;
  const close =
    found ?? all.find((each) => each.ways.length > 0 && each.relevance >= (first?.relevance ?? 0) * AS_NEAR);
  if (close !== undefined) return { pair: close.pair, way: wayOf(close, amount, held) };
  if (!isCompared(amount, held.statement.tokens) && !isBy(amount, held.statement.tokens) && isMost(amount, best.pair))
    return { pair: best.pair, way: "most" };
  const besides = ranked.find(({ pair, ways }) => ways.length > 0 && isBesides(pair, best.pair, amount));
  if (besides !== undefined) return { pair: besides.pair, way: wayOf(besides, amount, held) };
  if (!amount.isRough && !isOfChange && fitsAnywhere(amount, best.pair, held)) return { pair: best.pair, way: "part" };
  const isTold =
    isSure(
      best,
      all.find((each) => each !== best),
    ) &&
    best.pair.bond >= 1 &&
    isAlike(best.pair);
  const other = isTold ? best.pair : pairAtPlace(amount, all, held);
  return other === null ? null : { pair: other, way: null };
}

/** "calls fell by a third" tells of a change, where one is near the best. */
function tellsChange(amount: Amount, [best, ...others]: readonly RankedRatio[], { statement }: Held): boolean {
  if (best === undefined) return false;
  if (amount.kind === "multiple") return best.pair.isChange;
  const isNear = ({ pair, relevance }: RankedRatio): boolean =>
    pair.isChange && relevance >= best.relevance * NEAR_BEST;
  return (isBy(amount, statement.tokens) || isCutTo(amount, statement.tokens)) && [best, ...others].some(isNear);
}

/** "more than half" of two that one sentence tells, the larger of which it is. */
function isMost(amount: Amount, pair: Pair): boolean {
  if (pair.small.passage !== pair.large.passage) return false;
  return (amount.hedge === "over" || isTotalSaid(pair) || isVote(pair)) && fits(amount, ratioOf(pair, "most"));
}

/** "38 votes to 9" */
function isVote({ small: { amount: a, passage }, large: { amount: b } }: Pair): boolean {
  const [first, second] = a.first < b.first ? [a, b] : [b, a];
  const between = passage.tokens.slice(first.next, second.first).map(({ key }) => key);
  return between.length <= 2 && between.at(-1) === "to" && /^votes?$/.test(between[0] ?? "");
}

/** "$1,180: $900 from the trust, $280 from the parents" */
function isTotalSaid({ small, large }: Pair): boolean {
  const [lo, hi] = valuesOf(small.amount, large.amount);
  return small.passage.amounts.some(({ kind, value }) => kind === small.amount.kind && isClose(value, lo + hi));
}

/** "4 minutes" and "four weeks" make no "four in ten"; a bare "72" may be hours. */
function isAlike({ small: { amount: a, passage }, large: { amount: b, passage: other } }: Pair): boolean {
  if (passage !== other && a.kind !== b.kind && [a, b].some(({ kind }) => kind === "measure")) return false;
  const lengths = [a, b].filter(({ kind }) => kind === "duration");
  if (lengths.length === 1) return [a, b].some(({ kind, nouns }) => kind === "number" && nouns.length === 0);
  return lengths.length === 0 || Math.max(a.value, b.value) < MOST_APART * Math.min(a.value, b.value);
}

/** In times. */
const MOST_APART = 400;

const LEAST_PLACE = 3;
/** Pairs so near to the best place count as told there; those that give the amount count from further off. */
const NEAR_PLACE = 2;
const NEARLY = 4;
/** What is told wrong is hardly told by more than three times too much. */
const MOST_OFF = Math.log(3);

/** The pair of the passage that the statement is from, where none about there gives the amount. */
function pairAtPlace(amount: Amount, ranked: readonly RankedRatio[], { statement, course }: Held): Pair | null {
  const [best] = course.places;
  if (best === undefined || best.score < LEAST_PLACE) return null;
  const isWithin = ({ pair: { small, large } }: RankedRatio, off: number): boolean =>
    Math.max(course.behind(small.passage), course.behind(large.passage)) <= off;
  if (ranked.some((each) => each.ways.length > 0 && isWithin(each, NEARLY))) return null;
  const ways = waysOf(amount, statement);
  const found = ranked.find(
    (each) =>
      each.pair.small.passage === each.pair.large.passage &&
      isWithin(each, NEAR_PLACE) &&
      ways.some((way) => Math.abs(Math.log(ratioOf(each.pair, way) / amount.value)) <= MOST_OFF),
  );
  return found?.pair ?? null;
}

/** "35 of the 38" for a share in digits, and a change that is told right beside the one that is most about the same. */
function isBesides({ small, large, isPart, isChange }: Pair, best: Pair, { isRough, text }: Amount): boolean {
  if (isPart && !isRough) return true;
  // "seven in ten", for two figures of a sentence that tells either of the best
  const isCounted = COUNTED.test(text);
  if (
    isCounted &&
    small.passage === large.passage &&
    [best.small, best.large].some(({ passage }) => passage === small.passage)
  )
    return true;
  return isChange && best.isChange && Math.abs(small.passage.index - best.small.passage.index) <= 1;
}

function wayOf({ pair, ways: [way] }: RankedRatio, amount: Amount, held: Held): Way | null {
  return way === undefined || (way === "times" && isOtherWayRound(amount, pair, held)) ? null : way;
}

/** Whether the best pair is what the statement is about, by itself or since the next one is far behind. */
function isSure({ relevance, share }: RankedPair, next: RankedPair | undefined): boolean {
  if (relevance >= LEAST_RELEVANCE && share >= LEAST_SHARE) return true;
  return share >= ALONE.share && relevance >= ALONE.relevance && (next?.relevance ?? 0) <= relevance * ALONE.next;
}

/** A share in digits may be of a figure of the pair, or of both together, and one from elsewhere. */
function fitsAnywhere(amount: Amount, { small, large }: Pair, { story }: Held): boolean {
  if (small.amount.kind === "share") return false;
  const values = story.passages
    .flatMap(({ amounts }) => amounts.map(({ value }) => value))
    .filter((value) => value > 0);
  const [low, high] = [small.amount.value, large.amount.value];
  const both = small.passage === large.passage ? [low + high] : [];
  return [low, high, ...both].some((one) =>
    values.some((other) => {
      const [lo, hi] = [Math.min(one, other), Math.max(one, other)];
      return lo < hi && [lo / hi, (hi - lo) / lo, (hi - lo) / hi].some((exact) => fitsClosely(amount, exact));
    }),
  );
}

/** "Fewer than 2%" fits too much, unless it is nearly that. */
function fitsClosely(amount: Amount, exact: number): boolean {
  const isOneSided = amount.hedge === "over" || amount.hedge === "under";
  return fits(amount, exact) && (!isOneSided || Math.abs(amount.value - exact) <= CLOSELY * exact);
}

const CLOSELY = 0.05;

/** The change most about the same that gives a share the other way: "up by more than half" of 26 days → 11. */
export function findTurnedChange(amount: Amount, held: Held): Pair | null {
  if (amount.kind !== "share") return null;
  const ways = waysOf(amount, held.statement);
  const [way] = ways;
  if (ways.length > 1 || (way !== "fall" && way !== "rise")) return null;
  const ranked = rankRatio(amount, held);
  const least = (ranked[0]?.relevance ?? 0) * AS_NEAR;
  const changes = ranked.filter(({ pair, relevance }) => relevance >= least && isTold(pair));
  if (changes.some((each) => each.ways.length > 0)) return null;
  const other = way === "fall" ? "rise" : "fall";
  return changes.find(({ pair }) => isTurned(pair, way) && fits(amount, ratioOf(pair, other)))?.pair ?? null;
}

function isTold({ small, large }: Pair): boolean {
  const { passage } = small;
  const ends = [small.amount, large.amount];
  return changesIn(passage).some(({ from, to }) => ends.includes(from) && ends.includes(to));
}

/** Says how a share or multiple comes out of its pair. */
export function sayRatio({ pair: { small, large }, way }: Ratio): string {
  const [low, high] = [small.amount.text, large.amount.text];
  if (way === "fall") return `the change from ${high} to ${low}`;
  if (way === "rise") return `the change from ${low} to ${high}`;
  if (way === "most") return `${high} and ${low} together`;
  return way === "times" ? `${high} against ${low}` : `${low} of ${high}`;
}

/** The change that a pair is told as goes the other way: no "cut by a fifth" comes out of "$6,200 → $7,500". */
function isTurned(
  { small: { amount: low, passage }, large: { amount: high, passage: other } }: Pair,
  way: Way,
): boolean {
  if (passage !== other || (way !== "fall" && way !== "rise")) return false;
  return changesIn(passage).some(({ from, to }) =>
    way === "fall" ? from === low && to === high : from === high && to === low,
  );
}

/** "one in three", "nine out of ten" */
const COUNTED = /\b(?:in|out of) \S+$/;

/** What something was and what it is: no one of three. */
function isOfTwoTimes({ small, large }: Pair): boolean {
  return changeOfRow(small.passage).some(
    ({ from, to }) => [from, to].includes(small.amount) && [from, to].includes(large.amount),
  );
}

interface RankedRatio extends RankedPair {
  ways: readonly Way[];
}

function rankRatio(amount: Amount, held: Pick<Held, "statement" | "before" | "story">): RankedRatio[] {
  const { statement } = held;
  const ways = waysOf(amount, statement);
  // "8.9 out of 10" has doubled in nothing.
  const isCounted = COUNTED.test(amount.text);
  const kind = kindCompared(amount, statement.tokens);
  const mayBe = ({ pair }: RankedPair): boolean =>
    (kind !== "duration" || [pair.small, pair.large].some((each) => each.amount.kind === kind)) &&
    (ways.includes("times") ? !pair.isPart : !(isCounted && pair.isChange && isOfTwoTimes(pair)));
  return rankAround(amount, held)
    .filter(mayBe)
    .map((each) => ({
      ...each,
      ways: ways.filter((way) => fits(amount, ratioOf(each.pair, way)) && !isTurned(each.pair, way)),
    }));
}
