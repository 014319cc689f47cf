import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { findQuotations } from "../language/quotation.ts";
import { castOf } from "./cast.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { findNameUses } from "./name-uses.ts";
import { near } from "./near.ts";
import { amountKey, type Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** How many signs of a fact of its own a sentence needs. */
const LEAST_SIGNS = 3;
const FEWEST_NEW = 2;
/** So much of its words has to be new to the story. */
const LEAST_NEW = 0.6;
/** A longer sentence has something of the story in it, if told in other words. */
const LONGEST = 17;

/** Finds a sentence that states what happened and shares next to nothing with the story. */
export function judgeSentence(held: Held): Judged[] {
  const { statement, story } = held;
  if (!held.isFirstPerson || !mayBeFact(held) || restsOnFigures(held)) return [];
  const event = findEvent(statement, story);
  const fresh = statement.words.filter(({ stem, key }) => !isKnown(stem, key, story));
  if (event === null || fresh.length < FEWEST_NEW || fresh.length < statement.words.length * LEAST_NEW) return [];
  const known = statement.words.length - fresh.length;
  const signs =
    (event.isOther ? 1 : 0) +
    (event.isAct ? 1 : 0) +
    (known === 0 ? 1 : 0) +
    (fresh.length >= 3 ? 1 : 0) +
    (hasTime(statement) ? 1 : 0);
  if (signs < LEAST_SIGNS) return [];
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

/** A sentence whose figures and times are the story's is about the story. */
function restsOnFigures({ statement, story }: Held): boolean {
  return (
    statement.amounts.some(
      (amount) =>
        !amount.isImplied && (amount.kind !== "number" || amount.value > 4) && story.count(amountKey(amount)) > 0,
    ) || statement.times.some(({ kind }) => kind !== "season")
  );
}

function hasTime({ tokens, times, amounts }: Passage): boolean {
  return (
    times.length > 0 ||
    amounts.length > 0 ||
    listed("timeLeads").get(tokens[0]?.key ?? "") === true ||
    tokens.some(({ key }) => listed("timeWords").get(key) === true)
  );
}

interface Event {
  /** Somebody or something else than the author is its subject. */
  isOther: boolean;
  /** Something is done in it, more than that something is so. */
  isAct: boolean;
}

const REACH = 7;

/** The subject and verb of a sentence that tells what happened; null where it tells none, such as advice. */
function findEvent(statement: Passage, story: StoryIndex): Event | null {
  const { tokens } = statement;
  const subject = openingSubject(statement, story);
  if (subject === null) return null;
  for (let at = subject.next; at < Math.min(tokens.length, subject.next + REACH); at++) {
    const key = tokens[at]?.key ?? "";
    if (listed("irrealis").get(key) === true) return null;
    const isAct = verbAt(tokens, at, subject);
    if (isAct !== null) return { isOther: subject.isOther, isAct };
  }
  return null;
}

/** Whether a word that tells what happened is an act, or that something was so; null for a word that tells neither. */
function verbAt(tokens: Passage["tokens"], at: number, { next, isPronoun, isThey }: Subject): boolean | null {
  const key = tokens[at]?.key ?? "";
  if (/^(?:has|have|had|hasn't|haven't|hadn't)$/.test(key)) return true;
  if (/^(?:is|are|was|were|isn't|aren't|wasn't|weren't)$/.test(key)) return isPast(tokens[at + 1]?.key ?? "");
  const isBeside = at <= next + 1;
  if (isThey && isBeside && listed("functionWords").get(key) === undefined) return true;
  return isPast(key) || (isPronoun && isBeside && /[^s]s$/.test(key)) ? true : null;
}

interface Subject {
  next: number;
  isOther: boolean;
  isPronoun: boolean;
  isThey: boolean;
}

/** The subject that a sentence begins with, behind words of time and "but". */
function openingSubject(statement: Passage, story: StoryIndex): Subject | null {
  const at = behindLeadIn(statement);
  const key = statement.tokens[at]?.key ?? "";
  const subject = { next: at + 1, isOther: true, isPronoun: false, isThey: key === "they" };
  if (/^(?:i|we|i've|we've|i'd|we'd)$/.test(key)) return { ...subject, isOther: false, isPronoun: true };
  if (listed("subjects").get(key) === true) return { ...subject, isPronoun: true };
  if (DICTIONARY.sentenceStarts.get(key) === "telling") return subject;
  if (listed("possessives").get(key) === true || /^(?:the|an?)$/.test(key))
    return { ...subject, next: at + 2, isOther: key !== "my" };
  const use = findNameUses(statement).find(({ first }) => first === at);
  const cast = castOf(story);
  if (use === undefined || !use.keys.some((each) => cast.isName(each) || story.hasWord(each))) return null;
  return { ...subject, next: use.next };
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

function isKnown(stem: string, key: string, { vocabulary }: StoryIndex): boolean {
  if (vocabulary.has(stem) || vocabulary.has(near(stem))) return true;
  // Who says "nobody" or "everything" claims more than the story, if it has no such word.
  if (listed("common").get(key) === true && listed("noTopics").get(key) !== true) return true;
  if (stem.length < 5) return false;
  const front = stem.slice(0, 5);
  for (const word of vocabulary) if (word.startsWith(front)) return true;
  return false;
}

/** Questions, headings, advice to "you", quotations and general truths state no fact of the story. */
function mayBeFact({ statement: { text, tokens, words } }: Held): boolean {
  if (
    /[?:]["”’)]*$/u.test(text) ||
    words.length < 2 ||
    tokens.filter(({ kind }) => kind === "word").length < 5 ||
    tokens.length > LONGEST
  )
    return false;
  if (tokens.some(({ key }) => listed("irrealis").get(key) === true)) return false;
  if (findQuotations(text).some((quotation) => quotation.text.length > text.length / 2)) return false;
  return /[.!]["”’)]*$/u.test(text);
}
