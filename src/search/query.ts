import { UserError } from "../errors.ts";
import { readSearchable } from "./text.ts";

/** Words in a row, as they are looked for: small letters, no accents. A single word has one part. */
export interface Term {
  parts: readonly string[];
  written: string;
}

export const FILTERS = ["tag", "week", "day", "status", "kind"] as const;
type FilterKey = (typeof FILTERS)[number];

export interface Filter {
  key: FilterKey;
  value: string;
}

/** What is looked for: every one of the words, none of those without, and what the filters ask for. */
export interface Query {
  words: readonly Term[];
  without: readonly Term[];
  filters: readonly Filter[];
  /** What is not wanted: `-tag:draft`. */
  excluded: readonly Filter[];
}

/**
 * Reads the words of a search as they come from the shell: plain words, `"a phrase"` (also as one argument with spaces, from which
 * the shell has taken the quotes), `-without`, and filters such as `tag:scaling`. Nothing in it is a pattern.
 *
 * @throws UserError where nothing is left to look for.
 */
export function parseQuery(args: readonly string[]): Query {
  const query = { words: [] as Term[], without: [] as Term[], filters: [] as Filter[], excluded: [] as Filter[] };
  for (const piece of args.flatMap(splitArgument)) {
    const isExcluded = piece.length > 1 && piece.startsWith("-");
    const bare = isExcluded ? piece.slice(1) : piece;
    const filter = readFilter(bare);
    if (filter !== null) {
      (isExcluded ? query.excluded : query.filters).push(filter);
      continue;
    }
    const term = readTerm(unquote(bare));
    const list = isExcluded ? query.without : query.words;
    if (term !== null && !list.some(({ parts }) => parts.join(" ") === term.parts.join(" "))) list.push(term);
  }
  if (Object.values(query).every((list) => list.length === 0))
    throw new UserError("There is nothing to search for.", { hint: "Give a word: storybank search outage" });
  return query;
}

const FILTER = new RegExp(`^(${FILTERS.join("|")}):(.*)$`, "is");

function readFilter(written: string): Filter | null {
  const [, key, value] = FILTER.exec(written) ?? [];
  if (key === undefined || value === undefined) return null;
  const filter = { key: key.toLowerCase() as FilterKey, value: unquote(value) };
  if (filter.value.trim() === "")
    throw new UserError(`${written} says no ${filter.key}.`, {
      hint: `Write it as ${filter.key}:VALUE, without a space.`,
    });
  return filter;
}

/** An argument with quotes or filters inside is taken apart as a shell would; another one is a word, or a phrase. */
function splitArgument(argument: string): string[] {
  if (argument.includes('"')) return argument.match(/-?(?:[^\s":]+:)?"[^"]*"?|\S+/g) ?? [];
  const bare = argument.replace(/^-/, "");
  return FILTER.test(bare) || !/\s/.test(argument.trim())
    ? [argument.trim()]
    : [`${argument === bare ? "" : "-"}"${bare}"`];
}

function unquote(text: string): string {
  return text.replace(/^"|"$/g, "");
}

function readTerm(written: string): Term | null {
  const parts = readSearchable(written)
    .split(/\s+/)
    .filter((part) => part !== "");
  return parts.length === 0 ? null : { parts, written };
}
