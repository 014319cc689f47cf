import type { Amount } from "../language/amount.ts";
import { compareAmounts, isPerOther, shownValue } from "./compare-amounts.ts";
import { saysDifference } from "./differences.ts";
import { isAge, isOfKind, isOtherUnit } from "./figure-kinds.ts";
import type { Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import type { Passage } from "./passage.ts";
import type { Verdict } from "./statement.ts";
import { amountsOf } from "./story-amounts.ts";
import type { TruthRule } from "./truth-rule.ts";

/** An amount with the story's amounts that it may be. */
export interface Question {
  amount: Amount;
  held: Held;
  all: readonly Stated[];
  /** Those that say the same. */
  same: readonly Stated[];
  /** One with the same number in another unit, from the statement's evidence where there is one. */
  unit: Stated | undefined;
  /** It stands in the evidence: the unit was turned. */
  isTurned: boolean;
}

export function questionOf(amount: Amount, held: Held): Question {
  const all = amountsOf(held.story);
  const likeness = all.map((each) => compareAmounts(amount, each.amount));
  const units = all.filter(
    (each, index) =>
      likeness[index] === "other-unit" &&
      shownValue(each.amount) === shownValue(amount) &&
      isOtherUnit(amount, each.amount),
  );
  const close = new Set(held.evidence.slice(0, 3).map(({ passage }) => passage));
  const isDifference = saysDifference(amount, held.statement.tokens);
  const turned =
    isDifference || amount.kind === "multiple" ? undefined : units.find(({ passage }) => close.has(passage));
  const same = all.filter(
    (each, index) =>
      likeness[index] === "same" &&
      (isAge(amount, held.statement) || isOfKind(each, amount, lastWithUnit(each.passage, held.story.passages))),
  );
  // "C$29 a year" for C$29 a month, which a bill that went up from C$29 does not make so.
  const isOfOtherTime = turned !== undefined && isPerOther(amount.per, turned.amount.per);
  return {
    amount,
    held,
    all,
    same: same.filter(({ amount: { per }, passage }) => !isOfOtherTime || per !== null || passage === turned.passage),
    unit: turned ?? units[0],
    isTurned: turned !== undefined,
  };
}

/** The passage in front of one, or of the bare numbers there: "16 minutes. 22. 19." */
function lastWithUnit({ index }: Passage, passages: readonly Passage[]): Passage | undefined {
  let at = index - 1;
  while (at > 0 && /^\d+\.$/.test(passages[at]?.text ?? "")) at--;
  return passages[at];
}

export function judged(
  { start, end }: Amount,
  rule: TruthRule | null,
  verdict: Verdict,
  because: string,
  source: Passage | null,
  instead?: Amount,
): Judged {
  const kind = rule === "direction-reversed" ? "direction" : "figure";
  return { kind, rule, start, end, verdict, because, source, fix: null, ...(instead && { instead: instead.text }) };
}
