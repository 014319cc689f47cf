import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { linkProblem } from "./read.ts";

export interface Entry {
  /** The path relative to the bank, with forward slashes. */
  path: string;
  /** The path below the walked folder, without `.md`. */
  id: string;
  problem: string | null;
}

/** Lists the markdown files below a folder of the bank by name; whatever is no plain file carries its problem. */
export function walkMarkdown(root: string, folder: string): Entry[] {
  const entries: Entry[] = [];
  const visit = (below: string): void => {
    const children = readFolder(join(root, folder, below));
    children.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const child of children) {
      if (child.name.startsWith(".")) continue;
      const name = below === "" ? child.name : `${below}/${child.name}`;
      if (!child.name.endsWith(".md")) {
        if (child.isDirectory()) visit(name);
        continue;
      }
      const path = `${folder}/${name}`;
      entries.push({
        path,
        id: name.slice(0, -3),
        problem: child.isFile() ? null : oddProblem(child, join(root, path), root),
      });
    }
  };
  visit("");
  return entries;
}

/** The entry of a path that a walk has found before. */
export function entryOf(root: string, folder: string, path: string): Entry {
  return { path, id: path.slice(folder.length + 1, -3), problem: linkProblem(join(root, path), root) };
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function oddProblem(entry: Dirent, path: string, root: string): string | null {
  if (entry.isSymbolicLink()) return linkProblem(path, root);
  if (entry.isDirectory()) return "it is a folder";
  if (entry.isFIFO()) return "it is a FIFO, not a file";
  return "it is no regular file";
}
