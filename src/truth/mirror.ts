import { listed } from "../language/dictionary.ts";
import type { Course } from "./course.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import type { Passage, Word } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** A clause with what it says and whether it denies it. */
export interface Clause {
  passage: Passage;
  words: readonly Word[];
  features: ReadonlySet<string>;
  subject: string | null;
  isDenied: boolean;
  /** It is its sentence. */
  isWhole: boolean;
  /** It says what could be, or what is so when something else is. */
  isModal: boolean;
  isConditional: boolean;
  /** It opens with its "not": "Nobody had", "Not one of the 38 remembered it". */
  isOfNobody: boolean;
  /** "I'd like to say I argued." */
  isWished: boolean;
  /** "better than", "as good as" */
  isCompared: boolean;
  /** The token of its "not"; its first word where it has none. */
  mark: number;
}

const BREAK = /^[,;:.!?()–—…"“”→]$/;

/** Takes a passage apart where a clause may end: at commas and the like, and in front of "because" or "but". */
export function clausesOf(passage: Passage): Clause[] {
  const { tokens } = passage;
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number): void => {
    const clause = readClause(passage, from, to);
    if (clause !== null) clauses.push(clause);
  };
  for (const [at, { text, key }] of tokens.entries())
    if (BREAK.test(text)) {
      close(at);
      from = at + 1;
    } else if (listed("clauseStarts").get(key) === true && !/^(?:that|who|which)$/.test(key)) {
      close(at);
      from = at + 1;
    }
  close(tokens.length);
  return clauses;
}

function readClause(passage: Passage, from: number, to: number): Clause | null {
  const within = (at: number): boolean => at >= from && at < to;
  const words = passage.words.filter(({ at, key }) => within(at) && listed("negation").get(key) !== true);
  if (words.length === 0 || !passage.tokens.slice(from, to).some(({ key }) => isVerbal(key))) return null;
  const denials = passage.tokens.flatMap(({ key }, at) =>
    within(at) &&
    isDenial(key, passage.tokens[at + 1]?.key ?? "") &&
    !isContrast(passage.tokens, at, from) &&
    (!/n['’]t$|^not$/.test(key) || words.some((word) => word.at > at))
      ? [at]
      : [],
  );
  const subject = passage.tokens.slice(from, to).find(({ key }) => listed("pronouns").get(key) === true)?.key ?? null;
  return {
    passage,
    words,
    features: new Set(words.map(({ stem }) => near(stem))),
    subject,
    isDenied: denials.length % 2 === 1,
    isWhole: from === 0 && passage.tokens.slice(to).every(({ text }) => BREAK.test(text)),
    isModal: passage.tokens
      .slice(from, to)
      .some(({ key }) => listed("modals").get(key) === true || /^(?:can|can't|cannot|able)$/.test(key)),
    isConditional: [passage.tokens[from - 1], passage.tokens[to]].some(
      (token) => listed("conditions").get(token?.key ?? "") === true,
    ),
    isOfNobody: denials[0] === from,
    isWished: passage.tokens.some(
      ({ key }, at) => key === "i'd" && listed("wishes").get(passage.tokens[at + 1]?.key ?? "") === true,
    ),
    isCompared: passage.tokens.slice(from, to).some(({ key }) => key === "than" || key === "as"),
    mark: denials[0] ?? (words.find(({ key }) => listed("pronouns").get(key) !== true) ?? words[0])?.at ?? from,
  };
}

/** "the people who pay and not those who build": a "not" that denies no more than a part. */
function isContrast(tokens: Passage["tokens"], at: number, from: number): boolean {
  return tokens[at]?.key === "not" && (at === from || /^(?:and|but|,)$/.test(tokens[at - 1]?.key ?? "")) && at > 0;
}

/** A clause has a verb; a part of a list ("voice recognition") has none. */
function isVerbal(key: string): boolean {
  return (
    listed("pronouns").get(key) === true ||
    listed("auxiliaries").get(key) === true ||
    listed("modals").get(key) === true ||
    listed("pastForms").get(key) === true ||
    /n't$/.test(key) ||
    /..ed$/.test(key)
  );
}

function isDenial(key: string, behind: string): boolean {
  if (key === "zero" || (behind === "to" && /^(?:refus|declin|fail)ed$/.test(key))) return true;
  return listed("negation").get(key) === true && listed("pseudoNegation").get(behind) !== true;
}

const known = new WeakMap<Passage, readonly Clause[]>();

function clausesIn(passage: Passage): readonly Clause[] {
  const found = known.get(passage);
  if (found !== undefined) return found;
  const clauses = clausesOf(passage);
  known.set(passage, clauses);
  return clauses;
}

/** The clauses of a story that may be so much like one: all that has none of its words is passed over unread. */
function clausesLike({ features }: Clause, least: number, story: StoryIndex): readonly Clause[] {
  const weights = [...features].map((feature) => [story.holders(feature), weightOf(feature, story)] as const);
  const enough = weights.reduce((sum, [, weight]) => sum + weight, 0) * (least - OF_ROUNDING);
  return story.passages
    .filter((passage) => {
      let shared = 0;
      for (const [holders, weight] of weights) if (holders.has(passage)) shared += weight;
      return shared > 0 && shared >= enough;
    })
    .flatMap(clausesIn);
}

const OF_ROUNDING = 1e-6;

const denying = new WeakMap<StoryIndex, boolean>();

/** Whether there is a "not" in a story at all; where there is none, only a denial can be contrary to it. */
function deniesAnything(story: StoryIndex): boolean {
  const found = denying.get(story);
  if (found !== undefined) return found;
  const denies = story.passages.some(({ tokens }) =>
    tokens.some(({ key }, at) => isDenial(key, tokens[at + 1]?.key ?? "")),
  );
  denying.set(story, denies);
  return denies;
}

/** Clauses of different subjects are less alike. */
const OTHER_SUBJECT = 0.75;
const LEAST_LIKE = 0.55;
/** An author's own "not" is seldom put in by somebody else. */
const LEAST_LIKE_OF_DENIAL = 0.72;
/** What the place of the story's clause counts for, and its most. */
const OF_PLACE = 0.1;
const MOST_OF_PLACE = 0.3;

/** A clause of a statement that says with a "not" what a clause of the story says without one, or the other way round. */
export function findMirror({ statement, story, course }: Held): { clause: Clause; told: Clause } | null {
  for (const clause of clausesOf(statement)) {
    if (!clause.isDenied && !deniesAnything(story)) continue;
    const least = clause.isDenied ? LEAST_LIKE_OF_DENIAL : LEAST_LIKE;
    const like = (each: Clause): number => likeness(clause, each, story, course);
    const likely = clausesLike(clause, least - MOST_OF_PLACE, story).filter(
      (each) =>
        each.isDenied !== clause.isDenied &&
        !isOfLoss(each) &&
        (clause.isDenied ? deniesOf(clause, each) : deniesOf(each, clause)),
    );
    const contrary = mostLike(likely, like);
    if (contrary.clause === null || contrary.like < least) continue;
    // Of a short sentence only another sentence says the same.
    const alike = clausesLike(clause, 0, story).filter(
      (each) => each.isDenied === clause.isDenied && (each.isWhole || !clause.isWhole),
    );
    const same = mostLike(alike, like).like;
    if (contrary.like > same + LEAD && same < LIKE_ENOUGH) return { clause, told: contrary.clause };
  }
  return null;
}

/** "My counter skipped robots" says no less than a "not". */
function isOfLoss({ words }: Clause): boolean {
  return words.some(({ key }) => /^(?:skip|avoid|ignor)/.test(key));
}

/** What a clause denies is said in the other: the word behind its "not", or in front of a "nothing" that ends it. */
function deniesOf({ words, mark, isOfNobody }: Clause, { features }: Clause): boolean {
  const word = words.find(({ at }) => at > mark) ?? words.findLast(({ at }) => at < mark);
  return word !== undefined && (isOfNobody || Math.abs(word.at - mark) <= REACH) && features.has(near(word.stem));
}

const REACH = 2;

/** How much more like the contrary has to be than what says the same, … */
const LEAD = 0.4;
/** … which is not to be so much like it itself. */
const LIKE_ENOUGH = 0.6;

interface Likest {
  clause: Clause | null;
  like: number;
}

function mostLike(clauses: readonly Clause[], likenessOf: (each: Clause) => number): Likest {
  let best: Likest = { clause: null, like: 0 };
  for (const clause of clauses) {
    const like = likenessOf(clause);
    if (like > best.like) best = { clause, like };
  }
  return best;
}

export function weightOf(feature: string, story: StoryIndex): number {
  return story.count(feature) === 0 ? OF_UNKNOWN : story.weight(feature);
}

/** What a word that the story lacks counts for. */
const OF_UNKNOWN = 2;

/**
 * The share of their words that two clauses have in common, and how likely the statement is from there; a single word only where the same
 * one does it, or where it is very likely. */
function likeness(a: Clause, b: Clause, story: StoryIndex, course: Course): number {
  let [both, all] = [0, 0];
  for (const feature of a.features) if (b.features.has(feature)) both += weightOf(feature, story);
  if (both === 0) return 0;
  for (const feature of a.features) all += weightOf(feature, story);
  for (const feature of b.features) if (!a.features.has(feature)) all += weightOf(feature, story);
  const place = course.at(b.passage);
  if (a.features.size < 2 && !isThere(b.passage, course) && (a.subject === null || a.subject !== b.subject)) return 0;
  if (b.isWished || a.isModal !== b.isModal || a.isConditional !== b.isConditional || a.isCompared || b.isCompared)
    return 0;
  return (both / all) * (a.subject === b.subject ? 1 : OTHER_SUBJECT) + place * OF_PLACE;
}

/** Whether a statement is from a passage, or nearly as likely as from any other. */
function isThere(passage: Passage, course: Course): boolean {
  return course.at(passage) > 1 && course.behind(passage) <= 1;
}
