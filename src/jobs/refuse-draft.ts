import { UserError } from "../errors.ts";
import type { Choice } from "../post/choose.ts";
import type { Platform } from "../post/platforms.ts";
import type { PostHead } from "../post/post.ts";
import { findUnrested, wordTelling } from "../post/rest.ts";
import type { ReadStory } from "./read-story.ts";

/** A story rests for `calendar.cooldown` weeks between its posts for a platform. Throws a UserError before that. */
export function refuseTooSoon(
  { story, date }: Choice,
  platform: Platform,
  cooldown: number,
  posts: readonly PostHead[],
  replaced: readonly PostHead[],
): void {
  const others = posts.filter((post) => post.story === story.id && !replaced.includes(post));
  const near = findUnrested(others, { platform: platform.name, date, cooldown });
  if (near === null) return;
  throw new UserError(
    `"${story.title}" ${wordTelling(near.post, near.date)}, and a story rests for ${cooldown} weeks.`,
    { hint: "Choose another, give a later --date, or tell it all the same with --force." },
  );
}

/** Throws a UserError for a story that is confidential, unless by force, or has no text. */
export function refuseUntellable({ story, beats }: ReadStory, force: boolean): void {
  if (story.confidential && !force)
    throw new UserError(`"${story.title}" is confidential.`, {
      hint: `To tell it this once, add --force; for good: storybank edit ${story.id} --set confidential=`,
    });
  if (beats.length === 0)
    throw new UserError(`"${story.title}" has no text to make a post from.`, {
      hint: `Write it first: storybank edit ${story.id}`,
    });
}
