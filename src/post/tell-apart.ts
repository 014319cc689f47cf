import type { PostHead } from "./post.ts";

/** For each post that shares title and date with another of the list, by its id: a word that tells it from them. */
export function tellApart(posts: readonly PostHead[]): ReadonlyMap<string, string> {
  const groups = new Map<string, PostHead[]>();
  for (const post of posts) {
    const key = `${post.date ?? ""} ${post.title}`;
    groups.set(key, [...(groups.get(key) ?? []), post]);
  }
  return new Map(
    [...groups.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map((post) => [post.id, wordFor(post, group)])),
  );
}

function wordFor(post: PostHead, group: readonly PostHead[]): string {
  const key = (["platform", "hookTemplate", "template"] as const).find(
    (each) => new Set(group.map((other) => other[each])).size === group.length,
  );
  return (key === undefined ? null : post[key]) ?? post.id;
}
