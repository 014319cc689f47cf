import type { ReadableBank } from "../bank/readable-bank.ts";
import type { OfferedHook } from "../hooks/offer.ts";
import type { Choice, Wishes } from "../post/choose.ts";
import { toHashtags } from "../post/hashtags.ts";
import { choosePlatform, foldOn, type Platform } from "../post/platforms.ts";
import { takeEndings } from "../story/endings.ts";
import { deriveReading } from "../story/reading.ts";
import type { Story, StoryHead } from "../story/story.ts";
import { chooseFor } from "./choose-for.ts";
import { offerHooksOf } from "./offered-hooks.ts";
import { lengthFor } from "./shape.ts";

/** What somebody needs to know who is to write a post out of a story. */
export interface Brief {
  story: Story;
  choice: Choice;
  platform: Platform;
  /** How long it is to be, in the platform's unit; null for all that it takes. */
  length: number | null;
  /** How many characters of it show before "more"; null where everything shows. */
  fold: number | null;
  /** What it asks its readers at the end; null where neither story nor slot has a question. */
  question: string | null;
  hashtags: readonly string[];
  /** The hooks that the story can have, the best first. */
  hooks: readonly OfferedHook[];
}

/** Briefs for a post of a story: on the day, platform and length that a draft of it would have. */
export async function briefPost(
  bank: ReadableBank,
  head: StoryHead,
  wishes: Pick<Wishes, "day" | "week"> & { platform?: string | undefined },
  today: string,
): Promise<Brief> {
  const config = await bank.config();
  const choice = await chooseFor(bank, { ...wishes, story: head }, today);
  const { slot } = choice;
  const platform = choosePlatform(wishes.platform ?? slot.platform ?? config.platform);
  const story = await bank.wholeStory(head);
  const ending = takeEndings(deriveReading(story).beats);
  return {
    story,
    choice,
    platform,
    length: lengthFor(platform, undefined, slot.length, null, config.length),
    fold: foldOn(platform, config.fold),
    question: story.question ?? ending.question?.text ?? slot.question,
    hashtags: toHashtags([...story.tags, ...slot.hashtags], story.body).slice(0, platform.mostHashtags),
    hooks: (await offerHooksOf(bank, head)).filter(({ text }) => text !== null),
  };
}
