import type { ReadableBank } from "../bank/readable-bank.ts";
import { type Choice, chooseStory, type Wishes } from "../post/choose.ts";
import { findUses } from "../post/uses.ts";

/**
 * Chooses a story of a bank, or takes the one that was named, with the slot and date that its post would have.
 *
 * @throws UserError when no story fits.
 */
export async function chooseFor(bank: ReadableBank, wishes: Wishes, today: string): Promise<Choice> {
  const [stories, posts, { calendar }] = [await bank.stories(), await bank.posts(), await bank.config()];
  return chooseStory({ stories, uses: findUses(posts), calendar, today }, wishes);
}
