import type { Term } from "./query.ts";

/** Tells from a file's bytes alone, read as Latin-1, whether the words might be in it; only then is the file taken apart. */
export interface Sieve {
  /** `name` is the file's own, by which a text without a title goes. */
  mightMatch(latin1: string, name?: string): boolean;
  /** The number of files in which each word might be, in the order of the terms. */
  readonly holders: readonly number[];
  readonly files: number;
}

/**
 * Makes a sieve that never holds back a file with all the terms. Letters beyond ASCII are not looked at: a file whose bytes could fold
 * to ASCII letters ("é", "ﬁ", "𝐚") passes, and so does one that holds all the ASCII letters and digits of the terms.
 */
export function createSieve(terms: readonly Term[]): Sieve {
  const needs = terms.map(({ parts }) => ({
    runs: parts.flatMap((part) => part.match(/[a-z0-9]+/g) ?? []),
    needsMore: parts.some((part) => /[^\0-\x7f]/.test(part)),
  }));
  const holders = terms.map(() => 0);
  const sieve = {
    holders,
    files: 0,
    mightMatch(latin1: string, name = ""): boolean {
      sieve.files++;
      const lower = latin1.toLowerCase();
      const lowerName = name.toLowerCase();
      const folds = once(() => FOLDS.test(latin1) || BEYOND_LATIN.test(name) || escapesInFront(latin1));
      let isHolder = true;
      for (const [index, { runs, needsMore }] of needs.entries()) {
        const mightHold = needsMore
          ? BEYOND_ASCII.test(latin1) || folds()
          : runs.every((run) => lower.includes(run) || lowerName.includes(run)) || folds();
        if (mightHold) holders[index] = (holders[index] ?? 0) + 1;
        else isHolder = false;
      }
      return isHolder;
    },
  };
  return sieve;
}

/** Whether quoted text in the front matter spells letters out: "Caf\\xE9". */
function escapesInFront(latin1: string): boolean {
  const at = latin1.indexOf("\\");
  return at >= 0 && latin1.startsWith("---") && at < latin1.indexOf("\n---", 3);
}

function once(ask: () => boolean): () => boolean {
  let answer: boolean | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

const BEYOND_ASCII = /[\x80-\xff]/;
const BEYOND_LATIN = /[^\0-\x7f]/;

/** The UTF-8 bytes of characters that NFKD and taking off accents can turn into ASCII letters and digits, or take away. */
const FOLDING: Readonly<Record<string, RegExp>> = {
  letters: /[\xc3-\xcd\xe1]/,
  signsOfLatin1: /\xc2[\xaa\xad\xb2-\xbe]/,
  raisedCircledAndFractions: /\xe2(?:\x80\x8b|[\x81-\x85\x90-\x93\xb1])/,
  squared: /\xe3[\x88-\x8f]/,
  furtherLatin: /\xea[\x9c-\xad]/,
  ligaturesWideAndMarks: /\xef(?:[\xac\xbc\xbd]|\xb8[\xa0-\xaf])/,
  mathematicalAndEnclosed: /\xf0(?:\x90|\x9d|\x9f[\x84-\x87])/,
};

const FOLDS = new RegExp(
  Object.values(FOLDING)
    .map(({ source }) => source)
    .join("|"),
);
