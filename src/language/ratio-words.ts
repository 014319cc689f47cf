import { wordsOf } from "./dictionary.ts";
import { createWordSieve } from "./word-sieve.ts";

/** "%", "3×", "3x" and "three x": an x that is no letter of a word. */
const SIGNS = /[%×]|(?<!\p{L})[xX](?!\p{L})/u;

/** Most lines have not even the last word of what makes a number a percentage or a multiple. */
const mayHoldWord = createWordSieve(() => [
  ...wordsOf("percent").map((phrase) => phrase.split(" ").at(-1) ?? phrase),
  "times",
  "fold",
]);

/** Whether a text may state a percentage or a multiple: quick, and never wrong about one that does. */
export function mayHoldRatio(text: string): boolean {
  return SIGNS.test(text) || mayHoldWord(text);
}
