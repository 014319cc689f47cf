import { lstatSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { FrontMatterError } from "../front-matter/values.ts";
import { FOLDERS, type Renaming, renameReferences } from "../post/references.ts";
import { replaceUnchanged } from "./file.ts";
import { dropJournal, readJournal, removeFile, writeJournal } from "./journal.ts";
import { readText } from "./read.ts";
import { fold } from "./resolve.ts";
import { walkMarkdown } from "./walk.ts";
import { makeFolder, moveFile, wordWriteError } from "./write.ts";

type Skip = (path: string, problem: string) => void;

interface Change {
  path: string;
  before: string;
  after: string;
}

/**
 * Gives a story or post another id and changes every file that refers to it; the caller holds the bank's lock. Where a file
 * can't be written, all is put back; where the process is killed, {@link finishRenaming} goes on. Returns the paths of the
 * changed files; null where the name is taken.
 *
 * @throws UserError when a file that refers to it can't be changed; then nothing was.
 */
export function renameFile(root: string, skip: Skip, renaming: Renaming): string[] | null {
  const [from, to] = pathsOf(renaming);
  refuseLinks(root, from, to);
  if (standsAt(root, to)) return null;
  const changes = findChanges(root, skip, renaming, (path, error) => {
    throw new UserError(`${path} names it and can't be changed: ${error.message}.`, {
      hint: "Mend that file, then run the command again; nothing was changed.",
      cause: error,
    });
  });
  writeJournal(root, renaming);
  const done: Change[] = [];
  try {
    if (!moveTo(root, from, to)) {
      dropJournal(root);
      return null;
    }
    for (const { path, before, after } of changes) {
      const change = { path: path === from ? to : path, before, after };
      replaceUnchanged(root, change.path, before, after);
      done.push(change);
    }
  } catch (error) {
    throw undo(root, [from, to], done) ? error : halfDone(error);
  }
  dropJournal(root);
  return changes.map(({ path }) => (path === from ? to : path));
}

/** Finishes a renaming that was interrupted, and says which; null where the file had not moved yet, so that all is as it was. */
export function finishRenaming(root: string, skip: Skip): Renaming | null {
  const renaming = readJournal(root);
  if (renaming !== null) {
    const [from, to] = pathsOf(renaming);
    // Moving makes the new name first and then takes the old one away.
    if (isSameFile(root, from, to)) removeFile(root, from);
    if (standsAt(root, to) && !standsAt(root, from)) {
      const changes = findChanges(root, skip, renaming, (path, error) => skip(path, error.message));
      for (const { path, before, after } of changes) replaceUnchanged(root, path, before, after);
      dropJournal(root);
      return renaming;
    }
  }
  dropJournal(root);
  return null;
}

/** Puts back what was changed, the last first; false where that fails, too, and the journal stays. */
function undo(root: string, [from, to]: [string, string], done: readonly Change[]): boolean {
  try {
    for (const { path, before, after } of done.toReversed()) replaceUnchanged(root, path, after, before);
    if (!standsAt(root, from)) moveTo(root, to, from);
    dropJournal(root);
    return true;
  } catch {
    return false;
  }
}

function halfDone(error: unknown): Error {
  const { message } = error as Error;
  return new UserError(`${message.replace(/\.$/, "")}, so the renaming is half done.`, {
    hint: "Mend the cause; then the next command finishes it, or storybank doctor says why not.",
    code: 1,
    cause: error,
  });
}

function findChanges(
  root: string,
  skip: Skip,
  renaming: Renaming,
  refuse: (path: string, error: FrontMatterError) => void,
): Change[] {
  const other = FOLDERS[renaming.kind === "story" ? "post" : "story"];
  const isShared = standsAt(root, `${other}/${renaming.from}.md`);
  const changes: Change[] = [];
  for (const folder of ["stories", "posts", "weeks"])
    for (const { path, problem } of walkMarkdown(root, folder)) {
      const result = problem === null ? readText(join(root, path)) : { problem };
      if ("problem" in result) {
        skip(path, result.problem);
        continue;
      }
      const { text: before } = result;
      const after = renamed(before, renaming, { isPost: folder === "posts", isShared }, (error) => refuse(path, error));
      if (after !== before) changes.push({ path, before, after });
    }
  return changes;
}

/** A text with the new id; as it was where it can't be read, which is refused if the id stands in it. */
function renamed(
  before: string,
  renaming: Renaming,
  { isPost, isShared }: { isPost: boolean; isShared: boolean },
  refuse: (error: FrontMatterError) => void,
): string {
  // An id may stand there in escapes.
  if (!before.includes(renaming.from) && !before.includes("\\")) return before;
  try {
    return renameReferences(before, renaming, isPost, isShared);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    if (before.includes(renaming.from)) refuse(error);
    return before;
  }
}

function pathsOf({ kind, from, to }: Renaming): [from: string, to: string] {
  return [`${FOLDERS[kind]}/${from}.md`, `${FOLDERS[kind]}/${to}.md`];
}

/** Moves a file; false where the name is taken. Names that some systems take for one can't be linked beside each other. */
function moveTo(root: string, from: string, to: string): boolean {
  if (fold(from) !== fold(to)) return moveFile(join(root, from), join(root, to));
  try {
    makeFolder(dirname(join(root, to)));
    renameSync(join(root, from), join(root, to));
    return true;
  } catch (error) {
    throw wordWriteError(to, error);
  }
}

/** Whether a folder lists the very name, which is not what a system says that takes `A` and `a` for one. */
function standsAt(root: string, path: string): boolean {
  try {
    return readdirSync(dirname(join(root, path))).includes(basename(path));
  } catch {
    return false;
  }
}

function isSameFile(root: string, from: string, to: string): boolean {
  if (!standsAt(root, from) || !standsAt(root, to)) return false;
  const [one, other] = [lstatSync(join(root, from)), lstatSync(join(root, to))];
  return one.ino === other.ino && one.dev === other.dev;
}

function refuseLinks(root: string, from: string, to: string): void {
  const places = [from];
  for (let folder = dirname(to); folder !== "."; folder = dirname(folder)) places.push(folder);
  for (const place of places)
    if (lstatSync(join(root, place), { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new UserError(`${place} is a link, so nothing was renamed.`, {
        hint: "Put the file or folder itself into the bank.",
      });
}
