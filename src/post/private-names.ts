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

/** Whether a hashtag or file name holds a private name: its words side by side, however they are joined. */
export function hasPrivateName(joined: string, { name }: PrivateName): boolean {
  const words = foldLetters(joined.replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, "$1 "))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const wanted = squeeze(name);
  for (let from = 0; from < words.length; from++) {
    let run = "";
    for (let to = from; to < words.length && run.length < wanted.length; to++) {
      run += words[to];
      if (run === wanted || run === `${wanted}s`) return true;
    }
  }
  // In small letters throughout, words run into one another: a name at either end is most likely meant.
  const whole = squeeze(joined);
  const isRunTogether = words.length === 1 && wanted.length >= 6;
  return isRunTogether && (whole.startsWith(wanted) || whole.endsWith(wanted));
}

/** Puts the aliases in place of private names; names without an alias stay, for `check` to find. */
export function replacePrivateNames(text: string, names: readonly PrivateName[]): string {
  const withTags = text.replace(/#[\p{L}\p{N}_]+/gu, (tag) => {
    const found = names.find((each) => each.alias !== null && hasPrivateName(tag, each));
    return found === undefined ? tag : `#${toTag(found.alias ?? "")}`;
  });
  let written = "";
  let copied = 0;
  for (const match of findPrivateNames(withTags, names)) {
    if (match.alias === null || isInAddress(withTags, match.start)) continue;
    const before = withTags.slice(copied, match.start);
    // "an Acme engineer" becomes "a retail client engineer": the alias brings its own article.
    const near = (written + before).slice(-NEAR);
    const article = /(^|[\s(“"‘'])(an?)\s+$/i.exec(near);
    const isDoubled = article !== null && ARTICLE.test(match.alias);
    const lead = isDoubled ? before.slice(0, before.length - article[0].length + (article[1] ?? "").length) : before;
    const told = (written + lead).slice(-NEAR);
    const isStart = written.length + lead.length <= NEAR;
    const isOpening = OPENING.test(isStart ? told : ` ${told}`);
    written += lead + wordAlias(match, told, isOpening);
    copied = match.end;
  }
  return written + withTags.slice(copied);
}

/** What stands where a private name was, and nobody has said what to say instead. */
export const HIDDEN = "(private)";

/**
 * Makes what hides every private name of a text that is given to others: those without an alias too, and those inside
 * addresses and words that are joined of several.
 */
export function hiderOf(names: readonly PrivateName[]): (text: string) => string {
  const all = names.map(({ name, alias }) => ({ name, alias: alias ?? HIDDEN }));
  const squeezed = names.map(({ name }) => squeeze(name));
  return (text) => {
    const letters = squeeze(plainAddress(text));
    const mayHold =
      squeezed.some((name) => letters.includes(name)) || patternsOf(all)?.any.test(foldLetters(text)) === true;
    if (!mayHold) return text;
    const hasName = (word: string): boolean => all.some((each) => hasPrivateName(word, each));
    const holds = (word: string): boolean => findPrivateNames(word, all).length > 0;
    const isAddress = (word: string): boolean => /:\/\/|@|^www\./.test(word);
    const told = replacePrivateNames(
      hideWords(text, (word) => isAddress(word) && (hasName(plainAddress(word)) || holds(plainAddress(word)))),
      all,
    );
    // An address with a space in it ends in the middle of a name.
    const bare = findPrivateNames(told, all).reduceRight(
      (rest, { start, end }) => rest.slice(0, start) + HIDDEN + rest.slice(end),
      told,
    );
    return hideWords(bare, hasName);
  };
}

/** An address as it is meant: its escaped letters, too. */
function plainAddress(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

function hideWords(text: string, isHidden: (word: string) => boolean): string {
  return text.replace(/[^\s"'()[\]{}<>]+/g, (word) => (isHidden(word) ? HIDDEN : word));
}

/** How much of the text before a name decides how its alias is written. */
const NEAR = 60;

/** The start of a text, a sentence, or a bullet. */
const OPENING = /(?:^|[.!?…]["”’)]*\s+|[:,]\s+(?=["“])|\n\s*)(?:[•→-]\s*|\d+[.)]\s*)?[*_]{0,3}["“‘']?$/u;
const ARTICLE = /^(?:an?|the)\s+/i;
/** Words behind which no second article can stand. */
const DETERMINER =
  /\b(?:the|this|that|our|my|your|his|her|its|their|each|every|no|another|one|any)\s+(?:(?:old|new|former|big|small|first|whole|own|good|great|late|early|other|same|entire)\s+)*$|['’]s\s+$/i;

function wordAlias({ alias, suffix }: PrivateMatch, before: string, isOpening: boolean): string {
  let words = alias ?? "";
  const isPlural = /^s['’]?$/.test(suffix);
  if (isPlural || DETERMINER.test(before)) words = words.replace(ARTICLE, "");
  if (isPlural) words = pluralOf(words) + suffix.slice(1);
  else words += /s$/.test(words) && /['’]$/.test(suffix) ? suffix.slice(-1) : suffix;
  return isOpening ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function pluralOf(words: string): string {
  if (/(?:s|x|ch|sh)$/i.test(words)) return `${words}es`;
  return /[^aeiou]y$/i.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;
}

function toTag(alias: string): string {
  return alias
    .replace(ARTICLE, "")
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** An address with another name in it leads nowhere. */
function isInAddress(text: string, at: number): boolean {
  const word = /\S*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? "";
  return /https?:\/\/|www\.|@/.test(word) || /^\S*?\.(?:com|org|net|io|de|dev|ai)\b/.test(text.slice(at, at + 200));
}

/** The name between word boundaries, its words joined by spaces, dashes or nothing, with a plural or possessive ending. */
function patternOf(name: string): RegExp {
  const spellings = new Set([foldLetters(name), foldLetters(name.replace(/[äöüÄÖÜ]/g, (letter) => `${letter}e`))]);
  const written = [...spellings].map((spelling) =>
    spelling
      .split(/[\s_-]+/)
      .map(wordPattern)
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
  if (/^(?:&|and|und|et|y)$/.test(word)) return "(?:&|and|und|et|y)";
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/['’]/g, "['’]?");
}

function squeeze(text: string): string {
  return foldLetters(text)
    .replaceAll("&", "and")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
