import { DICTIONARY, listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { stemOf } from "../language/stem.ts";
import type { Part } from "./parts.ts";

/** The things that run through a story, as far as a part has to do with them. */
export interface Thread {
  /** How many things come in with the part that are spoken of again and again: a story is not told without them. */
  introduced: number;
  /** How much of what the part speaks of is spoken of in other parts, too, from 0 to 1. */
  shared: number;
}

/** A thing that so many parts speak of is what a story is about; one that more do counts no more for it. */
const OFTEN = 4;
const MOST = 5;

/** A part with fewer things to speak of has less of a story in it. */
const FEW = 4;

/** Finds for each part what of it runs through its story. */
export function findThreads(parts: readonly Part[]): Map<Part, Thread> {
  const things = new Map(
    parts.filter(({ kind }) => kind !== "code").map((part) => [part, [...thingsIn(part.text)]] as const),
  );
  const counts = new Map<string, number>();
  for (const own of things.values()) for (const thing of own) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const known = new Set<string>();
  return new Map(
    [...things].map(([part, own]) => {
      const first = own.filter((thing) => !known.has(thing));
      for (const thing of first) known.add(thing);
      const elsewhere = own.reduce((sum, thing) => sum + Math.min(MOST, counts.get(thing) ?? 1) - 1, 0);
      return [
        part,
        {
          introduced: first.filter((thing) => (counts.get(thing) ?? 0) >= OFTEN).length,
          shared: elsewhere / (MOST - 1) / Math.max(FEW, own.length),
        },
      ];
    }),
  );
}

/** The telling words of a text, by their stems; times are none. */
function thingsIn(text: string): Set<string> {
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
