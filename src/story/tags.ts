import { sameTag, tagKey } from "./filter.ts";
import type { StoryHead } from "./story.ts";

export interface TagCount {
  tag: string;
  stories: number;
}

/** Counts the tags of all stories, the most used first; a tag is shown as it was first written. */
export function countTags(stories: readonly StoryHead[]): TagCount[] {
  const counts = new Map<string, TagCount>();
  for (const story of stories) {
    for (const key of new Set(story.tags.map(tagKey))) {
      const known = counts.get(key);
      if (known === undefined)
        counts.set(key, { tag: story.tags.find((tag) => tagKey(tag) === key) ?? key, stories: 1 });
      else known.stories++;
    }
  }
  return [...counts.values()].sort((a, b) => b.stories - a.stories || (tagKey(a.tag) < tagKey(b.tag) ? -1 : 1));
}

/** A story's tags after adding and removing; those it has already are not added twice. */
export function changeTags(tags: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const kept = tags.filter((tag) => !remove.some((other) => sameTag(tag, other)));
  for (const tag of add) if (!kept.some((other) => sameTag(tag, other))) kept.push(tag);
  return kept;
}

/** A story's tags with one renamed; where it has the new one too, the two become one. */
export function renameTag(tags: readonly string[], from: string, to: string): string[] {
  const renamed = tags.map((tag) => (sameTag(tag, from) ? to : tag));
  return renamed.filter((tag, index) => renamed.findIndex((other) => sameTag(other, tag)) === index);
}

/** A known tag that a new one was perhaps meant to be: one letter off, or the same but for dashes and a plural s. */
export function nearDuplicate(tag: string, known: readonly string[]): string | null {
  const shape = shapeOf(tag);
  return (
    known.find(
      (other) =>
        !sameTag(other, tag) &&
        (shapeOf(other) === shape || (shape.length >= 5 && isOneEditApart(shapeOf(other), shape))),
    ) ?? null
  );
}

function shapeOf(tag: string): string {
  return tagKey(tag)
    .replace(/[\s_-]+/g, "")
    .replace(/s$/, "");
}

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return (
    swapped || a.slice(at + 1) === b.slice(at + 1) || a.slice(at) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at)
  );
}
