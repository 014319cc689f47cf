import type { Amount } from "../language/amount.ts";
import { fits, isOfCurrency } from "./compare-amounts.ts";
import { isWorkedOut, saysDifference } from "./differences.ts";
import { isSmall } from "./figure-kinds.ts";
import type { Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import type { Question } from "./question.ts";
import { amountsOf } from "./story-amounts.ts";

/** "420 were overtime", where the story has 402 there: the same digits in another order. */
export function findTransposed({ amount, same, held }: Question): Stated | null {
  const digits = digitsOf(amount);
  if (same.length > 0 || digits.length < 2) return null;
  for (const { passage } of held.evidence.slice(0, 3)) {
    const told = passage.amounts.find(
      (each) => each.kind === amount.kind && each.value !== amount.value && digitsOf(each) === digits,
    );
    // "58 cues, 85 fewer than a year before"
    if (told !== undefined)
      return held.statement.amounts.some(({ text }) => text === told.text) ? null : { amount: told, passage };
  }
  return null;
}

/** In their order by size. */
function digitsOf({ text }: Amount): string {
  return [...text.replace(/\D/g, "")].sort().join("");
}

/** "$4,000" of a story that is told in euros. */
export function isForeign({ kind, unit }: Amount, { story }: Held): boolean {
  const money = amountsOf(story).filter(({ amount }) => amount.kind === "money");
  return kind === "money" && money.length > 0 && !money.some(({ amount }) => isOfCurrency({ unit, text: "" }, amount));
}

/** "22 meetings", where the story has 27 meetings there, and 22 of something else. */
export function findCounted(
  amount: Amount,
  same: readonly Stated[],
  { evidence, statement, isFirstPerson }: Held,
): Stated | null {
  const [noun] = amount.nouns;
  // "Three call-outs a month" is how people talk.
  if (saysDifference(amount, statement.tokens) || isSmall(amount, statement)) return null;
  if (!isFirstPerson || amount.kind !== "number" || noun === undefined) return null;
  const counts = ({ nouns }: Amount): boolean => nouns.slice(0, 2).some((each) => near(each) === near(noun));
  // "three families out of 28 claimed it"
  const mayCount = ({ amount: each, passage }: Stated): boolean =>
    counts(each) || each.nouns.length === 0 || passage.features.has(near(noun));
  if (same.some(mayCount)) return null;
  const told = evidence
    .slice(0, 3)
    .flatMap(({ passage }) => passage.amounts.map((each): Stated => ({ amount: each, passage })));
  return (
    told.find(
      ({ amount: each }) =>
        each.kind === "number" &&
        each.per === amount.per &&
        !fits(amount, each.value) &&
        near(each.nouns[0] ?? "") === near(noun) &&
        !isWorkedOut(amount, each, statement),
    ) ?? null
  );
}

/** "four hours to spare", where the line that is most like it has four minutes, and four hours are told of an exam. */
export function isOfOther(same: readonly Stated[], unit: Stated, { evidence, course, isFirstPerson }: Held): boolean {
  const scoreOf = (passage: Passage): number => evidence.find((each) => each.passage === passage)?.score ?? 0;
  if (!isFirstPerson || unit.amount.kind !== "duration") return false;
  const [place] = course.places;
  if (place?.passage === unit.passage && same.every(({ passage }) => course.behind(passage) > FAR)) return true;
  return scoreOf(unit.passage) > CLEARLY * Math.max(...same.map(({ passage }) => scoreOf(passage)), LEAST_LIKE);
}

/** In the logarithm of a likelihood. */
const FAR = 4;
const CLEARLY = 1.4;
/** In the score of evidence. */
const LEAST_LIKE = 4;
