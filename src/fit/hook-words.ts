import { findQuotations, isSaid } from "../language/quotation.ts";
import { stemsIn } from "./stems-in.ts";

/** The words and figures of a hook, to know what it tells already, and the words of the story's title. */
export interface HookWords {
  text: string;
  title: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  figures: ReadonlySet<string>;
}

export function readHookWords(hook: string, title: string, figures: readonly { text: string }[]): HookWords {
  return { text: hook, title: stemsIn(title), stems: stemsIn(hook), figures: new Set(figures.map(({ text }) => text)) };
}

/** Whether a hook speaks of a thing. */
export function tells({ stems }: HookWords, word: string): boolean {
  return countShared(stemsIn(word), stems) > 0;
}

/** How many words two texts share. */
export function countShared(stems: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...stems].filter((stem) => others.has(stem)).length;
}

/** A sentence with so large a share of its words in the hook says it again. */
const SAME = 0.65;
/** Fewer words than these may be in any sentence. */
const FEWEST_WORDS = 3;

/** Whether a sentence says what the hook says, or quotes it. */
export function repeatsHook(text: string, hook: HookWords): boolean {
  const quoted = findQuotations(text).filter(isSaid);
  if (quoted.some(({ start, end }) => hook.text.includes(text.slice(start + 1, end - 1)))) return true;
  return tellsShare(stemsIn(text), hook, SAME);
}

/** Whether a hook has such a share of a sentence's words. */
export function tellsShare(stems: ReadonlySet<string>, hook: HookWords, share: number): boolean {
  return stems.size >= FEWEST_WORDS && countShared(stems, hook.stems) >= share * stems.size;
}
