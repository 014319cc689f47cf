import { hasPrivateName } from "./joined-names.ts";
import { findPrivateNames, type PrivateMatch, type PrivateName } from "./private-names.ts";

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

/** How much of the text before a name decides how its alias is written. */
const NEAR = 60;

/** The start of a text, a sentence, or a bullet. */
const OPENING = /(?:^|[.!?…]["”’)]*\s+|[:,]\s+(?=["“])|\n\s*)(?:[•→-]\s*|\d+[.)]\s*)?["“‘']?$/u;
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
