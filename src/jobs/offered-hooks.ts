import type { ReadableBank } from "../bank/readable-bank.ts";
import { type OfferedHook, offerHooks } from "../hooks/offer.ts";
import { foldOf } from "../post/fold.ts";
import type { StoryHead } from "../story/story.ts";
import { deriveReadingWithFacts } from "./reading-with-facts.ts";

/** Every hook a story can have: its own, then what each template makes of it, the best first. */
export async function offerHooksOf(bank: ReadableBank, story: StoryHead): Promise<OfferedHook[]> {
  const read = deriveReadingWithFacts(await bank.wholeStory(story));
  return offerHooks(read, await bank.hookTemplates(), read.facts, foldOf((await bank.config()).fold));
}
