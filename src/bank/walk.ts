import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { linkProblem, wordReadError } from "./read.ts";

export interface Entry {
  /** The path relative to the bank, with forward slashes. */
  path: string;
  /** The path below the walked folder, without `.md`. */
  id: string;
  problem: string | null;
}

/** Lists the markdown files below a folder of the bank by name; whatever is no plain file carries its problem. */
export function walkMarkdown(root: string, folder: string): Entry[] {
  return walkBelow(root, folder, "");
}

function walkBelow(root: string, folder: string, below: string): Entry[] {
  const place = below === "" ? folder : `${folder}/${below}`;
  const children = readFolder(join(root, place), root);
  if (typeof children === "string") return [{ path: place, id: below, problem: children }];
  const shown = children.filter(({ name }) => !name.startsWith("."));
  return shown
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((child): Entry[] => {
      const name = below === "" ? child.name : `${below}/${child.name}`;
      const path = `${folder}/${name}`;
      const file = join(root, path);
      if (!child.name.endsWith(".md"))
        return child.isDirectory() || leadsToFolder(child, file) ? walkBelow(root, folder, name) : [];
      return [{ path, id: name.slice(0, -3), problem: child.isFile() ? null : oddProblem(child, file, root) }];
    });
}

/** The entry of a path that a walk has found before. */
export function entryOf(root: string, folder: string, path: string): Entry {
  return { path, id: path.slice(folder.length + 1, -3), problem: linkProblem(join(root, path), root) };
}

/** What is in a folder; why it can't be looked into; nothing where it is not there. */
function readFolder(path: string, root: string): Dirent[] | string {
  try {
    if (lstatSync(path).isSymbolicLink()) {
      const target = realpathSync(path);
      if (!target.startsWith(realpathSync(root) + sep)) return "it is a link out of the bank";
      return "it is a link to a folder; put the files themselves there";
    }
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? [] : wordReadError(error);
  }
}

function leadsToFolder(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function oddProblem(entry: Dirent, path: string, root: string): string | null {
  if (entry.isSymbolicLink()) return linkProblem(path, root);
  if (entry.isDirectory()) return "it is a folder";
  if (entry.isFIFO()) return "it is a FIFO, not a file";
  return "it is no regular file";
}
