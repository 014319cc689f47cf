import { DICTIONARY, listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { stemOf } from "../language/stem.ts";
import type { Part } from "./parts.ts";

/** A thing that so many parts speak of is what a story is about. */
const OFTEN = 4;

/** Counts for each part the things that come in with it and are spoken of again and again: a story is not told without them. */
export function countIntroductions(parts: readonly Part[]): Map<Part, number> {
  const told = parts.filter(({ kind }) => kind !== "code");
  const things = new Map(told.map((part) => [part, thingsIn(part.text)]));
  const counts = new Map<string, number>();
  for (const own of things.values()) for (const thing of own) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const known = new Set<string>();
  return new Map(
    told.map((part) => {
      const first = [...(things.get(part) ?? [])].filter((thing) => !known.has(thing));
      for (const thing of first) known.add(thing);
      return [part, first.filter((thing) => (counts.get(thing) ?? 0) >= OFTEN).length];
    }),
  );
}

/** The telling words of a text, by their stems; times are none. */
export function thingsIn(text: string): Set<string> {
  const words = lex(text).filter(
    ({ kind, key }) =>
      kind === "word" &&
      key.length >= 4 &&
      listed("common").get(key) !== true &&
      DICTIONARY.timeUnits.get(key) === undefined &&
      DICTIONARY.numbers.get(key) === undefined,
  );
  return new Set(words.map(({ key }) => stemOf(key)));
}
