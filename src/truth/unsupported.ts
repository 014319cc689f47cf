import { DICTIONARY, listed } from "../language/dictionary.ts";
import { findQuotations } from "../language/quotation.ts";
import { castOf } from "./cast.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { findNameUses } from "./name-uses.ts";
import { near } from "./near.ts";
import type { StoryIndex } from "./story-index.ts";

/** What speaks for a sentence that states facts of its own, and what against it; together they have to reach this. */
const LEAST_SIGNS = 3;
const FEWEST_NEW = 2;
/** A longer sentence has something of the story in it, if told in other words. */
const LONGEST = 17;

/** Finds a sentence that states what happened and shares next to nothing with the story. */
export function judgeSentence(held: Held): Judged[] {
  const { statement, story } = held;
  // A sentence whose figures and times are the story's is about the story.
  if (
    statement.amounts.some(({ kind, value, isImplied }) => !isImplied && (kind !== "number" || value > 4)) ||
    statement.times.some(({ kind }) => kind !== "season")
  )
    return [];
  if (!mayBeFact(held) || !held.isFirstPerson) return [];
  const fresh = statement.words.filter(({ stem, key }) => !isKnown(stem, key, story));
  const known = statement.words.length - fresh.length;
  if (fresh.length < FEWEST_NEW || fresh.length < statement.words.length * 0.5) return [];
  const signs = countSigns(held) + (known === 0 ? 1 : 0) + (fresh.length >= 4 ? 1 : 0);
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

function isKnown(stem: string, key: string, { vocabulary }: StoryIndex): boolean {
  if (vocabulary.has(stem) || vocabulary.has(near(stem)) || listed("common").get(key) === true) return true;
  if (stem.length < 5) return false;
  const front = stem.slice(0, 5);
  for (const word of vocabulary) if (word.startsWith(front)) return true;
  return false;
}

/** Questions, headings, advice to "you", quotations and general truths state no fact of the story. */
function mayBeFact({ statement: { text, tokens, words } }: Held): boolean {
  if (/[?:]["”’)]*$/u.test(text) || words.length < 2 || tokens.length < 5 || tokens.length > LONGEST) return false;
  if (tokens.some(({ key }) => listed("irrealis").get(key) === true)) return false;
  if (findQuotations(text).some((quotation) => quotation.text.length > text.length / 2)) return false;
  return /[.!]["”’)]*$/u.test(text);
}

function isPast(key: string): boolean {
  return /.ed$/.test(key) || listed("pastForms").get(key) === true;
}

function countSigns({ statement, story }: Held): number {
  const { tokens, times, amounts } = statement;
  const cast = castOf(story);
  let signs = 0;
  const first = tokens.find(({ kind }) => kind === "word")?.key ?? "";
  const start = DICTIONARY.sentenceStarts.get(first);
  const hasPerson = findNameUses(statement).some(({ keys }) => keys.some((key) => cast.isName(key)));
  if (start === "telling" || hasPerson) signs++;
  if (tokens.some(({ key }) => isPast(key))) signs++;
  if (times.length > 0 || amounts.length > 0 || tokens.some(({ key }) => listed("timeWords").get(key) === true))
    signs++;
  if (start === "stating") signs--;
  return signs;
}
