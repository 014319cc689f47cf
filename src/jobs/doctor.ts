import { join } from "node:path";
import { type Bank, openBank } from "../bank/bank.ts";
import { CONFIG_KEYS, type Config } from "../bank/config.ts";
import { findStaleLock } from "../bank/lock.ts";
import { listRecovered } from "../bank/recovered.ts";
import { editDistance, fold } from "../bank/resolve.ts";
import { findLeftovers } from "../bank/write.ts";
import { UserError } from "../errors.ts";
import { isMap, type Value } from "../front-matter/values.ts";
import { templateProblem } from "../hooks/liquid.ts";
import type { PostHead } from "../post/post.ts";
import type { PostTemplate } from "../post/template.ts";
import { readText } from "../story/schema.ts";
import type { StoryHead } from "../story/story.ts";
import { readHookTemplates, readPostTemplates } from "./templates.ts";

export interface Trouble {
  what: string;
  remedy: string;
}

/** Looks a bank over: its settings, what its files refer to, its templates, and what interrupted commands left behind. */
export async function examineBank(
  given: Bank,
  packageDir: string,
): Promise<{ healthy: string[]; troubles: Trouble[] }> {
  const troubles: Trouble[] = [];
  const bank = openBank(given.root, (path, problem) =>
    troubles.push({
      what: `${path} is skipped: ${problem}.`,
      remedy: "Mend it in an editor; until then it is left out everywhere.",
    }),
  );
  const healthy: string[] = [`The bank is ${bank.root}`];
  const [stories, posts, weeks] = [await bank.stories(), await bank.posts(), await bank.weeks()];
  healthy.push(`These can be read: stories ${stories.length}, posts ${posts.length}, weeks ${weeks.length}`);
  for (const story of stories) troubles.push(...(await untypedKeys(bank, story)));
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
  const templates = await readHookTemplates(bank, packageDir);
  const broken = templates.flatMap(({ name, body }) => templateProblem(name, body) ?? []);
  troubles.push(...broken.map((what) => ({ what, remedy: "Mend it in templates/hooks/." })));
  healthy.push(`${templates.length - broken.length} hook templates can be used`);
  troubles.push(...danglingPosts(posts, stories), ...twins(stories), ...leftovers(bank));
  return { healthy, troubles };
}

/** Keys whose value is not what they ask for: read as absent everywhere. */
async function untypedKeys(bank: Bank, head: StoryHead): Promise<Trouble[]> {
  if (head.week !== null && head.day !== null) return [];
  const { data } = await bank.storyOf(head);
  const wrong = (["week", "day"] as const).filter((key) => head[key] === null && readText(data.get(key)) !== null);
  return wrong.map((key) => ({
    what: `${head.path} has ${key}: ${readText(data.get(key))}, which is no ${key}.`,
    remedy: `Correct it: storybank edit ${head.id} --set ${key}=…`,
  }));
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
  const unfinished = listRecovered(bank.root, "unfinished-story.md");
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
    ...unfinished.map(({ path }) => ({
      what: `An unfinished story is waiting in ${path}.`,
      remedy: "Go on with it: storybank add",
    })),
  ];
}
