import type { Amount } from "../language/amount.ts";
import { compareAmounts, shownValue } from "./compare-amounts.ts";
import type { Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import { contextAround } from "./local.ts";
import { near } from "./near.ts";
import { findRival, type StorySpot, shareAround, sharedBy } from "./rival.ts";

/** What is counted says more than the other words around. */
const OF_NOUN = 1.8;

const LEAD = { margin: 2.2, ratio: 1.7 };

const LEAST_SHARE = 0.4;

/** The amount that the story has where the statement has this one, which the story has elsewhere. */
export function findOther(amount: Amount, same: readonly Stated[], all: readonly Stated[], held: Held): Stated | null {
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

export function spotOf({ amount: { first, next }, passage }: Stated): StorySpot {
  return { passage, first, next };
}

/** Both say the same noun for what they count. */
export function countsSame(a: Amount, b: Amount): boolean {
  return a.nouns.some((noun) => b.nouns.some((other) => near(noun) === near(other)));
}

/** "two" is no slip for "1,904". */
function isOfSize(a: Amount, b: Amount): boolean {
  const ratio = a.value / b.value;
  return (ratio > 0.05 && ratio < 20) || countsSame(a, b);
}
