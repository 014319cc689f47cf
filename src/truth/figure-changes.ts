import type { Amount } from "../language/amount.ts";
import { clauseOf } from "./clause.ts";
import { fits } from "./compare-amounts.ts";
import { isOtherSide } from "./figure-kinds.ts";
import type { Stated } from "./follow.ts";
import { follow, followRound } from "./follow-figure.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround } from "./local.ts";
import { findEnd, findOtherDifference, findPoints, isBy } from "./named-change.ts";
import { spotOf } from "./other-figure.ts";
import { judged, type Question } from "./question.ts";
import { findRatio, findTurnedChange, sayRatio } from "./ratio.ts";
import { shareAround } from "./rival.ts";

/** "The wait shrank by four hours", where it went from 5 h 10 to 1 h 40. */
export function judgeDifference({ amount, held }: Question): Judged | null {
  const end = findEnd(amount, held);
  if (end !== null)
    return judged(
      amount,
      "figure-of-another-thing",
      "contradicted",
      `the story goes from ${end.from.text} to ${end.to.text}`,
      end.passage,
    );
  const other = findOtherDifference(amount, held) ?? findPoints(amount, held);
  if (other === null) return null;
  const { small, large } = other;
  const both = `${small.amount.text} and ${large.amount.text}`;
  return judged(amount, "figure-not-in-story", "contradicted", `the story has ${both}`, small.passage);
}

/** "Calls fell by nearly a third", where the story has a third of something else, and calls that fell by two thirds. */
export function judgeTurned(question: Question): Judged | null {
  const { amount, same, held } = question;
  if (!amount.isRough || amount.kind !== "share" || same.length === 0 || !isBy(amount, held.statement.tokens))
    return null;
  const wanted = contextAround(clauseOf(held.statement, amount, 1), amount, held.story);
  if (same.some((each) => shareAround(wanted, spotOf(each), held.story) >= LEAST_SHARED)) return null;
  const found = judgeRatio(question);
  return found?.verdict === "contradicted" ? found : null;
}

const LEAST_SHARED = 0.5;

/** "He cut it by a fifth", where the story goes up by one. */
export function judgeReversed({ amount, held }: Question): Judged | null {
  const pair = findTurnedChange(amount, held);
  if (pair === null) return null;
  const { small, large } = pair;
  const isFirst = small.amount.first < large.amount.first;
  const [from, to] = isFirst ? [small, large] : [large, small];
  const because = `the story goes from ${from.amount.text} to ${to.amount.text}`;
  return judged(amount, "direction-reversed", "contradicted", because, from.passage);
}

/** A share or multiple comes from two figures that are about the same, or from none. */
export function judgeRatio({ amount, held, all, isTurned }: Question): Judged | null {
  if ((amount.kind !== "multiple" && amount.kind !== "share") || isTurned) return null;
  // "the worst was twice that"
  if (/^(?:that|this|it)$/.test(held.statement.tokens[amount.next]?.key ?? "")) return null;
  const ratio = findRatio(amount, held);
  if (ratio === null) return null;
  const { small, large } = ratio.pair;
  const both = `${small.amount.text} against ${large.amount.text}`;
  if (
    (ratio.way === "rise" && isOtherSide(amount, held.statement, "up")) ||
    (ratio.way === "fall" && isOtherSide(amount, held.statement, "down"))
  )
    return judged(amount, "direction-reversed", "contradicted", `the story has ${both}`, small.passage);
  if (ratio.way !== null) return judged(amount, null, "follows", `follows from ${sayRatio(ratio)}`, small.passage);
  const mayFollow =
    restOf(amount, held) !== null ||
    followRound(amount, all, held) !== null ||
    (!amount.isRough && follow(amount, all, held) !== null);
  if (mayFollow && ratio.isNamed !== true) return null;
  return judged(amount, "figure-not-in-story", "contradicted", `the story has ${both}`, small.passage);
}

/** "More than a quarter leave it alone" where 72% use it: the share beside the statement's place that leaves this one. */
export function restOf(amount: Amount, { evidence }: Held): Stated | null {
  if (amount.kind !== "share") return null;
  const shares = evidence
    .slice(0, 3)
    .flatMap(({ passage }) => passage.amounts.map((each): Stated => ({ amount: each, passage })));
  return shares.find(({ amount: { kind, value } }) => kind === "share" && fits(amount, 1 - value)) ?? null;
}
