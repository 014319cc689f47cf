import { type Clause, clausesOf, isDenial } from "./clauses.ts";
import type { Course } from "./course.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

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
    if (contrary.clause === null || contrary.like < least || agreesBeside(clause, contrary.clause)) continue;
    // Of a short sentence only another sentence says the same.
    const alike = clausesLike(clause, 0, story).filter(
      (each) => each.isDenied === clause.isDenied && (each.isWhole || !clause.isWhole),
    );
    const same = mostLike(alike, like).like;
    if (contrary.like > same + LEAD && same < LIKE_ENOUGH) return { clause, told: contrary.clause };
  }
  return null;
}

/** 'Dalton has not once said "I told you so"': what stands beside the contrary says the same. */
function agreesBeside({ features, isDenied }: Clause, contrary: Clause): boolean {
  return clausesIn(contrary.passage).some(
    (each) => each !== contrary && each.isDenied === isDenied && [...each.features].some((one) => features.has(one)),
  );
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
