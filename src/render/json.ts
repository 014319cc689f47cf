import type { PostHead } from "../post/post.ts";
import type { Review } from "../post/review.ts";
import { statusOf, type Uses } from "../post/uses.ts";
import type { StoryHead } from "../story/story.ts";

/** A story as `list --json` shows it; the shape is public. */
export function storyJson(story: StoryHead, uses: Uses) {
  const { id, title, week, day, series, hook, tags, author, path } = story;
  return {
    id,
    title,
    week,
    day,
    series,
    hook,
    tags,
    author,
    status: statusOf(uses, id),
    posts: (uses.get(id) ?? []).map((post) => post.id),
    path,
  };
}

/** How far a post is with its second person, as `week`, `show` and `approve` have it in JSON; the shape is public. */
export function reviewJson(review: Review | null) {
  if (review === null) return null;
  const { author, state, approval, waitsFor } = review;
  return { state, author, by: approval?.by ?? null, date: approval?.date ?? null, waitsFor };
}

/** A post as `posts --json` shows it, given with the week and day that are shown; the shape is public. */
export function postJson(post: PostHead) {
  const { id, title, author, story, week, day, date, time, platform, status, hook, url, path } = post;
  return { id, title, author, story, week, day, date, time, platform, status, hook, url, path };
}
