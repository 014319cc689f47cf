import type { Amount } from "../language/amount.ts";
import { DICTIONARY, LEXICONS } from "../language/dictionary.ts";
import { stemOf } from "../language/stem.ts";
import { compareAmounts, shownValue } from "./compare-amounts.ts";
import { type Following, followOne, followTwo, type Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround, supportAround } from "./local.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import { followRate } from "./rate.ts";
import { findRival, type StorySpot, shareAround, sharedBy } from "./rival.ts";
import { followSpan } from "./spans.ts";
import type { StoryIndex } from "./story-index.ts";

/** Holds the amounts of a statement against the story's. */
export function judgeFigures(held: Held): Judged[] {
  const { statement } = held;
  return statement.amounts.flatMap((amount) => (isOfPost(amount, statement) ? [] : judgeFigure(amount, held)));
}

/** "3 things": what a post counts of its own parts. */
function isOfPost({ kind, nouns, value, isImplied }: Amount, { text }: Passage): boolean {
  if (isImplied) return true;
  return (
    kind === "number" &&
    value <= 20 &&
    nouns.some((noun) => isOwnPart(noun)) &&
    (nouns.length < 3 || /[:：]\s*$/.test(text))
  );
}

let ownParts: ReadonlySet<string> | undefined;

function isOwnPart(noun: string): boolean {
  ownParts ??= new Set(LEXICONS.flatMap((lexicon) => lexicon.ownParts.map(stemOf)));
  return ownParts.has(noun);
}

const known = new WeakMap<StoryIndex, readonly Stated[]>();

/** All amounts of a story. */
function amountsOf(story: StoryIndex): readonly Stated[] {
  const found = known.get(story);
  if (found !== undefined) return found;
  const all = story.passages.flatMap((passage) => passage.amounts.map((amount): Stated => ({ amount, passage })));
  known.set(story, all);
  return all;
}

function judgeFigure(amount: Amount, held: Held): Judged[] {
  const { statement, story, evidence } = held;
  const place = { kind: "figure" as const, start: amount.start, end: amount.end, fix: null };
  const all = amountsOf(story);
  const likeness = all.map((each) => compareAmounts(amount, each.amount));
  const same = all.filter((_, index) => likeness[index] === "same");
  const unit = all.find(
    (each, index) =>
      likeness[index] === "other-unit" &&
      shownValue(each.amount) === shownValue(amount) &&
      isOtherUnit(amount, each.amount),
  );
  if (same.length > 0 && isSupported(amount, same, held)) {
    const other = findOther(amount, same, all, held);
    if (other !== null)
      return [
        {
          ...place,
          rule: "figure-of-another-thing",
          verdict: "contradicted",
          because: `the story says ${other.amount.text} there`,
          source: other.passage,
        },
      ];
    return [{ ...place, rule: null, verdict: "said", because: "said", source: same[0]?.passage ?? null }];
  }
  const isTurned = unit !== undefined && evidence.slice(0, 3).some(({ passage }) => passage === unit.passage);
  const following = isTurned ? null : follow(amount, all, held);
  if (following?.turn !== undefined && isTurnedRound(amount, statement, following.turn))
    return [
      {
        ...place,
        kind: "direction",
        rule: "direction-reversed",
        verdict: "contradicted",
        because: `the story goes ${following.turn}: ${following.because}`,
        source: following.passage,
      },
    ];
  if (following !== null)
    return [
      {
        ...place,
        rule: null,
        verdict: "follows",
        because: `follows from ${following.because}`,
        source: following.passage,
      },
    ];
  if (amount.kind === "number" && amount.value <= 12 && story.lengths.has(amount.value))
    return [{ ...place, rule: null, verdict: "follows", because: "as many as the story lists", source: null }];
  if (isVague(amount) && amount.isRough && !isTestable(held))
    return [{ ...place, rule: null, verdict: "untraced", because: "nothing the story says gives it", source: null }];
  if (isSmall(amount) || isHour(amount, story.passages) || (statement.text.endsWith("?") && !isTurned)) return [];
  const nearest = unit ?? nearestIn(amount, held, all);
  return [
    {
      ...place,
      rule: "figure-not-in-story",
      verdict: unit === undefined ? "untraced" : "contradicted",
      because: nearest === undefined ? "the story has no figure like it" : `the story says ${nearest.amount.text}`,
      source: nearest?.passage ?? null,
    },
  ];
}

const TURNS = /^(?:before|after|later|earlier|longer|shorter|faster|slower|above|below|fewer|more|less|over)$/;

/** "up by half" where the story's figure falls. */
function isTurnedRound(amount: Amount, { tokens }: Passage, turn: "up" | "down"): boolean {
  const words = [
    ...tokens.slice(Math.max(0, amount.first - 6), amount.first),
    ...tokens.slice(amount.next, amount.next + 2),
  ];
  const turns = words
    .flatMap(({ key }) => (TURNS.test(key) ? [] : [DICTIONARY.direction.get(key)]))
    .filter((each) => each !== undefined);
  return turns.length > 0 && turns.every((each) => each !== turn);
}

/** "days" for "hours", "€" for "£": both are units, and not the same. */
function isOtherUnit(a: Amount, b: Amount): boolean {
  return a.kind !== "number" || b.kind !== "number";
}

/** A fraction that the story has of something else entirely says nothing here. */
function isSupported(amount: Amount, same: readonly Stated[], { statement, story, evidence }: Held): boolean {
  if (!amount.isRough || (evidence[0]?.score ?? 0) < STRONG) return true;
  const wanted = contextAround(statement, amount, story);
  return same.some((each) => shareAround(wanted, spotOf(each), story) >= 0.2);
}

const STRONG = 4;

/** A fraction or multiple is wrong only where the story has the figures that it would follow from. */
function isTestable({ evidence }: Held): boolean {
  const best = evidence[0]?.score ?? 0;
  return (
    best >= LEAST_TESTABLE &&
    evidence.slice(0, 3).some(({ passage, score }) => score >= best * CLOSE && passage.amounts.length >= 2)
  );
}

const LEAST_TESTABLE = 3;

/** "9 to 1" are hours of the clock where the story has these. */
function isHour({ kind, value, isCount }: Amount, passages: readonly Passage[]): boolean {
  return (
    kind === "number" &&
    !isCount &&
    passages.some(({ times }) => times.some((time) => time.kind === "clock" && time.value % 720 === (value * 60) % 720))
  );
}

/** Small numbers in words are how people talk. */
function isSmall({ kind, value, isSpelled, hedge }: Amount): boolean {
  return kind === "number" && isSpelled && value <= 4 && hedge === null;
}

function nearestIn(amount: Amount, { evidence }: Held, all: readonly Stated[]): Stated | undefined {
  const close = new Set(evidence.slice(0, 3).map(({ passage }) => passage));
  return (
    all.find((each) => close.has(each.passage) && each.amount.kind === amount.kind) ??
    all.find((each) => each.amount.kind === amount.kind)
  );
}

/** A passage is close when it shares so much of what the best one shares. */
const CLOSE = 0.55;

function follow(amount: Amount, all: readonly Stated[], held: Held): Following | null {
  const { evidence, story, statement, before } = held;
  const best = evidence[0]?.score ?? 0;
  const indexes = new Set(
    evidence
      .filter(({ score }) => score >= best * CLOSE)
      .flatMap(({ passage: { index } }) => [index - 1, index, index + 1]),
  );
  const close = all.filter(({ passage }) => indexes.has(passage.index));
  const rest = all.filter(({ passage }) => !indexes.has(passage.index));
  const isRest = statement.tokens.some(({ key }) => REST.test(key));
  for (const each of [...close, ...(isVague(amount) ? [] : rest)]) {
    const one = followOne(amount, each, isRest);
    if (one !== null) return one;
  }
  const span =
    followSpan(amount, story.passages, statement, ({ index }) => indexes.has(index)) ?? followRate(amount, all);
  if (span !== null) return span;
  const own = [statement, before].flatMap((passage) =>
    (passage?.amounts ?? [])
      .filter((each) => each !== amount && each.hedge === null && !each.isRough)
      .map((each): Stated => ({ amount: each, passage: passage as Passage })),
  );
  const top = strongest(amount, all, held);
  return (
    pairs(amount, own, own, always) ??
    pairs(amount, close, close, isTogether) ??
    pairs(amount, top, top, isOfSame) ??
    pairs(amount, all, all, isExact(amount) ? isTogether : isChange)
  );
}

/** Words of what a share leaves. */
const REST = /^(?:other|others|rest|remaining|left|not|never|no|none|nobody|without|un\p{L}+|\p{L}+n't|only)$/u;

const MOST_STRONG = 7;
const LEAST_STRONG = 1.8;

/** The amounts of the story that stand among the words of this one. */
function strongest(amount: Amount, all: readonly Stated[], { statement, before, story }: Held): Stated[] {
  const wanted = new Map(contextAround(statement, amount, story));
  if (before !== null && wanted.size <= 3)
    for (const [feature, weight] of contextAround(before, { first: 0, next: 0 }, story))
      if (!wanted.has(feature)) wanted.set(feature, weight * 0.5);
  return all
    .map((each) => ({ each, support: supportAround(each.passage, each.amount, wanted, story) }))
    .filter(({ support }) => support >= LEAST_STRONG)
    .sort((a, b) => b.support - a.support)
    .slice(0, MOST_STRONG)
    .map(({ each }) => each);
}

/** "from A to B", "A → B", "A of B": the story itself puts the two together. */
function isChange(a: Stated, b: Stated): boolean {
  if (a.passage !== b.passage) return false;
  const [first, second] = a.amount.first < b.amount.first ? [a.amount, b.amount] : [b.amount, a.amount];
  const between = a.passage.tokens.slice(first.next, second.first).map(({ key }) => key);
  return (
    between.length <= 6 &&
    between.some((key) => /^(?:→|->|to|of|from|was|against)$/.test(key)) &&
    isAlikeKind(first, second)
  );
}

function isAlikeKind(a: Amount, b: Amount): boolean {
  return a.kind === b.kind && (a.kind !== "money" || a.unit === b.unit);
}

/** Fractions and multiples fit too many pairs of numbers to be looked for far away. */
function isVague({ kind, isRough }: Amount): boolean {
  return kind === "multiple" || kind === "share" || (isRough && kind !== "duration");
}

/** So many digits come out by no accident. */
function isExact({ kind, text }: Amount): boolean {
  return kind !== "multiple" && kind !== "share" && text.replace(/\D/g, "").replace(/0+$/, "").length >= 3;
}

function isTogether(a: Stated, b: Stated): boolean {
  return Math.abs(a.passage.index - b.passage.index) <= 2;
}

/** Counts of different things, told apart from each other, make no share. */
function isOfSame(a: Stated, b: Stated): boolean {
  return (
    a.amount.kind !== "number" || Math.abs(a.passage.index - b.passage.index) <= 1 || countsSame(a.amount, b.amount)
  );
}

const always = (): boolean => true;

function pairs(
  amount: Amount,
  ones: readonly Stated[],
  others: readonly Stated[],
  may: (a: Stated, b: Stated) => boolean,
): Following | null {
  for (const one of ones)
    for (const other of others) {
      if (may !== always && may !== isOfSame && Math.abs(one.passage.index - other.passage.index) > 2) continue;
      const found =
        one !== other && (may !== isChange || one.passage === other.passage) && may(one, other)
          ? followTwo(amount, one, other)
          : null;
      if (found !== null) return found;
    }
  return null;
}

/** What is counted says more than the other words around. */
const OF_NOUN = 1.8;
const LEAD = { margin: 2.2, ratio: 1.7 };
const LEAST_SHARE = 0.4;

/** The amount that the story has where the statement has this one, which the story has elsewhere. */
function findOther(amount: Amount, same: readonly Stated[], all: readonly Stated[], held: Held): Stated | null {
  const { statement, story } = held;
  if (amount.hedge !== null || amount.isRough || same.some((each) => countsSame(amount, each.amount))) return null;
  if (amount.kind === "number" && amount.isSpelled && amount.value <= 10 && amount.nouns.length === 0) return null;
  const wanted = new Map(contextAround(statement, amount, story));
  for (const noun of amount.nouns.slice(0, 2)) {
    const weight = wanted.get(near(noun));
    if (weight !== undefined) wanted.set(near(noun), weight * OF_NOUN);
  }
  const having = new Set(same.map(({ passage }) => passage.index));
  const rivals = all.filter(
    (each) =>
      !having.has(each.passage.index) &&
      each.amount.kind === amount.kind &&
      (each.amount.unit === amount.unit || shownValue(each.amount) === shownValue(amount)) &&
      isOfSize(amount, each.amount) &&
      !statement.amounts.some((said) => compareAmounts(said, each.amount) === "same"),
  );
  const rival = findRival(
    wanted,
    same.map(spotOf),
    rivals.map((each) => ({ ...each, ...spotOf(each) })),
    story,
    LEAD,
  );
  if (
    rival === null ||
    shareAround(wanted, rival, story) < LEAST_SHARE ||
    sharedBy(wanted, rival.passage).length < Math.min(2, wanted.size)
  )
    return null;
  return rival.passage.amounts.some(
    (each) =>
      each !== rival.amount && each.kind === amount.kind && Math.abs(each.value - rival.amount.value) === amount.value,
  )
    ? null
    : rival;
}

function spotOf({ amount: { first, next }, passage }: Stated): StorySpot {
  return { passage, first, next };
}

/** Both say the same noun for what they count. */
function countsSame(a: Amount, b: Amount): boolean {
  return a.nouns.some((noun) => b.nouns.some((other) => near(noun) === near(other)));
}

/** "two" is no slip for "1,904". */
function isOfSize(a: Amount, b: Amount): boolean {
  const ratio = a.value / b.value;
  return (ratio > 0.05 && ratio < 20) || countsSame(a, b);
}
