import { join } from "node:path";
import type { Bank } from "../bank/bank.ts";
import { CONFIG_KEYS, type Config } from "../bank/config.ts";
import { findStaleLock } from "../bank/lock.ts";
import { readRecovered } from "../bank/recovered.ts";
import { editDistance, fold } from "../bank/resolve.ts";
import { findLeftovers } from "../bank/write.ts";
import { UserError } from "../errors.ts";
import { isMap, type Value } from "../front-matter/values.ts";
import type { PostHead } from "../post/post.ts";
import type { PostTemplate } from "../post/template.ts";
import type { StoryHead } from "../story/story.ts";
import { readHookTemplates, readPostTemplates } from "./templates.ts";

export interface Trouble {
  what: string;
  remedy: string;
}

/** Looks a bank over: its settings, what its files refer to, its templates, and what interrupted commands left behind. */
export async function examineBank(bank: Bank, packageDir: string): Promise<{ healthy: string[]; troubles: Trouble[] }> {
  const troubles: Trouble[] = [];
  const healthy: string[] = [`The bank is ${bank.root}`];
  const [stories, posts, weeks] = [await bank.stories(), await bank.posts(), await bank.weeks()];
  healthy.push(`${stories.length} stories, ${posts.length} posts, ${weeks.length} weeks can be read`);
  try {
    const config = await bank.config();
    const strange = unknownKeys(config);
    troubles.push(...strange);
    if (config.calendar.start === null)
      troubles.push({
        what: "storybank.yaml has no calendar.start, so weeks have no dates.",
        remedy: "Add it: calendar:, and below it start: YYYY-MM-DD, the Monday of week 1.",
      });
    else if (strange.length === 0) healthy.push(`storybank.yaml is sound; week 1 starts on ${config.calendar.start}`);
    troubles.push(...missingTemplates(config, await readPostTemplates(bank, packageDir)));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    troubles.push({ what: error.message, remedy: error.hint ?? "" });
  }
  healthy.push(`${(await readHookTemplates(bank, packageDir)).length} hook templates can be used`);
  troubles.push(...danglingPosts(posts, stories), ...twins(stories), ...leftovers(bank));
  return { healthy, troubles };
}

function unknownKeys(config: Config): Trouble[] {
  const check = (data: ReadonlyMap<string, Value>, known: readonly string[], where: string): Trouble[] =>
    [...data.keys()]
      .filter((key) => !known.includes(key))
      .map((key) => ({ what: `storybank.yaml has an unknown key ${where}${key}.`, remedy: suggest(key, known) }));
  const calendar = config.data.get("calendar");
  const slots = isMap(calendar) ? calendar.get("slots") : undefined;
  return [
    ...check(config.data, CONFIG_KEYS.top, ""),
    ...(isMap(calendar) ? check(calendar, CONFIG_KEYS.calendar, "calendar.") : []),
    ...(isMap(slots)
      ? [...slots].flatMap(([day, slot]) =>
          isMap(slot) ? check(slot, CONFIG_KEYS.slot, `calendar.slots.${day}.`) : [],
        )
      : []),
  ];
}

function suggest(key: string, known: readonly string[]): string {
  const nearest = known.toSorted((a, b) => editDistance(a, key) - editDistance(b, key))[0];
  return nearest !== undefined && editDistance(nearest, key) <= 3
    ? `Did you mean ${nearest}?`
    : `It is ignored. Known are: ${known.join(", ")}.`;
}

function missingTemplates(config: Config, templates: readonly PostTemplate[]): Trouble[] {
  return [...config.calendar.slots].flatMap(([day, { template }]) =>
    template === null || templates.some((each) => each.name === template)
      ? []
      : [
          {
            what: `The slot of ${day} names a post template that is not there: ${template}.`,
            remedy: `There are: ${templates.map((each) => each.name).join(", ")}.`,
          },
        ],
  );
}

function danglingPosts(posts: readonly PostHead[], stories: readonly StoryHead[]): Trouble[] {
  const ids = new Set(stories.map((story) => story.id));
  return posts
    .filter((post) => post.story !== null && !ids.has(post.story))
    .map((post) => ({
      what: `${post.path} tells a story that is not there: ${post.story}.`,
      remedy: `Bring it back with: storybank restore ${post.story}   or correct story: in the post.`,
    }));
}

/** Names that some systems take for one: they differ only in case or in how an accent is composed. */
function twins(stories: readonly StoryHead[]): Trouble[] {
  const seen = new Map<string, StoryHead>();
  return stories.flatMap((story) => {
    const other = seen.get(fold(story.id));
    seen.set(fold(story.id), story);
    return other === undefined
      ? []
      : [{ what: `${other.path} and ${story.path} are one name on some systems.`, remedy: "Rename one of them." }];
  });
}

function leftovers(bank: Bank): Trouble[] {
  const temporary = ["stories", "posts", "weeks", ".storybank"].flatMap((folder) =>
    findLeftovers(join(bank.root, folder)),
  );
  const lock = findStaleLock(bank.root);
  const unfinished = readRecovered(bank.root, "unfinished-story.md");
  return [
    ...temporary.map((file) => ({
      what: `An interrupted write left ${file}.`,
      remedy: "It holds no file of yours; delete it.",
    })),
    ...(lock === null
      ? []
      : [
          {
            what: `A lock is left of process ${lock.pid}, which is gone.`,
            remedy: "The next command that writes takes it over; there is nothing to do.",
          },
        ]),
    ...(unfinished === null
      ? []
      : [{ what: `An unfinished story is waiting in ${unfinished.path}.`, remedy: "Go on with it: storybank add" }]),
  ];
}
