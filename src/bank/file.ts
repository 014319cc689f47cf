import { join } from "node:path";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { type Document, FrontMatterError } from "../front-matter/values.ts";
import { linkProblem, readTextFile } from "./read.ts";
import { type ReadProblem, wordReadProblem } from "./read-problem.ts";
import { keepText } from "./recovered.ts";
import { replaceFile } from "./write.ts";

/** The text of a file of the bank; null where there is none. Throws a UserError when it can't be read safely. */
export function readSafely(root: string, path: string): string | null {
  const result = readTextFile(join(root, path));
  if ("text" in result) return result.text;
  if (result.problem.code === "gone") return null;
  throw new UserError(`${path} was left alone: ${wordReadProblem(result.problem)}.`, {
    hint: "Mend the file, then run the command again.",
  });
}

/** The same for a file that is known to be there. */
export function readExisting(root: string, path: string): string {
  const problem: ReadProblem | null = linkProblem(join(root, path), root);
  const text = problem === null ? readSafely(root, path) : null;
  if (text === null)
    throw new UserError(`${path} was left alone: ${wordReadProblem(problem ?? { code: "gone" })}.`, {
      hint: "Look at the folder; nothing was changed.",
    });
  return text;
}

export async function parseFile(root: string, path: string): Promise<Document> {
  const text = readExisting(root, path);
  try {
    return await readDocument(text);
  } catch (error) {
    throw wordProblem(path, error);
  }
}

/** Makes a new text of a file's. Throws a UserError where its front matter is in the way. */
export function editedText(path: string, edit: () => string): string {
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
export function replaceUnchanged(root: string, path: string, before: string, after: string): void {
  if (readSafely(root, path) === before) {
    replaceFile(join(root, path), after);
    return;
  }
  const kept = keepText(root, path.split("/").at(-1) ?? "story.md", after);
  throw new UserError(`${path} was changed by another program meanwhile, so it was left as it is.`, {
    hint: `Your version is kept in ${kept}.`,
  });
}
