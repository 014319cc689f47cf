import type { Amount } from "../language/amount.ts";
import { listed } from "../language/dictionary.ts";
import { followColumn } from "./columns.ts";
import { compareAmounts, fits } from "./compare-amounts.ts";
import { countsSame } from "./counting.ts";
import { saysDifference } from "./differences.ts";
import { type Following, followOne, followProduct, followTwo, type Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import { contextAround, supportAround } from "./local.ts";
import type { Passage } from "./passage.ts";
import { followRate } from "./rate.ts";
import { followSpan } from "./spans.ts";

/** A passage is close when it shares so much of what the best one shares. */
const CLOSE = 0.55;

export function follow(amount: Amount, all: readonly Stated[], held: Held): Following | null {
  const { story, statement, earlier } = held;
  const indexes = closeIndexes(held);
  const close = all.filter(({ passage }) => indexes.has(passage.index));
  const rest = all.filter(({ passage }) => !indexes.has(passage.index));
  const isRest = saysRest(statement);
  for (const each of [...close, ...(isVague(amount) ? [] : rest)]) {
    const one = followOne(amount, each, isRest);
    if (one !== null) return one;
  }
  const twice = isBothWays(statement) ? all.find((each) => isTwice(amount, each.amount)) : undefined;
  if (twice !== undefined) return { because: `${twice.amount.text} there and back`, passage: twice.passage };
  const span =
    followSpan(amount, story.passages, statement, ({ index }) => indexes.has(index)) ??
    followRate(amount, all, close) ??
    followProduct(amount, [
      ...statedIn(statement, amount),
      ...earlier.flatMap((each) => statedIn(each, amount)),
      ...all,
    ]);
  if (span !== null) return span;
  const said = [statement, ...earlier.toReversed()].map((passage) => exactIn(passage, amount));
  const own = said.slice(0, 2).flat();
  const top = strongest(amount, all, held);
  return (
    pairs(amount, own, own, always) ??
    fromAnywhere(amount, own, all, statement) ??
    pairs(amount, close, close, isTogether) ??
    pairs(amount, top, top, isOfSame) ??
    pairs(amount, all, all, isExact(amount) ? isTogether : isChange) ??
    (amount.isSpelled ? null : pairs(amount, said.flat(), said.flat(), isNoTally)) ??
    (isExact(amount) ? followColumn(amount, story) : null)
  );
}

/** "there and back", "home again", "both ways": a way is told twice. */
function isBothWays({ text }: Passage): boolean {
  return /\b(?:there and back|(?:home|back) again|both ways|round[ -]trip|return trip)\b/i.test(text);
}

function isTwice(amount: Amount, told: Amount): boolean {
  return /^(?:measure|duration)$/.test(amount.kind) && amount.unit === told.unit && fits(amount, told.value * 2);
}

/** The amounts that a statement of the post says exactly, but for the one that is asked about. */
function exactIn(passage: Passage, amount: Amount): Stated[] {
  return passage.amounts
    .filter((each) => each !== amount && each.hedge === null && !each.isRough)
    .map((each) => ({ amount: each, passage }));
}

/** The indexes of a passage and those beside it, and of the lines it leads to: "Our first-quarter revenue:". */
function around({ index, text }: Passage, passages: readonly Passage[]): number[] {
  const beside = [index - 1, index, index + 1];
  if (!/[:：]\s*$/.test(text)) return beside;
  const block = passages[index]?.block ?? 0;
  const led = passages.slice(index + 1, index + 1 + LEADS_TO).filter(({ block: own }) => own > block);
  return [...beside, ...led.map((each) => each.index)];
}

const LEADS_TO = 4;

/** "410 resets at roughly 11 minutes apiece comes to some 75 hours": the other amounts of a statement. */
function statedIn(statement: Passage, amount: Amount): Stated[] {
  return statement.amounts.filter((each) => each !== amount).map((each) => ({ amount: each, passage: statement }));
}

/** What the words around call for may come from figures that stand far from each other: points, a difference, a small share of money. */
function fromAnywhere(
  amount: Amount,
  own: readonly Stated[],
  all: readonly Stated[],
  statement: Passage,
): Following | null {
  if (amount.kind === "points" && (amount.hedge ?? "about") === "about") return pairs(amount, all, all, always);
  if (saysDifference(amount, statement.tokens))
    return pairs(amount, own, all, always) ?? pairs(amount, all, all, always);
  if (amount.kind !== "share" || amount.isRough || amount.hedge === null) return null;
  const money = all.filter(({ amount: { kind } }) => kind === "money");
  return pairs(amount, money, money, always);
}

/** Follows a single amount near the statement's evidence: a rounding, or what a share leaves. */
export function followRound(amount: Amount, all: readonly Stated[], held: Held): Following | null {
  const close = closeIndexes(held);
  const isRest = saysRest(held.statement);
  for (const each of all) {
    if (!close.has(each.passage.index) || isSaidBeside(amount, each.amount, held.statement)) continue;
    const one = followOne(amount, each, isRest);
    if (one !== null) return one;
  }
  return null;
}

/** "28%, less than a third of that": what is said already is not said again, rounded. */
function isSaidBeside(amount: Amount, told: Amount, { amounts }: Passage): boolean {
  return isVague(amount) && amounts.some((each) => each !== amount && compareAmounts(each, told) === "same");
}

/** The indexes of the passages that are most like a statement, of those beside them, and of the lines that they lead to. */
function closeIndexes({ evidence, story }: Held): Set<number> {
  const best = evidence[0]?.score ?? 0;
  const close = evidence.filter(({ score }) => score >= best * CLOSE);
  return new Set(close.flatMap(({ passage }) => around(passage, story.passages)));
}

function saysRest({ tokens }: Passage): boolean {
  return tokens.some(({ key }) => listed("remainder").get(key) === true || DENIED.test(key));
}

/** "unpaid", "didn't": words of what a share leaves, too. */
const DENIED = /^(?:un\p{L}+|\p{L}+n't)$/u;

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
export function isVague({ kind, isRough }: Amount): boolean {
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

/** Bare counts add up to too much by accident. */
function isNoTally({ amount: a }: Stated, { amount: b }: Stated): boolean {
  return a.kind !== "number" || b.kind !== "number";
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
