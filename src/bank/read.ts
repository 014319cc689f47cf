import { isUtf8 } from "node:buffer";
import { closeSync, constants, lstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";
import { type ReadProblem, readProblemOf } from "./read-problem.ts";

/** Larger files are skipped: no story is five million bytes long. */
const LARGEST = 5_000_000;

export type ReadResult = { bytes: Buffer } | { problem: ReadProblem };

// One buffer for every read; what a read returns is a view that the next read overwrites.
let buffer: Buffer | undefined;

/** How much of a file's start is enough to tell that it is not wanted. */
const START = 1024;

/**
 * Reads a file's bytes into the one reused buffer: the view is only good until the next read. Says why when the file
 * can't be read safely: over 5 MB, NUL bytes, not UTF-8, no regular file, no permission.
 */
export function readBytes(path: string): ReadResult {
  // Null stands for a file that was passed over, and none is.
  return readBytesUnless(path, null) as ReadResult;
}

/** The same, but null for a file that is passed over by its start, whose bytes come as one character each (Latin-1). */
export function readBytesUnless(path: string, isPassedOver: ((start: string) => boolean) | null): ReadResult | null {
  buffer ??= Buffer.allocUnsafeSlow(LARGEST + 1);
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a FIFO would wait for a writer for ever.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return { problem: readProblemOf(error) };
  }
  try {
    let length = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, null);
      length += read;
      // Regular files come whole; asking again for the end would double the calls of a long list.
      if (read === 0 || length < 65_536 || length === buffer.length) break;
    }
    if (length > LARGEST) return { problem: { code: "too-large" } };
    if (isPassedOver?.(buffer.toString("latin1", 0, Math.min(length, START))) === true) return null;
    const bytes = buffer.subarray(0, length);
    if (bytes.includes(0)) return { problem: { code: isUtf16(bytes) ? "utf-16" : "nul-bytes" } };
    return isUtf8(bytes) ? { bytes } : { problem: { code: "not-utf-8" } };
  } catch (error) {
    return { problem: readProblemOf(error) };
  } finally {
    closeSync(descriptor);
  }
}

/** By its byte order mark, or by a zero in every other byte of its start. */
function isUtf16(bytes: Buffer): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a > 0 && b === 0 && c > 0 && d === 0) || (a === 0 && b > 0 && c === 0 && d > 0);
}

/** Reads a whole file as text, byte order mark and line ends as they are. */
export function readTextFile(path: string): { text: string } | { problem: ReadProblem } {
  const result = readBytes(path);
  return "bytes" in result ? { text: result.bytes.toString("utf8") } : result;
}

/** Why a link can't be followed: only links to regular files inside the bank are. */
export function linkProblem(path: string, root: string): ReadProblem | null {
  try {
    const target = realpathSync(path);
    if (!target.startsWith(realpathSync(root) + sep)) return { code: "link-out-of-bank" };
    return statSync(target).isFile() ? null : { code: "link-to-no-file" };
  } catch (error) {
    return isLink(path) ? { code: "link-to-nothing" } : readProblemOf(error);
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
