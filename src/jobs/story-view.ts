import type { ReadableBank } from "../bank/readable-bank.ts";
import type { Finding } from "../check/finding.ts";
import { sameWords } from "../fit/told.ts";
import { type OfferedHook, offerHooks } from "../hooks/offer.ts";
import { foldOf } from "../post/fold.ts";
import { findUsualPlatform } from "../post/platforms.ts";
import type { PostHead } from "../post/post.ts";
import { findUses, type StoryStatus, statusOf } from "../post/uses.ts";
import type { Beat } from "../story/beats.ts";
import { joinSentences, splitSentences } from "../text/sentences.ts";
import { openCheck } from "./check.ts";
import { deriveReadingWithFacts, type ReadingWithFacts } from "./reading-with-facts.ts";
import { refuseTooLong } from "./too-long.ts";

/** All there is to see of a story. */
export interface StoryView {
  read: ReadingWithFacts;
  status: StoryStatus;
  /** The platform its drafts are for; null where the slots differ. */
  usualPlatform: string | null;
  /** The posts that tell it, oldest first. */
  posts: readonly PostHead[];
  findings: readonly Finding[];
  /** Its own hook, then what each template makes of it, the best first. */
  hooks: readonly OfferedHook[];
  /** What would follow each hook in a post, by its template: the first words of the setup, but for those the hook says. */
  openings: ReadonlyMap<string, string>;
}

/** Reads a story with its figures, its uses, what `check` finds in it, and every hook it can have. Null where there is no such story. */
export async function loadStoryView(bank: ReadableBank, id: string): Promise<StoryView | null> {
  const head = (await bank.stories()).find((each) => each.id === id);
  if (head === undefined) return null;
  const story = await bank.wholeStory(head);
  refuseTooLong(story.path, story.body);
  const read = deriveReadingWithFacts(story);
  const posts = await bank.posts();
  const uses = findUses(posts);
  const check = await openCheck(bank, posts);
  const hooks = offerHooks(read, await bank.hookTemplates(), read.facts, foldOf((await bank.config()).fold));
  return {
    read,
    status: statusOf(uses, id),
    usualPlatform: findUsualPlatform(await bank.config()),
    posts: uses.get(id) ?? [],
    findings: await check.story({ item: story, text: bank.read(story.path) ?? "" }),
    hooks,
    openings: new Map(hooks.map(({ template, text }) => [template, openingOf(read.beats, text ?? "")])),
  };
}

function openingOf(beats: readonly Beat[], hook: string): string {
  const first = beats.find(({ role }) => role === "setup") ?? beats[0];
  const line = first?.lines.find(({ kind }) => kind === "prose");
  if (line === undefined) return "";
  return joinSentences(splitSentences(line.text).filter((sentence) => !sameWords(sentence, hook)));
}
