import { bodyLineOf, splitFences } from "../front-matter/fence.ts";
import { renameTexts } from "../front-matter/rename.ts";
import { findPublished } from "./sections.ts";

/** A story or post that gets another id. */
export interface Renaming {
  kind: "story" | "post";
  from: string;
  to: string;
}

/** The folder in which each kind has its files. */
export const FOLDERS = { story: "stories", post: "posts" } as const;

/** Keys whose texts are ids of one kind, by the last of their words: `story`, `stories`, `next-post`, `reply-to`. */
const OWN_KEYS = {
  story: /(?:^|[-_])(?:story|stories)$/i,
  post: /(?:^|[-_])(?:posts?|replies|reply|reply[-_]to)$/i,
};

/** Keys whose texts may be ids of either kind. */
const SHARED_KEYS: readonly string[] = [
  "source",
  "sources",
  "related",
  "see",
  "see-also",
  "follows",
  "previous",
  "next",
  "sequel-of",
];

/**
 * Renames a story or post in a file that refers to it: its id where a key names stories or posts, and its path wherever it
 * stands in the front matter, a story, a week's guidance or a post's notes. What a post publishes stays as it is.
 * `isShared` tells that a story and a post have the id, so that a key for either leaves open which is meant.
 *
 * @throws FrontMatterError when the file can't be read or changed safely.
 */
export function renameReferences(text: string, renaming: Renaming, isPost: boolean, isShared: boolean): string {
  const inPaths = pathRenamer(renaming);
  const outside = isPost ? renameOutside(text, inPaths) : inPaths(text);
  return renameTexts(outside, (key, value) => {
    const isId =
      OWN_KEYS[renaming.kind].test(key) || (SHARED_KEYS.includes(key.toLowerCase().replaceAll("_", "-")) && !isShared);
    return inPaths(isId ? renameIds(value, renaming) : value);
  });
}

/** A text may hold several ids between commas. */
function renameIds(text: string, { from, to }: Renaming): string {
  return text
    .split(",")
    .map((part) => (part.trim() === from ? part.replace(from, () => to) : part))
    .join(",");
}

/** The path from the bank on; one that only ends like it, as in an address, is another's. */
function pathRenamer({ kind, from, to }: Renaming): (text: string) => string {
  const folder = FOLDERS[kind];
  const literal = `${folder}/${from}.md`.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const path = new RegExp(`(?<![\\p{L}\\p{N}_./-])((?:\\.{1,2}/)*)${literal}(?![\\p{L}\\p{N}_-])`, "gu");
  return (text) => text.replace(path, (_, above: string) => `${above}${folder}/${to}.md`);
}

/** Renames in all lines of a post but those it publishes. */
function renameOutside(text: string, rename: (line: string) => string): string {
  const fenced = splitFences(text);
  const { markdown, firstLine } = findPublished({ body: fenced.body, bodyLine: bodyLineOf(fenced) });
  const end = firstLine + markdown.split("\n").length;
  return text
    .split("\n")
    .map((line, index) => (index + 1 >= firstLine && index + 1 < end ? line : rename(line)))
    .join("\n");
}
