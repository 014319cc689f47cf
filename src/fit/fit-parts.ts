import type { Part, Section } from "./parts.ts";
import { saysOnlyWhen } from "./traits.ts";

/**
 * Chooses the parts of a text that fit: takes the lowest-ranked away, one at a time, until the whole fits. Parts of infinite
 * rank stay. The same parts and ranks always give the same choice. `fits` tells whether a choice is short enough.
 */
export function fitParts(
  sections: readonly Section[],
  ranks: ReadonlyMap<Part, number>,
  fits: (kept: ReadonlySet<Part>) => boolean,
): Set<Part> {
  const all = sections.flatMap((section) => section.groups.flatMap((group) => group.parts));
  const order = new Map(all.map((part, index) => [part, index]));
  const kept = new Set(all);
  const queue = all
    .filter((part) => ranks.get(part) !== Number.POSITIVE_INFINITY)
    .sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || (order.get(b) ?? 0) - (order.get(a) ?? 0));
  for (const part of queue) {
    if (fits(kept)) break;
    if (!kept.has(part)) continue;
    for (const each of part.kind === "explanation" ? explanationsBeside(part, sections) : [part]) kept.delete(each);
    dropOrphans(sections, kept);
  }
  return kept;
}

function explanationsBeside(part: Part, sections: readonly Section[]): Part[] {
  const group = sections.flatMap((section) => section.groups).find((each) => each.parts.includes(part));
  return group?.parts.filter((each) => each.kind === "explanation") ?? [part];
}

/** What says nothing by itself goes too: parts of parts that went, words that lead into nothing, lists nothing leads into. */
export function dropOrphans(sections: readonly Section[], kept: Set<Part>): void {
  for (const { groups } of sections) {
    for (const part of groups.flatMap(({ parts }) => parts)) dropHalf(part, kept);
    for (const [index, group] of groups.entries()) {
      const next = groups[index + 1];
      if (group.leadsOn && next !== undefined) keepTogether(group.parts.at(-1), next.parts, kept);
    }
  }
}

/** What goes on from a point that went, and "12:19." without what happened then. */
function dropHalf(part: Part, kept: Set<Part>): void {
  if (part.of === null) return;
  if (!kept.has(part.of)) kept.delete(part);
  else if (part.kind === "rest" && !kept.has(part) && saysOnlyWhen(part.of.text)) kept.delete(part.of);
}

/** Words that lead on, and what they lead into, go with one another. */
function keepTogether(lead: Part | undefined, parts: readonly Part[], kept: Set<Part>): void {
  if (lead === undefined) return;
  if (!parts.some((part) => kept.has(part))) kept.delete(lead);
  else if (!kept.has(lead)) for (const part of parts) kept.delete(part);
}
