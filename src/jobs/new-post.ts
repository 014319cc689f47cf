import type { Bank } from "../bank/bank.ts";
import { readDocument } from "../front-matter/read.ts";
import { replacePrivateNames } from "../post/aliases.ts";
import { chooseStory, type Wishes } from "../post/choose.ts";
import { loadCounter } from "../post/counting.ts";
import { isOpen } from "../post/open-posts.ts";
import { choosePlatform } from "../post/platforms.ts";
import { postFromDocument } from "../post/post.ts";
import { findUses } from "../post/uses.ts";
import type { StoryHead } from "../story/story.ts";
import { HASHTAG } from "../text/hashtag-line.ts";
import { printLines, readPlainLines } from "../text/plain.ts";
import type { ChosenHook } from "./choose-hook.ts";
import { createPostFile } from "./create-post-file.ts";
import { nameDraft } from "./draft-name.ts";
import { writePostFile } from "./post-file.ts";
import { hookOf, readGivenPost, refuseUnreadable } from "./post-text.ts";
import { deriveReadingWithFacts, type ReadingWithFacts } from "./reading-with-facts.ts";
import { refuseSecond, refuseTooSoon, refuseUntellable } from "./refuse-draft.ts";
import { readSaved, type SavedPost } from "./rewrite-post.ts";
import { readTemplateTexts } from "./template-texts.ts";
import { readToldStory } from "./told-story.ts";
import { holdPost } from "./trace.ts";
import { writeNotes } from "./write-notes.ts";

export interface NewPostWishes extends Pick<Wishes, "day" | "week" | "date"> {
  /** What gets published, in markdown. */
  text: string;
  platform?: string | undefined;
  /** Makes a post beside those of the story that are open. */
  another: boolean;
}

/**
 * Writes a text that tells a story as a new post, on the date and with the notes that a draft of the story would have.
 *
 * @throws UserError as a draft does: for a story that is confidential, rests, or has an open post and `another` was not asked for. `by` is who it is kept as written by.
 */
export async function createPost(
  bank: Bank,
  named: StoryHead,
  wishes: NewPostWishes,
  { today, by }: { today: string; by: string | null },
): Promise<SavedPost> {
  const text = readGivenPost(wishes.text);
  const [stories, posts, config] = [await bank.stories(), await bank.posts(), await bank.config()];
  const uses = findUses(posts);
  const choice = chooseStory({ stories, uses, calendar: config.calendar, today }, { ...wishes, story: named });
  const platform = choosePlatform(wishes.platform ?? choice.slot.platform ?? config.platform);
  const open = (uses.get(named.id) ?? []).filter((post) => isOpen(post) && post.platform === platform.name);
  if (!wishes.another) refuseSecond(choice, open, {});
  refuseTooSoon(choice, platform, config.calendar.cooldown, posts, open);
  const read = deriveReadingWithFacts(await bank.wholeStory(choice.story));
  refuseUntellable(read, false);
  const lines = readPlainLines(text);
  const hook: ChosenHook = { template: "text", text: hookOf(lines), facts: [] };
  const made = { platform: platform.name, hook: hook.text, hookTemplate: hook.template, template: null };
  const id = await nameDraft(bank, choice, made, config, { posts, replaced: [] });
  const path = `posts/${id}.md`;
  const write = (notes: string): string =>
    writePostFile(read, {
      by,
      title: replacePrivateNames(read.story.title, config.private),
      choice,
      hook,
      template: null,
      platform,
      markdown: text,
      hashtags: [...text.matchAll(HASHTAG)].map(([tag]) => tag.slice(1)),
      time: choice.slot.time,
      notes,
    });
  const counter = await loadCounter(platform);
  const notes = await writeNotes({ bank, config }, read, {
    choice,
    hook,
    platform: platform.title,
    template: "",
    post: {
      text,
      characters: counter.count(printLines(lines)),
      leftOut: [],
      parts: [],
      lines: await findLinesTold(bank, read, { id, path, text: write("") }),
      dropped: [],
    },
    stories,
    others: posts,
    replaced: [],
  });
  const content = write(notes);
  refuseUnreadable((await readDocument(content)).body, text);
  await createPostFile(bank, { choice, platform: platform.name, path, content, open });
  return { ...(await readSaved(bank, { id, path }, content)), kept: null, isDraftAgain: false };
}

/** The lines of the story that a post rests on, whose figures its notes list. */
async function findLinesTold(
  bank: Bank,
  { story }: ReadingWithFacts,
  { id, path, text }: { id: string; path: string; text: string },
): Promise<Set<number>> {
  const config = await bank.config();
  const told = readToldStory(story, config.private);
  if (told === null) return new Set();
  const post = postFromDocument(id, path, await readDocument(text));
  const statements = holdPost(post, text, told, await readTemplateTexts(bank, config));
  const sources = statements.flatMap(({ evidence, details }) => [
    ...evidence,
    ...details.flatMap(({ source, rule }) => (source === null || rule !== null ? [] : [source])),
  ]);
  return new Set(sources.flatMap(({ line }) => line ?? []));
}
