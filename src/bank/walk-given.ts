import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type ReadProblem, readProblemOf } from "./read-problem.ts";

/** A file below a folder that somebody named. */
export interface GivenFile {
  path: string;
  /** Its path below the folder, with forward slashes. */
  name: string;
  /** In bytes. */
  size: number;
  problem: ReadProblem | null;
}

/** What is the bank's own: what import makes, and what its author collects there. */
const OWN = ["stories", "posts", "weeks", "templates", ".storybank", "inbox.md"];

export function isGivenFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Lists the files below a folder by name. What begins with a dot belongs to a program, and the bank's own files to the bank: both are
 * passed over. Links are not followed.
 */
export function walkGiven(named: string, bankRoot: string): GivenFile[] {
  const folder = realpathSync(named);
  const own = new Set(OWN.map((name) => join(realpathSync(bankRoot), name)));
  const walk = (place: string): GivenFile[] => {
    if (own.has(place)) return [];
    const children = childrenOf(place);
    if (!Array.isArray(children)) return [given(folder, place, children)];
    return children
      .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((child) => {
        const path = join(place, child.name);
        if (own.has(path)) return [];
        return child.isDirectory() ? walk(path) : [given(folder, path, problemOf(child))];
      });
  };
  return walk(folder);
}

function given(folder: string, path: string, problem: ReadProblem | null): GivenFile {
  const name = relative(folder, path).split(sep).join("/");
  const size = problem === null ? (lstatSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0;
  return { path, name, size, problem };
}

function childrenOf(folder: string): Dirent[] | ReadProblem {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return readProblemOf(error);
  }
}

function problemOf(entry: Dirent): ReadProblem | null {
  if (entry.isFile()) return null;
  if (entry.isSymbolicLink()) return { code: "link-not-followed" };
  return { code: entry.isFIFO() ? "fifo" : "no-regular-file" };
}
