import { foldCase } from "../text/letters.ts";
import { byMoment } from "./moment.ts";
import type { PostHead } from "./post.ts";

export const STORY_STATUSES = ["unused", "drafted", "published"] as const;
export type StoryStatus = (typeof STORY_STATUSES)[number];

/** The posts that tell each story, oldest first; a story without posts has no entry. */
export type Uses = ReadonlyMap<string, readonly PostHead[]>;

export function findUses(posts: readonly PostHead[]): Uses {
  const uses = new Map<string, PostHead[]>();
  for (const post of posts) {
    if (post.story === null) continue;
    const known = uses.get(post.story);
    if (known === undefined) uses.set(post.story, [post]);
    else known.push(post);
  }
  for (const list of uses.values()) list.sort(byMoment);
  return uses;
}

/** What has become of a story; derived from its posts, never stored. */
export function statusOf(uses: Uses, storyId: string): StoryStatus {
  const posts = uses.get(storyId) ?? [];
  if (posts.some((post) => post.status === "published")) return "published";
  return posts.length > 0 ? "drafted" : "unused";
}

/** What makes two hooks the same: their words, whatever their case, accents and punctuation. */
export function hookKey(hook: string): string {
  return foldCase(hook)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
