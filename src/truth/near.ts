import { LEXICONS } from "../language/dictionary.ts";
import { stemOf } from "../language/stem.ts";

let groups: ReadonlyMap<string, string> | undefined;

/** The word that stands for a stem and those that are said for it: "boss" and "manager" are one. */
export function near(stem: string): string {
  groups ??= new Map(
    LEXICONS.flatMap((lexicon) =>
      lexicon.near.flatMap((words) => words.map((word) => [stemOf(word), `=${stemOf(words[0] ?? "")}`] as const)),
    ).reverse(),
  );
  return groups.get(stem) ?? stem;
}
