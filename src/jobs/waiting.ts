import type { Bank } from "../bank/bank.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { listAllRecovered, listRecovered } from "../bank/recovered.ts";
import { type KeptAside, readKeptAside } from "../merge/kept-aside.ts";

/** What of theirs waits for a decision, and the file that keeps it. */
export interface Waiting extends KeptAside {
  kept: string;
}

/** Whether a recovered file is, or belongs to, what a merge has kept aside. */
export function isKeptAside(path: string): boolean {
  return path.startsWith(".storybank/recovered/theirs-");
}

/** What was kept aside when two sides were merged and nobody has decided yet, the oldest first. */
export function listWaiting(bank: Pick<ReadableBank, "root">): Waiting[] {
  const found = listAllRecovered(bank.root)
    .filter((path) => isKeptAside(path) && path.endsWith(".md"))
    .flatMap((kept): Waiting[] => {
      const name = kept.split("/").at(-1) ?? "";
      const text = listRecovered(bank.root, name).find(({ path }) => path === kept)?.text;
      const aside = text === undefined ? null : readKeptAside(text);
      return aside === null ? [] : [{ ...aside, kept }];
    });
  return found.sort((a, b) => (a.when < b.when ? -1 : 1));
}

/** What waits for a decision in one file. */
export interface WaitingFile {
  /** The id of a story or post; else the path. */
  id: string;
  path: string;
  title: string;
  waiting: readonly Waiting[];
}

/** The files in which something waits, those first in which it waits longest. */
export function listWaitingFiles(bank: Pick<ReadableBank, "root">): WaitingFile[] {
  const files = new Map<string, Waiting[]>();
  for (const waiting of listWaiting(bank)) files.set(waiting.file, [...(files.get(waiting.file) ?? []), waiting]);
  return [...files].map(([path, waiting]) => {
    const id = idOf(path);
    return { id, path, title: id, waiting };
  });
}

/** How `resolve` calls a file: a story or post by its id, another by its path. */
export function idOf(path: string): string {
  return /^(?:stories|posts)\/(.+)\.md$/.exec(path)?.[1] ?? path;
}

/** Takes what was decided of out of the way; it can still be found in the trash. */
export async function dropWaiting(bank: Bank, { kept }: Waiting): Promise<void> {
  await bank.trash(kept);
  const data = kept.slice(0, -".md".length);
  if (bank.has(data)) await bank.trash(data);
}
