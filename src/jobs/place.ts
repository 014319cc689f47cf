import type { Bank } from "../bank/bank.ts";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { type Document, FrontMatterError, isMap, sameValue, type Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";

interface Placed {
  id: string;
  path: string;
  /** What the document says; a file that says something else is a conflict. */
  data: Map<string, Value>;
  /** What a new file gets besides. */
  extra: Map<string, Value>;
  body: string;
  known: boolean;
  isWeek?: boolean;
  isPost?: boolean;
}

/** Puts what a document says into its file: creates it, or compares it with the one that is there. Never overwrites. */
export async function place(bank: Bank, placed: Placed, options: ImportOptions, report: ImportReport): Promise<void> {
  const { id, path, data, extra, body } = placed;
  const content = writeDocument(new Map([...data, ...extra]), body === "" ? "" : `\n${body}\n`);
  const created = placed.isPost === true ? report.posts : report.created;
  if (placed.known) {
    const differences = await differencesFrom(bank, path, data, body);
    if (differences.length === 0) {
      if (placed.isWeek !== true) report.unchanged.push(id);
      return;
    }
    if (!options.replaces) {
      report.conflicts.push(id);
      report.differences[id] = differences;
      return;
    }
    if (!options.isDryRun) await bank.trash(path);
  }
  if (!options.isDryRun && !bank.create(path, content)) {
    report.conflicts.push(id);
    report.differences[id] = ["name"];
    return;
  }
  if (placed.isWeek !== true) created.push(id);
}

/** The keys in which a file differs from what a document says of it; keys the document does not know do not count. */
export async function differencesFrom(
  bank: Bank,
  path: string,
  data: ReadonlyMap<string, Value>,
  body: string,
): Promise<string[]> {
  const own = await readOwn(bank, path);
  if (own === null) return ["file"];
  const keys = [...data]
    .filter(([key, value]) => !sameValue(own.data.get(key) ?? emptyLike(value), value))
    .map(([key]) => key);
  return trimLines(own.body) === trimLines(body) ? keys : [...keys, "text"];
}

/** The file as it is; null where there is none, or none that can be read. */
async function readOwn(bank: Bank, path: string): Promise<Document | null> {
  try {
    const text = bank.read(path);
    return text === null ? null : await readDocument(text);
  } catch (error) {
    if (error instanceof UserError || error instanceof FrontMatterError) return null;
    throw error;
  }
}

function emptyLike(value: Value): Value {
  if (isMap(value)) return new Map();
  return Array.isArray(value) ? [] : "";
}

export function trimLines(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/^\n+|\n+$/g, "");
}
