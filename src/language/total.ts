import { listed, type WordList, wordsOf } from "./dictionary.ts";
import { lex } from "./lex.ts";
import type { Token } from "./token.ts";
import { createWordSieve } from "./word-sieve.ts";

const LISTS: readonly WordList[] = ["total", "totalLast", "totalBehind"];

/** Most lines have not even the last word of a phrase that says so. */
const maySayTotal = createWordSieve(() => LISTS.flatMap(wordsOf).map((phrase) => phrase.split(" ").at(-1) ?? phrase));

/** Whether a line says that it is the sum of others: by its label, by how it begins, or by how it ends. What is left of a total is none. */
export function isTotal(text: string, label: string | null): boolean {
  if (!maySayTotal(text) && (label === null || !maySayTotal(label))) return false;
  const named = label ?? /^([^:–—]*)[:–—]/.exec(text)?.[1]?.trim() ?? null;
  const words = lex(named ?? text);
  if (listed("total").at(words, 0) !== null || (named !== null && endsInTotal(words))) return !isRest(words);
  const all = lex(text);
  const end = all.at(-1)?.kind === "punctuation" ? all.length - 2 : all.length - 1;
  return end > 0 && listed("totalBehind").endingAt(all, end) !== null && !isRest(all);
}

/** "Project total", but not "half of the total". */
function endsInTotal(words: readonly Token[]): boolean {
  const isPart = words.at(-3)?.key === "of";
  return !isPart && listed("totalLast").endingAt(words, words.length - 1) !== null;
}

function isRest(words: readonly Token[]): boolean {
  return listed("notTotal").find(words) !== null;
}
