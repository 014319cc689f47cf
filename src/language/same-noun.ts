import { DICTIONARY, LEXICONS, listed } from "./dictionary.ts";
import { keyOf } from "./lex.ts";
import { remembered } from "./remembered.ts";

const SYNONYMS: readonly ReadonlySet<string>[] = LEXICONS.flatMap(({ synonyms }) =>
  synonyms.map((group) => new Set(group)),
);

/** "12 people" can be any twelve humans. */
const PEOPLE = new Set(["people", "person", "folk", "human"]);

/** Whether two counted nouns name the same things: "EC2 instances" and "instances", "developers" and "engineers". */
export function sameNoun(a: string, b: string): boolean {
  const [ones, others] = [stemsOf(a), stemsOf(b)];
  if (ones.some((one) => others.includes(one))) return true;
  if (isPeople(ones) ? isPerson(others) : isPeople(others) && isPerson(ones)) return true;
  return SYNONYMS.some((group) => ones.some((one) => group.has(one)) && others.some((other) => group.has(other)));
}

function isPeople(stems: readonly string[]): boolean {
  return stems.some((stem) => PEOPLE.has(stem));
}

function isPerson(stems: readonly string[]): boolean {
  return stems.some((stem) => listed("people").get(stem) === true);
}

/** What the last word of a noun may be in the singular; the other words only describe it. */
export const stemsOf = remembered((noun): readonly string[] => {
  const word =
    keyOf(noun)
      .split(/[\s-]+/)
      .at(-1) ?? "";
  const irregular = DICTIONARY.singulars.get(word);
  if (irregular !== undefined) return [irregular];
  return [
    word,
    word.replace(/s$/, ""),
    word.replace(/es$/, ""),
    word.replace(/es$/, "is"),
    word.replace(/ies$/, "y"),
  ].filter((stem) => stem.length > 1);
});
