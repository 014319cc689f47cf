import { DICTIONARY } from "./dictionary.ts";
import { findHedge } from "./hedge.ts";
import type { Hedge } from "./lexicon.ts";
import type { Token } from "./token.ts";

/** Words in front of a number that soften it, beside those of the lexicon: "just over", "the best part of", "a good". */
const MORE: readonly (readonly [words: readonly string[], hedge: Hedge])[] = [
  [["best", "part", "of"], "under"],
  [["better", "part", "of"], "under"],
  [["just", "short", "of"], "under"],
  [["short", "of"], "under"],
  [["within"], "under"],
  [["inside"], "under"],
  [["a", "good"], "over"],
  [["close", "to"], "about"],
  [["close", "on"], "about"],
  [["closer", "to"], "about"],
  [["past"], "over"],
  [["some"], "about"],
  [["another"], "about"],
  [["more", "like"], "about"],
  [["or", "so"], "about"],
];

/** How the words around an amount soften it; articles may stand between ("nearly a quarter", "more than the 40"). */
export function amountHedge(tokens: readonly Token[], first: number, next: number): Hedge | null {
  let at = first;
  if (/^(?:an?|the|my|our)$/.test(tokens[at - 1]?.key ?? "")) at--;
  const listed = MORE.find(([words]) => words.every((word, index) => tokens[at - words.length + index]?.key === word));
  if (listed !== undefined) return listed[1];
  return (DICTIONARY.hedges.endingAt(tokens, at - 1)?.meaning ?? null) || findHedge(tokens, first, next);
}
