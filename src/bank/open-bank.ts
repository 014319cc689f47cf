import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { readWeekFile } from "../calendar/week.ts";
import { UserError } from "../errors.ts";
import type { Document } from "../front-matter/values.ts";
import { type Post, postFromDocument, readPostHead } from "../post/post.ts";
import type { Renaming } from "../post/references.ts";
import { readStoryHead, storyFromDocument } from "../story/schema.ts";
import type { Story } from "../story/story.ts";
import type { Bank, OnSkip } from "./bank.ts";
import { editedText, parseFile, readExisting, readSafely, replaceUnchanged } from "./file.ts";
import { readFilesWithText } from "./files-with-text.ts";
import { CONFIG_FILE } from "./find.ts";
import { readFrontMatters } from "./front-matters.ts";
import { isRenaming } from "./journal.ts";
import { withLock } from "./lock.ts";
import { linkProblem } from "./read.ts";
import { resolveName } from "./resolve.ts";
import { resolvePost, resolveStoryOrPost } from "./resolve-post.ts";
import type { Folders } from "./templates.ts";
import { copyToTrash, findInTrash, moveToTrash, restoreFromTrash } from "./trash.ts";
import { type Entry, walkMarkdown } from "./walk.ts";
import { createFile } from "./write.ts";

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
    replaceKept: (path, before, after) =>
      locked(() => {
        if (readExisting(root, path) !== before) replaceUnchanged(root, path, before, after);
        const kept = copyToTrash(root, path, before);
        replaceUnchanged(root, path, before, after);
        return kept;
      }),
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
    exclusively: locked,
    finishRenaming: () => withLock(root, finish),
  };
  return bank;
}
