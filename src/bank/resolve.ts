import { UserError } from "../errors.ts";

interface Named {
  id: string;
  path: string;
  title: string;
}

/**
 * Finds what a name on the command line means: an id, a path, a title, or an unambiguous beginning of an id.
 *
 * @throws UserError that lists the candidates of an ambiguous name, or names what comes closest to an unknown one.
 */
export function resolveName<T extends Named>(what: "story" | "post", items: readonly T[], name: string): T {
  const key = fold(name.trim().replace(/^\.\//, ""));
  const exact = items.find(
    (item) => fold(item.id) === key || fold(item.path) === key || key.endsWith(`/${fold(item.path)}`),
  );
  if (exact !== undefined) return exact;
  const titled = items.filter((item) => fold(item.title) === key);
  const found =
    titled.length > 0
      ? titled
      : key === ""
        ? []
        : items.filter((item) => fold(item.id).startsWith(key) || fold(item.id).split("/").at(-1)?.startsWith(key));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const plural = what === "story" ? "stories" : "posts";
  if (found.length > 1) {
    throw new UserError(`"${name}" could be ${found.length} ${plural}.`, { hint: `Say which:\n${listIds(found)}` });
  }
  const near = nearest(items, key);
  throw new UserError(`There is no ${what} "${name}".`, {
    hint:
      near === null ? `See them with: storybank ${what === "story" ? "list" : "posts"}` : `Did you mean ${near.id}?`,
  });
}

function listIds(items: readonly Named[]): string {
  const shown = items.slice(0, 8).map((item) => `  ${item.id}`);
  return [...shown, ...(items.length > 8 ? [`  … and ${items.length - 8} more`] : [])].join("\n");
}

function nearest<T extends Named>(items: readonly T[], key: string): T | null {
  const scored = items.map((item) => ({
    item,
    distance: Math.min(editDistance(fold(item.id), key), editDistance(fold(item.title), key)),
  }));
  scored.sort((a, b) => a.distance - b.distance);
  const best = scored[0];
  if (best === undefined) return null;
  if (best.distance <= Math.max(2, key.length / 4)) return best.item;
  return (
    items.find((item) => key.length >= 3 && (fold(item.id).includes(key) || fold(item.title).includes(key))) ?? null
  );
}

/** Lower case and composed, so that NFC and NFD, `Foo` and `foo` are one name. */
export function fold(text: string): string {
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
