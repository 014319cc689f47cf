import { parseDate } from "../calendar/dates.ts";
import { UserError } from "../errors.ts";
import type { Value } from "../front-matter/values.ts";
import { type SetKey, typeKey } from "../story/keys.ts";
import { choosePlatform } from "./platforms.ts";

/** The keys of a post that can be set; each target has one of its own, too. */
export const POST_KEYS = [
  ...["title", "story", "week", "day", "date", "time", "platform", "type", "series"],
  ...["hook", "hook-template", "template", "hashtags", "url"],
];

/** Keys that a command of its own keeps, with how it is called. */
const KEPT: Readonly<Record<string, string>> = {
  status: "storybank mark POST STATUS",
  published: "storybank mark POST published --at DATE",
  confirmed: "storybank confirm POST WORDS",
  results: "storybank record POST --impressions …",
};

/**
 * Reads a key of a post and its new value as `--set` takes them; an empty value takes the key away.
 *
 * @throws UserError for a key that posts don't have, or that another command keeps, or a value that does not fit it.
 */
export function parsePostKey(key: string, written: string): SetKey {
  const name = key.toLowerCase();
  const value = written === "" ? undefined : written;
  if (name.startsWith("targets.") && name.length > 8) return { key: "targets", part: key.slice(8), value };
  const command = KEPT[name];
  if (command !== undefined) throw new UserError(`${name} is not set by hand.`, { hint: `Use: ${command}` });
  if (!POST_KEYS.includes(name))
    throw new UserError(`Posts have no key "${key}".`, { hint: `There are: ${POST_KEYS.join(", ")}, targets.NAME.` });
  if (value === undefined && name === "title")
    throw new UserError("A post's title can't be empty.", { hint: "Nothing was changed." });
  return { key: name, part: null, value: value === undefined ? value : typed(name, value) };
}

function typed(name: string, value: string): Value {
  if (name === "platform") return choosePlatform(value).name;
  if (name === "date" && parseDate(value) === null)
    throw new UserError(`"${value}" is no date.`, { hint: "Write it as YYYY-MM-DD." });
  if (name === "time") {
    if (!/^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(value))
      throw new UserError(`"${value}" is no time.`, { hint: "Write it as HH:MM, such as 09:00." });
    return value.padStart(5, "0");
  }
  if (name === "url" && !/^https?:\/\/\S+$/.test(value))
    throw new UserError(`"${value}" is no address.`, { hint: "Give the whole address, with https://." });
  return typeKey(name, value);
}
