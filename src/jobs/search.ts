import type { Bank } from "../bank/bank.ts";
import { keyLine } from "../front-matter/key-line.ts";
import type { Document, FrontMatter } from "../front-matter/values.ts";
import { readPostHead } from "../post/post.ts";
import { findUses, statusOf, type Uses } from "../post/uses.ts";
import { type Filterable, passesFilters } from "../search/filters.ts";
import { createPrefilter } from "../search/prefilter.ts";
import type { Query } from "../search/query.ts";
import { type Counted, countTerms, rankByWords, type Searchable } from "../search/rank.ts";
import { chooseLine } from "../search/snippet.ts";
import { readStoryHead, readText, readTextList, readTextMap } from "../story/schema.ts";

type Kind = Filterable["kind"];
type SearchedBank = Pick<Bank, "posts" | "documentsInOrder">;

/** A story or post that was found, with the line that shows best why. */
export interface FoundText {
  kind: Kind;
  id: string;
  path: string;
  title: string;
  score: number;
  /** The file's line, from 1. */
  line: number;
  snippet: string;
}

export interface SearchReport {
  found: readonly FoundText[];
  /** How many there are in all, those beyond the limit too. */
  total: number;
  /** How many files were looked at. */
  files: number;
  /** The words, as written, that are in no file at all. */
  unknown: readonly string[];
}

const FOLDERS = { story: "stories", post: "posts" } as const;
const KINDS = ["story", "post"] as const;

/** Searches all stories and posts in one pass over their bytes; only those that may match are taken apart. */
export async function searchBank(bank: SearchedBank, query: Query, limit: number): Promise<SearchReport> {
  const prefilter = createPrefilter(query.words);
  const filters = [...query.filters, ...query.excluded];
  const uses = findUses(filters.some(({ key }) => key === "status") ? await bank.posts() : []);
  const matches: { kind: Kind; path: string; counted: Counted }[] = [];
  for (const kind of KINDS) {
    for await (const { item } of bank.documentsInOrder(FOLDERS[kind], { mightMatch: prefilter.mightMatch })) {
      const { id, path, document } = item;
      const counted = countTerms(await readSearchable(kind, document, id), query);
      if (counted === null) continue;
      if (filters.length > 0 && !passesFilters(query, readFilterable(kind, id, document.data, uses))) continue;
      matches.push({ kind, path, counted });
    }
  }
  const shown = rankByWords(matches, prefilter).slice(0, limit);
  return {
    found: await readFound(bank, query, shown),
    total: matches.length,
    files: prefilter.files,
    unknown: query.words.filter((_, index) => prefilter.holders[index] === 0).map(({ written }) => written),
  };
}

/** Reads what is shown once more, for its title and its best line; what has gone meanwhile is left out. */
async function readFound(
  bank: SearchedBank,
  query: Query,
  shown: readonly { kind: Kind; path: string; score: number }[],
): Promise<FoundText[]> {
  const byPath = new Map<string, Pick<FoundText, "id" | "title" | "line" | "snippet">>();
  const paths = new Set(shown.map(({ path }) => path));
  for (const kind of KINDS) {
    for await (const { item, text } of bank.documentsInOrder(FOLDERS[kind], { paths })) {
      const { id, path, document } = item;
      const read = kind === "story" ? readStoryHead : readPostHead;
      const { title } = read(id, path, document.data);
      const searchable = { ...(await readSearchable(kind, document, id)), title };
      const best = chooseLine(searchable, query.words, (key) => keyLine(text, key));
      byPath.set(path, { id, title, line: best.line, snippet: best.text });
    }
  }
  return shown.flatMap(({ kind, path, score }) => {
    const found = byPath.get(path);
    return found === undefined ? [] : [{ kind, path, score, ...found }];
  });
}

/** What is searched of a file: of a post what gets published, not the notes on it. */
async function readSearchable(kind: Kind, document: Document, id: string): Promise<Searchable & { bodyLine: number }> {
  const { data } = document;
  const { body, bodyLine } = kind === "story" ? document : await readPublished(document);
  const others: { key: string; text: string }[] = [];
  for (const key of ["question", "angle"]) {
    const text = readText(data.get(key));
    if (text !== null) others.push({ key, text });
  }
  for (const text of readTextMap(data.get("facts")).values()) others.push({ key: "facts", text });
  return {
    title: readText(data.get("title")) ?? id,
    hook: readText(data.get("hook")),
    tags: readTextList(data.get("tags")).concat(readTextList(data.get("hashtags")), readText(data.get("series")) ?? []),
    others,
    body,
    bodyLine,
  };
}

async function readPublished(document: Document): Promise<{ body: string; bodyLine: number }> {
  const { findPublished } = await import("../post/sections.ts");
  const { markdown, firstLine } = findPublished(document);
  return { body: markdown, bodyLine: firstLine };
}

function readFilterable(kind: Kind, id: string, data: FrontMatter, uses: Uses): Filterable {
  if (kind === "post") {
    const { week, day, status, hashtags } = readPostHead(id, "", data);
    return { kind, week, day, status, tags: hashtags };
  }
  const { week, day, tags } = readStoryHead(id, "", data);
  return { kind, week, day, status: statusOf(uses, id), tags };
}
