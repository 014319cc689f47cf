import { resolve } from "node:path";
import type { Command } from "commander";
import type { Context } from "../context.ts";
import { EXIT } from "../errors.ts";
import { mergeFiles } from "../jobs/merge-files.ts";
import { idOf } from "../jobs/waiting.ts";
import { visibleLine } from "../render/visible.ts";
import { wordDecide } from "../render/waiting.ts";

export function registerMergeFile(program: Command, context: Context): void {
  program
    .command("merge-file")
    .description("merge three versions of a file as sync does; git calls it, as a merge driver")
    .argument("<ancestor>", "the version both come from (%O)")
    .argument("<ours>", "ours, which becomes the merged file (%A)")
    .argument("<theirs>", "theirs (%B)")
    .argument("[path]", "where the file belongs (%P), so that theirs can be kept in its bank")
    .action((...files: string[]) => runMergeFile(context, files));
}

function runMergeFile(context: Context, [ancestor = "", ours = "", theirs = "", path]: readonly string[]): void {
  const at = (file: string): string => resolve(context.cwd, file);
  const place = path === undefined ? null : at(path);
  const merged = mergeFiles({ ancestor: at(ancestor), ours: at(ours), theirs: at(theirs), place }, context.today);
  const { asides, kept, file } = merged;
  const shown = visibleLine(path ?? ours);
  for (const { key, ours: mine, theirs: other } of asides)
    context.err(
      `${shown}: ${key === null ? "" : `${visibleLine(key)}: `}“${visibleLine(mine)}” stands, not “${visibleLine(other)}”.\n`,
    );
  if (kept !== null) context.err(`Theirs is kept in ${visibleLine(kept)}\nDecide: ${wordDecide(idOf(file))}\n`);
  // Nobody keeps theirs, so that it is for git, or for whoever called, to say that this is not settled.
  else if (asides.length > 0) context.setExitCode(EXIT.findings);
}
