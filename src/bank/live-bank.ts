import { readDocumentOrNull } from "../front-matter/read.ts";
import type { Document } from "../front-matter/values.ts";
import { type PostHead, postFromDocument, readPostHead } from "../post/post.ts";
import { readStoryHead, storyFromDocument } from "../story/schema.ts";
import type { StoryHead } from "../story/story.ts";
import type { Bank } from "./bank.ts";
import { readConfig } from "./config.ts";
import { CONFIG_FILE } from "./find.ts";
import type { ReadableBank } from "./readable-bank.ts";

/**
 * A bank while texts of it are being written: these go before the files, and what was read of the files is kept in memory until
 * they are said to have changed.
 */
export interface LiveBank
  extends ReadableBank,
    Pick<Bank, "has" | "ids" | "trashed" | "notesTemplates" | "templateFile"> {
  /** Puts a text in the place of its file; null takes it away again. */
  setText(path: string, text: string | null): void;
  /** Says that files have changed; the path of a folder stands for all below it, and nothing for everything. */
  forget(paths?: ReadonlySet<string>): void;
}

export function openLiveBank(bank: Bank): LiveBank {
  const texts = new Map<string, string>();
  const documents = new Map<string, { text: string; document: Document | null }>();
  const stories = keepHeads<StoryHead>(bank, "stories", () => bank.stories(), bank.wholeStoriesInOrder);
  const posts = keepHeads<PostHead>(bank, "posts", () => bank.posts(), bank.wholePostsInOrder);
  const weeks = keep(() => bank.weeks());
  const config = keep(() => bank.config());
  const hookTemplates = keep(() => bank.hookTemplates());
  const postTemplates = keep(() => bank.postTemplates());
  const notesTemplates = keep(() => bank.notesTemplates());
  /** An open text taken apart; null where there is none, or it can't be read as it is just now. */
  const documentOf = async (path: string): Promise<Document | null> => {
    const text = texts.get(path);
    if (text === undefined) return null;
    const known = documents.get(path);
    if (known?.text === text) return known.document;
    const document = await readDocumentOrNull(text);
    documents.set(path, { text, document });
    return document;
  };
  const withOpen = async <T extends { path: string }>(
    heads: readonly T[],
    folder: string,
    read: (id: string, path: string, document: Document) => T,
  ): Promise<T[]> => {
    const open = new Map<string, T>();
    for (const path of texts.keys()) {
      const document = path.startsWith(`${folder}/`) ? await documentOf(path) : null;
      if (document !== null) open.set(path, read(idOf(path), path, document));
    }
    const known = new Set(heads.map(({ path }) => path));
    return [
      ...heads.map((head) => open.get(head.path) ?? head),
      ...[...open.values()].filter(({ path }) => !known.has(path)),
    ];
  };
  const live: LiveBank = {
    root: bank.root,
    has: (path) => texts.has(path) || bank.has(path),
    ids: (folder) => bank.ids(folder),
    trashed: (folder) => bank.trashed(folder),
    templateFile: (kind, name) => bank.templateFile(kind, name),
    read: (path) => texts.get(path) ?? bank.read(path),
    async config() {
      const text = texts.get(CONFIG_FILE);
      return text === undefined ? config.get() : readConfig(text);
    },
    async stories(week) {
      const all = await withOpen(await stories.get(), "stories", (id, path, { data }) => readStoryHead(id, path, data));
      return week === undefined ? all : all.filter((story) => story.week === week);
    },
    async posts(of) {
      const all = await withOpen(await posts.get(), "posts", (id, path, { data }) => readPostHead(id, path, data));
      return of === undefined ? all : all.filter(({ story }) => story !== null && of.has(story));
    },
    weeks: () => weeks.get(),
    hookTemplates: () => hookTemplates.get(),
    postTemplates: () => postTemplates.get(),
    notesTemplates: () => notesTemplates.get(),
    async wholeStory(head) {
      const document = await documentOf(head.path);
      return document === null ? bank.wholeStory(head) : storyFromDocument(head.id, head.path, document);
    },
    async wholeStoryById(id) {
      const path = `stories/${id}.md`;
      const document = await documentOf(path);
      return document === null ? bank.wholeStoryById(id) : storyFromDocument(id, path, document);
    },
    async wholePost(head) {
      const document = await documentOf(head.path);
      return document === null ? bank.wholePost(head) : postFromDocument(head.id, head.path, document);
    },
    setText(path, text) {
      if (text === null) {
        texts.delete(path);
        documents.delete(path);
      } else texts.set(path, text);
    },
    forget(paths) {
      const isIn = (folder: string): boolean =>
        paths === undefined || [...paths].some((path) => path === "" || isBelow(path, folder));
      stories.forget(paths);
      posts.forget(paths);
      if (isIn("weeks")) weeks.forget();
      if (isIn(CONFIG_FILE)) config.forget();
      if (isIn("templates")) for (const each of [hookTemplates, postTemplates, notesTemplates]) each.forget();
    },
  };
  return live;
}

/** The id of a file of `stories/` or `posts/`. */
function idOf(path: string): string {
  return path.slice(path.indexOf("/") + 1).replace(/\.md$/, "");
}

/** Keeps what was loaded until it is to be forgotten; what could not be loaded is asked for again. */
function keep<T>(load: () => Promise<T>): { get(): Promise<T>; forget(): void } {
  let kept: Promise<T> | null = null;
  return {
    get() {
      if (kept !== null) return kept;
      const loading = load();
      kept = loading;
      loading.catch(() => {
        if (kept === loading) kept = null;
      });
      return loading;
    },
    forget() {
      kept = null;
    },
  };
}

/** Keeps the heads of a folder; of its files, only those that have changed are read again. */
function keepHeads<T extends { path: string }>(
  bank: Bank,
  folder: string,
  load: () => Promise<T[]>,
  readPaths: (wanted: { paths: ReadonlySet<string> }) => AsyncIterable<{ item: T }>,
): { get(): Promise<readonly T[]>; forget(paths?: ReadonlySet<string>): void } {
  let kept: Promise<readonly T[]> | null = null;
  let changed = new Set<string>();
  const readAgain = async (before: Promise<readonly T[]>, paths: ReadonlySet<string>): Promise<readonly T[]> => {
    const heads = (await before).filter(({ path }) => !paths.has(path));
    const there = new Set([...paths].filter((path) => bank.has(path)));
    for await (const { item } of readPaths({ paths: there })) heads.push(item);
    return heads.sort((a, b) => (a.path < b.path ? -1 : 1));
  };
  const next = (): Promise<readonly T[]> => {
    if (kept === null) return load();
    return changed.size === 0 ? kept : readAgain(kept, changed);
  };
  return {
    get() {
      const heads = next();
      kept = heads;
      changed = new Set();
      heads.catch(() => {
        if (kept === heads) kept = null;
      });
      return heads;
    },
    forget(paths) {
      const own = paths === undefined ? [""] : [...paths].filter((path) => path === "" || isBelow(path, folder));
      for (const path of own) {
        if (path.endsWith(".md")) changed.add(path);
        else kept = null;
      }
    },
  };
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
