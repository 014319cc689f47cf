import type { Argument, Command, Option } from "commander";
import { GIVEN_FACTS } from "../hooks/facts.ts";
import type { ListedKind } from "../jobs/complete.ts";
import { PLATFORMS } from "../post/platforms.ts";
import { STATUSES } from "../post/post.ts";
import { PUBLISHERS } from "../post/publishers.ts";
import { STAT_KEYS } from "../post/stats.ts";
import { STORY_STATUSES } from "../post/uses.ts";
import { SHELLS } from "../render/completion.ts";
import { SORT_KEYS } from "../story/filter.ts";
import { STORY_KEYS } from "../story/keys.ts";

/** What an argument, or the value of an option, can be completed with. */
export type Kind =
  /** One of a few words. */
  | readonly string[]
  /** What the bank, or the calendar, knows. */
  | ListedKind
  /** Left to the shell. */
  | "file"
  | "folder"
  | "command"
  /** A key with its value, such as `week=2` or `tag:ops`. */
  | { sign: string; keys: Readonly<Record<string, Kind>> }
  /** Nobody but the person knows it. */
  | "free";

const LISTS = ["table", "id", "path", "json"];

/** What a word in angle brackets stands for, in whatever command it is. */
const BY_PLACEHOLDER: Readonly<Record<string, Kind>> = {
  story: "story",
  post: "post",
  "story-or-post": "story-or-post",
  new: "free",
  ids: "story-or-post",
  week: "week",
  day: "day",
  tag: "tag",
  tags: "tag",
  series: "series",
  hook: "hook",
  template: "post-template",
  platform: PLATFORMS.map(({ name }) => name),
  format: LISTS,
  shell: SHELLS,
  command: "command",
  file: "file",
  files: "file",
  dir: "folder",
  text: "free",
  title: "free",
  count: "free",
  roles: "free",
  number: "free",
  date: "free",
  time: "free",
  moment: "free",
  address: "free",
  port: "free",
  alias: "free",
  words: "free",
  name: "name",
  seed: "seed",
  publisher: PUBLISHERS.map(({ name }) => name),
};

const facts: Kind = { sign: "=", keys: Object.fromEntries(GIVEN_FACTS.map((fact) => [fact, "free"])) };
const storyValues: Readonly<Record<string, Kind>> = { week: "week", day: "day", series: "series", tags: "tag" };

/** Where a command means something of its own by the word. */
const OF_COMMAND: Readonly<Record<string, Kind>> = {
  "list --status": STORY_STATUSES,
  "list --sort": SORT_KEYS,
  "posts --status": STATUSES,
  "mark status": STATUSES,
  "stats --by": STAT_KEYS,
  "show --format": ["text", "json"],
  "tags --format": ["table", "name", "json"],
  "names --format": ["table", "name", "json"],
  "check --format": ["table", "json", "github"],
  "rename old": "tag",
  "rename new": "tag",
  "restore story-or-post": "trashed",
  "mv new": "free",
  "import --as": ["post", "story"],
  "draft --hook": "hook",
  "draft --template": "post-template",
  "draft --fact": facts,
  "add --fact": facts,
  "edit --set": {
    sign: "=",
    keys: {
      ...Object.fromEntries(STORY_KEYS.map((key) => [key, storyValues[key] ?? "free"])),
      ...Object.fromEntries(GIVEN_FACTS.map((fact) => [`facts.${fact}`, "free"])),
    },
  },
  "search words": {
    sign: ":",
    keys: {
      tag: "tag",
      week: "week",
      day: "day",
      status: [...new Set([...STORY_STATUSES, ...STATUSES])],
      kind: ["story", "post"],
    },
  },
};

/** What an argument of a command takes; undefined where nobody has said it. */
export function kindOfArgument(command: Command, argument: Argument): Kind | undefined {
  return OF_COMMAND[`${command.name()} ${argument.name()}`] ?? BY_PLACEHOLDER[argument.name()];
}

/** What an option of a command takes for its value; undefined where nobody has said it. */
export function kindOfOption(command: Command, option: Option): Kind | undefined {
  const placeholder = /[<[]([^>\].]+)/.exec(option.flags)?.[1] ?? "";
  return OF_COMMAND[`${command.name()} ${option.long}`] ?? BY_PLACEHOLDER[placeholder];
}
