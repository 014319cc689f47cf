import { relative } from "node:path";
import { findBankAbove } from "../bank/find.ts";
import { readTextFile } from "../bank/read.ts";
import { wordReadProblem } from "../bank/read-problem.ts";
import { keepText } from "../bank/recovered.ts";
import { replaceFile } from "../bank/write.ts";
import { UserError } from "../errors.ts";
import { writeKeptAside } from "../merge/kept-aside.ts";
import type { Aside, Decided } from "../merge/merged.ts";
import { mergeFile } from "../merge/settle.ts";
import { keptName } from "./sync/asides.ts";

/** Three versions of a file, as git hands them to a merge driver (gitattributes(5)). */
export interface ToMerge {
  ancestor: string;
  /** It becomes the merged file. */
  ours: string;
  theirs: string;
  /** Where the file belongs; null where that is not known. */
  place: string | null;
}

export interface MergedFiles {
  /** The file as its bank calls it, where one is known. */
  file: string;
  asides: readonly Aside[];
  decided: readonly Decided[];
  /** The file that keeps theirs; null where nothing of it was kept aside, or no bank is known to keep it in. */
  kept: string | null;
}

/** Merges files as a sync does. Throws a UserError for what is no text; then nothing was changed. */
export function mergeFiles({ ancestor, ours, theirs, place }: ToMerge, today: string): MergedFiles {
  const [base, mine, other] = [read(ancestor), read(ours), read(theirs)];
  const bank = place === null ? null : findBankAbove(place);
  const file = (bank === null || place === null ? ours : relative(bank, place)).replaceAll("\\", "/");
  const merged = mergeFile(file, base, mine, other);
  const kept = merged.asides.length === 0 || bank === null ? null : keep(bank, file, merged.asides, other, today);
  if (merged.text !== mine) replaceFile(ours, merged.text);
  return { file, asides: merged.asides, decided: merged.decided, kept };
}

function keep(bank: string, file: string, parts: readonly Aside[], theirs: string, today: string): string {
  const note = writeKeptAside({ file, who: "somebody", when: today, commit: "merge-file", parts, theirs });
  const name = keptName(file);
  return keepText(bank, name.endsWith(".md") ? name : `${name}.md`, note);
}

function read(path: string): string {
  const result = readTextFile(path);
  if ("text" in result) return result.text;
  throw new UserError(`${path} can't be merged: ${wordReadProblem(result.problem)}.`, {
    hint: "Give the paths of three text files: the ancestor, ours and theirs.",
  });
}
