import { listed } from "../language/dictionary.ts";
import { findQuotations } from "../language/quotation.ts";
import { findEvent } from "./event.ts";
import type { Held } from "./held.ts";
import { pointsForInvention } from "./invention.ts";
import type { Judged } from "./judged.ts";
import { followSpan } from "./spans.ts";

/** A longer sentence has something of the story in it, if told in other words. */
const LONGEST = 24;
const FEWEST_TOKENS = 4;

/** From here on a sentence is doubted: on stories kept aside from the fit 59 of 105 that nothing else finds, and 18 in 388 faithful posts. */
const LEAST_POINTS = 48;

/** Finds a sentence that states what happened and shares next to nothing with the story. */
export function judgeSentence(held: Held): Judged[] {
  const { statement, story } = held;
  if (!held.isFirstPerson || !mayBeFact(held)) return [];
  if (pointsForInvention(findEvent(statement, story), held) < LEAST_POINTS || isWorkedOut(held)) return [];
  return [
    {
      kind: "sentence",
      rule: "sentence-without-source",
      start: 0,
      end: statement.text.length,
      verdict: "untraced",
      because: "the story says nothing of this",
      source: null,
      fix: null,
    },
  ];
}

/** "I stayed ten and a half hours.": a length that the story's times give is no invention. */
function isWorkedOut({ statement, story }: Held): boolean {
  return statement.amounts.some(
    (amount) =>
      amount.kind === "duration" &&
      amount.unit === "hours" &&
      followSpan(amount, story.passages, statement, () => false) !== null,
  );
}

/** Questions, headings, advice to "you", quotations and general truths state no fact of the story. */
function mayBeFact({ statement: { text, tokens } }: Held): boolean {
  if (
    /[?:]["”’)]*$/u.test(text) ||
    tokens.filter(({ kind }) => kind === "word").length < FEWEST_TOKENS ||
    tokens.length > LONGEST
  )
    return false;
  if (tokens.some(({ key }) => listed("irrealis").get(key) === true)) return false;
  if (findQuotations(text).some((quotation) => quotation.text.length > text.length / 2)) return false;
  return /[.!]["”’)]*$/u.test(text);
}
