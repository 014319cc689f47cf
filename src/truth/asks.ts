import type { Passage } from "./passage.ts";

/** Whether a statement is a question, which says neither that something is so nor who did it. */
export function asks({ text }: Pick<Passage, "text">): boolean {
  return /\?["”’)]*$/u.test(text);
}
