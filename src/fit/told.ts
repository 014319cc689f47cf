import { joinSentences } from "../text/sentences.ts";
import { type Part, partsOf, type Section } from "./parts.ts";

/** What the hook and the question say is not said again: a sentence that is the hook, a passage that is one of them whole. */
export function findTold(sections: readonly Section[], hook: string, question: string | null): Set<Part> {
  const told = new Set(sections.flatMap(partsOf).filter(({ text }) => sameWords(text, hook)));
  const isSaid = (parts: readonly Part[]): boolean => {
    const words = joinSentences(parts.map(({ text }) => text));
    return sameWords(words, hook) || (question !== null && sameWords(words, question));
  };
  const groups = sections.flatMap((section) => section.groups.map(({ parts }) => parts));
  // The lines of a hook are groups of their own.
  const openings = [2, 3, 4].map((count) => groups.slice(0, count).flat());
  for (const passage of [...groups, ...openings]) if (isSaid(passage)) for (const part of passage) told.add(part);
  return told;
}

/** Whether a sentence is the hook again, whatever its quotes. */
export function sameWords(sentence: string, hook: string): boolean {
  const words = (text: string): string =>
    text
      .replace(/["“”'‘’]/g, "")
      .trim()
      .toLowerCase();
  return words(sentence) === words(hook);
}
