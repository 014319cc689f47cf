import { join } from "node:path";
import { readDocument } from "../front-matter/read.ts";
import { type Document, FrontMatterError } from "../front-matter/values.ts";
import { readText } from "./read.ts";
import { type Entry, walkMarkdown } from "./walk.ts";

/** A file of the bank with its text. */
export interface WholeFile<T> {
  item: T;
  text: string;
}

/** Reads the markdown files below a folder, or those of the paths, text and all, one at a time; what can't be read safely goes to `skip`. */
export async function* readWhole<T>(
  root: string,
  folder: string,
  read: (entry: Entry, document: Document) => T,
  skip: (path: string, problem: string) => void,
  paths?: ReadonlySet<string>,
): AsyncGenerator<WholeFile<T>> {
  for (const entry of walkMarkdown(root, folder)) {
    if (paths !== undefined && !paths.has(entry.path)) continue;
    const result = entry.problem === null ? readText(join(root, entry.path)) : { problem: entry.problem };
    if ("problem" in result) {
      skip(entry.path, result.problem);
      continue;
    }
    let document: Document;
    try {
      document = await readDocument(result.text);
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      skip(entry.path, error.message);
      continue;
    }
    yield { item: read(entry, document), text: result.text };
  }
}
