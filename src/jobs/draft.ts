import type { Bank } from "../bank/bank.ts";
import type { Day } from "../calendar/days.ts";
import { EXIT, UserError } from "../errors.ts";
import type { Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import { type AssembledPost, assemblePost } from "../post/assemble.ts";
import { type Choice, chooseStory, type Wishes } from "../post/choose.ts";
import { toHashtags } from "../post/hashtags.ts";
import { writeNotes } from "../post/notes.ts";
import { PLATFORMS, type Platform } from "../post/platforms.ts";
import { NOTES_HEADING, POST_HEADING, type PostHead } from "../post/post.ts";
import type { PostTemplate } from "../post/template.ts";
import { findUses, type Uses } from "../post/uses.ts";
import { type AskFacts, type ChosenHook, chooseHook, type HookWishes } from "./choose-hook.ts";
import { type ReadStory, readThrough } from "./read-story.ts";
import { findPostTemplate, readHookTemplates, readPostTemplates } from "./templates.ts";

export interface DraftWishes extends Omit<Wishes, "story">, HookWishes {
  story?: string | undefined;
  day?: Day | undefined;
  template?: string | undefined;
  platform?: string | undefined;
  time?: string | undefined;
  replace: boolean;
  /** Nothing will be written, so nothing stands in the way. */
  isDryRun: boolean;
}

/** A post that is ready to be written, with all that there is to say about it. */
export interface Draft {
  id: string;
  path: string;
  content: string;
  choice: Choice;
  hook: ChosenHook;
  template: string;
  platform: Platform;
  post: AssembledPost;
  /** Whose question the post ends with. */
  questionFrom: "story" | "slot" | "template";
  /** The posts that stand in its way and go to the trash with `replace`. */
  replaced: readonly PostHead[];
  /** The posts that have told the story before. */
  toldBefore: readonly PostHead[];
}

/**
 * Drafts a post without writing anything.
 *
 * @throws UserError when no story, hook, template or platform fits, or when the story has an unpublished post already.
 */
export async function draftPost(
  bank: Bank,
  wishes: DraftWishes,
  world: { today: string; packageDir: string; ask: AskFacts },
): Promise<Draft> {
  const [stories, posts, config] = [await bank.stories(), await bank.posts(), await bank.config()];
  const uses = findUses(posts);
  const named = wishes.story === undefined ? undefined : await bank.storyHead(wishes.story);
  const choice = chooseStory(
    { stories, uses, calendar: config.calendar, today: world.today },
    { ...wishes, story: named },
  );
  const platform = choosePlatform(wishes.platform ?? choice.slot.platform ?? config.platform);
  const template = await choosePostTemplate(
    wishes.template ?? choice.slot.template ?? null,
    choice,
    bank,
    world.packageDir,
  );
  const id = `${choice.date}-${choice.story.id.split("/").at(-1)}`;
  const replaced = findObstacles(choice, id, posts, uses);
  const [obstacle] = replaced;
  if (obstacle !== undefined && !wishes.replace && !wishes.isDryRun) throw alreadyDrafted(choice, obstacle);

  const read = readThrough(await bank.storyOf(choice.story));
  refuseUntellable(read);
  const hook = await chooseHook(read, wishes, choice, () => readHookTemplates(bank, world.packageDir), world.ask);
  const hashtags = toHashtags([...read.story.tags, ...choice.slot.hashtags]);
  const question = read.story.question ?? choice.slot.question;
  const questionFrom = read.story.question !== null ? "story" : choice.slot.question !== null ? "slot" : "template";
  const post = assemblePost({ beats: read.beats, hook: hook.text, question, hashtags, template, platform });
  if (post.characters > platform.limit) {
    throw new UserError(
      `The hook, the question and the hashtags alone take ${post.characters} of ${platform.title}'s ${platform.limit} characters.`,
      { hint: "Shorten the hook, or choose another with --hook." },
    );
  }
  const path = `posts/${id}.md`;
  const others = posts.filter((each) => !replaced.includes(each));
  const toldBefore = (uses.get(choice.story.id) ?? []).filter((each) => !replaced.includes(each));
  const parts = {
    choice,
    hook,
    template: template.name,
    platform,
    post,
    hashtags,
    time: wishes.time ?? choice.slot.time,
  };
  return {
    id,
    path,
    content: writePost(read, others, parts),
    choice,
    hook,
    template: template.name,
    platform,
    post,
    questionFrom,
    replaced,
    toldBefore,
  };
}

/** Writes a draft's file; with `replaced` posts moved to the trash first. Throws a UserError when the name is taken. */
export async function saveDraft(bank: Bank, draft: Draft): Promise<void> {
  for (const post of draft.replaced) await bank.trash(post.path);
  if (!bank.create(draft.path, draft.content)) throw alreadyDrafted(draft.choice, { path: draft.path });
}

function refuseUntellable({ story, beats }: ReadStory): void {
  if (story.confidential)
    throw new UserError(`"${story.title}" is confidential.`, {
      hint: `If it may be told after all: storybank edit ${story.id} --set confidential=`,
    });
  if (beats.length === 0)
    throw new UserError(`"${story.title}" has no text to make a post from.`, {
      hint: `Write it first: storybank edit ${story.id}`,
    });
}

function findObstacles(choice: Choice, id: string, posts: readonly PostHead[], uses: Uses): PostHead[] {
  const open = (uses.get(choice.story.id) ?? []).filter((post) => post.status !== "published");
  return [...new Set([...posts.filter((post) => post.id === id), ...open])];
}

function alreadyDrafted(choice: Choice, post: { path: string }): UserError {
  return new UserError(`"${choice.story.title}" has a post already: ${post.path}.`, {
    hint: `Nothing was changed. To write it anew (the old one goes to the trash): storybank draft ${choice.story.id} --replace`,
    code: EXIT.usage,
  });
}

/** The template that was asked for, else the one whose name the series ends in ("Architecture Debate"), else `story`. */
async function choosePostTemplate(
  name: string | null,
  choice: Choice,
  bank: Bank,
  packageDir: string,
): Promise<PostTemplate> {
  const templates = await readPostTemplates(bank, packageDir);
  if (name !== null) return findPostTemplate(name, templates);
  const series = (choice.story.series ?? choice.slot.series ?? "").toLowerCase();
  return (
    templates.find((template) => template.name !== "story" && series.includes(template.name)) ??
    findPostTemplate("story", templates)
  );
}

function choosePlatform(name: string): Platform {
  const found = PLATFORMS.find((platform) => platform.name === name.toLowerCase());
  if (found === undefined)
    throw new UserError(`Drafts can't be written for "${name}".`, {
      hint: `They are written for: ${PLATFORMS.map((platform) => platform.name).join(", ")}.`,
    });
  return found;
}

function writePost(
  { story, figures }: ReadStory,
  others: readonly PostHead[],
  {
    choice,
    hook,
    template,
    platform,
    post,
    hashtags,
    time,
  }: {
    choice: Choice;
    hook: ChosenHook;
    template: string;
    platform: Platform;
    post: AssembledPost;
    hashtags: readonly string[];
    time: string | null;
  },
): string {
  const data = new Map<string, Value>([
    ["title", story.title],
    ["story", story.id],
    ["week", choice.week === null ? "" : String(choice.week)],
    ["day", choice.day],
    ["date", choice.date],
    ["time", time ?? ""],
    ["platform", platform.name],
    ["type", choice.slot.type ?? ""],
    ["series", story.series ?? choice.slot.series ?? ""],
    ["status", "draft"],
    ["hook", hook.text],
    ["hook-template", hook.template],
    ["template", template],
    ["hashtags", hashtags],
    ["targets", choice.slot.targets],
  ]);
  const dated = others.filter((each) => each.date !== null).sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  const notes = writeNotes({
    story,
    choice,
    hookName: hook.template,
    facts: hook.facts,
    figures: figures.filter((figure) => post.lines.has(figure.line)),
    leftOut: post.leftOut,
    previous: dated.findLast((each) => (each.date ?? "") < choice.date) ?? null,
    next: dated.find((each) => (each.date ?? "") > choice.date) ?? null,
  });
  return writeDocument(data, `${POST_HEADING}\n\n${post.text}\n\n${NOTES_HEADING}\n\n${notes}`);
}
