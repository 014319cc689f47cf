import { DICTIONARY } from "../language/dictionary.ts";
import { foldCase } from "../text/letters.ts";

/** Studies put the useful number of hashtags at none to five, at the end. */
const MOST = 5;

/** Makes hashtags of tags, without their `#`: `technical-debt` → `TechnicalDebt`; at most five, each once. */
export function toHashtags(tags: readonly string[]): string[] {
  const made = tags.map(toHashtag).filter((tag) => tag !== "" && !/^\d+$/.test(tag));
  return made
    .filter((tag, index) => made.findIndex((other) => foldCase(other) === foldCase(tag)) === index)
    .slice(0, MOST);
}

/** The tag that a hashtag says: `TechnicalDebt` → `technical-debt`. */
export function toTag(hashtag: string): string {
  if (DICTIONARY.spellings.get(hashtag.toLowerCase()) !== undefined) return hashtag.toLowerCase();
  return hashtag
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, "-")
    .replaceAll("_", "-")
    .toLowerCase();
}

function toHashtag(tag: string): string {
  const words = tag
    .replace(/^#/, "")
    .replaceAll("++", "pp")
    .replaceAll("#", "sharp")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.map(spell).join("");
}

function spell(word: string): string {
  return DICTIONARY.spellings.get(word.toLowerCase()) ?? word.charAt(0).toUpperCase() + word.slice(1);
}
