import { UserError } from "../errors.ts";
import { findByLink, indexLinks } from "../post/links.ts";
import type { PostHead } from "../post/post.ts";
import type { StoryHead } from "../story/story.ts";
import { ambiguousName, matchName, type NameMatch, onlyOne, unknownName } from "./resolve.ts";

/** A story or a post, with which of them it is. */
export type StoryOrPost = { kind: "story"; head: StoryHead } | { kind: "post"; head: PostHead };

/**
 * Finds the post that a name means: its own id, path, address or title, or the name of a story, which stands for its one
 * unpublished post; with `orPublished`, where there is no such post, for the only one there is.
 *
 * @throws UserError that lists the candidates, or says what the story lacks.
 */
export async function resolvePost(
  posts: readonly PostHead[],
  readStories: () => Promise<readonly StoryHead[]>,
  name: string,
  { orPublished = false }: { orPublished?: boolean } = {},
): Promise<PostHead> {
  const own = matchPost(posts, name);
  if (own.how === "exact") return onlyOne("post", name, own.found, posts);
  const stories = await readStories();
  const matches = matchName(stories, name);
  if (matches.found.length > 1 && own.found.length === 0) throw ambiguousName("story", name, matches.found);
  const [story] = matches.found.length === 1 ? matches.found : [];
  const tellings = posts.filter((post) => story !== undefined && post.story === story.id);
  const open = unpublished(tellings);
  const meant = open.length === 0 && orPublished ? tellings : open;
  // A name that only begins both a post's id and a story's is the post's, where a post is wanted.
  const isOwn = own.found.length > 0 && (meant.length !== 1 || matches.how === "beginning");
  if (!isOwn && meant.length === 0 && story !== undefined) throw withoutPost(story, tellings);
  return onlyOne("post", name, isOwn ? own.found : meant, [...posts, ...stories]);
}

/**
 * Finds the story or post that a name means. Where it fits both it is the story, unless it is the very id, path or
 * address of the post and none of a story.
 *
 * @throws UserError that lists the candidates, or names what comes closest.
 */
export function resolveStoryOrPost(
  stories: readonly StoryHead[],
  posts: readonly PostHead[],
  name: string,
): StoryOrPost {
  const story = matchName(stories, name);
  const post = matchPost(posts, name);
  if (story.found.length + post.found.length === 0) throw unknownName("story or post", name, [...stories, ...posts]);
  const isPost = story.found.length === 0 || (post.how === "exact" && story.how !== "exact");
  return isPost
    ? { kind: "post", head: onlyOne("post", name, post.found, posts) }
    : { kind: "story", head: onlyOne("story", name, story.found, stories) };
}

/** The posts that are not published yet. */
export function unpublished(posts: readonly PostHead[]): PostHead[] {
  return posts.filter(({ status }) => status !== "published");
}

function matchPost(posts: readonly PostHead[], name: string): NameMatch<PostHead> {
  const linked = /^https?:/.test(name) ? findByLink(indexLinks(posts), name) : undefined;
  return linked === undefined ? matchName(posts, name) : { how: "exact", found: [linked] };
}

function withoutPost(story: StoryHead, tellings: readonly PostHead[]): UserError {
  if (tellings.length === 0)
    return new UserError(`The story "${story.id}" has no post yet.`, { hint: `Make one: storybank draft ${story.id}` });
  return new UserError(`The story "${story.id}" has no unpublished post.`, {
    hint: `Name the post itself:\n${tellings.map(({ id }) => `  ${id}`).join("\n")}`,
  });
}
