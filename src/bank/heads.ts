import { readDocument } from "../front-matter/read.ts";
import { scanFrontMatter } from "../front-matter/scan.ts";
import { type FrontMatter, FrontMatterError } from "../front-matter/values.ts";
import { readBytesUnless } from "./read.ts";
import { type Entry, walkMarkdown } from "./walk.ts";

/**
 * Reads the front matter of every markdown file below a folder, in one pass over the files, and makes of each what
 * `read` makes of it. What the scanner does not understand is read by the full parser, which is loaded only then. What
 * can't be read safely goes to `skip`. With `wanted`, files that plainly say another value of its key are passed over unread.
 */
export async function readHeads<T>(
  root: string,
  folder: string,
  read: (entry: Entry, data: FrontMatter) => T,
  skip: (path: string, problem: string) => void,
  wanted?: WantedValue,
): Promise<T[]> {
  const heads: T[] = [];
  const isPassedOver = wanted === undefined ? null : (start: string): boolean => saysOther(start, wanted);
  for (const entry of walkMarkdown(root, folder)) {
    const result =
      entry.problem === null ? readBytesUnless(`${root}/${entry.path}`, isPassedOver) : { problem: entry.problem };
    if (result === null) continue;
    if ("problem" in result) {
      skip(entry.path, result.problem);
      continue;
    }
    const data = scanHead(result.bytes);
    if (data !== null) {
      heads.push(read(entry, data));
      continue;
    }
    try {
      heads.push(read(entry, (await readDocument(result.bytes.toString("utf8"))).data));
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      skip(entry.path, error.message);
    }
  }
  return heads;
}

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
  return matter.includes("\n...") ? null : scanFrontMatter(matter);
}

/** A key with the values that are wanted. */
export interface WantedValue {
  key: string;
  isWanted(written: string): boolean;
}

/** Whether front matter that opens plainly has the key on a line of its own, with a plain value that is not wanted. */
function saysOther(start: string, { key, isWanted }: WantedValue): boolean {
  if (!start.startsWith("---\n")) return false;
  const before = `\n${key}: `;
  const at = start.indexOf(before);
  const close = start.indexOf("\n---");
  const end = start.indexOf("\n", at + 1);
  if (at < 0 || end < 0 || (close >= 0 && close < at)) return false;
  // An indented line below would go on with the value.
  if (start[end + 1] === " ") return false;
  const written = start.slice(at + before.length, end);
  return PLAIN.test(written) && !isWanted(written);
}

/** What stands for nothing but itself in YAML: no quotes, comments, escapes or spaces around it, and no letters beyond ASCII. */
const PLAIN = /^[A-Za-z0-9](?:[A-Za-z0-9/._-]*[A-Za-z0-9])?$/;

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

function opensPlainly(bytes: Buffer): number {
  if (bytes[0] !== DASH || bytes[1] !== DASH || bytes[2] !== DASH) return 0;
  if (bytes[3] === LF) return 4;
  return bytes[3] === CR && bytes[4] === LF ? 5 : 0;
}
