import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { readExisting } from "./file.ts";
import { keepText } from "./recovered.ts";
import { wordWriteError } from "./write.ts";

/**
 * Makes a file's text longer, or leaves it as long as it is, while others add to its end without asking for our lock. Renaming a
 * new file over it would lose what they write to the old one, so it stays the same file. As many bytes as the text grows by are
 * added at its end first, which no other writer can take then, and everything from the change to there is written over in place:
 * what others added in between is moved along, what they add later stands behind. A last line without an end gets one before, or
 * somebody could take the room for it.
 *
 * Call it under the bank's lock. A copy is kept until all is written. Returns false when there was nothing to change.
 *
 * @throws UserError when the file can't be read safely, is being replaced all the time, or the disk is full.
 */
export function editInPlace(root: string, path: string, edit: (text: string) => string): boolean {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = readExisting(root, path);
    const after = edit(before);
    if (after === before) return false;
    if (writeOver(root, path, Buffer.from(before, "utf8"), Buffer.from(after, "utf8"))) return true;
  }
  throw new UserError(`${path} is being replaced by another program all the time.`, {
    hint: "Run the command again when it is at rest.",
    code: 1,
  });
}

const ATTEMPTS = 5;

const NEWLINE = 0x0a;

/** Whether the file that was written to is still the one of that name, as it was read. */
function writeOver(root: string, path: string, before: Buffer, after: Buffer): boolean {
  const file = join(root, path);
  const growth = after.length - before.length;
  if (growth < 0) throw new Error(`${path} would get shorter`);
  const kept = keepText(root, path, before.toString("utf8"));
  const open: number[] = [];
  let isHalfWritten = false;
  try {
    // With O_APPEND, Linux writes at the end whatever the place, so that writing over takes a second descriptor.
    const adding = openAt(file, constants.O_RDWR | constants.O_APPEND, open);
    const writing = openAt(file, constants.O_RDWR, open);
    if (!isSameFile(fstatSync(adding), fstatSync(writing))) return false;
    if (before.at(-1) !== NEWLINE) {
      writeWhole(adding, Buffer.from(before.includes("\r\n") ? "\r\n" : "\n"), null);
      return false;
    }
    const end = growth === 0 ? before.length : reserve(adding, growth);
    const now = readRange(writing, 0, end);
    if (!now.subarray(0, before.length).equals(before) || now.at(-1 - growth) !== NEWLINE) return false;
    const from = firstDifference(before, after);
    isHalfWritten = true;
    writeWhole(writing, Buffer.concat([after.subarray(from), now.subarray(before.length, end - growth)]), from);
    fsyncSync(writing);
    isHalfWritten = false;
    const named = statSync(file, { throwIfNoEntry: false });
    return named !== undefined && isSameFile(named, fstatSync(writing));
  } catch (error) {
    if (!isHalfWritten) throw wordWriteError(file, error);
    throw new UserError(`${path} could not be written whole.`, {
      hint: `As it was before, it is kept in ${kept}.`,
      code: 1,
      cause: error,
    });
  } finally {
    for (const descriptor of open) closeSync(descriptor);
    if (!isHalfWritten) unlinkSync(join(root, kept));
  }
}

function openAt(file: string, flags: number, open: number[]): number {
  const descriptor = openSync(file, flags);
  open.push(descriptor);
  return descriptor;
}

function isSameFile(a: { ino: number; dev: number }, b: { ino: number; dev: number }): boolean {
  return a.ino === b.ino && a.dev === b.dev;
}

/** Adds so many bytes, an empty line for whoever sees them, and says where they end: a write leaves the descriptor behind what it wrote. */
function reserve(descriptor: number, length: number): number {
  writeWhole(descriptor, Buffer.from(`${" ".repeat(length - 1)}\n`), null);
  const rest = Buffer.alloc(65_536);
  for (let behind = 0; ; ) {
    const { size } = fstatSync(descriptor);
    for (let read = 1; read > 0; behind += read) read = readSync(descriptor, rest, 0, rest.length, null);
    // Where somebody has added meanwhile, there is more to read.
    if (fstatSync(descriptor).size === size) return size - behind;
  }
}

function readRange(descriptor: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from);
  let length = 0;
  for (let read = 1; read > 0 && length < bytes.length; length += read)
    read = readSync(descriptor, bytes, length, bytes.length - length, from + length);
  return bytes.subarray(0, length);
}

function writeWhole(descriptor: number, bytes: Buffer, at: number | null): void {
  if (writeSync(descriptor, bytes, 0, bytes.length, at) !== bytes.length)
    throw Object.assign(new Error("short write"), { code: "ENOSPC" });
}

function firstDifference(a: Buffer, b: Buffer): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
