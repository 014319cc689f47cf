import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { readWeekFile, type Week } from "../calendar/week.ts";
import { UserError } from "../errors.ts";
import type { Changes } from "../front-matter/edit.ts";
import type { Document, FrontMatter } from "../front-matter/values.ts";
import { type Post, type PostHead, postFromDocument, readPostHead } from "../post/post.ts";
import type { Renaming } from "../post/references.ts";
import { readStoryHead, storyFromDocument } from "../story/schema.ts";
import type { Story, StoryHead } from "../story/story.ts";
import type { HookTemplate } from "../templates/hook-template.ts";
import type { NotesTemplate } from "../templates/notes-template.ts";
import type { PostTemplate } from "../templates/post-template.ts";
import type { Config } from "./config.ts";
import { editedText, parseFile, readExisting, readSafely, replaceUnchanged } from "./file.ts";
import { type FileWithText, readFilesWithText, type Wanted } from "./files-with-text.ts";
import { CONFIG_FILE } from "./find.ts";
import { readFrontMatters } from "./front-matters.ts";
import { isRenaming } from "./journal.ts";
import { withLock } from "./lock.ts";
import { linkProblem } from "./read.ts";
import type { ReadProblem } from "./read-problem.ts";
import { resolveName } from "./resolve.ts";
import { resolvePost, resolveStoryOrPost, type StoryOrPost } from "./resolve-post.ts";
import type { Folders, TemplateKind } from "./templates.ts";
import { findInTrash, moveToTrash, restoreFromTrash } from "./trash.ts";
import { type Entry, walkMarkdown } from "./walk.ts";
import { createFile } from "./write.ts";

/** The folders in which storybank writes. */
export const WRITTEN_FOLDERS = ["stories", "posts", "weeks", ".storybank"] as const;

/**
 * A folder of stories, posts, weeks and templates. Every call reads the files as they are now; nothing is cached.
 *
 * A story or post comes as its head, which is its front matter and what lists need (`stories`, `story`, `posts`, `post`), or
 * whole, with its text: `whole…` of a head or id gives one, `whole…InOrder` reads many, each when the one before has been dealt with.
 */
export interface Bank {
  readonly root: string;
  /** The same bank; what it skips is told to another. */
  withSkips(onSkip: OnSkip): Bank;
  /** Says that a file was skipped, and why; each file once. */
  skip(path: string, problem: ReadProblem): void;
  config(): Promise<Config>;
  /** All stories, or those of a week. */
  stories(week?: number): Promise<StoryHead[]>;
  /** All posts, or those that tell one of the stories (and those that don't plainly say which). */
  posts(stories?: ReadonlySet<string>): Promise<PostHead[]>;
  weeks(): Promise<Week[]>;
  /** The hook templates by name: the built-in ones, and the bank's own, which win over those of the same name. */
  hookTemplates(): Promise<HookTemplate[]>;
  postTemplates(): Promise<PostTemplate[]>;
  notesTemplates(): Promise<NotesTemplate[]>;
  /** The path of a template's file, in the bank or the program; null where there is none of the name. */
  templateFile(kind: TemplateKind, name: string): Promise<string | null>;
  /** The story a name means. Throws a UserError for an unknown or ambiguous name, as the next two do. */
  story(name: string): Promise<StoryHead>;
  /** The post a name means; the name of a story stands for its one unpublished post, see {@link resolvePost}. */
  post(name: string, options?: { orPublished?: boolean }): Promise<PostHead>;
  /** The story or post a name means; a name that fits both is the story's. */
  storyOrPost(name: string): Promise<StoryOrPost>;
  /** The story of a head with its text. Throws a UserError when its file can't be read any more. */
  wholeStory(head: StoryHead): Promise<Story>;
  wholePost(head: PostHead): Promise<Post>;
  /** The story of an id with its text; null where there is none that can be read. */
  wholeStoryById(id: string): Promise<Story | null>;
  /** The stories with their texts, and their files as they are written, in the order of their paths or of those that are wanted. */
  wholeStoriesInOrder(wanted?: Wanted): AsyncIterable<FileWithText<Story>>;
  wholePostsInOrder(wanted?: Wanted): AsyncIterable<FileWithText<Post>>;
  /** Stories or posts as they are written: front matter and body, not yet read for what they mean. */
  documentsInOrder(
    folder: "stories" | "posts",
    wanted?: Wanted,
  ): AsyncIterable<FileWithText<Entry & { document: Document }>>;
  /** The ids of all files of a folder, those too that can't be read. */
  ids(folder: "stories" | "posts" | "weeks"): string[];
  has(path: string): boolean;
  /** The text of a file of the bank; null when there is none. Throws a UserError when it can't be read safely. */
  read(path: string): string | null;
  /** Creates a file that must not exist yet; returns false when it does. */
  create(path: string, text: string): boolean;
  /** The same under the bank's lock, after `look` has seen the posts as they are then; what it throws keeps the file from being made. */
  createAfter(look: (posts: readonly PostHead[]) => void, path: string, text: string): Promise<boolean>;
  /** Changes keys of a file's front matter, decided by what it holds under the bank's lock; returns false when there was nothing to change. */
  change(path: string, decide: (data: FrontMatter) => Changes): Promise<boolean>;
  /** Makes a new text of a file's under the bank's lock; returns false when it stays the same. */
  rewrite(path: string, edit: (text: string) => string): Promise<boolean>;
  /** Replaces a file's text, provided that it still is what the caller has read. */
  replace(path: string, before: string, after: string): Promise<void>;
  /** Adds lines at the end of a file that others add to, too, in one write and without a lock; makes it where there is none. */
  append(path: string, lines: readonly string[]): Promise<void>;
  /** Makes the text of such a file longer; what others add meanwhile stays. Returns false when it stays the same. */
  editInPlace(path: string, edit: (text: string) => string): Promise<boolean>;
  /** Moves a file to the trash and says where it is. */
  trash(path: string): Promise<string>;
  inTrash(path: string): string | null;
  /** The ids of what is in the trash of a folder. */
  trashed(folder: string): string[];
  /** Brings a file back from the trash, to its own place or another; returns false when that is taken. */
  restore(path: string, to?: string): Promise<boolean>;
  /** Gives a story or post another id, in all files that refer to it. Returns the changed files; null where the name is taken. */
  rename(renaming: Renaming): Promise<string[] | null>;
  /** Finishes a renaming that was interrupted, as every change to the bank and every look at its posts does first, and says which. */
  finishRenaming(): Promise<Renaming | null>;
}

type OnSkip = (path: string, problem: ReadProblem) => void;

type Named = Pick<Entry, "id" | "path">;
const toStory = ({ id, path }: Named, document: Document): Story => storyFromDocument(id, path, document);
const toPost = ({ id, path }: Named, document: Document): Post => postFromDocument(id, path, document);

/** Opens the bank of a folder; `packageDir` is that of the program itself, with the built-in templates. */
export function openBank(folders: Folders, onSkip: OnSkip): Bank {
  const { root } = folders;
  const said = new Set<string>();
  const skip: OnSkip = (path, problem) => {
    if (!said.has(path)) onSkip(path, problem);
    said.add(path);
  };
  const finish = async (): Promise<Renaming | null> =>
    isRenaming(root) ? (await import("./rename.ts")).finishRenaming(root, skip) : null;
  // Where it can't be finished now, it blocks nothing but another renaming's.
  const settle = (finishing: () => Promise<unknown>): Promise<unknown> =>
    finishing().catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
  const locked = <T>(change: () => T | Promise<T>): Promise<T> =>
    withLock(root, async () => {
      await settle(finish);
      return change();
    });
  const bank: Bank = {
    root,
    withSkips: (listener) => openBank(folders, listener),
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
      return readFrontMatters(
        root,
        "stories",
        (entry, data) => readStoryHead(entry.id, entry.path, data),
        skip,
        wanted,
      );
    },
    async posts(stories) {
      if (isRenaming(root)) await settle(bank.finishRenaming);
      const wanted =
        stories === undefined ? undefined : { key: "story", isWanted: (text: string) => stories.has(text) };
      return readFrontMatters(root, "posts", (entry, data) => readPostHead(entry.id, entry.path, data), skip, wanted);
    },
    async weeks() {
      const weeks = await readFrontMatters(root, "weeks", (entry, data) => readWeekFile(entry.path, data), skip);
      return weeks.filter((week) => week !== null).sort((a, b) => a.week - b.week);
    },
    async hookTemplates() {
      return (await import("./templates.ts")).readHookTemplates(folders, skip);
    },
    async postTemplates() {
      return (await import("./templates.ts")).readPostTemplates(folders, skip);
    },
    async notesTemplates() {
      return (await import("./templates.ts")).readNotesTemplates(folders, skip);
    },
    async templateFile(kind, name) {
      return (await import("./templates.ts")).findTemplateFile(kind, name, folders);
    },
    async story(name) {
      return resolveName("story", await bank.stories(), name);
    },
    async post(name, options) {
      return resolvePost(await bank.posts(), () => bank.stories(), name, options);
    },
    async storyOrPost(name) {
      return resolveStoryOrPost(await bank.stories(), await bank.posts(), name);
    },
    async wholeStory(head) {
      return toStory(head, await parseFile(root, head.path));
    },
    async wholePost(head) {
      return toPost(head, await parseFile(root, head.path));
    },
    async wholeStoryById(id) {
      const path = `stories/${id}.md`;
      if (/(?:^|\/)\.|\\/.test(path) || linkProblem(join(root, path), root) !== null) return null;
      try {
        return toStory({ id, path }, await parseFile(root, path));
      } catch (error) {
        if (error instanceof UserError) return null;
        throw error;
      }
    },
    wholeStoriesInOrder: (wanted) => readFilesWithText(root, "stories", toStory, skip, wanted),
    wholePostsInOrder: (wanted) => readFilesWithText(root, "posts", toPost, skip, wanted),
    documentsInOrder: (folder, wanted) =>
      readFilesWithText(root, folder, (entry, document) => ({ ...entry, document }), skip, wanted),
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
    createAfter: (look, path, text) =>
      locked(async () => {
        look(await bank.posts());
        return bank.create(path, text);
      }),
    async change(path, decide) {
      const { editFrontMatter } = await import("../front-matter/edit.ts");
      return bank.rewrite(path, (before) => editFrontMatter(before, decide));
    },
    rewrite: (path, edit) =>
      locked(() => {
        const before = readExisting(root, path);
        const after = editedText(path, () => edit(before));
        if (after === before) return false;
        replaceUnchanged(root, path, before, after);
        return true;
      }),
    replace: (path, before, after) => locked(() => replaceUnchanged(root, path, before, after)),
    append: async (path, lines) => (await import("./append.ts")).appendLines(root, path, lines),
    editInPlace: async (path, edit) => {
      const { editInPlace } = await import("./edit-in-place.ts");
      return locked(() => editInPlace(root, path, edit));
    },
    trash: (path) => locked(() => moveToTrash(root, path)),
    trashed: (folder) => walkMarkdown(root, `.storybank/trash/${folder}`).map((entry) => entry.id),
    inTrash: (path) => findInTrash(root, path),
    restore: (path, to) => locked(() => restoreFromTrash(root, path, to)),
    rename: (renaming) =>
      withLock(root, async () => {
        await finish();
        return (await import("./rename.ts")).renameFile(root, skip, renaming);
      }),
    finishRenaming: () => withLock(root, finish),
  };
  return bank;
}
