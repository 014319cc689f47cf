import fs from "fs-extra";
import { type ReadProblem, readProblemOf } from "./read-problem.ts";

/** Reads a file that somebody named on the command line, in a bank or not; the problem says why it can't be read. */
export function readGivenFile(path: string): { bytes: Uint8Array } | { problem: ReadProblem } {
  try {
    return { bytes: fs.readFileSync(path) };
  } catch (error) {
    const problem = readProblemOf(error);
    return { problem: problem.code === "gone" ? { code: "no-such-file" } : problem };
  }
}
