import { listed } from "../language/dictionary.ts";
import { asks } from "./asks.ts";
import { clauseOf } from "./clause.ts";
import { denies } from "./denies.ts";
import { findScopes } from "./find-scopes.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround } from "./local.ts";
import { findMirror } from "./mirror.ts";
import { near } from "./near.ts";
import { isNegated, negatorOf, REACH } from "./negators.ts";
import { findPartials } from "./partials.ts";
import type { Passage, Word } from "./passage.ts";
import { findRival, isAboutSame, type StorySpot, shareAround } from "./rival.ts";
import type { StoryIndex } from "./story-index.ts";
import { findTwin } from "./twin.ts";

type Read = Pick<Passage, "tokens">;

/** How far behind a "no" its "more than" may stand. */
const OF_MORE = 8;

/** "It cost him the feeling", "lost access": what is lost is no more. */
function isLost({ tokens }: Read, at: number): boolean {
  return tokens.slice(0, at).some(({ key }) => listed("losing").get(key) === true);
}

/** Words of a conditional, a wish or a piece of advice say nothing of what was. */
function isUnreal({ tokens }: Read, negator: number | null, at: number): boolean {
  const key = tokens[negator ?? at]?.key ?? "";
  if (/^don't$/.test(key) && (negator === 0 || /^[.:!?—–-]$/.test(tokens[(negator ?? 0) - 1]?.text ?? ""))) return true;
  if (negator !== null && tokens.slice(negator).some(({ key: word }) => listed("limits").get(word) === true))
    return true;
  return tokens.slice(0, at).some(({ key: word }) => listed("unreal").get(word) === true);
}

function hasModal({ tokens }: Read, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - REACH), at)
    .some(({ key }) => listed("modals").get(key) === true || /'d$/.test(key));
}

function countNegators({ tokens }: Read): number {
  return tokens.filter(({ key }) => denies(key)).length;
}

/** The first word of substance under each "not" of a passage. */
function deniedWords(passage: Passage): Word[] {
  const seen = new Set<number>();
  return passage.words.filter(({ at }) => {
    const negator = negatorOf(passage, at);
    if (negator === null || seen.has(negator) || isChange(passage, negator)) return false;
    if (passage.tokens.slice(negator + 1, at).some(({ key }) => /^(?:in|on|at|for|with|from|of)$/.test(key)))
      return false;
    seen.add(negator);
    return true;
  });
}

/** "no more calls", "no longer": what was so before; "not washed: 5 of 6" is a label. */
function isChange({ tokens }: Read, negator: number): boolean {
  if (/^(?:more|longer)$/.test(tokens[negator + 1]?.key ?? "")) return true;
  // "No one works more than one evening": at most one.
  if (tokens.slice(negator, negator + OF_MORE).some(({ key }) => key === "than")) return true;
  return negator === 0 && tokens[0]?.key === "not" && tokens.slice(1, 4).some(({ text }) => text === ":");
}

interface PolarSpot extends StorySpot {
  isUnder: boolean;
  isFirst: boolean;
}

const known = new WeakMap<StoryIndex, Map<string, readonly PolarSpot[]>>();

/** Where a word stands in a story, and whether a "not" stands over it. */
function spotsOf(word: string, story: StoryIndex): readonly PolarSpot[] {
  const spots = known.get(story) ?? new Map<string, readonly PolarSpot[]>();
  known.set(story, spots);
  const found = spots.get(word);
  if (found !== undefined) return found;
  const made = [...story.holders(word)].flatMap((passage) => (passage === null ? [] : spotsIn(passage, word)));
  spots.set(word, made);
  return made;
}

function spotsIn(passage: Passage, word: string): PolarSpot[] {
  const denied = new Set(deniedWords(passage).map(({ at }) => at));
  return passage.words
    .filter(({ stem }) => near(stem) === word)
    .map(({ at }) => ({
      passage,
      first: at,
      next: at + 1,
      isUnder: isNegated(passage, at),
      isFirst: denied.has(at),
    }));
}

/** "Nine in ten hadn't" says what "11% had" says: shares tell their own story. */
function speaksOfShares(a: Passage, b: Passage): boolean {
  return [a, b].every(({ amounts }) => amounts.some(({ kind }) => kind === "share"));
}

const LEAST_PLACE = 4.8;
const LEAD = { margin: 1.8, ratio: 1.6 };
const LEAST_SHARE = 0.45;

/** "Most of the calls weren't urgent" says what "two of nine were" says. */
function speaksOfParts(statement: Passage, told: Passage): boolean {
  return findScopes(statement.tokens).length > 0 && findPartials(told).length > 0;
}

/** A sentence or a clause in the story's words, but for its "not". */
function mirrored(held: Held): Judged | null {
  const { statement } = held;
  if (statement.text.endsWith("?") || isUnreal(statement, null, statement.tokens.length)) return null;
  const twin = findTwin(held);
  if (twin !== null && !speaksOfParts(statement, twin)) {
    const negator = statement.tokens.findIndex(({ key }) => denies(key));
    const word = statement.words.find(({ key }) => listed("pronouns").get(key) !== true)?.at ?? 0;
    return reversed(statement, negator < 0 ? word : negator, negator >= 0, twin);
  }
  const found = findMirror(held);
  if (found === null || speaksOfShares(statement, found.told.passage) || speaksOfParts(statement, found.told.passage))
    return null;
  return reversed(statement, found.clause.mark, found.clause.isDenied, found.told.passage);
}

function reversed({ tokens }: Passage, at: number, isDenied: boolean, source: Passage): Judged {
  return {
    kind: "negation",
    rule: "negation-reversed",
    start: tokens[at]?.start ?? 0,
    end: tokens[at]?.end ?? 0,
    verdict: "contradicted",
    because: isDenied ? "the story says that it is so" : "the story says that it is not so",
    source,
    fix: null,
  };
}

/** Finds what a statement denies that the story says, and the other way round. */
export function judgePolarity(held: Held): Judged[] {
  const { statement } = held;
  if (asks(statement) || advises(statement) || countsNone(statement)) return [];
  if (UNKNOWN.test(statement.text)) return [];
  const mirror = mirrored(held);
  if (mirror !== null) return [mirror];
  // Where nothing tells what it is from, a word and a "not" it shares with a line are no more than that.
  if (held.isFirstPerson && (held.course.places[0]?.score ?? 0) < LEAST_PLACE) return [];
  const denied = new Set(deniedWords(statement).map(({ at }) => at));
  for (const { stem, at } of statement.words) {
    const isDenied = denied.has(at);
    // An author's own "not" is seldom put in by somebody else.
    if (isDenied && held.isFirstPerson) continue;
    const rival = findContrary(near(stem), at, isDenied, held);
    if (rival !== null) return [reversed(statement, at, isDenied, rival.passage)];
  }
  return [];
}

/** "Before you copy her price, ask about the dentist.": what the reader should do says nothing of what was. */
function advises({ tokens }: Passage): boolean {
  if (tokens[0]?.key === "don't") return true;
  const isSpoken = tokens.some(({ key }) => key === "you" || key === "your");
  return isSpoken && !tokens.some(({ key }) => listed("firstPerson").get(key) === true);
}

/** "I don't know.": of what, the sentences around say. */
const UNKNOWN = /^(?:But |And )?I don['’]t know(?: yet)?[.!]?$/i;

/** "Other buyers I'd phoned: zero": what is in front is said of none. */
function countsNone({ tokens }: Passage): boolean {
  const colon = tokens.findIndex(({ text }) => text === ":");
  return (
    colon > 0 && tokens.slice(colon + 1, colon + 3).some(({ key }) => key === "none" || /^(?:zero|0|nil)$/.test(key))
  );
}

/** Where the story says of a word what the statement denies, or denies what it says. */
function findContrary(word: string, at: number, isDenied: boolean, held: Held): StorySpot | null {
  const { statement, story } = held;
  if (!isDenied && isNegated(statement, at)) return null;
  const spots = spotsOf(word, story);
  if (spots.length === 0 || isLost(statement, at) || statement.tokens[at + 1]?.key === "than") return null;
  if (isUnreal(statement, negatorOf(statement, at), at)) return null;
  const rivals = spots.filter((spot) => isContrary(spot, isDenied, held) && isAlikeSaid(spot, statement, at));
  if (rivals.length === 0) return null;
  const own = spots.filter(({ isUnder }) => isUnder === isDenied);
  const place = { first: at, next: at + 1 };
  const wanted = contextAround(clauseOf(statement, place), place, story);
  const rival = findRival(wanted, own, rivals, story, LEAD);
  if (rival === null || shareAround(wanted, rival, story) < LEAST_SHARE) return null;
  return isAboutSame(wanted, rival.passage) ? rival : null;
}

/** One of the two has a "not" over the word, and the other none at all. */
function isContrary(
  { passage, isUnder, isFirst }: PolarSpot,
  isDenied: boolean,
  { statement, isFirstPerson }: Held,
): boolean {
  // "not a line I couldn't explain" says that each can be.
  return isDenied
    ? !isUnder && countNegators(passage) === 0
    : isFirst && countNegators(statement) === 0 && (!isFirstPerson || countNegators(passage) === 1);
}

/** Both say the word of what was, or of what could be. */
function isAlikeSaid({ passage, first }: PolarSpot, statement: Passage, at: number): boolean {
  return (
    hasModal(passage, first) === hasModal(statement, at) &&
    !speaksOfShares(statement, passage) &&
    !isUnreal(passage, negatorOf(passage, first), first) &&
    !isLost(passage, first)
  );
}
