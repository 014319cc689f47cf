import type { Amount } from "../language/amount.ts";
import { listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { clauseOf } from "./clause.ts";
import { compareAmounts } from "./compare-amounts.ts";
import { type Scope, saysAsMuch } from "./find-scopes.ts";
import type { Held } from "./held.ts";
import { contextAround } from "./local.ts";
import { near } from "./near.ts";
import { findPartials, wordsOfPartial } from "./partials.ts";
import type { Passage } from "./passage.ts";
import { sharedBy } from "./rival.ts";

/** Where the passage that a statement is from says how many, and in which words. */
interface Placed {
  words: string;
  passage: Passage;
}

const LEAST_PLACE = 3;
/** How far another place may be behind the best one, and how many are looked at. */
const NEAR_PLACE = 2.5;
const MOST_PLACES = 3;
/** Of "all 412 customers" a story tells many counts. */
const MOST_COUNTED = 12;

/** "All of them said yes" where the statement is from "71 said yes": a part, or a count, that the place of a word of scope tells. */
export function findPart(scope: Scope, { statement, story, course }: Held): Placed | null {
  const [best] = course.places;
  if (best === undefined || best.score < LEAST_PLACE || !mayWiden(scope)) return null;
  const wanted = contextAround(clauseOf(statement, scope), scope, story);
  for (const { passage } of course.places.slice(0, MOST_PLACES)) {
    if (course.behind(passage) > NEAR_PLACE || saysAsMuch(passage, scope)) break;
    const shared = sharedBy(wanted, passage);
    const words = shared.length === 0 ? null : partIn(passage, scope, statement, shared);
    if (words !== null) return { words, passage };
  }
  return null;
}

/** "never" and "some" widen nothing that is counted, and "most" of them may be any count. */
function mayWiden({ isNever, from, to }: Scope): boolean {
  return !isNever && (from >= ALL || to === 0);
}

/** The words in which a passage says that it were not as many as a scope says. */
function partIn(passage: Passage, scope: Scope, statement: Passage, shared: readonly string[]): string | null {
  if (isSmallestSaid(passage, statement)) return null;
  const whole = statement.amounts.find(({ first }) => first === scope.next)?.value;
  const part = findPartials(passage).find(
    (each) =>
      (whole === undefined || each.whole === whole) &&
      isOutside(each.share, scope) &&
      !isSaid(
        passage.amounts.find(({ first }) => first === each.first),
        statement,
      ),
  );
  if (part !== undefined) return wordsOfPartial(passage, part);
  if (whole !== undefined && whole > MOST_COUNTED) return null;
  return passage.amounts.find((each) => isCount(each, passage, shared) && !isSaid(each, statement))?.text ?? null;
}

const ALL = 0.8;
const GRACE = 0.06;

function isOutside(share: number, { from, to }: Scope): boolean {
  const grace = from === to ? 0 : GRACE;
  return share > 0 && (share < from - grace || share > to + grace);
}

/** "71 said yes", "Nine of the 24", "9 hands went up" of hands. */
function isCount(
  { kind, isImplied, hedge, first, next, nouns, value }: Amount,
  { tokens }: Passage,
  shared: readonly string[],
): boolean {
  if (kind !== "number" || isImplied || hedge !== null) return false;
  // "the 41 schools" are all of them
  if (listed("wholes").get(tokens[first - 1]?.key ?? "") === true) return false;
  const behind = tokens[next]?.key ?? "";
  if (behind === "of" || isPast(behind) || listed("auxiliaries").get(behind) === true) return true;
  return value > 1 && nouns[0] !== undefined && shared.includes(near(nouns[0]));
}

/** A statement that has the passage's smallest number, too, means those alone. */
function isSmallestSaid({ amounts }: Passage, statement: Passage): boolean {
  const [smallest] = amounts
    .filter(({ kind, isImplied }) => kind === "number" && !isImplied)
    .sort((a, b) => a.value - b.value);
  return isSaid(smallest, statement);
}

function isSaid(told: Amount | undefined, { amounts }: Passage): boolean {
  return told !== undefined && amounts.some((amount) => compareAmounts(amount, told) === "same");
}
