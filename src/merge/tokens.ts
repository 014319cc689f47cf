import { diff3MergeRegions, diffComm } from "node-diff3";

/** What two sides made of a run of lines or sentences of their common ancestor. */
export interface Clash {
  base: readonly string[];
  ours: readonly string[];
  theirs: readonly string[];
}

/** A run of what all agree on, or what one side alone has changed; or a run that both have changed. */
type Run = { agreed: readonly string[] } | Clash;

/** Beyond this many lines a text is data, and comparing it would take longer than anybody waits. */
export const MOST_TOKENS = 20_000;

/** Merges three lists against the second, as diff3 does (Khanna, Kunal, Pierce: A Formal Investigation of Diff3). */
export function mergeTokens(ours: readonly string[], base: readonly string[], theirs: readonly string[]): Run[] {
  return diff3MergeRegions([...ours], [...base], [...theirs]).map((region): Run => {
    if (region.stable) return { agreed: region.bufferContent };
    const { aContent, oContent, bContent } = region;
    return isSameList(aContent, bContent) ? { agreed: aContent } : { ours: aContent, base: oContent, theirs: bContent };
  });
}

/** What two lists have in common, in its order: an ancestor for two that have none. Blank lines hold nothing together. */
export function commonTokens(one: readonly string[], other: readonly string[]): string[] {
  return diffComm([...one], [...other]).flatMap(({ common = [] }) => common.filter((token) => token.trim() !== ""));
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, index) => token === other[index]);
}
