import { CONFIG_FILE } from "../../bank/find.ts";
import type { LiveBank } from "../../bank/live-bank.ts";
import { readDocumentOrNull } from "../../front-matter/read.ts";
import { type Post, postFromDocument } from "../../post/post.ts";
import { findPublished } from "../../post/sections.ts";
import { deriveReading, type StoryReading } from "../../story/reading.ts";
import { storyFromDocument } from "../../story/schema.ts";
import type { Line } from "../../text/line.ts";
import { readPlainLines } from "../../text/plain.ts";
import type { Statement } from "../../truth/statement.ts";
import { readToldStory } from "../told-story.ts";
import { isTooLong } from "../too-long.ts";
import { holdPost } from "../trace.ts";

type FileKind = "story" | "post" | "week" | "settings";

/** A file of the bank with the text it has in the editor. */
export interface OpenFile {
  kind: FileKind;
  /** The path relative to the bank. */
  path: string;
  /** The path below its folder without `.md`. */
  id: string;
  text: string;
}

const KINDS: Readonly<Record<string, FileKind>> = { stories: "story", posts: "post", weeks: "week" };

/** What a file of a bank is, by its path; null for one that no command reads. */
export function kindOfFile(path: string): { kind: FileKind; id: string } | null {
  if (path === CONFIG_FILE) return { kind: "settings", id: path };
  const [folder = "", ...below] = path.split("/");
  const kind = Object.hasOwn(KINDS, folder) ? KINDS[folder] : undefined;
  const isShown = below.length > 0 && below.every((name) => !name.startsWith("."));
  if (kind === undefined || !isShown || !path.endsWith(".md")) return null;
  return { kind, id: below.join("/").slice(0, -3) };
}

/** A stretch of a file, in UTF-16 units from its start; the path is relative to the bank, or that of a built-in template. */
export interface FilePlace {
  path: string;
  start: number;
  end: number;
}

/** A post as it is being written, held against its story. */
export interface OpenPost {
  post: Post;
  /** The lines that are pasted. */
  lines: readonly Line[];
  markdown: string;
  firstLine: number;
  /** Null where it names none that can be read. */
  story: StoryReading | null;
  readonly statements: readonly Statement[];
}

const posts = new WeakMap<OpenFile, Promise<OpenPost | null>>();

/** Reads a post, once for each of its texts; null where it can't be read as it is just now. */
export function readOpenPost(bank: LiveBank, file: OpenFile): Promise<OpenPost | null> {
  const known = posts.get(file) ?? readPost(bank, file);
  posts.set(file, known);
  return known;
}

async function readPost(bank: LiveBank, { path, id, text }: OpenFile): Promise<OpenPost | null> {
  if (isTooLong(text)) return null;
  const document = await readDocumentOrNull(text);
  if (document === null) return null;
  const post = postFromDocument(id, path, document);
  const { markdown, firstLine } = findPublished(post);
  const told = post.story === null ? null : await bank.wholeStoryById(post.story);
  const story = readToldStory(told, (await bank.config()).private);
  let statements: readonly Statement[] | undefined;
  return {
    post,
    lines: readPlainLines(markdown, { firstLine }),
    markdown,
    firstLine,
    story,
    get statements() {
      statements ??= story === null ? [] : holdPost(post, text, story, []);
      return statements;
    },
  };
}

/** Reads a story; null where it can't be read as it is just now. */
export async function readOpenStory({ path, id, text }: OpenFile): Promise<StoryReading | null> {
  if (isTooLong(text)) return null;
  const document = await readDocumentOrNull(text);
  return document === null ? null : deriveReading(storyFromDocument(id, path, document));
}
