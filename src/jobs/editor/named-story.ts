import { entryAt, type PlacedEntry, placeEntries } from "../../front-matter/entry-places.ts";
import type { OpenFile } from "./open-file.ts";

/** The entry of a file's front matter, or of the settings, at a place. */
export function entryIn({ kind, text }: OpenFile, at: number): PlacedEntry | null {
  return entryAt(placeEntries(text, kind === "settings"), at);
}

/** The id that an entry names a story by: `story:` of a post, `stories:` of a week. */
export function storyNamedBy({ kind }: OpenFile, entry: PlacedEntry | null): string | null {
  const key = kind === "post" ? "story" : "stories";
  const isNaming = (kind === "post" || kind === "week") && entry?.keys.length === 1 && entry.keys[0] === key;
  return isNaming ? entry.value : null;
}
