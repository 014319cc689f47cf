import type { Bullet } from "../blocks.ts";

const OPENS =
  /^(?:the\s|die\s)?(?:grand\s)?(?:total|sum|all in all|in all|altogether|gesamt\p{L}*|summe|insgesamt|en tout)(?!\p{L})/iu;
const NAMED = /(?<!\bof (?:the|our|a) )\b(?:total|gesamtsumme|summe)$/iu;
const CLOSES = /\s(?:in total|in all|altogether|insgesamt|en tout)[.!]?$/iu;
/** What is left of a total, and no sum of the list. */
const REST = /\b(?:profit|net|saved|savings|left|remaining|gewinn|gespart)\b/i;

/** Whether a bullet says that it is the sum of the others: by its label, by how it begins, or by how it ends. */
export function isTotal({ label, text: { text } }: Pick<Bullet, "label" | "text">): boolean {
  const named = label ?? /^([^:–—]*)[:–—]/.exec(text)?.[1]?.trim() ?? null;
  const words = named ?? text;
  const isNamed = OPENS.test(words) || (named !== null && NAMED.test(named));
  if (isNamed) return !REST.test(words);
  return CLOSES.test(text) && !REST.test(text);
}
