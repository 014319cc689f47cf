import { type NameProblem, UserError } from "../errors.ts";

interface Named {
  id: string;
  path: string;
  title: string;
}

/** NamedKind a name fits, and how: `exact` by its id, path or address, else by title, else by the beginning of an id. */
export interface NameMatch<T> {
  how: "exact" | "title" | "beginning";
  found: readonly T[];
}

export function matchName<T extends Named>(items: readonly T[], name: string): NameMatch<T> {
  const key = nameKey(name.trim().replace(/^\.\//, ""));
  const exact = items.find(
    (item) => nameKey(item.id) === key || nameKey(item.path) === key || key.endsWith(`/${nameKey(item.path)}`),
  );
  if (exact !== undefined) return { how: "exact", found: [exact] };
  const titled = items.filter((item) => nameKey(item.title) === key);
  if (titled.length > 0) return { how: "title", found: titled };
  const isBegun = ({ id }: T): boolean =>
    nameKey(id).startsWith(key) || nameKey(id).split("/").at(-1)?.startsWith(key) === true;
  return { how: "beginning", found: key === "" ? [] : items.filter(isBegun) };
}

/**
 * Finds what a name on the command line means: an id, a path, a title, or an unambiguous beginning of an id.
 *
 * @throws UserError that lists the candidates of an ambiguous name, or names what comes closest to an unknown one.
 */
export function resolveName<T extends Named>(what: NamedKind, items: readonly T[], name: string): T {
  return onlyOne(what, name, matchName(items, name).found, items);
}

export type NamedKind = "story" | "post" | "story or post";

/** The one item that a name has found; `items` are what an unknown name may have meant. Throws a UserError for none and for several. */
export function onlyOne<T extends Named>(
  what: NamedKind,
  name: string,
  found: readonly T[],
  items: readonly Named[],
): T {
  const [only] = found;
  if (only === undefined) throw unknownName(what, name, items);
  if (found.length > 1) throw ambiguousName(what, name, found);
  return only;
}

export function ambiguousName(what: NamedKind, name: string, found: readonly Named[]): UserError {
  return wordNameProblem(what, { code: "ambiguous", name, candidates: found.map(({ id }) => id) });
}

export function unknownName(what: NamedKind, name: string, items: readonly Named[]): UserError {
  const near = nearest(items, nameKey(name.trim().replace(/^\.\//, "")));
  return wordNameProblem(what, { code: "not-found", name, nearest: near?.id ?? null });
}

function wordNameProblem(what: NamedKind, problem: NameProblem): UserError {
  if (problem.code === "ambiguous")
    return new UserError(`"${problem.name}" could be ${problem.candidates.length} ${PLURALS[what]}.`, {
      hint: `Say which:\n${listIds(problem.candidates)}`,
      problem,
    });
  return new UserError(`There is no ${what} "${problem.name}".`, {
    hint: problem.nearest === null ? `See them with: ${LIST_COMMANDS[what]}` : `Did you mean ${problem.nearest}?`,
    problem,
  });
}

const PLURALS: Record<NamedKind, string> = { story: "stories", post: "posts", "story or post": "stories and posts" };
/** The commands that list what can be named. */
export const LIST_COMMANDS: Record<NamedKind, string> = {
  story: "storybank list",
  post: "storybank posts",
  "story or post": "storybank list, storybank posts",
};

function listIds(ids: readonly string[]): string {
  const shown = ids.slice(0, 8).map((id) => `  ${id}`);
  return [...shown, ...(ids.length > 8 ? [`  … and ${ids.length - 8} more`] : [])].join("\n");
}

function nearest<T extends Named>(items: readonly T[], key: string): T | null {
  const scored = items.map((item) => ({
    item,
    distance: Math.min(editDistance(nameKey(item.id), key), editDistance(nameKey(item.title), key)),
  }));
  scored.sort((a, b) => a.distance - b.distance);
  const best = scored[0];
  if (best === undefined) return null;
  if (best.distance <= Math.max(2, key.length / 4)) return best.item;
  return (
    items.find((item) => key.length >= 3 && (nameKey(item.id).includes(key) || nameKey(item.title).includes(key))) ??
    null
  );
}

/** Lower case and composed, so that NFC and NFD, `Foo` and `foo` are one name. */
export function nameKey(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** The number of single-letter changes between two words (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
