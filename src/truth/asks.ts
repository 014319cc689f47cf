import type { Passage } from "./passage.ts";

/** Whether a statement is a question, which says neither that something is so nor who did it; "Tom asked one thing: …?" says both. */
export function asks({ text }: Pick<Passage, "text">): boolean {
  return /\?["”’)]*$/u.test(text) && !/^\P{P}{24,}: /u.test(text.replaceAll(",", ""));
}

/** Whether a detail stands right behind "you": "what I'd ask you to check on Monday". */
export function isToReader({ tokens }: Pick<Passage, "tokens">, { first }: { first: number }): boolean {
  return tokens.slice(Math.max(0, first - 5), first).some(({ key }) => key === "you");
}
