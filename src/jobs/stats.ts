import type { ReadableBank } from "../bank/readable-bank.ts";
import { asShown } from "../post/as-shown.ts";
import type { PostHead } from "../post/post.ts";
import { type StatKey, type StatRow, summariseResults } from "../post/stats.ts";

/** Sums up what posts have brought, by a key; hooks know their angle from the templates of the bank. */
export async function openStats(bank: ReadableBank, posts: readonly PostHead[]): Promise<(by: StatKey) => StatRow[]> {
  const angles = new Map((await bank.hookTemplates()).map(({ name, angle }) => [name, angle]));
  const { start } = (await bank.config()).calendar;
  const shown = posts.map((post) => asShown(post, start));
  return (by) => summariseResults(shown, by, (name) => angles.get(name) ?? null);
}
