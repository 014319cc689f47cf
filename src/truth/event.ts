import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { castOf } from "./cast.ts";
import { findNameUses } from "./name-uses.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** Who does something: the author, a person ("she", a name), so many of some ("two other schools"), what the story speaks of, "it", or another. */
type Doer = "author" | "person" | "some" | "story" | "other" | "it";

/** What a sentence says that happened. */
export interface Event {
  doer: Doer;
  /** Something is done in it, more than that something is so. */
  isAct: boolean;
}

const REACH = 7;

/** The subject and verb of a sentence that tells what happened; null where it tells none, such as advice. */
export function findEvent(statement: Passage, story: StoryIndex): Event | null {
  const { tokens } = statement;
  const subject = openingSubject(statement, story);
  if (subject === null) return null;
  for (let at = subject.next; at < Math.min(tokens.length, subject.next + REACH); at++) {
    const key = tokens[at]?.key ?? "";
    if (listed("irrealis").get(key) === true) return null;
    const isAct = verbAt(tokens, at, subject);
    if (isAct !== null) return { doer: subject.doer, isAct };
  }
  return null;
}

/** Whether a word that tells what happened is an act, or that something was so; null for a word that tells neither. */
function verbAt(tokens: Passage["tokens"], at: number, { next, isPronoun, isThey }: Subject): boolean | null {
  const key = tokens[at]?.key ?? "";
  // "She had every right" is so; "has signed" is done.
  if (HAVE.test(key)) return isPerfectAt(tokens, at);
  // "It used to be 41."
  if (key === "used") return false;
  if (/^(?:is|are|was|were|isn't|aren't|wasn't|weren't)$/.test(key)) return isPast(tokens[at + 1]?.key ?? "");
  const isBeside = at <= next + 1;
  if (isThey && isBeside && listed("functionWords").get(key) === undefined) return true;
  return isPast(key) || (isPronoun && isBeside && /[^s]s$/.test(key)) ? true : null;
}

const HAVE = /^(?:has|have|had|hasn't|haven't|hadn't)$/;

/** Whether "has" or "had" has its participle behind it. */
function isPerfectAt(tokens: Passage["tokens"], at: number): boolean {
  return (
    HAVE.test(tokens[at]?.key ?? "") &&
    tokens.slice(at + 1, at + 4).some(({ key }) => isPast(key) || /^(?:be)?come$/.test(key))
  );
}

interface Subject {
  next: number;
  doer: Doer;
  isPronoun: boolean;
  isThey: boolean;
}

/** The subject that a sentence begins with, behind words of time and "but". */
function openingSubject(statement: Passage, story: StoryIndex): Subject | null {
  const at = behindLeadIn(statement);
  const key = statement.tokens[at]?.key ?? "";
  const subject: Subject = { next: at + 1, doer: "other", isPronoun: false, isThey: /^they(?:'ve)?$/.test(key) };
  if (/^(?:i|we|i've|we've|i'd|we'd)$/.test(key)) return { ...subject, doer: "author", isPronoun: true };
  if (/^(?:he|she)$/.test(key)) return { ...subject, doer: "person", isPronoun: true };
  if (/^(?:it|this|that|there)$/.test(key)) return { ...subject, doer: "it", isPronoun: false };
  if (subject.isThey || listed("subjects").get(key) === true) return { ...subject, isPronoun: true };
  if (isCount(statement, at)) return isRelative(statement.tokens, at + 2) ? null : { ...subject, doer: "some" };
  if (DICTIONARY.sentenceStarts.get(key) === "telling") return subject;
  return isNoDoer(statement.tokens, at) ? null : nounOrName(statement, at, story, subject);
}

/** "The board", "our supplier", "Maeve" */
function nounOrName(statement: Passage, at: number, story: StoryIndex, subject: Subject): Subject | null {
  const key = statement.tokens[at]?.key ?? "";
  if (listed("possessives").get(key) === true || /^(?:the|an?)$/.test(key))
    return { ...subject, next: at + 2, doer: isOfStory(statement, at + 1, story) ? "story" : "other" };
  const use = findNameUses(statement).find(({ first }) => first === at);
  const cast = castOf(story);
  if (use === undefined || !use.keys.some((each) => cast.isName(each))) return null;
  return { ...subject, next: use.next, doer: "person" };
}

/** "The most dangerous line", "A quarter of an hour later", "The man who …", "The four we kept". */
function isNoDoer(tokens: Passage["tokens"], at: number): boolean {
  const noun = tokens[at + 1]?.key ?? "";
  if (listed("noDoers").get(noun) === true || /..est$/.test(noun) || isRelative(tokens, at + 2)) return true;
  return DICTIONARY.numbers.get(noun) !== undefined || DICTIONARY.timeUnits.get(noun) !== undefined;
}

/** "The man who …", "Two things I believed": what follows is told of the noun. */
function isRelative(tokens: Passage["tokens"], at: number): boolean {
  return listed("relatives").get(tokens[at]?.key ?? "") === true;
}

/** "Two other hospitals", "several of them", "another shop". */
function isCount({ tokens }: Passage, at: number): boolean {
  const key = tokens[at]?.key ?? "";
  return DICTIONARY.numbers.get(key) !== undefined || listed("some").get(key) === true;
}

/** The noun behind an article is one of the story's. */
function isOfStory({ words }: Passage, at: number, { vocabulary }: StoryIndex): boolean {
  return words.some((word) => word.at === at && (vocabulary.has(word.stem) || vocabulary.has(near(word.stem))));
}

/** The index behind bullets, numbers, "but" and "last Thursday,". */
function behindLeadIn({ tokens }: Passage): number {
  let at = 0;
  while (/^(?:[•/)(.–—→-]|\d+)$/.test(tokens[at]?.text ?? "") || listed("leadIns").get(tokens[at]?.key ?? "") === true)
    at++;
  if (listed("timeDeterminers").get(tokens[at]?.key ?? "") === true)
    at += /^(?:a|the)$/.test(tokens[at + 1]?.key ?? "") ? 3 : 2;
  return tokens[at]?.text === "," ? at + 1 : at;
}
