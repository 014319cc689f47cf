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
  const start = subjectAt(statement, story);
  if (start === null) return null;
  for (let at = start.next; at < Math.min(tokens.length, start.next + REACH); at++) {
    const key = tokens[at]?.key ?? "";
    if (listed("irrealis").get(key) === true) return null;
    const behind = tokens[at + 1]?.key ?? "";
    if (/^(?:has|have|had|hasn't|haven't|hadn't)$/.test(key)) return { isOther: start.isOther, isAct: true };
    if (/^(?:is|are|was|were|isn't|aren't|wasn't|weren't)$/.test(key))
      return { isOther: start.isOther, isAct: isPast(behind) };
    if (
      /^they$/.test(tokens[start.next - 1]?.key ?? "") &&
      at <= start.next + 1 &&
      listed("functionWords").get(key) === undefined
    )
      return { isOther: true, isAct: true };
    if (isPast(key) || (start.isPronoun && at <= start.next + 1 && /[^s]s$/.test(key)))
      return { isOther: start.isOther, isAct: true };
  }
  return null;
}

interface Subject {
  next: number;
  isOther: boolean;
  isPronoun: boolean;
}

/** The subject that a sentence begins with, behind words of time and "but". */
function subjectAt(statement: Passage, story: StoryIndex): Subject | null {
  const { tokens } = statement;
  const cast = castOf(story);
  let at = 0;
  while (/^(?:[•/)(.–—→-]|\d+)$/.test(tokens[at]?.text ?? "") || listed("leadIns").get(tokens[at]?.key ?? "") === true)
    at++;
  if (listed("timeDeterminers").get(tokens[at]?.key ?? "") === true)
    at += /^(?:a|the)$/.test(tokens[at + 1]?.key ?? "") ? 3 : 2;
  if (tokens[at]?.text === ",") at++;
  const key = tokens[at]?.key ?? "";
  if (/^(?:i|we|i've|we've|i'd|we'd)$/.test(key)) return { next: at + 1, isOther: false, isPronoun: true };
  if (DICTIONARY.sentenceStarts.get(key) === "telling" || listed("subjects").get(key) === true)
    return { next: at + 1, isOther: true, isPronoun: listed("subjects").get(key) === true };
  if (listed("possessives").get(key) === true || /^(?:the|an?)$/.test(key))
    return { next: at + 2, isOther: key !== "my", isPronoun: false };
  const use = findNameUses(statement).find(({ first }) => first === at);
  const isKnownName = use?.keys.some((each) => cast.isName(each) || story.hasWord(each)) === true;
  return isKnownName ? { next: use?.next ?? at + 1, isOther: true, isPronoun: false } : null;
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
