import type { Amount } from "../language/amount.ts";
import type { Stated } from "./follow.ts";
import { sidesOf } from "./frame.ts";
import type { Held } from "./held.ts";
import { goesOnFrom, isInstead, mayBeFramed } from "./other-figure.ts";
import type { Passage } from "./passage.ts";

/** What stands right around is the story's to so much, and so much more than around the amount's own place. */
const LEAST = 5;
const LEAD = 4;
/** A statement is likely from a place from here on. */
const LEAST_PLACE = 3;
/** In front and behind. */
const LEAST_SIDE = 0.3;

/** The amount that the story has between the very words that stand around this one: "only 4 of us had ever met" for "only 9 of us had ever met". */
export function findVerbatimFigure(
  amount: Amount,
  same: readonly Stated[],
  all: readonly Stated[],
  { statement, story, course }: Held,
): Stated | null {
  if (!mayBeFramed(amount, statement) || isWhole(amount, statement)) return null;
  const frame = ({ passage, amount: told }: Stated): number => {
    const { front, behind } = sidesOf(statement, amount, passage, told, story);
    return Math.min(front, behind) > LEAST_SIDE ? front + behind : 0;
  };
  const least = Math.max(LEAST, Math.max(0, ...same.map(frame)) + LEAD);
  const place = Math.max(LEAST_PLACE, ...same.map(({ passage }) => course.score(passage)));
  let best: { told: Stated; score: number } | null = null;
  for (const told of all) {
    if (
      same.some((said) => said.passage === told.passage || goesOnFrom(said, told)) ||
      course.score(told.passage) < place ||
      !isInstead(amount, told.amount, statement)
    )
      continue;
    const score = frame(told);
    if (score >= (best?.score ?? least)) best = { told, score };
  }
  return best?.told ?? null;
}

/** "half of the 231 customers" */
function isWhole({ first }: Amount, { tokens }: Passage): boolean {
  return tokens.slice(Math.max(0, first - 2), first).some(({ key }) => key === "of");
}
