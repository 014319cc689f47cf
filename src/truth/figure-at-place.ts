import type { Amount } from "../language/amount.ts";
import { clauseOf } from "./clause.ts";
import { countsSame } from "./counting.ts";
import type { WantedWords } from "./evidence.ts";
import type { Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import { contextAround } from "./local.ts";
import { isBesideOther, isExplained, isInstead, isSmallNumber, mayBeFramed, spotOf } from "./other-figure.ts";
import { shareAround } from "./rival.ts";

/** A statement is surely from a place from here on … */
const LEAST_PLACE = 3;
/** … that is so much likelier than where its figure stands. */
const LEAD = 1.5;
/** How far the second place may be behind the first. */
const NEAR_PLACE = 1;

const LEAST_SHARE = 0.4;
const OF_SAME_NOUN = 0.3;
const TIMES_OWN = 2;
/** Smaller numbers in words stand for too many things. */
const LEAST_IN_WORDS = 5;

/** An amount of the passage that the statement is from, where its own amount stands only far from there, among other words. */
export function findAtPlace(
  amount: Amount,
  same: readonly Stated[],
  all: readonly Stated[],
  held: Held,
): Stated | null {
  const { statement, course, story } = held;
  if (!mayBeTaken(amount, same, held)) return null;
  const [best] = course.places;
  if (best === undefined || best.score < LEAST_PLACE) return null;
  const own = Math.max(...same.map(({ passage }) => course.score(passage)));
  const places = course.places
    .slice(0, 2)
    .filter(({ passage, score }) => course.behind(passage) <= NEAR_PLACE && score >= own + LEAD)
    .map(({ passage }) => passage);
  const wanted = contextAround(clauseOf(statement, amount), amount, story);
  const ours = Math.max(...same.map((each) => shareAround(wanted, spotOf(each), story)));
  const told = all.filter(
    (each) =>
      places.includes(each.passage) &&
      isInstead(amount, each.amount, statement) &&
      !isBesideOther(amount, each, statement) &&
      !isExplained(amount, each, all, statement),
  );
  return mostShared(amount, told, wanted, held, Math.max(LEAST_SHARE, ours * TIMES_OWN));
}

function mayBeTaken(amount: Amount, same: readonly Stated[], { statement }: Held): boolean {
  if (amount.isRough || !mayBeFramed(amount, statement)) return false;
  if (isSmallNumber(amount) && amount.value < LEAST_IN_WORDS) return false;
  return !same.some((each) => countsSame(amount, each.amount));
}

/** The amount that stands among most of what is wanted, where that is enough. */
function mostShared(
  amount: Amount,
  told: readonly Stated[],
  wanted: WantedWords,
  { story }: Held,
  least: number,
): Stated | null {
  let [best, most]: [Stated | null, number] = [null, least];
  for (const each of told) {
    const share = shareAround(wanted, spotOf(each), story) + (countsSame(amount, each.amount) ? OF_SAME_NOUN : 0);
    if (share > most) [best, most] = [each, share];
  }
  return best;
}
