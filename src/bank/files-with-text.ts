import { readDocument } from "../front-matter/read.ts";
import { type Document, FrontMatterError } from "../front-matter/values.ts";
import { readBytes } from "./read.ts";
import type { ReadProblem } from "./read-problem.ts";
import { type Entry, entryOf, walkMarkdown } from "./walk.ts";

/** A file of the bank with its text. */
export interface FileWithText<T> {
  item: T;
  text: string;
}

/** Which files are read whole; all where nothing is said. */
export interface Wanted {
  paths?: ReadonlySet<string> | undefined;
  /** Looks at a file's bytes, each as one character (Latin-1), before it is taken apart. */
  mightMatch?: ((latin1: string, id: string) => boolean) | undefined;
}

/**
 * Reads the markdown files below a folder, or those of the paths that are there, text and all, one at a time; what can't be read
 * safely goes to `skip`.
 */
export async function* readFilesWithText<T>(
  root: string,
  folder: string,
  read: (entry: Entry, document: Document) => T,
  skip: (path: string, problem: ReadProblem) => void,
  { paths, mightMatch }: Wanted = {},
): AsyncGenerator<FileWithText<T>> {
  const entries =
    paths === undefined
      ? walkMarkdown(root, folder)
      : [...paths].filter((path) => path.startsWith(`${folder}/`)).map((path) => entryOf(root, folder, path));
  for (const entry of entries) {
    const result = entry.problem === null ? readBytes(`${root}/${entry.path}`) : { problem: entry.problem };
    if ("problem" in result) {
      skip(entry.path, result.problem);
      continue;
    }
    if (mightMatch !== undefined && !mightMatch(result.bytes.toString("latin1"), entry.id)) continue;
    const text = result.bytes.toString("utf8");
    let document: Document;
    try {
      document = await readDocument(text);
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      skip(entry.path, { code: "front-matter", detail: error.message });
      continue;
    }
    yield { item: read(entry, document), text };
  }
}
