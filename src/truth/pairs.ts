import type { Amount } from "../language/amount.ts";
import { listed } from "../language/dictionary.ts";
import { clauseOf } from "./clause.ts";
import { shownValue } from "./compare-amounts.ts";
import type { Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import { contextAround, placesOf } from "./local.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import { changeOfRow, changesIn } from "./stated-changes.ts";
import { amountsOf } from "./story-amounts.ts";
import type { StoryIndex } from "./story-index.ts";

/** Two figures of the story that make a share or a multiple together: "27 of the 32", "26 days → 11 days". */
export interface Pair {
  small: Stated;
  large: Stated;
  /** What the pair is about: what stands around either figure, with how close it stands. */
  about: ReadonlyMap<string, number>;
  /** The story goes from one to the other. */
  isChange: boolean;
  /** One is a part of the other: "27 of the 32". */
  isPart: boolean;
  /** How sure it is that the two belong together. */
  bond: number;
}

const known = new WeakMap<StoryIndex, readonly Pair[]>();

/** The pairs of figures of a story that one may set against each other. */
export function pairsOf(story: StoryIndex): readonly Pair[] {
  const found = known.get(story);
  if (found !== undefined) return found;
  const all = amountsOf(story).filter((each) => !isInName(each));
  const sides = new Map(all.map((each) => [each, sideOf(each)]));
  const pairs: Pair[] = [];
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) {
      if (!isAlike(one, other) || !mayMeet(one, other) || isRange(one, other) || areCrossed(one, other, sides))
        continue;
      const [first, second] = valuesOf(one.amount, other.amount);
      if (first === second || first <= 0 || second <= 0) continue;
      const [small, large] = first < second ? [one, other] : [other, one];
      pairs.push({
        small,
        large,
        about: aboutOf(one, other),
        isChange: isChange(one, other),
        isPart: isPart(one, other),
        bond: bondOf(one, other),
      });
    }
  known.set(story, pairs);
  return pairs;
}

/** The scale of a rating, "8.9 out of 10"; null for any other figure. */
function scaleOf({ amount, passage: { tokens } }: Stated): number | null {
  const [out, of, scale] = tokens.slice(amount.next, amount.next + 3);
  if (out?.key !== "out" || of?.key !== "of" || !SCALES.has(scale?.text ?? "")) return null;
  return Number(scale?.text);
}

const OF_RATINGS = 1.2;

const SCALES: ReadonlySet<string> = new Set(["5", "10", "100"]);

function isScale({ amount, passage: { tokens } }: Stated): boolean {
  return tokens[amount.first - 1]?.key === "of" && tokens[amount.first - 2]?.key === "out" && SCALES.has(amount.text);
}

/** The 30 of "Reopened within 30 days: 17% → 6%" is part of a name. */
function isInName({ amount, passage }: Stated): boolean {
  const { tokens, columns } = passage;
  const colon = tokens.findIndex(({ text }) => text === ":");
  if (amount.next > colon) return false;
  return columns.length > 0 || changesIn(passage).some(({ from }) => from.first > colon);
}

function isAlike(one: Stated, two: Stated): boolean {
  const [{ amount: a, passage }, { amount: b, passage: other }] = [one, two];
  if (isScale(one) || isScale(two) || scaleOf(one) !== scaleOf(two)) return false;
  if (a.isRough || b.isRough || a.isImplied || b.isImplied) return false;
  if (a.kind === "multiple" || b.kind === "multiple" || a.kind === "points" || b.kind === "points") return false;
  if (a.kind === b.kind) return a.kind === "duration" || a.kind === "number" || a.unit === b.unit;
  if ([a, b].every(({ kind, isCount }) => kind === "measure" || (kind === "number" && !isCount))) return true;
  // "26 days, 17 of them waiting": a bare number goes on in the unit of the sentence.
  const [bare, whole] = a.kind === "number" ? [a, b] : [b, a];
  return (
    bare.kind === "number" && !bare.isCount && whole.kind === "duration" && Math.abs(passage.index - other.index) <= FAR
  );
}

/** The values of two figures in one unit. */
export function valuesOf(a: Amount, b: Amount): readonly [number, number] {
  return a.kind === b.kind ? [a.value, b.value] : [shownValue(a), shownValue(b)];
}

const FAR = 2;

function mayMeet(a: Stated, b: Stated): boolean {
  if (Math.abs(a.passage.index - b.passage.index) <= FAR || scaleOf(a) !== null) return true;
  if (leadsTo(a.passage, b.passage) || leadsTo(b.passage, a.passage)) return true;
  const shared = [...a.passage.features].filter((each) => !/^[#@]/.test(each) && b.passage.features.has(each));
  return (
    shared.length >= Math.min(2, a.passage.words.length, b.passage.words.length) ||
    a.amount.nouns.slice(0, 2).some((noun) => b.amount.nouns.slice(0, 2).some((each) => near(each) === near(noun)))
  );
}

/** "118 answers:" leads to each point of its list. */
function leadsTo(lead: Passage, point: Passage): boolean {
  const gap = point.index - lead.index;
  return gap > 0 && gap <= LONGEST_LIST && lead.text.endsWith(":");
}

const LONGEST_LIST = 6;

const isArrow = (key: string): boolean => key === "→" || key === "->";

function isChange(a: Stated, b: Stated): boolean {
  if (a.passage !== b.passage) return false;
  const between = a.passage.tokens.slice(a.amount.next, b.amount.first).map(({ key }) => key);
  return between.some(isArrow) || between.slice(-OF_TO).includes("to") || isOfRow(a, b) || isStated(a, b);
}

/** In tokens: "to just under". */
const OF_TO = 3;

/** A row goes from its first column to its second. */
function isOfRow({ amount: a, passage }: Stated, { amount: b }: Stated): boolean {
  return changeOfRow(passage).some(({ from, to }) => from === a && to === b);
}

function isStated({ amount: a, passage }: Stated, { amount: b }: Stated): boolean {
  return changesIn(passage).some(({ from, to }) => from === a && to === b);
}

/** What one thing was before and what another is after: "19 → 6" trips and "22 → 27" drivers. */
function areCrossed(one: Stated, other: Stated, sides: ReadonlyMap<Stated, Side | null>): boolean {
  if (one.passage === other.passage) return false;
  const [column, otherColumn] = [columnOf(one), columnOf(other)];
  if (column !== null && otherColumn !== null && column !== otherColumn) return true;
  const [side = null, otherSide = null] = [sides.get(one), sides.get(other)];
  return side !== null && otherSide !== null && side !== otherSide;
}

/** The header of the column that a figure of a table stands in: one of "Lost" has nothing to do with one of "Won" in another row. */
function columnOf({ amount, passage: { columns } }: Stated): string | null {
  if (columns.length < 2) return null;
  return columns.find(({ start, end }) => amount.start >= start && amount.end <= end)?.header ?? null;
}

type Side = "before" | "after";

/** The side of a change that an amount is; null where it is of none. */
function sideOf({ amount, passage }: Stated): Side | null {
  const change = [...changesIn(passage), ...changeOfRow(passage)].find(
    ({ from, to }) => from === amount || to === amount,
  );
  if (change === undefined) return null;
  return change.from === amount ? "before" : "after";
}

/** "It takes 3 to 5 working days": neither end is a share of the other. */
function isRange({ amount: a, passage }: Stated, { amount: b, passage: other }: Stated): boolean {
  if (passage !== other || b.first !== a.next + 1 || a.kind !== b.kind) return false;
  const isFrom = passage.tokens.slice(Math.max(0, a.first - 2), a.first).some(({ key }) => key === "from");
  return !isFrom && /^(?:to|or|[-–—])$/.test(passage.tokens[a.next]?.key ?? "");
}

function isPart(a: Stated, b: Stated): boolean {
  if (a.passage !== b.passage) return false;
  const between = a.passage.tokens.slice(a.amount.next, b.amount.first).map(({ key }) => key);
  return between.length <= MOST_BETWEEN && between.includes("of");
}

const MOST_BETWEEN = 6;

/** "27 of the 32" and "6 hours → 12 minutes" belong together, figures of one sentence or noun may, others hardly. */
function bondOf(a: Stated, b: Stated): number {
  if (scaleOf(a) !== null) return OF_RATINGS;
  const isSameNoun = a.amount.nouns[0] !== undefined && near(a.amount.nouns[0]) === near(b.amount.nouns[0] ?? "");
  if (a.passage === b.passage) {
    const between = a.passage.tokens.slice(a.amount.next, b.amount.first).map(({ key }) => key);
    if (isOfRow(a, b)) return 1.4;
    if (between.length <= MOST_BETWEEN && between.some((key) => isArrow(key) || listed("pairing").get(key) === true))
      return 1.4;
    return isSameNoun ? 1.2 : 1;
  }
  const gap = Math.abs(a.passage.index - b.passage.index);
  if (isSameNoun) return 1.1;
  return gap <= 1 ? 1 : 0.85;
}

const CLOSE = 7;
const OF_FAR = 0.6;
const OF_CONTEXT = 0.6;

function aboutOf(a: Stated, b: Stated): Map<string, number> {
  const about = new Map<string, number>();
  for (const { amount, passage } of [a, b]) {
    for (const feature of passage.context) about.set(feature, Math.max(about.get(feature) ?? 0, OF_CONTEXT));
    for (const [feature, at] of placesOf(passage)) {
      const off = at < amount.first ? amount.first - at : at - amount.next + 1;
      about.set(feature, Math.max(about.get(feature) ?? 0, off <= CLOSE ? 1 : OF_FAR));
    }
  }
  return about;
}

/** A pair, and how much it is about what is wanted: in all, and as a share of it. */
export interface RankedPair {
  pair: Pair;
  share: number;
  relevance: number;
}

/** What the statement in front says counts for less. */
const OF_OTHERS = 0.5;

/** The pairs of the story by how much they are about what stands around a detail. */
export function rankAround(
  spot: { first: number; next: number },
  { statement, before, story }: Pick<Held, "statement" | "before" | "story">,
): RankedPair[] {
  const clause = clauseOf(statement, spot);
  const isKnown = clause.words.some(
    ({ at, stem }) => (at < spot.first || at >= spot.next) && story.count(near(stem)) > 0,
  );
  const wanted = new Map(contextAround(isKnown ? clause : statement, spot, story));
  if (before !== null && wanted.size <= 2)
    for (const [feature, weight] of contextAround(before, { first: 0, next: 0 }, story))
      if (!wanted.has(feature)) wanted.set(feature, weight * OF_OTHERS);
  let total = 0;
  for (const weight of wanted.values()) total += weight;
  return pairsOf(story)
    .map((pair) => {
      let sum = 0;
      for (const [feature, weight] of wanted) sum += weight * (pair.about.get(feature) ?? 0);
      return { pair, share: sum / total, relevance: sum * pair.bond };
    })
    .filter(({ relevance }) => relevance > 0)
    .sort((a, b) => b.relevance - a.relevance);
}
