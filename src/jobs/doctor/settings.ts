import { CONFIG_KEYS, type Config } from "../../bank/config.ts";
import { editDistance } from "../../bank/resolve.ts";
import { dayOf, formatDate } from "../../calendar/dates.ts";
import { type Day, parseDay } from "../../calendar/days.ts";
import { parseTime } from "../../calendar/times.ts";
import { readLevels } from "../../check/levels.ts";
import { isMap, type Value } from "../../front-matter/values.ts";
import { findPlatform, PLATFORMS } from "../../post/platforms.ts";
import type { Trouble } from "./trouble.ts";

/** What storybank.yaml says that means nothing. */
export function examineSettings(
  config: Config,
  templates: { hooks: readonly string[]; posts: readonly string[]; notes: readonly string[] },
): Trouble[] {
  return [
    ...unknownKeys(config),
    ...wrongShapes(config),
    ...readLevels(config.check).problems.map(({ rule, message, remedy }) => ({
      what: `storybank.yaml, check: ${message}`,
      remedy,
      keys: ["check", rule],
    })),
    ...unknownPlatforms(config),
    ...oddCalendar(config),
    ...missingTemplates(config, templates),
  ];
}

function unknownKeys({ data }: Config): Trouble[] {
  const check = (map: Value | undefined, known: readonly string[], above: readonly string[]): Trouble[] =>
    !isMap(map)
      ? []
      : [...map.keys()]
          .filter((key) => !known.includes(key))
          .map((key) => [...above, key])
          .map((keys) => ({
            what: `storybank.yaml has an unknown key ${keys.join(".")}.`,
            remedy: suggest(keys.at(-1) ?? "", known),
            keys,
          }));
  const calendar = data.get("calendar");
  const slots = isMap(calendar) ? calendar.get("slots") : undefined;
  return [
    ...check(data, CONFIG_KEYS.top, []),
    ...check(calendar, CONFIG_KEYS.calendar, ["calendar"]),
    ...check(data.get("style"), CONFIG_KEYS.style, ["style"]),
    ...(isMap(slots)
      ? [...slots].flatMap(([day, slot]) => check(slot, CONFIG_KEYS.slot, ["calendar", "slots", day]))
      : []),
  ];
}

function suggest(key: string, known: readonly string[]): string {
  const nearest = known.toSorted((a, b) => editDistance(a, key) - editDistance(b, key))[0];
  return nearest !== undefined && editDistance(nearest, key) <= 3
    ? `Did you mean ${nearest}?`
    : `It is ignored. Known are: ${known.join(", ")}.`;
}

/** Keys that ask for further keys below them, and have a word instead: all of it is ignored. */
function wrongShapes({ data }: Config): Trouble[] {
  const calendar = data.get("calendar");
  const maps: [string, Value | undefined][] = [
    ["calendar", calendar],
    ["check", data.get("check")],
    ["style", data.get("style")],
    ["calendar.slots", isMap(calendar) ? calendar.get("slots") : undefined],
  ];
  return maps
    .filter(([, value]) => value !== undefined && value !== "" && !isMap(value))
    .map(([key, value]) => ({
      what: `${key} in storybank.yaml is ${typeof value === "string" ? `"${value}"` : "a list"}; it is ignored.`,
      remedy: "Write keys below it, each on a line of its own and indented.",
      keys: key.split("."),
    }));
}

/** Dates and times that are none, or not what they are taken for. */
function oddCalendar(config: Config): Trouble[] {
  const { calendar, data } = config;
  const slotKeys = slotKeysOf(config);
  const { start, timezone } = calendar;
  const written = data.get("calendar");
  const slots = isMap(written) ? written.get("slots") : undefined;
  const named = isMap(slots) ? [...slots] : [];
  const days = named.map(([name]) => parseDay(name));
  return [
    ...(start === null || dayOf(start) === "monday"
      ? []
      : [
          {
            what: `calendar.start is ${formatDate(start)}, which is no Monday.`,
            remedy: "Weeks begin on Mondays.",
            keys: ["calendar", "start"],
          },
        ]),
    ...(timezone === null || isTimezone(timezone)
      ? []
      : [
          {
            what: `calendar.timezone is "${timezone}", which is no time zone.`,
            remedy: "Write it as Europe/Berlin.",
            keys: ["calendar", "timezone"],
          },
        ]),
    ...[...calendar.slots].flatMap(([day, { time }]) =>
      time === null || parseTime(time) !== null
        ? []
        : [
            {
              what: `The slot of ${day} has time: ${time}, which is no time.`,
              remedy: "Write it as 09:00.",
              keys: slotKeys(day, "time"),
            },
          ],
    ),
    ...named.flatMap(([name, slot], index) => [
      ...(isMap(slot) || slot === ""
        ? []
        : [
            {
              what: `The slot of ${name} has no keys of its own.`,
              remedy: "Write series:, time: … below it, indented.",
              keys: ["calendar", "slots", name],
            },
          ]),
      ...(days.indexOf(days[index] ?? null) === index
        ? []
        : [
            {
              what: `calendar.slots has ${days[index]} twice; the last one counts.`,
              remedy: "Keep one of them.",
              keys: ["calendar", "slots", name],
            },
          ]),
    ]),
  ];
}

/** The slots by the names they are written under, which may be short ones. */
function slotKeysOf({ data }: Config): (day: Day, key: string) => string[] {
  const calendar = data.get("calendar");
  const slots = isMap(calendar) ? calendar.get("slots") : undefined;
  const written = isMap(slots) ? [...slots.keys()] : [];
  return (day, key) => ["calendar", "slots", written.findLast((name) => parseDay(name) === day) ?? day, key];
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function unknownPlatforms(config: Config): Trouble[] {
  const slotKeys = slotKeysOf(config);
  const named: [string, string | null, readonly string[]][] = [
    ["platform", config.platform, ["platform"]],
    ...[...config.calendar.slots].map(([day, slot]): [string, string | null, readonly string[]] => [
      `calendar.slots.${day}.platform`,
      slot.platform,
      slotKeys(day, "platform"),
    ]),
  ];
  return named
    .filter(([, name]) => name !== null && findPlatform(name) === undefined)
    .map(([key, name, keys]) => ({
      keys,
      what: `${key} in storybank.yaml is "${name}", which is no platform.`,
      remedy: `There are: ${PLATFORMS.map((each) => each.name).join(", ")}.`,
    }));
}

function missingTemplates(
  config: Config,
  { hooks, posts, notes }: { hooks: readonly string[]; posts: readonly string[]; notes: readonly string[] },
): Trouble[] {
  const slotKeys = slotKeysOf(config);
  return [...config.calendar.slots].flatMap(([day, slot]) => [
    ...missing(day, "post", slot.template, posts, slotKeys(day, "template")),
    ...missing(day, "hook", slot.hook, ["own", ...hooks], slotKeys(day, "hook")),
    ...missing(day, "notes", slot.notes, notes, slotKeys(day, "notes")),
  ]);
}

function missing(
  day: Day,
  kind: string,
  name: string | null,
  known: readonly string[],
  keys: readonly string[],
): Trouble[] {
  if (name === null || known.includes(name)) return [];
  const what = `The slot of ${day} names a ${kind} template that is not there: ${name}.`;
  return [{ what, remedy: `There are: ${known.join(", ")}.`, keys }];
}
