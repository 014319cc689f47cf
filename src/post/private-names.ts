import { wordsOf } from "../language/dictionary.ts";
import { foldLetters, foldLettersWithPlaces } from "../text/letters.ts";

/** A name that must not be published, and what to say instead; null where nobody has said. */
export interface PrivateName {
  name: string;
  alias: string | null;
}

export interface PrivateMatch extends PrivateName {
  start: number;
  end: number;
  /** What follows the name inside the match: "'s", "s" or nothing. */
  suffix: string;
}

/** Finds private names in a text, whatever their case and accents, also as plurals and possessives; longer names win. */
export function findPrivateNames(text: string, names: readonly PrivateName[]): PrivateMatch[] {
  const readable = patternsOf(names);
  if (readable === null) return [];
  const { folded, places } = foldLettersWithPlaces(text);
  if (!readable.any.test(folded)) return [];
  const matches: PrivateMatch[] = [];
  for (const { entry, pattern } of readable.each) {
    for (const match of folded.matchAll(pattern)) {
      const start = places[match.index] ?? 0;
      const end = places[match.index + match[0].length] ?? text.length;
      matches.push({ ...entry, start, end, suffix: text.slice(end - (match[1] ?? "").length, end) });
    }
  }
  // Of two that overlap the longer one stands, which is the one that begins first or reaches further.
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return matches.filter((match) => {
    const isFree = match.start >= end;
    if (isFree) end = match.end;
    return isFree;
  });
}

interface Patterns {
  each: readonly { entry: PrivateName; pattern: RegExp }[];
  /** Matches wherever one of them might. */
  any: RegExp;
}

const compiled = new WeakMap<readonly PrivateName[], Patterns>();

/** The patterns of a list of names, made once; null for an empty list. */
function patternsOf(names: readonly PrivateName[]): Patterns | null {
  if (names.length === 0) return null;
  const known = compiled.get(names);
  if (known !== undefined) return known;
  const each = names.map((entry) => ({ entry, pattern: patternOf(entry.name) }));
  const made = { each, any: new RegExp(each.map(({ pattern }) => pattern.source).join("|"), "u") };
  compiled.set(names, made);
  return made;
}

/** The name between word boundaries, its words joined by spaces, dashes or nothing, with a plural or possessive ending. */
function patternOf(name: string): RegExp {
  const spellings = new Set([foldLetters(name), foldLetters(name.replace(/[äöüÄÖÜ]/g, (letter) => `${letter}e`))]);
  // "O'Neil & Sons" is "O'Neil and Sons"; a name's first word joins nothing.
  const ands = ["&", ...wordsOf("and")];
  const written = [...spellings].map((spelling) =>
    spelling
      .split(/[\s_-]+/)
      .map((word, index) => (index > 0 && ands.includes(word) ? `(?:${ands.join("|")})` : wordPattern(word)))
      .join("[\\s\\u00a0_-]*"),
  );
  // Scripts without spaces have no edges of words.
  const edge = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(name) ? "" : "[\\p{L}\\p{N}]";
  if (edge === "") return new RegExp(`(?:${written.join("|")})()`, "gu");
  return new RegExp(
    `(?<![\\p{L}\\p{N}$€£])(?:${written.join("|")})(['’]s|s['’]|s|['’](?!\\p{L}))?(?![\\p{L}\\p{N}])`,
    "gu",
  );
}

function wordPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/['’]/g, "['’]?");
}
