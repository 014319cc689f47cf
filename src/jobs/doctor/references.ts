import { nameKey } from "../../bank/resolve.ts";
import { parseDate } from "../../calendar/dates.ts";
import type { Week } from "../../calendar/week.ts";
import { findPlatform } from "../../post/platforms.ts";
import { type Post, STATUSES } from "../../post/post.ts";
import { readText, readTextList } from "../../story/schema.ts";
import type { Story, StoryHead } from "../../story/story.ts";
import type { Trouble } from "./trouble.ts";

interface Named {
  id: string;
  path: string;
}

/** Posts and weeks that refer to stories that are not there. */
export function findDangling(
  posts: readonly { path: string; story: string | null }[],
  weeks: readonly Week[],
  stories: readonly string[],
  trashed: readonly string[],
): Trouble[] {
  const ids = new Set(stories);
  const restoring = (id: string): string =>
    trashed.includes(id) ? `It is in the trash: storybank restore ${id}. Or: ` : "";
  return [
    ...posts
      .filter(({ story }) => story !== null && !ids.has(story))
      .map(({ path, story }) => ({
        what: `${path} tells a story that is not there: ${story}.`,
        remedy: `${restoring(story ?? "")}Correct story: in the post.`,
        keys: ["story"],
      })),
    ...weeks.flatMap(({ path, data }) =>
      readTextList(data.get("stories"))
        .filter((id) => !ids.has(id))
        .map((id) => ({
          what: `${path} lists a story that is not there: ${id}.`,
          remedy: `${restoring(id)}Take it off stories: in the week.`,
          keys: ["stories", id],
        })),
    ),
  ];
}

/** Names that some systems take for one: they differ only in case or in how an accent is composed. */
export function findConfusable(files: readonly Named[]): Trouble[] {
  return pairs(files, ({ path }) => nameKey(path)).map(([one, other]) => ({
    what: `${one.path} and ${other.path} are one name on some systems.`,
    remedy: "Rename one of them.",
  }));
}

/** Stories of one title, which are hard to tell apart and perhaps one story. */
export function findSameTitles(stories: readonly StoryHead[]): Trouble[] {
  return pairs(stories, ({ title }) => nameKey(title)).map(([one, other]) => ({
    what: `${one.id} and ${other.id} have one title: ${other.title}.`,
    remedy: `Give one another title: storybank edit ${other.id} --set title="…"   or remove it: storybank rm ${other.id}`,
  }));
}

function pairs<T>(items: readonly T[], keyOf: (item: T) => string): [T, T][] {
  const seen = new Map<string, T>();
  return items.flatMap((item): [T, T][] => {
    const other = seen.get(keyOf(item));
    if (other === undefined) seen.set(keyOf(item), item);
    return other === undefined ? [] : [[other, item]];
  });
}

/** Keys of a story whose value is not what they ask for: read as absent everywhere. */
export function findUntyped(story: Pick<Story, "id" | "path" | "week" | "day" | "data">): Trouble[] {
  return (["week", "day"] as const)
    .filter((key) => story[key] === null && readText(story.data.get(key)) !== null)
    .map((key) => ({
      what: `${story.path} has ${key}: ${readText(story.data.get(key))}, which is no ${key}.`,
      remedy: `Correct it: storybank edit ${story.id} --set ${key}=…`,
      keys: [key],
    }));
}

/** The same of a post; an unknown status counts as `draft`, an unknown platform as the first. */
export function findUntypedPost({ path, data }: Pick<Post, "path" | "data">): Trouble[] {
  const status = readText(data.get("status"));
  const platform = readText(data.get("platform"));
  return [
    ...(["date", "published"] as const).flatMap((key) => {
      const date = readText(data.get(key));
      return date === null || parseDate(date.slice(0, 10)) !== null
        ? []
        : [
            {
              what: `${path} has ${key}: ${date}, which is no date.`,
              remedy: "Write it as YYYY-MM-DD in the post.",
              keys: [key],
            },
          ];
    }),
    ...(status === null || STATUSES.some((known) => known === status)
      ? []
      : [
          {
            what: `${path} has status: ${status}, which is no status; it counts as a draft.`,
            remedy: `Correct it to one of: ${STATUSES.join(", ")}.`,
            keys: ["status"],
          },
        ]),
    ...(platform === null || findPlatform(platform) !== undefined
      ? []
      : [
          {
            what: `${path} has platform: ${platform}, which is no platform.`,
            remedy: "Correct it in the post.",
            keys: ["platform"],
          },
        ]),
  ];
}
