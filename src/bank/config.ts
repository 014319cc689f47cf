import { type Calendar, DEFAULT_COOLDOWN, EMPTY_CALENDAR, EMPTY_SLOT, type Slot } from "../calendar/calendar.ts";
import { parseDate } from "../calendar/dates.ts";
import { type Day, parseDay } from "../calendar/days.ts";
import { type Length, parseLength } from "../calendar/length.ts";
import { UserError } from "../errors.ts";
import { scanFrontMatter } from "../front-matter/scan.ts";
import { type FrontMatter, isList, isMap, type Value } from "../front-matter/values.ts";
import type { PrivateName } from "../post/private-names.ts";
import { readStyle, STYLE_KEYS, type Style } from "../post/style.ts";
import { readText, readTextList, readTextMap, readTime } from "../story/schema.ts";
import { CONFIG_FILE } from "./find.ts";

/** What `storybank.yaml` says. */
export interface Config {
  author: string | null;
  platform: string;
  calendar: Calendar;
  /** Names that may not appear in a post, with what stands for them. */
  private: readonly PrivateName[];
  /** Names that may, as somebody has decided; null where nothing was decided of any. */
  public: readonly string[] | null;
  /** How many characters of a hook show before "more"; null leaves it to the platform. */
  fold: number | null;
  /** `plain` asks with numbered lists and lines, for screen readers. */
  prompts: "plain" | null;
  /** How long a post is to be where nothing else says it. */
  length: Length | null;
  style: Style;
  /** What the posts are for, what their author stands for in them, and who is to read them: for the notes. */
  purpose: string | null;
  positioning: string | null;
  audience: string | null;
  /** Rules of `check` with the level each has here, as written. */
  check: ReadonlyMap<string, string>;
  data: FrontMatter;
}

/** The keys `storybank.yaml` is known to hold, by the map they are in. */
export const CONFIG_KEYS = {
  top: [
    ...["version", "author", "platform", "calendar", "fold", "prompts", "public", "private", "check"],
    ...["length", "style", "purpose", "positioning", "audience"],
  ],
  calendar: ["start", "timezone", "cooldown", "slots"],
  slot: [
    ...["series", "type", "time", "platform", "template", "hook", "question", "hashtags", "targets"],
    ...["length", "closing", "ps", "notes", "purpose", "positioning", "audience"],
  ],
  style: STYLE_KEYS,
};

/**
 * Reads the bank's settings. Unknown keys are kept and ignored (`doctor` names them).
 *
 * @throws UserError when the file is no YAML, or a value can't be what its key asks for.
 */
export async function readConfig(text: string): Promise<Config> {
  const data = scanFrontMatter(text) ?? (await parseConfig(text));
  const calendar = data.get("calendar");
  return {
    author: readText(data.get("author")),
    platform: readText(data.get("platform")) ?? "linkedin",
    calendar: isMap(calendar) ? readCalendar(calendar) : EMPTY_CALENDAR,
    private: readPrivateNames(data.get("private")),
    public: data.has("public") ? readTextList(data.get("public")) : null,
    fold: readCount("fold", "number of characters", "140", data.get("fold")),
    prompts: readPrompts(data.get("prompts")),
    length: readLength("length", data.get("length")),
    style: readStyle(data.get("style")),
    purpose: readText(data.get("purpose")),
    positioning: readText(data.get("positioning")),
    audience: readText(data.get("audience")),
    check: readTextMap(data.get("check")),
    data,
  };
}

/** With the full parser, which is loaded only for what the scanner leaves to it. */
async function parseConfig(text: string): Promise<FrontMatter> {
  const { parseYamlFile } = await import("../front-matter/parse.ts");
  try {
    return parseYamlFile(text, CONFIG_FILE);
  } catch (error) {
    throw new UserError(`${(error as Error).message}.`, {
      hint: "Mend that line; nothing was changed.",
      cause: error,
    });
  }
}

function readCalendar(data: ReadonlyMap<string, Value>): Calendar {
  const written = readText(data.get("start"));
  const start = written === null ? null : parseDate(written);
  if (written !== null && start === null) {
    throw new UserError(`calendar.start in storybank.yaml is "${written}", which is no date.`, {
      hint: "Write it as YYYY-MM-DD, such as 2025-01-06.",
      problem: { code: "setting", keys: ["calendar", "start"] },
    });
  }
  const slots = data.get("slots");
  return {
    start,
    timezone: readText(data.get("timezone")),
    cooldown: readCount("calendar.cooldown", "number of weeks", "26", data.get("cooldown")) ?? DEFAULT_COOLDOWN,
    slots: new Map(isMap(slots) ? [...slots].map(([name, slot]) => readSlot(name, slot)) : []),
  };
}

function readCount(key: string, what: string, example: string, value: Value | undefined): number | null {
  const written = readText(value);
  if (written !== null && !/^\d{1,6}$/.test(written)) {
    throw new UserError(`${key} in storybank.yaml is "${written}", which is no ${what}.`, {
      hint: `Write a whole number, such as ${example}.`,
      problem: { code: "setting", keys: key.split(".") },
    });
  }
  return written === null ? null : Number(written);
}

function readLength(key: string, value: Value | undefined): Length | null {
  const written = readText(value);
  const length = written === null ? null : parseLength(written);
  if (written !== null && length === null)
    throw new UserError(`${key} in storybank.yaml is "${written}", which is no length of a post.`, {
      hint: "Write a number of characters from 100 on, such as 1300, or full for all that the platform takes.",
      problem: { code: "setting", keys: key.split(".") },
    });
  return length;
}

function readPrompts(value: Value | undefined): "plain" | null {
  const written = readText(value);
  if (written !== null && written !== "plain")
    throw new UserError(`prompts in storybank.yaml is "${written}".`, {
      hint: "Write plain, or leave it out.",
      problem: { code: "setting", keys: ["prompts"] },
    });
  return written;
}

/** `Acme Corp: a retail client`, or names alone, as a list or without anything behind the colon. */
function readPrivateNames(value: Value | undefined): PrivateName[] {
  if (isList(value)) return value.flatMap((item) => readPrivateNames(item));
  if (!isMap(value)) return readTextList(value).map((name) => ({ name, alias: null }));
  return [...value].flatMap(([key, written]) => {
    const [name, alias] = [key.trim(), readText(written)];
    if (name !== "" && alias?.toLowerCase().includes(name.toLowerCase()))
      throw new UserError(`private in storybank.yaml: the alias of ${name} holds the name itself.`, {
        hint: "Say something else instead, such as: a client.",
        problem: { code: "setting", keys: ["private", key] },
      });
    return name === "" ? [] : [{ name, alias }];
  });
}

function readSlot(name: string, value: Value): [Day, Slot] {
  const day = parseDay(name);
  if (day === null)
    throw new UserError(`calendar.slots in storybank.yaml has "${name}", which is no weekday.`, {
      hint: "Slots are named monday to sunday.",
      problem: { code: "setting", keys: ["calendar", "slots", name] },
    });
  if (!isMap(value)) return [day, EMPTY_SLOT];
  return [
    day,
    {
      series: readText(value.get("series")),
      type: readText(value.get("type")),
      time: readTime(value.get("time")),
      platform: readText(value.get("platform")),
      template: readText(value.get("template")),
      hook: readText(value.get("hook")),
      question: readText(value.get("question")),
      hashtags: readTextList(value.get("hashtags")),
      targets: readTextMap(value.get("targets")),
      length: readLength(`calendar.slots.${name}.length`, value.get("length")),
      closing: readText(value.get("closing")),
      ps: readText(value.get("ps")),
      notes: readText(value.get("notes")),
      purpose: readText(value.get("purpose")),
      positioning: readText(value.get("positioning")),
      audience: readText(value.get("audience")),
    },
  ];
}
