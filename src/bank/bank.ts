import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { readWeekFile, type Week } from "../calendar/week.ts";
import { UserError } from "../errors.ts";
import type { Changes } from "../front-matter/edit.ts";
import { readDocument } from "../front-matter/read.ts";
import { type Document, FrontMatterError } from "../front-matter/values.ts";
import { findByLink, indexLinks } from "../post/links.ts";
import { type Post, type PostHead, readPost, readPostHead } from "../post/post.ts";
import { readStory, readStoryHead } from "../story/schema.ts";
import type { Story, StoryHead } from "../story/story.ts";
import type { Config } from "./config.ts";
import { CONFIG_FILE } from "./find.ts";
import { readHeads } from "./heads.ts";
import { withLock } from "./lock.ts";
import { linkProblem, readText } from "./read.ts";
import { keepText } from "./recovered.ts";
import { resolveName } from "./resolve.ts";
import { findInTrash, moveToTrash, restoreFromTrash } from "./trash.ts";
import { type Entry, walkMarkdown } from "./walk.ts";
import { readWhole, type Wanted, type WholeFile } from "./whole.ts";
import { createFile, replaceFile } from "./write.ts";

/** The folders in which storybank writes. */
export const WRITTEN_FOLDERS = ["stories", "posts", "weeks", ".storybank"] as const;

/** A folder of stories, posts, weeks and templates. Every call reads the files as they are now; nothing is cached. */
export interface Bank {
  readonly root: string;
  /** Says that a file was skipped, and why; each file once. */
  skip(path: string, problem: string): void;
  config(): Promise<Config>;
  /** All stories, or those of a week. */
  stories(week?: number): Promise<StoryHead[]>;
  /** All posts, or those that tell one of the stories (and those that don't plainly say which). */
  posts(stories?: ReadonlySet<string>): Promise<PostHead[]>;
  weeks(): Promise<Week[]>;
  /** The story a name means, with its text. Throws a UserError for an unknown or ambiguous name. */
  story(name: string): Promise<Story>;
  storyHead(name: string): Promise<StoryHead>;
  storyOf(head: StoryHead): Promise<Story>;
  /** The story of an id; null where there is none that can be read. */
  storyById(id: string): Promise<Story | null>;
  post(name: string): Promise<PostHead>;
  postOf(head: PostHead): Promise<Post>;
  /** The stories with their texts, one at a time. */
  wholeStories(wanted?: Wanted): AsyncIterable<WholeFile<Story>>;
  wholePosts(wanted?: Wanted): AsyncIterable<WholeFile<Post>>;
  /** Stories or posts as they are written: front matter and body, not yet read for what they mean. */
  documents(folder: "stories" | "posts", wanted?: Wanted): AsyncIterable<WholeFile<Entry & { document: Document }>>;
  /** The ids of all files of a folder, those too that can't be read. */
  ids(folder: "stories" | "posts"): string[];
  has(path: string): boolean;
  /** The text of a file of the bank; null when there is none. Throws a UserError when it can't be read safely. */
  read(path: string): string | null;
  /** Creates a file that must not exist yet; returns false when it does. */
  create(path: string, text: string): boolean;
  /** Changes keys of a file's front matter under the bank's lock; returns false when there was nothing to change. */
  change(path: string, decide: (text: string) => Changes): Promise<boolean>;
  /** Replaces a file's text, provided that it still is what the caller has read. */
  replace(path: string, before: string, after: string): Promise<void>;
  /** Moves a file to the trash and says where it lies. */
  trash(path: string): Promise<string>;
  inTrash(path: string): string | null;
  /** The ids of what lies in the trash of a folder. */
  trashed(folder: string): string[];
  /** Brings a file back from the trash, to its own place or another; returns false when that is taken. */
  restore(path: string, to?: string): Promise<boolean>;
}

/** A bank as far as it is looked at: nothing of it writes. */
export type ReadableBank = Pick<
  Bank,
  "root" | "skip" | "config" | "stories" | "posts" | "weeks" | "storyOf" | "storyById" | "postOf" | "read"
>;

export function openBank(root: string, onSkip: (path: string, problem: string) => void): Bank {
  const said = new Set<string>();
  const skip = (path: string, problem: string): void => {
    if (!said.has(path)) onSkip(path, problem);
    said.add(path);
  };
  const bank: Bank = {
    root,
    skip,
    async config() {
      const { readConfig } = await import("./config.ts");
      return readConfig(readSafely(root, CONFIG_FILE) ?? "");
    },
    async stories(week) {
      const wanted =
        week === undefined
          ? undefined
          : { key: "week", isWanted: (text: string) => Number(text) === week || !(Number(text) > 0) };
      return readHeads(root, "stories", (entry, data) => readStoryHead(entry.id, entry.path, data), skip, wanted);
    },
    async posts(stories) {
      const wanted =
        stories === undefined ? undefined : { key: "story", isWanted: (text: string) => stories.has(text) };
      return readHeads(root, "posts", (entry, data) => readPostHead(entry.id, entry.path, data), skip, wanted);
    },
    async weeks() {
      const weeks = await readHeads(root, "weeks", (entry, data) => readWeekFile(entry.path, data), skip);
      return weeks.filter((week) => week !== null).sort((a, b) => a.week - b.week);
    },
    async story(name) {
      return bank.storyOf(await bank.storyHead(name));
    },
    async storyHead(name) {
      return resolveName("story", await bank.stories(), name);
    },
    async storyOf(head) {
      return readStory(head.id, head.path, await parseFile(root, head.path));
    },
    async storyById(id) {
      const path = `stories/${id}.md`;
      if (/(?:^|\/)\.|\\/.test(path) || linkProblem(join(root, path), root) !== null) return null;
      try {
        return readStory(id, path, await parseFile(root, path));
      } catch (error) {
        if (error instanceof UserError) return null;
        throw error;
      }
    },
    async postOf(head) {
      return readPost(head.id, head.path, await parseFile(root, head.path));
    },
    wholeStories: (wanted) =>
      readWhole(root, "stories", (entry, document) => readStory(entry.id, entry.path, document), skip, wanted),
    wholePosts: (wanted) =>
      readWhole(root, "posts", (entry, document) => readPost(entry.id, entry.path, document), skip, wanted),
    documents: (folder, wanted) => readWhole(root, folder, (entry, document) => ({ ...entry, document }), skip, wanted),
    async post(name) {
      const posts = await bank.posts();
      const linked = /^https?:/.test(name) ? findByLink(indexLinks(posts), name) : undefined;
      return linked ?? resolveName("post", posts, name);
    },
    ids: (folder) => walkMarkdown(root, folder).map(({ id }) => id),
    has: (path) => existsSync(join(root, path)),
    read: (path) => readSafely(root, path),
    create(path, text) {
      const [top = ""] = path.split("/");
      if (lstatSync(join(root, top), { throwIfNoEntry: false })?.isSymbolicLink() === true)
        throw new UserError(`${top} is a link, so nothing was written there.`, {
          hint: "Make it a folder of the bank, and put the files there.",
        });
      return createFile(join(root, path), text);
    },
    async change(path, decide) {
      const { editFrontMatter } = await import("../front-matter/edit.ts");
      return withLock(root, () => {
        const before = mustRead(root, path);
        const after = edited(path, () => editFrontMatter(before, decide(before)));
        if (after === before) return false;
        replaceUnchanged(root, path, before, after);
        return true;
      });
    },
    replace: (path, before, after) => withLock(root, () => replaceUnchanged(root, path, before, after)),
    trash: (path) => withLock(root, () => moveToTrash(root, path)),
    trashed: (folder) => walkMarkdown(root, `.storybank/trash/${folder}`).map((entry) => entry.id),
    inTrash: (path) => findInTrash(root, path),
    restore: (path, to) => withLock(root, () => restoreFromTrash(root, path, to)),
  };
  return bank;
}

function readSafely(root: string, path: string): string | null {
  const result = readText(join(root, path));
  if ("text" in result) return result.text;
  if (result.problem === "it is gone") return null;
  throw new UserError(`${path} was left alone: ${result.problem}.`, {
    hint: "Mend the file, then run the command again.",
  });
}

function mustRead(root: string, path: string): string {
  const problem = linkProblem(join(root, path), root);
  const text = problem === null ? readSafely(root, path) : null;
  if (text === null)
    throw new UserError(`${path} was left alone: ${problem ?? "it is gone"}.`, {
      hint: "Look at the folder; nothing was changed.",
    });
  return text;
}

async function parseFile(root: string, path: string): Promise<Document> {
  const text = mustRead(root, path);
  try {
    return await readDocument(text);
  } catch (error) {
    throw wordProblem(path, error);
  }
}

function edited(path: string, edit: () => string): string {
  try {
    return edit();
  } catch (error) {
    throw wordProblem(path, error);
  }
}

/** Words what makes a file unreadable; anything else is passed on as it is. */
function wordProblem(path: string, error: unknown): unknown {
  if (!(error instanceof FrontMatterError)) return error;
  return new UserError(`${path} was left alone: ${error.message}.`, {
    hint: "Mend the file, then run the command again.",
    cause: error,
  });
}

/** An editor does not ask for our lock: if the file is not what was read, its new text wins and ours is kept beside it. */
function replaceUnchanged(root: string, path: string, before: string, after: string): void {
  if (readSafely(root, path) === before) {
    replaceFile(join(root, path), after);
    return;
  }
  const kept = keepText(root, path.split("/").at(-1) ?? "story.md", after);
  throw new UserError(`${path} was changed by another program meanwhile, so it was left as it is.`, {
    hint: `Your version is kept in ${kept}.`,
  });
}
