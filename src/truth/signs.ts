import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { compareAmounts, fits, shownValue } from "./compare-amounts.ts";
import { countsSame } from "./counting.ts";
import type { Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { rankAround, valuesOf } from "./pairs.ts";
import type { Passage } from "./passage.ts";
import { findShifts, type Shift } from "./shifts.ts";
import { changeOfRow, changesIn, rises, type StatedChange } from "./stated-changes.ts";
import { amountsOf } from "./story-amounts.ts";

/** Which way the words at an amount say that it goes, and in what: "nine per cent ahead", "28 fewer", "half an hour later". */
interface Sign {
  of: "much" | "late";
  isUp: boolean;
  /** "more than 50", "under 50" */
  isHedge: boolean;
  /** The index of its word. */
  at: number;
}

/** How many words behind an amount its sign may stand: "35 more", "nine people more". */
const REACH = 2;

/** Finds "9% less" where the story has 9% more, and "above 50" where it has less than 50. */
export function judgeSigns(held: Held): Judged[] {
  return held.statement.amounts.flatMap((amount): Judged[] => {
    const sign = signOf(amount, held.statement);
    const turned = sign === null ? null : findContrarySign(amount, sign, held);
    return sign === null || turned === null ? [] : [reversed(held.statement, sign, turned)];
  });
}

/** What the story says the other way, and where. */
interface Contrary {
  because: string;
  passage: Passage;
}

const goesFrom = (from: string, to: string, passage: Passage): Contrary => ({
  because: `the story goes from ${from} to ${to}`,
  passage,
});

function findContrarySign(amount: Amount, sign: Sign, held: Held): Contrary | null {
  const told = amountsOf(held.story)
    .filter((each) => compareAmounts(amount, each.amount) === "same" && !countsAnother(amount, each.amount))
    .map(({ amount: each, passage }) => ({ passage, sign: signOf(each, passage) }))
    .filter(({ sign: other }) => other?.of === sign.of);
  const close = new Set(held.evidence.slice(0, 4).map(({ passage }) => passage));
  const change = told.length === 0 ? findContraryChange(amount, sign, held, close) : null;
  if (change !== null) return change;
  const bound = sign.isHedge ? findOffBound(amount, sign, held) : null;
  if (bound !== null) return { because: `the story says ${bound.amount.text} there`, passage: bound.passage };
  const turned = told.find(({ passage, sign: other }) => other?.isUp !== sign.isUp && close.has(passage));
  if (turned === undefined || told.some(({ sign: other }) => other?.isUp === sign.isUp)) return null;
  const word = turned.passage.tokens[turned.sign?.at ?? 0]?.text ?? "";
  return { because: `the story says "${word}" there`, passage: turned.passage };
}

function findContraryChange(amount: Amount, sign: Sign, held: Held, close: ReadonlySet<Passage>): Contrary | null {
  const change = sign.of === "much" && !sign.isHedge ? findTurned(amount, sign, held) : null;
  // A fraction in words fits many changes: it has to be about this one.
  if (change !== null && (!amount.isRough || close.has(change.passage)))
    return goesFrom(change.from.text, change.to.text, change.passage);
  const shift = sign.of === "late" ? findTurnedShift(amount, sign, held) : null;
  return shift === null ? null : goesFrom(shift.from.text, shift.to.text, shift.passage);
}

/** "two places higher" has nothing to do with "two points short". */
function countsAnother(a: Amount, b: Amount): boolean {
  return a.kind === "number" && a.nouns.length > 0 && b.nouns.length > 0 && !countsSame(a, b);
}

function reversed({ tokens }: Passage, { at }: Sign, { because, passage }: Contrary): Judged {
  const [start, end] = [tokens[at]?.start ?? 0, tokens[at]?.end ?? 0];
  return {
    kind: "direction",
    rule: "direction-reversed",
    start,
    end,
    verdict: "contradicted",
    because,
    source: passage,
    fix: null,
  };
}

/** "half an hour earlier", where the vans left at 6.15 and leave at 6.45. */
function findTurnedShift(amount: Amount, { isUp }: Sign, held: Held): Shift | null {
  if (amount.kind !== "duration") return null;
  const shifts = findShifts(amount, held);
  return shifts.every(({ isLater }) => isLater !== isUp) ? (shifts[0] ?? null) : null;
}

/** "above €2,100", where the one figure near it is the €2,080 of that month. */
function findOffBound(amount: Amount, { isUp, of }: Sign, { statement, evidence }: Held): Stated | null {
  // "We lost 46 hours" bounds nothing.
  const isBound = listed("boundLeads").get(statement.tokens[amount.first - 1]?.key ?? "") === true;
  if (of !== "much" || !isBound || amount.isRough || amount.isSpelled) return null;
  const near = evidence
    .slice(0, 3)
    .flatMap(({ passage }) => passage.amounts.map((each): Stated => ({ amount: each, passage })))
    .filter(
      ({ amount: { kind, unit, value } }) =>
        kind === amount.kind && unit === amount.unit && Math.abs(value - amount.value) <= NEARLY * amount.value,
    );
  return near.some(({ amount: { value } }) => value === amount.value || value > amount.value === isUp)
    ? null
    : (near[0] ?? null);
}

const NEARLY = 0.1;
type Turned = StatedChange & { passage: Passage };

/** The change of the story by so much, where it goes the other way: as the story says, or by what it tells first. */
function findTurned(amount: Amount, sign: Sign, held: Held): Turned | null {
  const changes = changesOf(amount, held);
  if (changes.some(({ from, to }) => rises(from, to) === sign.isUp)) return null;
  return changes[0] ?? turnedPair(amount, sign, held);
}

/** The changes by so much that the story tells: "78% → 89%" for "by 11 points". */
function changesOf(amount: Amount, { story: { passages }, evidence }: Held): Turned[] {
  const isShare = amount.kind === "share" || amount.kind === "points";
  const nearest = evidence[0]?.passage;
  return passages
    .flatMap((passage) => [...changesIn(passage), ...changeOfRow(passage)].map((change) => ({ ...change, passage })))
    .filter(({ from, to, passage }) => {
      const isLarge = isShare || amount.value >= LEAST_CHANGE || passage === nearest;
      return isLarge && isChangeBy(amount, from, to);
    });
}

/** "five hours more than it did", where what the story tells first of the same is five hours more than what it tells later. */
function turnedPair(amount: Amount, { isUp, at }: Sign, held: Held): Turned | null {
  const { statement, story } = held;
  // "less than it would have cost"
  if (statement.tokens.some(({ key }) => listed("modals").get(key) === true)) return null;
  if (comparesOthers(statement, at) || amountsOf(story).some((each) => compareAmounts(amount, each.amount) === "same"))
    return null;
  const fitting = rankAround(amount, held).flatMap(({ pair: { small, large }, relevance }) => {
    const [first, last] = small.passage.index < large.passage.index ? [small, large] : [large, small];
    const isApart = first.passage.index < last.passage.index;
    const fitsBoth = isApart && changesBy(amount, ...valuesOf(first.amount, last.amount));
    return fitsBoth ? [{ from: first.amount, to: last.amount, passage: first.passage, relevance }] : [];
  });
  const [best] = fitting;
  if (best === undefined || best.relevance < LEAST_RELEVANCE) return null;
  const near = fitting.filter(({ relevance }) => relevance >= best.relevance * NEAR_BEST);
  return near.some(({ from, to }) => rises(from, to) === isUp) ? null : best;
}

/** "3p less than it cost to pick", but not "than it did", "than in 2022": with something else, and not with what was before. */
function comparesOthers({ tokens }: Passage, at: number): boolean {
  if (tokens[at + 1]?.key !== "than") return false;
  return !tokens
    .slice(at + 2, at + 2 + OF_BEFORE)
    .some(({ key }) => listed("earlier").get(key) === true || /^(?:19|20)\d\d$/.test(key));
}

/** In tokens. */
const OF_BEFORE = 4;

const LEAST_RELEVANCE = 2;
const NEAR_BEST = 0.6;

/** "14 hours" of "about 38 hours, down from 52", seven points of 11% and 4%. */
function isChangeBy(amount: Amount, from: Amount, to: Amount): boolean {
  if (from.kind === to.kind) return changesBy(amount, from.value, to.value);
  const isBare =
    [from, to].some(({ kind }) => kind === "number") && [from, to].some(({ kind }) => kind === amount.kind);
  return isBare && changesBy({ ...amount, value: shownValue(amount) }, shownValue(from), shownValue(to));
}

function changesBy(amount: Amount, from: number, to: number): boolean {
  if (amount.kind === "share") return fits(amount, Math.abs(to - from) / from);
  return amount.kind !== "multiple" && fits(amount, Math.abs(to - from));
}

/** Smaller changes than this come out of many figures; they count where the statement's nearest line tells of one. */
const LEAST_CHANGE = 5;

function signOf(amount: Amount, passage: Passage): Sign | null {
  return signWithin(amount, passage) ?? signBehind(amount, passage) ?? signBefore(amount, passage);
}

/** "83 fewer hours" */
function signWithin(amount: Amount, { tokens }: Passage): Sign | null {
  for (let at = amount.first + 1; at < amount.next; at++) {
    const sign = tokens[at]?.kind === "word" ? signAt(tokens[at]?.key ?? "", at, amount) : null;
    if (sign?.of === "much") return sign;
  }
  return null;
}

/** "35 more", "nine people more", "two weeks early". */
function signBehind(amount: Amount, { tokens }: Passage): Sign | null {
  for (let at = amount.next; at <= amount.next + REACH && tokens[at]?.kind === "word"; at++) {
    const key = tokens[at]?.key ?? "";
    const sign = isPast(key) || isLasting(key, tokens[at + 1]?.key ?? "") ? null : signAt(key, at, amount);
    if (sign !== null && (sign.of === "much" || at === amount.next)) return sign;
  }
  return null;
}

/** "60% over the trial" */
function isLasting(key: string, behind: string): boolean {
  return key === "over" && (listed("articles").get(behind) === true || listed("possessives").get(behind) === true);
}

/** "up by nearly 30%", "down about 30%", "below 50,000", "more than 50,000". */
function signBefore(amount: Amount, { tokens }: Passage): Sign | null {
  const at = behindHedge(tokens, amount.first) - 1;
  const [key, before] = [tokens[at]?.key ?? "", tokens[at - 1]?.key ?? ""];
  if (key === "by") return signAt(before, at - 1, amount) ?? turnAt(before, at - 1, amount);
  if (at < amount.first - 1) return /^(?:up|down)$/.test(key) ? signAt(key, at, amount) : null;
  // "gave up 2%" is no rise.
  const sign =
    key === "than" ? signAt(before, at - 1, amount) : signAt(/^(?:up|down)$/.test(key) ? "" : key, at, amount);
  return sign === null ? null : { ...sign, isHedge: true };
}

/** The index in front of which a hedge begins, as "nearly" does in "nearly 30%". */
function behindHedge(tokens: Passage["tokens"], first: number): number {
  const hedge = DICTIONARY.hedges.endingAt(tokens, first - 1);
  const isSign = DICTIONARY.signs.get(tokens[first - 1]?.key ?? "") !== undefined || tokens[first - 1]?.key === "than";
  return hedge === null || isSign ? first : first - hedge.length;
}

/** "has risen by seven points" */
function turnAt(key: string, at: number, { kind }: Amount): Sign | null {
  const turn = DICTIONARY.direction.get(key);
  if (turn === undefined || kind === "duration" || listed("comparing").get(key) === true) return null;
  return { of: "much", isUp: turn === "up", isHedge: false, at };
}

function signAt(key: string, at: number, { kind }: Amount): Sign | null {
  const found = DICTIONARY.signs.get(key);
  if (found === undefined) return null;
  const sign = { at, isHedge: false };
  // Of lengths of time, "ahead" is earlier.
  if (found === "ahead" || found === "behind")
    return { ...sign, of: kind === "duration" ? "late" : "much", isUp: (found === "behind") === (kind === "duration") };
  const isMuch = found === "more" || found === "less";
  return { ...sign, of: isMuch ? "much" : "late", isUp: found === "more" || found === "late" };
}
