import { listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { findQuotations } from "../language/quotation.ts";
import { type Event, findEvent } from "./event.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { near } from "./near.ts";
import { amountKey, type Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** A longer sentence has something of the story in it, if told in other words. */
const LONGEST = 24;
const FEWEST_TOKENS = 4;

/** Finds a sentence that states what happened and shares next to nothing with the story. */
export function judgeSentence(held: Held): Judged[] {
  const { statement, story } = held;
  if (!held.isFirstPerson || !mayBeFact(held)) return [];
  const event = findEvent(statement, story);
  if (event === null || !event.isAct || doubt(event, held) < LEAST_DOUBT) return [];
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

/** From here on a sentence is more likely invented than told in other words: fitted to the cases, a third of which were kept aside. */
const LEAST_DOUBT = 2.2;

/** Somebody new does more for a doubt than those whom the story knows, and the author does least. */
const OF_DOER = { some: 1, person: 0.7, other: 0.3, it: 0, author: -0.7, story: -0.9 } as const;

/** How little speaks for a sentence: words that the story lacks, somebody new, and that it happened after all that is told. */
function doubt({ doer, isPerfect }: Event, { statement, story, evidence }: Held): number {
  const { words, tokens } = statement;
  const fresh = words.filter(({ stem, key }) => !isKnown(stem, key, story));
  const has = (category: "aftermath" | "others" | "negation"): boolean =>
    tokens.some(({ key }, at) => at > 0 && listed(category).get(key) === true && !leadsOn(tokens, at));
  const best = evidence[0];
  let points = words.length === 0 ? 0 : (1.5 * fresh.length) / words.length;
  if (has("aftermath")) points += isPerfect ? 1.9 : 1;
  if (has("others")) points += 0.6;
  points += OF_DOER[doer];
  points += isPerfect ? 1.1 : 0.9;
  if (has("negation")) points -= 0.6;
  if (restsOnFigures(statement, story)) points -= 1.1;
  return (
    points - Math.min(2, (best?.score ?? 0) / 5) * 0.9 - (best === undefined ? 0 : shareOf(words, best.passage, story))
  );
}

/** "since then", "since October", "ever so", "now that": in front of what they are about. */
function leadsOn(tokens: Passage["tokens"], at: number): boolean {
  const behind = tokens[at + 1];
  return tokens[at]?.key === "since" && behind?.kind === "word" && !isPast(behind.key);
}

/** The share of what its words weigh that a passage of the story has. */
function shareOf(words: Passage["words"], { features }: Passage, story: StoryIndex): number {
  let [both, all] = [0, 0];
  for (const { stem } of words) {
    const weight = story.count(near(stem)) === 0 ? 2 : story.weight(near(stem));
    all += weight;
    if (features.has(near(stem))) both += weight;
  }
  return all === 0 ? 0 : both / all;
}

/** A sentence whose figures and times are the story's is about the story. */
function restsOnFigures({ amounts, times }: Passage, story: StoryIndex): boolean {
  return (
    amounts.some(
      (amount) =>
        !amount.isImplied && (amount.kind !== "number" || amount.value > 4) && story.count(amountKey(amount)) > 0,
    ) || times.some(({ kind }) => kind !== "season")
  );
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
