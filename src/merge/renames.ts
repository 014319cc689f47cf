import type { SideChange } from "./plan.ts";

/** How much of its words a file must keep to be the same under another name. */
const LIKE = 0.5;

/**
 * Joins a story or post that is gone with one that is new and says much the same: git likens by lines, and a paragraph is one
 * line. `textOf` gives the text of a content.
 */
export function pairRenames(
  changes: readonly SideChange[],
  textOf: (oid: string) => string | null,
): readonly SideChange[] {
  const added = changes.filter(({ from, to }) => from === null && folderOf(to) !== null);
  const renamed = new Map<SideChange, SideChange>();
  for (const gone of changes.filter(({ from, to }) => to === null && folderOf(from) !== null)) {
    const [best] = added
      .filter((each) => folderOf(each.to) === folderOf(gone.from) && ![...renamed.values()].includes(each))
      .map((each) => ({ each, like: likeness(contentOf(gone.before, textOf), contentOf(each.after, textOf)) }))
      .filter(({ like }) => like >= LIKE)
      .sort((a, b) => b.like - a.like);
    if (best !== undefined) renamed.set(gone, best.each);
  }
  const taken = new Set(renamed.values());
  return changes
    .filter((change) => !taken.has(change))
    .map((change) => {
      const now = renamed.get(change);
      return now === undefined ? change : { ...change, to: now.to, after: now.after };
    });
}

function folderOf(path: string | null): string | null {
  return /^(stories|posts)\/.+\.md$/.exec(path ?? "")?.[1] ?? null;
}

function contentOf(entry: SideChange["before"], textOf: (oid: string) => string | null): string[] {
  const text = entry === null ? null : textOf(entry.oid);
  return text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The share of words that two texts have in common, 0 to 1. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  return shared / Math.max(one.length, other.length, 1);
}
