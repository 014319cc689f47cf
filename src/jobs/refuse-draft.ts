import { UserError } from "../errors.ts";
import type { Choice } from "../post/choose.ts";
import { findWithinCooldown, wordTelling } from "../post/cooldown.ts";
import { isSameVariant, type PostVariant } from "../post/open-posts.ts";
import type { Platform } from "../post/platforms.ts";
import type { PostHead } from "../post/post.ts";
import type { ReadingWithFacts } from "./reading-with-facts.ts";

/** A story has one open post for a platform, unless another is asked for. */
export function refuseSecond(
  { story }: Choice,
  open: readonly PostHead[],
  { hook, template }: { hook?: string | undefined; template?: string | undefined },
): void {
  if (open.length === 0) return;
  const wished = [hook === undefined ? "" : ` --hook ${hook}`, template === undefined ? "" : ` --template ${template}`];
  const command = `storybank draft ${story.id}${wished.join("")}`;
  const paths = open.map(({ path }) => path).join(", ");
  throw new UserError(
    open.length === 1
      ? `"${story.title}" has a post already: ${paths}.`
      : `"${story.title}" has ${open.length} posts already: ${paths}.`,
    {
      hint: [
        `Nothing was changed. To write it anew (the old one goes to the trash): ${command} --replace`,
        `To write another beside it: ${command}${wished.join("") === "" ? " --hook NAME" : ""} --another`,
      ].join("\n"),
      problem: { code: "has-open-post", posts: open.map(({ id }) => id) },
    },
  );
}

/** Beside an open post only another hook, template or platform makes another post. */
export function refuseSameVariant({ story }: Choice, made: PostVariant, open: readonly PostHead[]): void {
  const same = open.find((post) => isSameVariant(post, made));
  if (same === undefined) return;
  throw new UserError(`${same.path} has this hook, template and platform already.`, {
    hint: `Choose another with --hook, --template or --platform; the hooks it can have: storybank hooks ${story.id}`,
  });
}

/** A story rests for `calendar.cooldown` weeks between its posts for a platform. Throws a UserError before that. */
export function refuseTooSoon(
  { story, date }: Choice,
  platform: Platform,
  cooldown: number,
  posts: readonly PostHead[],
  replaced: readonly PostHead[],
): void {
  const others = posts.filter((post) => post.story === story.id && !replaced.includes(post));
  const near = findWithinCooldown(others, { platform: platform.name, date, cooldown });
  if (near === null) return;
  throw new UserError(
    `"${story.title}" ${wordTelling(near.post, near.date)}, and a story rests for ${cooldown} weeks.`,
    {
      hint: "Choose another, give a later --date, or tell it all the same with --force.",
      problem: { code: "told-too-soon" },
    },
  );
}

/** Throws a UserError for a story that is confidential, unless by force, or has no text. */
export function refuseUntellable({ story, beats }: ReadingWithFacts, force: boolean): void {
  if (story.confidential && !force)
    throw new UserError(`"${story.title}" is confidential.`, {
      hint: `To tell it this once, add --force; for good: storybank edit ${story.id} --set confidential=`,
      problem: { code: "confidential" },
    });
  if (beats.length === 0)
    throw new UserError(`"${story.title}" has no text to make a post from.`, {
      hint: `Write it first: storybank edit ${story.id}`,
    });
}
