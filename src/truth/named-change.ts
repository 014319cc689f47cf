import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import type { Token } from "../language/token.ts";
import { clauseOf } from "./clause.ts";
import { compareAmounts, fits } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import { type Pair, type RankedPair, rankAround, valuesOf } from "./pairs.ts";
import type { Passage } from "./passage.ts";
import { changeOfRow, changesIn, type StatedChange } from "./stated-changes.ts";

/** "cut it by roughly a third": what is left of it is told in other words. */
export function isBy({ first }: Amount, tokens: Passage["tokens"]): boolean {
  let at = first - 1;
  // "by a little over £3,000"
  while (at > first - OF_HEDGE && isHedging(tokens[at])) at--;
  return tokens[at]?.key === "by";
}

/** "cut it to half its length" */
export function isCutTo({ first }: Amount, tokens: Passage["tokens"]): boolean {
  let at = first - 1;
  while (at > first - OF_HEDGE && isHedging(tokens[at]) && tokens[at]?.key !== "to") at--;
  return (
    tokens[at]?.key === "to" &&
    tokens.slice(Math.max(0, at - OF_HEDGE), at).some(({ key }) => DICTIONARY.direction.get(key) !== undefined)
  );
}

/** In tokens. */
const OF_HEDGE = 5;

function isHedging(token: Token | undefined): boolean {
  const key = token?.key ?? "";
  return (
    key !== "by" &&
    (/^(?:little|bit|shade)$/.test(key) ||
      DICTIONARY.hedges.get(key) !== undefined ||
      listed("functionWords").get(key) === true)
  );
}

/** "36% more", "a fifth longer" */
export function isCompared({ next }: Amount, tokens: Passage["tokens"]): boolean {
  const key = tokens[next]?.key ?? "";
  return listed("comparing").get(key) === true || /^(?:higher|lower)$/.test(key);
}

/** "Calls have tripled", "fell by a third", "half as many drivers quit". */
function saysChange(amount: Amount, { tokens }: Passage): boolean {
  if (amount.kind === "multiple" || isBy(amount, tokens)) return true;
  return tokens[amount.next]?.key === "as" || isCompared(amount, tokens);
}

/** Changes as near as this to the nearest one count, too. */
const AS_NEAR = 0.9;

/** The change that a share or multiple is told of by its name, and one of that name that gives it; null where none is told by its name. */
export function findNamedChange<T extends RankedPair & { ways: readonly unknown[] }>(
  amount: Amount,
  ranked: readonly T[],
  held: Held,
): { told: T; given: T | null } | null {
  if (!saysChange(amount, held.statement)) return null;
  const changes = ranked.filter(({ pair }) => pair.isChange);
  const least = (changes[0]?.relevance ?? 0) * AS_NEAR;
  const named = changes.filter(({ pair, relevance }) => relevance >= least && isNamed(pair, amount, held));
  const [told] = named;
  // "“from $49”, on bills that averaged three times as much": as much as that.
  const { kind } = told?.pair.small.amount ?? amount;
  const isOfOther = held.statement.amounts.some((each) => each !== amount && each.kind === kind);
  if (isOfOther && held.statement.tokens[amount.next]?.key === "as") return null;
  if (told === undefined) return null;
  // "The average handover had dropped from 41 minutes to 19", whatever the row of that name says.
  const isAsNear = ({ pair, relevance }: T): boolean => relevance >= told.relevance && !isOfRow(pair);
  const given =
    named.find(({ ways }) => ways.length > 0) ?? changes.find((each) => each.ways.length > 0 && isAsNear(each));
  return { told, given: given ?? null };
}

function isOfRow({ small: { amount, passage } }: Pair): boolean {
  return changeOfRow(passage).some(({ from, to }) => from === amount || to === amount);
}

/** Whether all that a row is named by stands around an amount: "calls" of "Calls a day: 131 → 48". */
function isNamed({ small, large }: Pair, amount: Amount, { statement }: Held): boolean {
  const { words, times, tokens } = small.passage;
  const first = Math.min(small.amount.first, large.amount.first);
  const colon = tokens.findIndex(({ text }) => text === ":");
  // "Replies went from about 12 a week to 70."
  const mover = tokens.findIndex(({ key }) => listed("movers").get(key) === true);
  const front = colon >= 0 ? colon : mover;
  if (front < 0 || front > first) return false;
  if (times.some(({ first }) => first < front)) return false;
  const name = words.filter(({ at, key }) => at < front && DICTIONARY.timeUnits.get(key) === undefined);
  const said = new Set(clauseOf(statement, amount, 1).words.map(({ stem }) => near(stem)));
  return name.length > 0 && name.every(({ stem }) => said.has(near(stem)));
}

/** In tokens: "the wait for the bag shrank by". */
const AROUND = 6;

/** "Income is up by £3,000": what something was more or less than before. */
function saysByHowMuch(amount: Amount, { tokens }: Passage): boolean {
  const before = tokens.slice(Math.max(0, amount.first - AROUND), amount.first);
  return isBy(amount, tokens) && before.some(({ key }) => DICTIONARY.direction.get(key) !== undefined);
}

/** Changes nearly as much about the same as the best one count, too. */
const NEAR_BEST = 0.65;

/** The change that a difference is told of by its name, where it is another: "the wait shrank by four hours" of 5 h 10 and 1 h 40. */
export function findOtherDifference(amount: Amount, held: Held): Pair | null {
  if (amount.kind === "share" || amount.kind === "multiple") return null;
  if (!saysByHowMuch(amount, held.statement)) return null;
  const changes = rankAround(amount, held).filter(({ pair }) => pair.isChange);
  const [best] = changes;
  if (best === undefined || best.pair.small.amount.kind !== amount.kind || !isNamed(best.pair, amount, held))
    return null;
  const isGiven = changes.some(({ pair, relevance }) => {
    const [low, high] = valuesOf(pair.small.amount, pair.large.amount);
    return relevance >= best.relevance * NEAR_BEST && fits(amount, high - low);
  });
  return isGiven ? null : best.pair;
}

/** The change of shares that a share is the difference of, in points: "six per cent lower" of 16% and 10%. */
export function findPoints(amount: Amount, held: Held): Pair | null {
  const { tokens } = held.statement;
  if (
    amount.kind !== "share" ||
    amount.isRough ||
    !(isCompared(amount, tokens) || saysByHowMuch(amount, held.statement))
  )
    return null;
  const [best] = rankAround(amount, held).filter(({ pair }) => pair.isChange && pair.small.amount.kind === "share");
  if (best === undefined || best.pair.large.amount.kind !== "share") return null;
  const [low, high] = valuesOf(best.pair.small.amount, best.pair.large.amount);
  const isRelative = [(high - low) / high, (high - low) / low].some((exact) => fits(amount, exact));
  return fits(amount, high - low) && !isRelative ? best.pair : null;
}

/** The change of which an amount is one end, where it is told as the difference: "€31,000 less" of €58,000 and €31,000. */
export function findEnd(amount: Amount, { statement, evidence }: Held): (StatedChange & { passage: Passage }) | null {
  if (
    amount.kind === "share" ||
    amount.kind === "multiple" ||
    !/^(?:more|less|fewer)$/.test(statement.tokens[amount.next]?.key ?? "")
  )
    return null;
  if (statement.tokens[amount.next + 1]?.key === "than") return null;
  for (const { passage } of evidence.slice(0, 2))
    for (const { from, to } of [...changesIn(passage), ...changeOfRow(passage)]) {
      const isEnd = [from, to].some((end) => compareAmounts(amount, end) === "same");
      if (isEnd && from.kind === to.kind && !fits(amount, Math.abs(to.value - from.value)))
        return { from, to, passage };
    }
  return null;
}
