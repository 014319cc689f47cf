import type { Bank } from "../../bank/bank.ts";
import { keepText, listRecovered } from "../../bank/recovered.ts";
import { lastChange } from "../../git/commits.ts";
import type { Repository } from "../../git/repository.ts";
import { type KeptAside, writeKeptAside } from "../../merge/kept-aside.ts";
import type { Aside } from "../../merge/merged.ts";
import { readText } from "../../merge/settle.ts";
import type { Waits } from "./report.ts";

/** What of a file was kept aside, and where in the history it is. */
export interface ToKeep {
  path: string;
  parts: readonly Aside[];
  theirs: Uint8Array;
}

/** Keeps what could not stand under `.storybank/recovered/`, with who wrote it and when; what is there already is not kept again. */
export async function keepAsides(
  bank: Bank,
  { git }: Repository,
  range: { from: string | null; to: string },
  asides: readonly ToKeep[],
): Promise<Waits[]> {
  const kept: Waits[] = [];
  for (const { path, parts, theirs } of asides) {
    const change = await lastChange(git, range.from, range.to, path);
    const [who, when] = [change?.who ?? "somebody", change?.when ?? ""];
    kept.push({ path, who, when, kept: keep(bank.root, { path, parts, theirs }, { who, when, commit: range.to }) });
  }
  return kept;
}

/** The name under which what belongs to a file is kept. */
export function keptName(path: string): string {
  return `theirs-${path.replaceAll("/", "-").replace(/^\.+/, "")}`;
}

function keep(root: string, { path, parts, theirs }: ToKeep, by: Pick<KeptAside, "who" | "when" | "commit">): string {
  const text = readText(theirs);
  const name = keptName(path);
  const note = writeKeptAside({ file: path, ...by, parts, theirs: text });
  const noteName = name.endsWith(".md") ? name : `${name}.md`;
  const there = listRecovered(root, noteName).find((each) => each.text === note);
  if (there !== undefined) return there.path;
  // What is no text has no place behind front matter.
  if (text === null) keepText(root, name, theirs);
  return keepText(root, noteName, note);
}
