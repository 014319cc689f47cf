import type { Seed } from "./seed.ts";

/** Strikes a seed through where it stands in its inbox, and ticks its box where it has one; no other byte changes. */
export function strikeSeed(inbox: string, { places }: Seed): string {
  return places.toReversed().reduce((text, { offset, start, end, box }) => {
    const [from, to] = [offset + start, offset + end];
    const lead =
      box === null ? text.slice(0, from) : `${text.slice(0, offset + box)}x${text.slice(offset + box + 1, from)}`;
    return `${lead}~~${text.slice(from, to)}~~${text.slice(to)}`;
  }, inbox);
}
