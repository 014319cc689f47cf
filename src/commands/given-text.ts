import { isUtf8 } from "node:buffer";
import { resolve } from "node:path";
import { readGivenFile } from "../bank/given-file.ts";
import { wordReadProblem } from "../bank/read-problem.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";

/** The text of a file that was named on the command line, as it is; `-` is standard input. */
export async function readGivenText(context: Context, file: string): Promise<string> {
  if (file === "-") return context.readStdin();
  const read = readGivenFile(resolve(context.cwd, file));
  if ("problem" in read)
    throw new UserError(`${file} can't be read: ${wordReadProblem(read.problem)}.`, {
      hint: "Give the path of a text file, or - for standard input.",
    });
  if (isUtf8(read.bytes)) return Buffer.from(read.bytes).toString("utf8");
  const { decodeDocument } = await import("../encoding/decode.ts");
  return decodeDocument(read.bytes).text;
}
