import type { Amount } from "../language/amount.ts";
import { clauseOf } from "./clause.ts";
import { compareAmounts, fits, shownValue } from "./compare-amounts.ts";
import { countsSame, isCounting, isSameCount } from "./counting.ts";
import { isComplement, isDifference, isWorkedOut } from "./differences.ts";
import type { Stated } from "./follow.ts";
import { frameOf } from "./frame.ts";
import type { Held } from "./held.ts";
import { contextAround, supportAround } from "./local.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import { findRival, type StorySpot, shareAround, sharedBy } from "./rival.ts";
import { changesIn } from "./stated-changes.ts";

/** What is counted says more than the other words around. */
const OF_NOUN = 1.8;

const LEAD = { margin: 2.2, ratio: 2.4 };

const LEAST_SHARE = 0.4;

/** The amount that the story has where the statement has this one, which the story has elsewhere. */
export function findOther(amount: Amount, same: readonly Stated[], all: readonly Stated[], held: Held): Stated | null {
  const { statement, story } = held;
  if (
    amount.hedge !== null ||
    amount.isRough ||
    isLessThan(amount, statement) ||
    same.some((each) => countsSame(amount, each.amount))
  )
    return null;
  if (amount.kind === "number" && amount.isSpelled && amount.value <= 10 && amount.nouns.length === 0) return null;
  const wanted = new Map(contextAround(clauseOf(statement, amount), amount, story));
  for (const noun of amount.nouns.slice(0, 2)) {
    const weight = wanted.get(near(noun));
    if (weight !== undefined) wanted.set(near(noun), weight * OF_NOUN);
  }
  const having = new Set(same.map(({ passage }) => passage.index));
  const rivals = all.filter(
    (each) =>
      ![-1, 0, 1].some((step) => having.has(each.passage.index + step)) &&
      each.amount.kind === amount.kind &&
      (each.amount.unit === amount.unit || shownValue(each.amount) === shownValue(amount)) &&
      isOfSize(amount, each.amount) &&
      (!isSmallNumber(amount) || isSmallSlip(amount, each.amount)) &&
      !isSaid(each.amount, statement) &&
      !isSameCount(amount, each.amount) &&
      !isBesideOther(amount, each, statement),
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
    (sharedBy(wanted, rival.passage).length < 2 && shownValue(rival.amount) !== shownValue(amount))
  )
    return null;
  return isDifference(amount, rival, all, statement) || isComplement(amount, rival.amount) ? null : rival;
}

/** "three call-outs a month" are no slip for 286 of them. */
function isSmallSlip(amount: Amount, told: Amount): boolean {
  return countsSame(amount, told) && told.value <= amount.value * MOST_TIMES;
}

/** In "from 6% to 9%" what stands beside 9% in the story is no slip for 6%. */
export function isBesideOther(amount: Amount, rival: Stated, statement: Passage): boolean {
  const change = changesIn(statement).find(({ from, to }) => from === amount || to === amount);
  if (change === undefined) return false;
  const other = change.from === amount ? change.to : change.from;
  return rival.passage.amounts.some((each) => compareAmounts(each, other) === "same");
}

/** Small numbers in words stand for many things. */
export function isSmallNumber({ kind, isSpelled, value }: Amount): boolean {
  return kind === "number" && isSpelled && value <= 12;
}

export function spotOf({ amount: { first, next }, passage }: Stated): StorySpot {
  return { passage, first, next };
}

/** The words right around have to be the same to this much, and so much more than around the amount's own place … */
const LEAST_FRAME = 2.2;
const FRAME_LEAD = 1.2;
/** … and the words further off have to speak for it, too. */
const SUPPORT_RATIO = 1.15;
const SUPPORT_MARGIN = 0.4;

/** Where the two places share a single word, that has to be most of what is there. */
const LEAST_OF_ONE = 0.45;

/** The amount that the story has between the very words that stand around this one in the statement. */
export function findFramed(
  amount: Amount,
  same: readonly Stated[],
  all: readonly Stated[],
  held: Held,
  leastShare = 0,
): Stated | null {
  const { statement, story } = held;
  if (!mayBeFramed(amount, statement)) return null;
  const wanted = contextAround(clauseOf(statement, amount), amount, story);
  const standing = (each: Stated): Standing => ({
    support: supportAround(each.passage, each.amount, wanted, story) + held.course.at(each.passage),
    frame: frameOf(statement, amount, each.passage, each.amount, story),
  });
  const own = same.map(standing);
  const least: Standing = {
    frame: Math.max(LEAST_FRAME, Math.max(0, ...own.map(({ frame }) => frame)) + FRAME_LEAD),
    support: Math.max(0, ...own.map(({ support }) => support)) * SUPPORT_RATIO + SUPPORT_MARGIN,
  };
  let best: Stated | null = null;
  let score = 0;
  for (const each of all) {
    if (!mayStandFor(amount, each, same, statement)) continue;
    const { frame, support } = standing(each);
    if (frame < least.frame || support < least.support || frame + support <= score) continue;
    const isOneWord = sharedBy(wanted, each.passage).length < 2;
    const leastShared = isOneWord ? Math.max(leastShare, LEAST_OF_ONE) : leastShare;
    if (shareAround(wanted, spotOf(each), story) < leastShared || isExplained(amount, each, all, statement)) continue;
    [best, score] = [each, frame + support];
  }
  return best;
}

/** Whether an amount of the story may be what was meant: another than those that are the same, and nothing that they go on from. */
function mayStandFor(amount: Amount, told: Stated, same: readonly Stated[], statement: Passage): boolean {
  if (same.includes(told) || !isInstead(amount, told.amount, statement)) return false;
  if (same.some((said) => goesOnFrom(said, told)) || isPartOfOther(amount, told, statement)) return false;
  if (isTotalOfMore(amount, told.amount, statement) || isComplement(amount, told.amount)) return false;
  // "64 passengers" of the story are no slip for its four coaches.
  return countsSame(amount, told.amount) || !same.some((said) => isCounting(amount, said.amount));
}

/** "7 of 31 clients" are not of 5. */
function isTotalOfMore(amount: Amount, told: Amount, { amounts, tokens }: Passage): boolean {
  if (tokens[amount.first - 1]?.key !== "of") return false;
  const part = amounts.find(({ next }) => next === amount.first - 1);
  return part !== undefined && part.value > told.value;
}

/** "The day shift had made 14,900 good cans. Hers had made 20,600.": the second says of the same what the first says. */
export function goesOnFrom(said: Stated, before: Stated): boolean {
  return said.amount.nouns.length === 0 && said.passage.index - before.passage.index === 1;
}

/** In "from 31 columns to 7" the story's "of the 31 columns, 12" is no slip for 7: it tells of a part. */
function isPartOfOther(amount: Amount, { amount: told, passage }: Stated, statement: Passage): boolean {
  const change = changesIn(statement).find(({ to }) => to === amount);
  if (change === undefined) return false;
  return passage.amounts.some(
    (each) =>
      each !== told &&
      compareAmounts(each, change.from) === "same" &&
      passage.tokens.slice(Math.max(0, each.first - 2), each.first).some(({ key }) => key === "of"),
  );
}

/** How much the words around an amount of the story are the statement's: those right around it, and all. */
interface Standing {
  frame: number;
  support: number;
}

/** "€2,400 a person" is worked out, "dozens" and what is hedged to one side are no figure to mistake. */
export function mayBeFramed(amount: Amount, statement: Passage): boolean {
  const { hedge, next, text } = amount;
  const { tokens } = statement;
  if (isLessThan(amount, statement)) return false;
  if (hedge !== null && hedge !== "about") return false;
  return !/^(?:an?|per|each|apiece)$/.test(tokens[next]?.key ?? "") && !/dozens?$/i.test(text);
}

/** "ten minutes less than that" */
function isLessThan({ next }: Amount, { tokens }: Passage): boolean {
  return tokens[next + 1]?.key === "than";
}

/** Whether an amount of the story may be what was meant: of the same unit, another number, and nowhere in the statement. */
export function isInstead(amount: Amount, told: Amount, statement: Passage): boolean {
  if (told.kind !== amount.kind || told.unit !== amount.unit || told.per !== amount.per) return false;
  if (compareAmounts(amount, told) === "same" || fits(amount, told.value)) return false;
  return !isSaid(told, statement) && !(isSmallNumber(amount) && told.value > amount.value * MOST_TIMES);
}

/** A small number in words is no slip for one so much larger. */
const MOST_TIMES = 6;

export function isExplained(amount: Amount, told: Stated, all: readonly Stated[], statement: Passage): boolean {
  // "47 min → 12 min": both are of the same.
  const isChange = changesIn(told.passage).some(
    ({ from, to }) => from === told.amount && compareAmounts(to, amount) === "same",
  );
  return isChange || isWorkedOut(amount, told.amount, statement) || isDifference(amount, told, all, statement);
}

function isSaid(told: Amount, { amounts }: Passage): boolean {
  return amounts.some((said) => compareAmounts(said, told) === "same");
}

/** "two" is no slip for "1,904". */
function isOfSize(a: Amount, b: Amount): boolean {
  const ratio = a.value / b.value;
  return (ratio > 0.05 && ratio < 20) || countsSame(a, b);
}
