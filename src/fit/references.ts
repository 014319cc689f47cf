import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { stemOf } from "../language/stem.ts";
import type { Token } from "../language/token.ts";
import { createNameReader } from "./names-in.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";

/** Something a part speaks of as if it were known; one of `sources` has to be told in front of it, or the hook has to tell it. */
export interface Reference {
  part: Part;
  word: string;
  sources: readonly Part[];
  /** How much a reader misses what it goes back to. */
  weight: number;
}

const WEIGHTS = { introduction: 90, thing: 44, comparison: 36, name: 12, person: 60 } as const;

/** Finds what each part goes back to: "the letter" to "a letter", "the other two" to the sentence before it, a first name to its whole. */
export function findBackReferences({ parts, needs, traits }: StoryOutline): Reference[] {
  const first = new Map<string, { isIndefinite: boolean; at: number }>();
  const namesIn = createNameReader(parts.map(({ text }) => text));
  const mentions = new Map<string, Part[]>();
  /** The last part in front with a name in it, where the one right in front has none. */
  const findPerson = (at: number): Part | undefined =>
    parts.slice(0, at).findLast(({ text }) => namesIn(text).length > 0);
  return parts.flatMap((part, at): Reference[] => {
    const words = lex(part.text).filter(({ kind }) => kind === "word");
    const found: Reference[] = [];
    const previous = parts[at - 1];
    if (previous !== undefined && compares(words))
      found.push({ part, word: "", sources: [previous], weight: WEIGHTS.comparison });
    const person = traits.get(part)?.isOfSomebody === true ? findPerson(at) : undefined;
    if (person !== undefined) found.push({ part, word: "", sources: [person], weight: WEIGHTS.person });
    for (const { stem, isDefinite } of nounsIn(words)) {
      const known = first.get(stem);
      if (isDefinite && known?.isIndefinite === true && known.at < at)
        found.push({ part, word: stem, sources: mentions.get(stem) ?? [], weight: WEIGHTS.thing });
    }
    for (const name of namesIn(part.text)) {
      const sources = mentions.get(name) ?? [];
      if (sources.length > 0) found.push({ part, word: name, sources: [...sources], weight: WEIGHTS.name });
    }
    for (const need of needs.get(part) ?? [])
      if (parts.indexOf(need) < at - 1) found.push({ part, word: "", sources: [need], weight: WEIGHTS.introduction });
    for (const { stem, isDefinite } of nounsIn(words))
      if (!first.has(stem)) first.set(stem, { isIndefinite: !isDefinite, at });
    for (const stem of new Set([...words.map(({ key }) => stemOf(key)), ...namesIn(part.text)]))
      mentions.set(stem, [...(mentions.get(stem) ?? []), part]);
    return found;
  });
}

/** The nouns behind an article, "the" or "a": up to two words of description may stand between. */
function nounsIn(words: readonly Token[]): { stem: string; isDefinite: boolean }[] {
  return words.flatMap(({ key }, index) => {
    const isDefinite = listed("definite").get(key) === true;
    if (!isDefinite && listed("indefinite").get(key) !== true) return [];
    const noun = words[index + 1];
    if (noun === undefined || noun.key.length < 4 || listed("common").get(noun.key) === true) return [];
    const next = words[index + 2];
    const own = [{ stem: stemOf(noun.key), isDefinite }];
    // What is described may be the second word: "a storage bucket" is "the bucket" later.
    return isDefinite || next === undefined || next.key.length < 4
      ? own
      : [...own, { stem: stemOf(next.key), isDefinite }];
  });
}

/** "the worse of the other two", "both", "all six": what is compared or counted stands in front. */
function compares(words: readonly Token[]): boolean {
  return listed("backReferences").find(words) !== null;
}
