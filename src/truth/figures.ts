import type { Amount } from "../language/amount.ts";
import { secondsOf } from "../language/amount-units.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { shownValue } from "./compare-amounts.ts";
import { findAtPlace } from "./figure-at-place.ts";
import { judgeDifference, judgeRatio, judgeReversed, judgeTurned, restOf } from "./figure-changes.ts";
import { isHour, isOdd, isOtherSide, isSmall } from "./figure-kinds.ts";
import { findCounted, findTransposed, isForeign, isOfOther } from "./figure-slips.ts";
import type { Following, Stated } from "./follow.ts";
import { follow, followRound, isVague } from "./follow-figure.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround } from "./local.ts";
import { isGivenNowhere } from "./nowhere.ts";
import { findFramed, findOther, spotOf } from "./other-figure.ts";
import { countsList, isOfPost } from "./own-counts.ts";
import type { Passage } from "./passage.ts";
import { judged, type Question, questionOf } from "./question.ts";
import { isOfRange } from "./ranges.ts";
import { AROUND } from "./ratio-ways.ts";
import { shareAround } from "./rival.ts";
import { certaintyOf } from "./slip.ts";
import { plainWords } from "./story-index.ts";
import { findVerbatimFigure } from "./verbatim.ts";

/** Holds the amounts of a statement against the story's. */
export function judgeFigures(held: Held): Judged[] {
  const { statement } = held;
  return statement.amounts.flatMap((amount) => (isOfPost(amount, statement) ? [] : judgeFigure(amount, held)));
}

function judgeFigure(amount: Amount, held: Held): Judged[] {
  const question = questionOf(amount, held);
  const found =
    judgeDifference(question) ??
    judgeReversed(question) ??
    judgeTurned(question) ??
    judgeSame(question) ??
    judgeTransposed(question) ??
    judgeRatio(question) ??
    judgeFollowing(question);
  return (found === null ? judgeStranger(question) : [found]).map((each) =>
    each.rule === "figure-not-in-story" && !isNeverReckoned(question)
      ? { ...each, certainty: certaintyOf(amount, each.verdict === "contradicted", held) }
      : each,
  );
}

/** In another unit than the story has there, or with so many digits anywhere, and at the end of a range, a figure was not worked out. */
function isNeverReckoned(question: Question): boolean {
  const { amount, held, unit, isTurned } = question;
  if (
    findTransposed(question) !== null ||
    isTurned ||
    isOfRange(amount, held.statement) ||
    isForeign(amount, held) ||
    isGivenNowhere(amount, held)
  )
    return true;
  return unit !== undefined && amount.text.replace(/\D/g, "").length >= MANY_DIGITS;
}

const MANY_DIGITS = 3;

function judgeTransposed(question: Question): Judged | null {
  const told = findTransposed(question);
  return told === null ? null : notThere(question.amount, told);
}

const notThere = (amount: Amount, { amount: told, passage }: Stated): Judged =>
  judged(amount, "figure-not-in-story", "contradicted", `the story says ${told.text}`, passage, told);

const ofAnother = (amount: Amount, other: Stated): Judged =>
  judged(
    amount,
    "figure-of-another-thing",
    "contradicted",
    `the story says ${other.amount.text} there`,
    other.passage,
    other.amount,
  );

/** The story has the same amount: there, or of something else. */
function judgeSame({ amount, held, all, same, unit }: Question): Judged | null {
  if (same.length === 0 || !isSupported(amount, same, held)) return null;
  if (unit !== undefined && amount.kind === "duration" && isOfOther(same, unit, held)) return notThere(amount, unit);
  const counted = findCounted(amount, same, held);
  if (counted !== null) return ofAnother(amount, counted);
  const verbatim = findVerbatimFigure(amount, same, all, held);
  if (verbatim !== null) return ofAnother(amount, verbatim);
  const isBare = held.statement.words.length < FEWEST_AROUND;
  const isThere = amount.value === 0 || (isAtPlace(same, held) && !isOfRange(amount, held.statement));
  const found = isBare ? null : findAnother(amount, same, all, held);
  // "The seminar cost £164", of one sentence with its fees and its travel
  const isBeside = same.some(({ passage }) => passage === found?.passage);
  const other = isThere && !isBeside ? null : found;
  if (other !== null) return ofAnother(amount, other);
  return judged(amount, null, "said", "said", same[0]?.passage ?? null);
}

function findAnother(...asked: Parameters<typeof findOther>): Stated | null {
  return findFramed(...asked) ?? findOther(...asked) ?? findAtPlace(...asked);
}

/** An amount that stands near where the statement is likely from is told of what it is of: 28 of 38 such alarms were false. */
function isAtPlace(same: readonly Stated[], { course, isFirstPerson }: Held): boolean {
  return isFirstPerson && same.some(({ passage }) => course.behind(passage) < LEAST_BEHIND);
}

/** In the logarithm of a likelihood; what was found stood 7 behind on average, false alarms 2. */
const LEAST_BEHIND = 2.5;

/** Fewer words do not tell what a figure is of: "86,000 times." */
const FEWEST_AROUND = 1;

/** It follows from the story, unless the story has another amount between the same words, or goes the other way. */
function judgeFollowing(question: Question): Judged | null {
  const { amount, held, all, isTurned } = question;
  const found = isTurned ? followHedged(amount, all, held) : follow(amount, all, held);
  if (found !== null && !isSlip(found, question) && !isGivenNowhere(amount, held))
    return judgeFollowed(found, question);
  const whole = restOf(amount, held);
  if (whole !== null)
    return judged(amount, null, "follows", `follows from what ${whole.amount.text} leaves`, whole.passage);
  return countsList(amount, held) ? judged(amount, null, "follows", "as many as the story lists", null) : null;
}

/** "nine months", where the story has nine weeks, was not reckoned from two dates. */
function isSlip({ isSpan }: Following, { amount, unit }: Question): boolean {
  return (
    isSpan === true &&
    unit?.amount.kind === "duration" &&
    secondsOf(amount.unit ?? "") >= A_DAY &&
    amount.hedge === null &&
    shownValue(amount) >= LEAST_SLIP
  );
}

function judgeFollowed(following: Following, { amount, held, all }: Question): Judged {
  const { because, passage, rounded, parts = [] } = following;
  const counted = rounded === undefined ? null : findCounted(amount, [{ amount: rounded, passage }], held);
  if (counted !== null) return ofAnother(amount, counted);
  const turn = turnedBy(following, amount, held);
  if (turn !== null) return judged(amount, "direction-reversed", "contradicted", `${turn}: ${because}`, passage);
  const framed = amount.isRough ? null : findFramed(amount, [], all, held, LEAST_FRAMED_SHARE);
  if (framed !== null && !parts.includes(framed.amount)) return ofAnother(amount, framed);
  const reason = `follows from ${because.replace(/^from /, "the change from ")}`;
  return judged(amount, null, "follows", reason, passage);
}

/** Which way it goes, where the statement goes the other; null where it does not. */
function turnedBy({ passage, turn, isOf }: Following, amount: Amount, { statement, course }: Held): string | null {
  // "50% below" of $790K and $1.2M, which is 50% above
  if (isOf !== undefined && isOtherSide(amount, statement, isOf)) return `it goes ${isOf}`;
  const isTold = turn !== undefined && !amount.isRough && course.behind(passage) < LEAST_BEHIND;
  return isTold && isTurnedRound(amount, statement, turn) ? `the story goes ${turn}` : null;
}

/** Smaller numbers of days and weeks come again in any story. */
const LEAST_SLIP = 5;
/** What lies between two clock times comes out to the minute. */
const A_DAY = 86_400;

/** "more than two decades" are the 22 years, though the story has two of something else, too. */
function followHedged(amount: Amount, all: readonly Stated[], held: Held): Following | null {
  return amount.hedge === "over" ? followRound(amount, all, held) : null;
}

/** So much of the words around has to speak for another amount where this one could follow. */
const LEAST_FRAMED_SHARE = 0.9;

/** Money in words is rounded further than a rule could tell; a length in words is held only against what is clearly about the same. */
function isLoose({ kind }: Amount, { evidence }: Held): boolean {
  return kind === "money" || (kind === "duration" && (evidence[0]?.score ?? 0) < LEAST_CLOSE);
}

const LEAST_CLOSE = 6;

/** The story has no such amount. */
function judgeStranger({ amount, held, all, unit, isTurned }: Question): Judged[] {
  const { statement, story } = held;
  // Whoever says "half" or "twice" may mean what no figure says.
  if (isGivenNowhere(amount, held))
    return [judged(amount, "figure-not-in-story", "untraced", "no two figures of the story make it", null)];
  if (isVague(amount) && amount.isRough)
    return [judged(amount, null, "untraced", "nothing the story says gives it", null)];
  if (amount.isSpelled && ((!isTurned && isLoose(amount, held)) || isInWords(amount, held))) return [];

  if (isSmall(amount, statement) || isHour(amount, story.passages) || (statement.text.endsWith("?") && !isTurned))
    return [];
  const nearest = unit ?? nearestIn(amount, held, all);
  const because = nearest === undefined ? "the story has no figure like it" : `the story says ${nearest.amount.text}`;
  const verdict = unit === undefined ? "untraced" : "contradicted";
  return [judged(amount, "figure-not-in-story", verdict, because, nearest?.passage ?? null, nearest?.amount)];
}

/** "two points short" in the story, whatever points these are. */
function isInWords({ text, nouns }: Amount, { story }: Held): boolean {
  const words = plainWords(text);
  return words.includes(" ") && nouns.length === 0 && story.said.includes(` ${words} `);
}

/** "up by half" where the story's figure falls. */
function isTurnedRound(amount: Amount, { tokens }: Passage, turn: "up" | "down"): boolean {
  const words = [
    ...tokens.slice(Math.max(0, amount.first - AROUND), amount.first),
    ...tokens.slice(amount.next, amount.next + 2),
  ];
  const turns = words
    .flatMap(({ key }) => (listed("comparing").get(key) === true ? [] : [DICTIONARY.direction.get(key)]))
    .filter((each) => each !== undefined);
  return turns.length > 0 && turns.every((each) => each !== turn);
}

/** A fraction that the story has of something else entirely says nothing here. */
function isSupported(amount: Amount, same: readonly Stated[], { statement, story, evidence }: Held): boolean {
  if (!amount.isRough || isOdd(amount) || (evidence[0]?.score ?? 0) < STRONG) return true;
  const wanted = contextAround(statement, amount, story);
  return same.some((each) => shareAround(wanted, spotOf(each), story) >= 0.2);
}

const STRONG = 4;

function nearestIn(amount: Amount, { evidence }: Held, all: readonly Stated[]): Stated | undefined {
  const close = new Set(evidence.slice(0, 3).map(({ passage }) => passage));
  return (
    all.find((each) => close.has(each.passage) && each.amount.kind === amount.kind) ??
    all.find((each) => each.amount.kind === amount.kind)
  );
}
