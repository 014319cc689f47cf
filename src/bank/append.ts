import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { readSafely } from "./file.ts";
import { linkProblem } from "./read.ts";
import { wordReadProblem } from "./read-problem.ts";
import { wordWriteError } from "./write.ts";

/**
 * Adds lines at the end of a file of the bank in a single write, whoever else adds to it at the same time, and makes the file where there is
 * none. A last line that was left without its end gets one. Asks for no lock, and so never waits.
 *
 * @throws UserError when the file is none that is safe to add to, or the disk is full.
 */
export function appendLines(root: string, path: string, lines: readonly string[]): void {
  refuseUnsafe(root, path);
  // An editor may put a new file in its place between opening and writing: then the old one, with what was added, is gone.
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (appendOnce(join(root, path), lines)) return;
    const now = readSafely(root, path) ?? "";
    if (lines.every((line) => now.includes(line))) return;
  }
  throw new UserError(`${path} is being replaced by another program all the time.`, {
    hint: "Nothing was added; run the command again.",
    code: 1,
  });
}

const ATTEMPTS = 5;

function refuseUnsafe(root: string, path: string): void {
  const problem = linkProblem(join(root, path), root);
  if (problem !== null && problem.code !== "gone")
    throw new UserError(`${path} was left alone: ${wordReadProblem(problem)}.`, {
      hint: "Look at the folder; nothing was added.",
    });
  readSafely(root, path);
}

/** Whether the file that was added to is still the one of that name. */
function appendOnce(file: string, lines: readonly string[]): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o666);
  } catch (error) {
    throw wordWriteError(file, error);
  }
  try {
    const { ino, dev } = fstatSync(descriptor);
    const end = readEnd(descriptor);
    const lineEnd = end.endsWith("\r\n") ? "\r\n" : "\n";
    const start = end === "" || /[\r\n]$/.test(end) ? "" : lineEnd;
    const bytes = Buffer.from(start + lines.map((line) => line + lineEnd).join(""), "utf8");
    if (writeSync(descriptor, bytes) !== bytes.length)
      throw Object.assign(new Error("short write"), { code: "ENOSPC" });
    fsyncSync(descriptor);
    const now = statSync(file, { throwIfNoEntry: false });
    return now?.ino === ino && now.dev === dev;
  } catch (error) {
    throw wordWriteError(file, error);
  } finally {
    closeSync(descriptor);
  }
}

/** The last two bytes. While others write, those of a size that has changed meanwhile may be from anywhere. */
function readEnd(descriptor: number): string {
  const bytes = Buffer.alloc(2);
  for (;;) {
    const { size } = fstatSync(descriptor);
    const from = Math.max(0, size - 2);
    const length = readSync(descriptor, bytes, 0, size - from, from);
    if (fstatSync(descriptor).size === size) return bytes.toString("latin1", 0, length);
  }
}
