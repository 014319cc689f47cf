/**
 * Makes a quick test of whether a text may hold one of some words, in any case: most words are told by their first two letters.
 * Where a word has accents the answer is yes; "gesamt*" is each word that begins so. `words` are asked for once, at the first test.
 */
export function createWordSieve(words: () => Iterable<string>): (text: string) => boolean {
  let sieve: Sieve | undefined;
  return (text) => {
    sieve ??= makeSieve(words());
    return mayHold(sieve, text);
  };
}

interface Sieve {
  words: ReadonlySet<string>;
  /** What longer words begin with. */
  beginnings: readonly string[];
  /** For each pair of letters whether a word begins with it. */
  pairs: Uint8Array;
}

function makeSieve(words: Iterable<string>): Sieve {
  const plain = new Set(words);
  const pairs = new Uint8Array(PAIRS);
  for (const word of plain) pairs[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  const beginnings = [...plain].filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  return { words: plain, beginnings, pairs };
}

function mayHold({ words, beginnings, pairs }: Sieve, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const first = text.charCodeAt(at);
    if (isAccented(first)) return true;
    if (!isPlain(first)) continue;
    const start = at;
    let code = text.charCodeAt(++at);
    const isLikely = pairs[pairOf(first, code)] === 1;
    while (isPlain(code)) code = text.charCodeAt(++at);
    if (isAccented(code)) return true;
    if (!isLikely) continue;
    const word = text.slice(start, at).toLowerCase();
    if (words.has(word) || beginnings.some((beginning) => word.startsWith(beginning))) return true;
  }
  return false;
}

const PAIRS = 32 * 32;

/** Letters in the order of the alphabet, small ones and capitals alike. */
function pairOf(first: number, second: number): number {
  return (first & 31) * 32 + (second & 31);
}

function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Latin letters with accents, and accents. */
function isAccented(code: number): boolean {
  return code >= 0xc0 && code <= 0x36f;
}
