import { parseDay } from "../calendar/days.ts";
import { UserError } from "../errors.ts";
import type { Value } from "../front-matter/values.ts";

const TEXT_KEYS = ["title", "series", "hook", "question", "ps", "angle", "created", "source", "icon", "author"];
/** The keys of a story that can be set; each fact has one of its own, too. */
export const STORY_KEYS = [...TEXT_KEYS, "week", "day", "tags", "confidential"];

/** What a key of front matter, or a part of one (`facts.cause`), is set to; `undefined` takes it away. */
export interface SetKey {
  key: string;
  part: string | null;
  value: Value | undefined;
}

/**
 * Reads a key and its new value as `--set` takes them; an empty value takes the key away (`value` is undefined).
 *
 * @throws UserError for a key that stories don't have, or a value that does not fit it.
 */
export function parseStoryKey(key: string, written: string): SetKey {
  const name = key.toLowerCase();
  const value = written === "" ? undefined : written;
  if (name.startsWith("facts.") && name.length > 6) return { key: "facts", part: key.slice(6), value };
  if (!STORY_KEYS.includes(name))
    throw new UserError(`Stories have no key "${key}".`, { hint: `There are: ${STORY_KEYS.join(", ")}, facts.NAME.` });
  if (value === undefined) {
    if (name === "title") throw new UserError("A story's title can't be empty.", { hint: "Nothing was changed." });
    return { key: name, part: null, value };
  }
  return { key: name, part: null, value: typeKey(name, value) };
}

/** Types the value of a key that stories and posts share. */
export function typeKey(name: string, value: string): Value {
  if (name === "tags" || name === "hashtags")
    return value
      .split(",")
      .map((tag) => tag.trim().replace(/^#/, ""))
      .filter((tag) => tag !== "");
  if (name === "day") {
    const day = parseDay(value);
    if (day === null)
      throw new UserError(`"${value}" is no day.`, { hint: "Days are monday to sunday, or mon to sun." });
    return day;
  }
  if (name === "week" && !/^[1-9]\d{0,3}$/.test(value))
    throw new UserError(`"${value}" is no week.`, { hint: "Weeks are whole numbers from 1." });
  if (name === "confidential" && value !== "true" && value !== "false")
    throw new UserError("confidential is true or false.", { hint: "Nothing was changed." });
  if (name !== "hook" && /[\r\n]/.test(value))
    throw new UserError(`The ${name} has a line break in it.`, { hint: "Write it on one line." });
  return value;
}
