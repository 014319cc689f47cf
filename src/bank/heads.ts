import { join } from "node:path";
import { scanFrontMatter } from "../front-matter/scan.ts";
import { type FrontMatter, FrontMatterError } from "../front-matter/values.ts";
import { readBytes } from "./read.ts";
import { type Entry, walkMarkdown } from "./walk.ts";

export interface Head {
  entry: Entry;
  data: FrontMatter;
}

/**
 * Reads the front matter of every markdown file below a folder, in one pass over the files. What the scanner does not
 * understand is read by the full parser, which is loaded only then. What can't be read safely goes to `skip`.
 */
export async function readHeads(root: string, folder: string, skip: (path: string, problem: string) => void): Promise<Head[]> {
  const heads: Head[] = [];
  const hard: { at: number; entry: Entry; text: string }[] = [];
  for (const entry of walkMarkdown(root, folder)) {
    const result = entry.problem === null ? readBytes(join(root, entry.path)) : { problem: entry.problem };
    if ("problem" in result) {
      skip(entry.path, result.problem);
      continue;
    }
    const data = scanHead(result.bytes);
    if (data === null) hard.push({ at: heads.length, entry, text: result.bytes.toString("utf8") });
    heads.push({ entry, data: data ?? NONE });
  }
  if (hard.length === 0) return heads;
  const { parseDocumentText } = await import("../front-matter/parse.ts");
  const failed = new Set<number>();
  for (const { at, entry, text } of hard) {
    try {
      heads[at] = { entry, data: parseDocumentText(text).data };
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      failed.add(at);
      skip(entry.path, error.message);
    }
  }
  return heads.filter((_, at) => !failed.has(at));
}

const NONE: FrontMatter = new Map();
const MERGE_MARK = Buffer.from("\n<<<<<<< ");

/** Scans the bytes between plain fences; null for anything less plain. */
function scanHead(bytes: Buffer): FrontMatter | null {
  const start = opensPlainly(bytes);
  if (start === 0) return null;
  const close = bytes.indexOf("\n---", start - 1);
  if (close < 0) return null;
  const after = bytes[close + 4];
  const isClosed = after === undefined || after === LF || (after === CR && bytes[close + 5] === LF);
  if (!isClosed || bytes.includes(MERGE_MARK)) return null;
  const matter = bytes.toString("utf8", start, close + 1);
  return /^\.\.\./m.test(matter) ? null : scanFrontMatter(matter);
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

function opensPlainly(bytes: Buffer): number {
  if (bytes[0] !== DASH || bytes[1] !== DASH || bytes[2] !== DASH) return 0;
  if (bytes[3] === LF) return 4;
  return bytes[3] === CR && bytes[4] === LF ? 5 : 0;
}
