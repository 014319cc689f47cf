import type { Bank } from "../bank/bank.ts";
import type { Day } from "../calendar/days.ts";
import type { Finding } from "../check/finding.ts";
import { UserError } from "../errors.ts";
import type { AssembledPost } from "../fit/assemble.ts";
import { type PublishedPost, publishPost } from "../fit/publish.ts";
import { readDocument } from "../front-matter/read.ts";
import { replacePrivateNames } from "../post/aliases.ts";
import { type Choice, chooseStory, type Wishes } from "../post/choose.ts";
import { type Counter, loadCounter } from "../post/counting.ts";
import { foldOf } from "../post/fold.ts";
import { toHashtags } from "../post/hashtags.ts";
import { hasPrivateName } from "../post/joined-names.ts";
import { chooseReplaced, isOpen, type PostVariant } from "../post/open-posts.ts";
import { choosePlatform, foldOn, type Platform } from "../post/platforms.ts";
import { type PostHead, postFromDocument } from "../post/post.ts";
import type { PrivateName } from "../post/private-names.ts";
import { findUses } from "../post/uses.ts";
import { openCheck } from "./check.ts";
import { type AskFacts, type ChosenHook, chooseHook, type HookWishes } from "./choose-hook.ts";
import { composePost, type PartWishes } from "./compose-post.ts";
import { nameDraft } from "./draft-name.ts";
import { writePostFile } from "./post-file.ts";
import { deriveReadingWithFacts } from "./reading-with-facts.ts";
import { refuseSameVariant, refuseSecond, refuseTooSoon, refuseUntellable } from "./refuse-draft.ts";
import { choosePostTemplate } from "./shape.ts";
import { type TickParts, tickParts } from "./tick-parts.ts";
import { writeNotes } from "./write-notes.ts";

export interface DraftWishes extends Omit<Wishes, "story">, HookWishes, PartWishes {
  story?: string | undefined;
  day?: Day | undefined;
  template?: string | undefined;
  platform?: string | undefined;
  time?: string | undefined;
  /** Writes the story's open post anew; the old one goes to the trash. */
  replace: boolean;
  /** Makes a post beside those that are open. */
  another: boolean;
  /** Tells a story all the same that is confidential, or was told too short a time ago. */
  force: boolean;
  /** Nothing will be written, so nothing is in the way. */
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
  /** Why this template, in words that can follow "because". */
  templateBecause: string;
  platform: Platform;
  post: AssembledPost;
  /** The post as it is pasted. */
  published: PublishedPost;
  /** How many characters of it show before "more"; null where everything shows. */
  fold: number | null;
  /** What `check` says of it. */
  findings: readonly Finding[];
  /** Whose question the post ends with. */
  questionFrom: "story" | "slot" | "template" | null;
  /** The open post that it takes the place of, and that goes to the trash with `replace`. */
  replaced: readonly PostHead[];
  /** The open posts of the story that it is beside. */
  beside: readonly PostHead[];
  /** The story's open posts for the platform when it was drafted. */
  open: readonly PostHead[];
  /** The posts that have told the story before. */
  toldBefore: readonly PostHead[];
}

/** What a draft may ask for, and what day it is. */
export interface DraftWorld {
  today: string;
  ask: AskFacts;
  /** Lets somebody tick the parts that the post tells; null where they are chosen. */
  tick: TickParts | null;
}

/**
 * Drafts a post without writing anything.
 *
 * @throws UserError when no story, hook, template or platform fits, or when the story has an unpublished post already.
 */
export async function draftPost(bank: Bank, wishes: DraftWishes, world: DraftWorld): Promise<Draft> {
  const [stories, posts, config] = [await bank.stories(), await bank.posts(), await bank.config()];
  const uses = findUses(posts);
  const named = wishes.story === undefined ? undefined : await bank.story(wishes.story);
  const choice = chooseStory(
    { stories, uses, calendar: config.calendar, today: world.today },
    { ...wishes, story: named },
  );
  const platform = choosePlatform(wishes.platform ?? choice.slot.platform ?? config.platform);
  const tellings = uses.get(choice.story.id) ?? [];
  const open = tellings.filter((post) => isOpen(post) && post.platform === platform.name);
  if (!wishes.isDryRun) {
    if (!wishes.replace && !wishes.another) refuseSecond(choice, open, wishes);
    if (!wishes.force) refuseTooSoon(choice, platform, config.calendar.cooldown, posts, open);
  }

  const read = deriveReadingWithFacts(await bank.wholeStory(choice.story));
  refuseUntellable(read, wishes.force);
  const { template, because } = await choosePostTemplate(bank, read, {
    wished: wishes.template,
    choice,
    posts,
  });
  const reword = (text: string): string => replacePrivateNames(text, config.private);
  const chosen = await chooseHook(read, wishes, choice, () => bank.hookTemplates(), world.ask, foldOf(config.fold));
  const hook = { ...chosen, text: reword(chosen.text) };
  const hashtags = publicHashtags(
    toHashtags([...read.story.tags, ...choice.slot.hashtags], read.story.body),
    config.private,
  ).slice(0, platform.mostHashtags);
  const counter = await loadCounter(platform);
  const compose = (only: ReadonlySet<number> | undefined) =>
    composePost(read, {
      wishes: { ...wishes, only },
      choice,
      template,
      config,
      hook: hook.text,
      hashtags,
      platform,
      counter,
      reword,
    });
  const { post, questionFrom } = await tickParts(compose, world.tick, platform);
  if (post === null) throw tooLongHook(hook.text, platform, counter);
  const made: PostVariant = {
    platform: platform.name,
    hook: hook.text,
    hookTemplate: hook.template,
    template: template.name,
  };
  if (wishes.another) refuseSameVariant(choice, made, open);
  const replaced = replacedBy(wishes, open, hook.template);
  const others = posts.filter((each) => !replaced.includes(each));
  const id = await nameDraft(bank, choice, made, config, { posts, replaced });
  const path = `posts/${id}.md`;
  const notes = await writeNotes({ bank, config }, read, {
    choice,
    hook,
    platform: platform.title,
    template: template.name,
    post,
    stories,
    others,
    replaced,
  });
  const content = writePostFile(read, {
    title: reword(read.story.title),
    choice,
    hook,
    template: template.name,
    platform,
    post,
    hashtags,
    time: wishes.time ?? choice.slot.time,
    notes,
  });
  const written = postFromDocument(id, path, await readDocument(content));
  const check = await openCheck(bank, others);
  return {
    id,
    path,
    content,
    choice,
    hook,
    template: template.name,
    templateBecause: because,
    platform,
    post,
    published: await publishPost(written, platform),
    fold: foldOn(platform, config.fold),
    findings: await check.post({ post: written, text: content }, read),
    questionFrom,
    replaced,
    open,
    beside: tellings.filter((each) => isOpen(each) && !replaced.includes(each)),
    toldBefore: tellings.filter((each) => !isOpen(each)),
  };
}

/** The open posts that a draft takes the place of. */
function replacedBy(
  { another, replace }: Pick<DraftWishes, "another" | "replace">,
  open: readonly PostHead[],
  hookTemplate: string,
): readonly PostHead[] {
  if (another) return [];
  return replace ? chooseReplaced(open, hookTemplate) : open;
}

/** Hashtags without private names: the alias where there is one, else nothing. */
function publicHashtags(hashtags: readonly string[], names: readonly PrivateName[]): string[] {
  return hashtags
    .map((tag) => replacePrivateNames(`#${tag}`, names).slice(1))
    .filter((tag) => !names.some((name) => hasPrivateName(tag, name)));
}

function tooLongHook(hook: string, platform: Platform, counter: Counter): UserError {
  return new UserError(
    `The hook alone takes ${counter.count(hook)} of ${platform.title}'s ${platform.limit} ${platform.unitName}.`,
    { hint: "Shorten the hook, or choose another with --hook." },
  );
}

/**
 * Writes a draft's file, and moves what it replaces to the trash.
 *
 * @throws UserError when a post that would be replaced is no longer open, or when the name has been taken meanwhile.
 */
export async function saveDraft(bank: Bank, draft: Draft): Promise<void> {
  const now = draft.replaced.length === 0 ? [] : await bank.posts();
  const leaving = now.filter(({ path }) => draft.replaced.some((post) => post.path === path));
  const kept = leaving.find((post) => !isOpen(post));
  if (kept !== undefined)
    throw new UserError(`${kept.path} was published or counted meanwhile, so it stays.`, {
      hint: "Nothing was changed. Run the command again.",
    });
  for (const post of leaving) await bank.trash(post.path);
  const isUnseen = (post: PostHead): boolean =>
    post.story === draft.choice.story.id &&
    post.platform === draft.platform.name &&
    isOpen(post) &&
    !draft.open.some(({ path }) => path === post.path);
  // Another command may have drafted the story meanwhile.
  const look = (posts: readonly PostHead[]): void => refuseSecond(draft.choice, posts.filter(isUnseen), {});
  if (!(await bank.createAfter(look, draft.path, draft.content)))
    throw new UserError(`${draft.path} has come into being meanwhile, so it was left as it is.`, {
      hint: "Run the command again: the post gets another name.",
    });
}
