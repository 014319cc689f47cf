import { parseDay } from "../calendar/days.ts";
import { UserError } from "../errors.ts";
import { STATUSES } from "../post/post.ts";
import { STORY_STATUSES } from "../post/uses.ts";
import { type Filter, parseQuery, type Query } from "../search/query.ts";

/**
 * Reads the words of a search with what its filters ask for; `resolveWeek` says which week `this`, `next` or an ISO week is.
 *
 * @throws UserError for a filter that can't be so, and where there is nothing to look for.
 */
export async function readQuery(
  words: readonly string[],
  resolveWeek: (written: string) => Promise<number | null>,
): Promise<Query> {
  const query = parseQuery(words);
  const readFilters = (filters: readonly Filter[]): Promise<Filter[]> =>
    Promise.all(
      filters.map(async ({ key, value }) => ({
        key,
        value: key === "week" ? String(await resolveWeek(value)) : readFilterValue(key, value),
      })),
    );
  return { ...query, filters: await readFilters(query.filters), excluded: await readFilters(query.excluded) };
}

function readFilterValue(key: Filter["key"], value: string): string {
  if (key === "day") {
    const day = parseDay(value);
    if (day === null)
      throw new UserError(`"${value}" is no day.`, { hint: "Days are monday to sunday, or mon to sun." });
    return day;
  }
  if (key === "status") return choiceOf(key, value, [...STORY_STATUSES, ...STATUSES]);
  if (key === "kind") return choiceOf(key, value, ["story", "post"]);
  return value;
}

function choiceOf(key: string, value: string, choices: readonly string[]): string {
  const known = [...new Set(choices)];
  const found = known.find((choice) => choice === value.toLowerCase());
  if (found === undefined)
    throw new UserError(`${key}: can't be "${value}".`, { hint: `Choose one of: ${known.join(", ")}.` });
  return found;
}
