import { scanFrontMatter } from "../front-matter/scan.ts";
import { type FrontMatter, FrontMatterError } from "../front-matter/values.ts";
import { readBytes } from "./read.ts";
import { type Entry, walkMarkdown } from "./walk.ts";

/**
 * Reads the front matter of every markdown file below a folder, in one pass over the files, and makes of each what
 * `read` makes of it. What the scanner does not understand is read by the full parser, which is loaded only then. What
 * can't be read safely goes to `skip`. With a `week`, files that plainly say another are passed over unread.
 */
export async function readHeads<T>(
  root: string,
  folder: string,
  read: (entry: Entry, data: FrontMatter) => T,
  skip: (path: string, problem: string) => void,
  week?: number,
): Promise<T[]> {
  const heads: (T | null)[] = [];
  const hard: { at: number; entry: Entry; text: string }[] = [];
  for (const entry of walkMarkdown(root, folder)) {
    const result = entry.problem === null ? readBytes(`${root}/${entry.path}`) : { problem: entry.problem };
    if ("problem" in result) {
      skip(entry.path, result.problem);
      continue;
    }
    const data = scanHead(result.bytes, week);
    if (data === OTHER_WEEK) continue;
    if (data === null) hard.push({ at: heads.length, entry, text: result.bytes.toString("utf8") });
    heads.push(data === null ? null : read(entry, data));
  }
  if (hard.length === 0) return heads as T[];
  const { parseDocumentText } = await import("../front-matter/parse.ts");
  for (const { at, entry, text } of hard) {
    try {
      heads[at] = read(entry, parseDocumentText(text).data);
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      skip(entry.path, error.message);
    }
  }
  return heads.filter((head) => head !== null);
}

const MERGE_MARK = Buffer.from("\n<<<<<<< ");

/** Stands for a file of another week than the one asked for. */
const OTHER_WEEK: FrontMatter = new Map();

/** Scans the bytes between plain fences; null for anything less plain. */
function scanHead(bytes: Buffer, week: number | undefined): FrontMatter | null {
  const start = opensPlainly(bytes);
  if (start === 0) return null;
  const close = bytes.indexOf("\n---", start - 1);
  if (close < 0) return null;
  const after = bytes[close + 4];
  const isClosed = after === undefined || after === LF || (after === CR && bytes[close + 5] === LF);
  if (!isClosed || bytes.includes(MERGE_MARK)) return null;
  const matter = bytes.toString("utf8", start, close + 1);
  if (week !== undefined && saysOtherWeek(matter, week)) return OTHER_WEEK;
  return matter.includes("\n...") ? null : scanFrontMatter(matter);
}

function saysOtherWeek(matter: string, week: number): boolean {
  const at = matter.indexOf("\nweek: ");
  if (at < 0) return false;
  const written = matter.slice(at + 7, matter.indexOf("\n", at + 7));
  return written !== String(week) && Number(written) > 0;
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

function opensPlainly(bytes: Buffer): number {
  if (bytes[0] !== DASH || bytes[1] !== DASH || bytes[2] !== DASH) return 0;
  if (bytes[3] === LF) return 4;
  return bytes[3] === CR && bytes[4] === LF ? 5 : 0;
}
