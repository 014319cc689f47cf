import { LEXICONS } from "./dictionary.ts";
import { remembered } from "./remembered.ts";

let lemmas: ReadonlyMap<string, string> | undefined;
const MOST_KNOWN = 20_000;

/** The form that a word shares with its relatives: "hired", "hires" and "hiring" are all `hir`; "sold" is `sell`. */
export const stemOf = remembered((key): string => {
  lemmas ??= new Map(LEXICONS.flatMap((lexicon) => Object.entries(lexicon.lemmas)));
  const word = key.replace(/'s$|'$/, "");
  return cut(lemmas.get(word) ?? word);
}, MOST_KNOWN);

function cut(word: string): string {
  if (word.length <= 3 || !/^[\p{L}'-]+$/u.test(word)) return word;
  const singular = withoutS(word);
  const verb = withoutEnding(singular);
  return withoutTail(verb).replace(/e$/, "").replace(/y$/, "i");
}

function withoutS(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}

/** Takes off -ed and -ing where a vowel stands in front of them, and one of two consonants that they doubled. */
function withoutEnding(word: string): string {
  if (/ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  const bare = word.replace(/(?:ed|ing)$/, "");
  if (bare === word || bare.length < 2 || !/[aeiouy]/.test(bare)) return word;
  return bare.replace(/([bdgklmnprtv])\1$/, "$1");
}

const TAILS: readonly (readonly [ending: RegExp, shortest: number])[] = [
  [/ly$/, 3],
  [/ments?$/, 3],
  [/ness$/, 3],
  [/ations?$/, 4],
  [/ions?$/, 5],
  [/al$/, 5],
  [/est$/, 4],
  [/(?:er|or)$/, 4],
];

function withoutTail(word: string): string {
  for (const [ending, shortest] of TAILS) {
    const bare = word.replace(ending, "");
    if (bare !== word && bare.length >= shortest) return bare;
  }
  return word;
}
