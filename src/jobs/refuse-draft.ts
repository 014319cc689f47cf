import { daysBetween, formatDate, parseDate } from "../calendar/dates.ts";
import { UserError } from "../errors.ts";
import type { Choice } from "../post/choose.ts";
import { isSameMake, type Make } from "../post/open-posts.ts";
import type { Platform } from "../post/platforms.ts";
import type { PostHead } from "../post/post.ts";
import type { ReadStory } from "./read-story.ts";

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
    },
  );
}

/** Beside an open post only another hook, template or platform makes another post. */
export function refuseSameMake({ story }: Choice, made: Make, open: readonly PostHead[]): void {
  const same = open.find((post) => isSameMake(post, made));
  if (same === undefined) return;
  throw new UserError(`${same.path} has this hook, template and platform already.`, {
    hint: `Choose another with --hook, --template or --platform; the hooks it can have: storybank hooks ${story.id}`,
  });
}

/** A story rests for `calendar.cooldown` weeks between its posts for a platform. */
export function refuseTooSoon(
  { story, date }: Choice,
  platform: Platform,
  cooldown: number | null,
  posts: readonly PostHead[],
  open: readonly PostHead[],
): void {
  if (cooldown === null) return;
  const near = posts
    .filter((post) => post.story === story.id && post.platform === platform.name && !open.includes(post))
    .flatMap((post) => {
      const other = parseDate(post.date ?? "");
      return other === null ? [] : [{ other, days: Math.abs(daysBetween(other, date)) }];
    })
    .sort((a, b) => a.days - b.days)[0];
  if (near === undefined || near.days >= cooldown * 7) return;
  throw new UserError(
    `"${story.title}" was told on ${formatDate(near.other)}, and a story rests for ${cooldown} weeks.`,
    { hint: "Choose another, give a later --date, or tell it all the same with --force." },
  );
}

/** Refuses a confidential story, and one without a text. */
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
