import type { LiveBank } from "../../bank/live-bank.ts";
import { nameKey } from "../../bank/resolve.ts";
import { UserError } from "../../errors.ts";
import { FrontMatterError } from "../../front-matter/values.ts";
import { FOLDERS, type Renaming, renameReferences } from "../../post/references.ts";
import { readNewId } from "../rename.ts";
import { editBetween, type FileEdit } from "./file-edit.ts";
import { entryIn, storyNamedBy } from "./named-story.ts";
import { kindOfFile, type OpenFile } from "./open-file.ts";

/** What is renamed from a place: the story that stands there, or the story or post whose title it is. */
export interface Renamable {
  kind: "story" | "post";
  id: string;
  start: number;
  end: number;
}

/** Finds what a place can be renamed from: `story:` of a post, `stories:` of a week, the title of a story or post. */
export function findRenamable(file: OpenFile, at: number): Renamable | null {
  const entry = entryIn(file, at);
  if (entry === null || entry.value === null) return null;
  const { start, end } = entry;
  const named = storyNamedBy(file, entry);
  if (named !== null) return { kind: "story", id: named, start, end };
  const isOwn = entry.keys[0] === "title" && (file.kind === "story" || file.kind === "post");
  return isOwn ? { kind: file.kind === "story" ? "story" : "post", id: file.id, start, end } : null;
}

/** A file that gets another name, with the edits in those that refer to it. */
export interface MovedFile {
  from: string;
  to: string;
  edits: FileEdit[];
}

/**
 * Gives a story or post another id, as `mv` does; null where it has that one already.
 *
 * @throws UserError when the name is taken or can't be one, or a file that refers to it can't be changed.
 */
export function renameOpen(
  bank: LiveBank,
  { kind, id }: Pick<Renamable, "kind" | "id">,
  written: string,
): MovedFile | null {
  const folder = FOLDERS[kind];
  if (!bank.has(`${folder}/${id}.md`))
    throw new UserError(`There is no ${kind} ${id}.`, { hint: "Correct its name first." });
  const to = readNewId(kind, id, written);
  if (to === id) return null;
  if (bank.ids(folder).some((other) => other !== id && nameKey(other) === nameKey(to)))
    throw new UserError(`There is a ${kind} ${to} already.`, { hint: "Nothing was changed. Choose another name." });
  const edits = editReferences(bank, [{ kind, from: id, to }]);
  return { from: `${folder}/${id}.md`, to: `${folder}/${to}.md`, edits };
}

/** The edits that new paths of files ask for in all that refer to them; none for what is no story or post before and after. */
export function editsForMoves(bank: LiveBank, moves: readonly { from: string; to: string }[]): FileEdit[] {
  return editReferences(
    bank,
    moves.flatMap(({ from, to }): Renaming[] => {
      const [old, next] = [kindOfFile(from), kindOfFile(to)];
      if (old === null || next === null || old.kind !== next.kind || old.id === next.id) return [];
      return old.kind === "story" || old.kind === "post" ? [{ kind: old.kind, from: old.id, to: next.id }] : [];
    }),
  );
}

function editReferences(bank: LiveBank, renamings: readonly Renaming[]): FileEdit[] {
  const edits: FileEdit[] = [];
  if (renamings.length === 0) return edits;
  for (const folder of ["stories", "posts", "weeks"] as const)
    for (const id of bank.ids(folder)) {
      const path = `${folder}/${id}.md`;
      const before = readOrNull(bank, path) ?? "";
      const after = renamings.reduce((text, renaming) => renamed(bank, path, text, renaming), before);
      const edit = editBetween(path, before, after);
      if (edit !== null) edits.push(edit);
    }
  return edits;
}

/** What can't be read safely is left as it is. */
function readOrNull(bank: LiveBank, path: string): string | null {
  try {
    return bank.read(path);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function renamed(bank: LiveBank, path: string, before: string, renaming: Renaming): string {
  // An id may be written in escapes.
  if (!before.includes(renaming.from) && !before.includes("\\")) return before;
  const other = FOLDERS[renaming.kind === "story" ? "post" : "story"];
  const isShared = bank.has(`${other}/${renaming.from}.md`);
  try {
    return renameReferences(before, renaming, path.startsWith("posts/"), isShared);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    if (!before.includes(renaming.from)) return before;
    throw new UserError(`${path} refers to it, and can't be changed: ${error.message}.`, {
      hint: "Nothing was changed. Mend that file first.",
      cause: error,
    });
  }
}
