import { findTerm } from "./match.ts";
import type { Query, Term } from "./query.ts";
import { readSearchable } from "./text.ts";

/** What is searched of a story or post. */
export interface Searchable {
  title: string;
  hook: string | null;
  /** Tags, hashtags and the series. */
  tags: readonly string[];
  /** Further lines of the front matter: question, angle, facts. */
  others: readonly { key: string; text: string }[];
  body: string;
}

/** How often each term of a query is in a text: in its head (weighted), in its body, and how long the body is. */
export interface Counted {
  head: readonly number[];
  body: readonly number[];
  /** Characters of the body. */
  length: number;
}

/** What a word is worth where it is, against 1 in the body; documented in docs/searching.md. */
const WEIGHTS = { title: 5, hook: 3, tags: 3, others: 1 } as const;

/** Keeps a phrase from running on from one tag into the next. */
export const APART = "\n|\n";

/** A word that goes on behind what was looked for counts half. */
const BEGINNING = 0.5;

/** Counts a query's words in a text; null where one is missing, or one is there that must not be. */
export function countTerms(text: Searchable, query: Query): Counted | null {
  const body = readSearchable(text.body);
  const heads = [
    { weight: WEIGHTS.title, text: readSearchable(text.title) },
    { weight: WEIGHTS.hook, text: readSearchable(text.hook ?? "") },
    { weight: WEIGHTS.tags, text: readSearchable(text.tags.join(APART)) },
    { weight: WEIGHTS.others, text: readSearchable(text.others.map((other) => other.text).join(APART)) },
  ];
  const inHead = (term: Term): number => heads.reduce((sum, head) => sum + head.weight * weigh(head.text, term), 0);
  if (query.without.some((term) => inHead(term) > 0 || findTerm(body, term).length > 0)) return null;
  const counted = { head: [] as number[], body: [] as number[], length: body.length };
  for (const term of query.words) {
    const [head, rest] = [inHead(term), weigh(body, term)];
    if (head + rest === 0) return null;
    counted.head.push(head);
    counted.body.push(rest);
  }
  return counted;
}

function weigh(text: string, term: Term): number {
  return findTerm(text, term).reduce((sum, { isWhole }) => sum + (isWhole ? 1 : BEGINNING), 0);
}

/** How common each term is: the number of files that hold it. */
export interface Commonness {
  holders: readonly number[];
  files: number;
}

// The usual constants of BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, section 3).
const K1 = 1.2;
const B = 0.75;

/** Scores what was found by BM25 over its fields, the best first; where scores are equal the order stays. */
export function rankByWords<T extends { counted: Counted }>(
  found: readonly T[],
  { holders, files }: Commonness,
): (T & { score: number })[] {
  const average = found.reduce((sum, { counted }) => sum + counted.length, 0) / found.length || 1;
  const rarity = holders.map((count) => Math.log(1 + (Math.max(0, files - count) + 0.5) / (count + 0.5)));
  return found
    .map((each) => {
      const { head, body, length } = each.counted;
      const norm = 1 - B + (B * length) / average;
      const score = head.reduce((sum, inHead, term) => {
        const count = inHead + (body[term] ?? 0) / norm;
        return sum + ((rarity[term] ?? 0) * count * (K1 + 1)) / (count + K1);
      }, 0);
      return { ...each, score: Math.round(score * 1000) / 1000 };
    })
    .sort((a, b) => b.score - a.score);
}
