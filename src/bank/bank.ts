import type { Week } from "../calendar/week.ts";
import type { Changes } from "../front-matter/edit.ts";
import type { Document, FrontMatter } from "../front-matter/values.ts";
import type { Post, PostHead } from "../post/post.ts";
import type { Renaming } from "../post/references.ts";
import type { Story, StoryHead } from "../story/story.ts";
import type { HookTemplate } from "../templates/hook-template.ts";
import type { NotesTemplate } from "../templates/notes-template.ts";
import type { PostTemplate } from "../templates/post-template.ts";
import type { Config } from "./config.ts";
import type { FileWithText, Wanted } from "./files-with-text.ts";
import type { ReadProblem } from "./read-problem.ts";
import { resolvePost, type StoryOrPost } from "./resolve-post.ts";
import type { TemplateKind } from "./templates.ts";
import type { Entry } from "./walk.ts";

/** The folders in which storybank writes. */
export const WRITTEN_FOLDERS = ["stories", "posts", "weeks", ".storybank"] as const;

/**
 * A folder of stories, posts, weeks and templates. Every call reads the files as they are now; nothing is cached.
 *
 * A story or post comes as its head, which is its front matter and what lists need (`stories`, `story`, `posts`, `post`), or
 * whole, with its text: `whole…` of a head or id gives one, `whole…InOrder` reads many, each when the one before has been dealt with.
 */
export interface Bank {
  readonly root: string;
  /** The same bank; what it skips is told to another. */
  withSkips(onSkip: OnSkip): Bank;
  /** Says that a file was skipped, and why; each file once. */
  skip(path: string, problem: ReadProblem): void;
  config(): Promise<Config>;
  /** All stories, or those of a week. */
  stories(week?: number): Promise<StoryHead[]>;
  /** All posts, or those that tell one of the stories (and those that don't plainly say which). */
  posts(stories?: ReadonlySet<string>): Promise<PostHead[]>;
  weeks(): Promise<Week[]>;
  /** The hook templates by name: the built-in ones, and the bank's own, which win over those of the same name. */
  hookTemplates(): Promise<HookTemplate[]>;
  postTemplates(): Promise<PostTemplate[]>;
  notesTemplates(): Promise<NotesTemplate[]>;
  /** The path of a template's file, in the bank or the program; null where there is none of the name. */
  templateFile(kind: TemplateKind, name: string): Promise<string | null>;
  /** The story a name means. Throws a UserError for an unknown or ambiguous name, as the next two do. */
  story(name: string): Promise<StoryHead>;
  /** The post a name means; the name of a story stands for its one unpublished post, see {@link resolvePost}. */
  post(name: string, options?: { orPublished?: boolean }): Promise<PostHead>;
  /** The story or post a name means; a name that fits both is the story's. */
  storyOrPost(name: string): Promise<StoryOrPost>;
  /** The story of a head with its text. Throws a UserError when its file can't be read any more. */
  wholeStory(head: StoryHead): Promise<Story>;
  wholePost(head: PostHead): Promise<Post>;
  /** The story of an id with its text; null where there is none that can be read. */
  wholeStoryById(id: string): Promise<Story | null>;
  /** The stories with their texts, and their files as they are written, in the order of their paths or of those that are wanted. */
  wholeStoriesInOrder(wanted?: Wanted): AsyncIterable<FileWithText<Story>>;
  wholePostsInOrder(wanted?: Wanted): AsyncIterable<FileWithText<Post>>;
  /** Stories or posts as they are written: front matter and body, not yet read for what they mean. */
  documentsInOrder(
    folder: "stories" | "posts",
    wanted?: Wanted,
  ): AsyncIterable<FileWithText<Entry & { document: Document }>>;
  /** The ids of all files of a folder, those too that can't be read. */
  ids(folder: "stories" | "posts" | "weeks"): string[];
  has(path: string): boolean;
  /** The text of a file of the bank; null when there is none. Throws a UserError when it can't be read safely. */
  read(path: string): string | null;
  /** Creates a file that must not exist yet; returns false when it does. */
  create(path: string, text: string): boolean;
  /** The same under the bank's lock, after `look` has seen the posts as they are then; what it throws keeps the file from being made. */
  createAfter(look: (posts: readonly PostHead[]) => void, path: string, text: string): Promise<boolean>;
  /** Changes keys of a file's front matter, decided by what it holds under the bank's lock; returns false when there was nothing to change. */
  change(path: string, decide: (data: FrontMatter) => Changes): Promise<boolean>;
  /** Makes a new text of a file's under the bank's lock; returns false when it stays the same. */
  rewrite(path: string, edit: (text: string) => string): Promise<boolean>;
  /** Replaces a file's text, provided that it still is what the caller has read. */
  replace(path: string, before: string, after: string): Promise<void>;
  /** The same, and what it had goes to the trash. Returns where it is. */
  replaceKept(path: string, before: string, after: string): Promise<string>;
  /** Adds lines at the end of a file that others add to, too, in one write and without a lock; makes it where there is none. */
  append(path: string, lines: readonly string[]): Promise<void>;
  /** Makes the text of such a file longer; what others add meanwhile stays. Returns false when it stays the same. */
  editInPlace(path: string, edit: (text: string) => string): Promise<boolean>;
  /** Moves a file to the trash and says where it is. */
  trash(path: string): Promise<string>;
  inTrash(path: string): string | null;
  /** The ids of what is in the trash of a folder. */
  trashed(folder: string): string[];
  /** Brings a file back from the trash, to its own place or another; returns false when that is taken. */
  restore(path: string, to?: string): Promise<boolean>;
  /** Gives a story or post another id, in all files that refer to it. Returns the changed files; null where the name is taken. */
  rename(renaming: Renaming): Promise<string[] | null>;
  /**
   * Does something while nobody else changes the bank, after a renaming that was interrupted is finished. What is done must not
   * call what takes the lock by itself.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Finishes a renaming that was interrupted, as every change to the bank and every look at its posts does first, and says which. */
  finishRenaming(): Promise<Renaming | null>;
}

export type OnSkip = (path: string, problem: ReadProblem) => void;
