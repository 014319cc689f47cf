import { DICTIONARY } from "../language/dictionary.ts";
import { foldCase } from "../text/letters.ts";

/** Studies put the useful number of hashtags at none to five, at the end. */
const MOST = 5;

/**
 * Makes hashtags of tags, without their `#`: `technical-debt` → `TechnicalDebt`; at most five, each once. Words with capitals
 * inside are written as `text` writes them: `nhs` → `NHS`.
 */
export function toHashtags(tags: readonly string[], text = ""): string[] {
  const spelled = spellingsIn(text);
  const made = tags.map((tag) => toHashtag(tag, spelled)).filter((tag) => tag !== "" && !/^\d+$/.test(tag));
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

/** How a text writes its words with more than one capital. */
function spellingsIn(text: string): ReadonlyMap<string, string> {
  const words = text.match(/(?<![\p{L}\p{N}])\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*(?![\p{L}\p{N}])/gu) ?? [];
  const shouted = words.filter((word) => !/^\p{Lu}+$/u.test(word) || word.length <= LONGEST_ABBREVIATION);
  return new Map(shouted.map((word) => [word.toLowerCase(), word]));
}

/** Longer words in capitals are shouted, and no abbreviation. */
const LONGEST_ABBREVIATION = 5;

function toHashtag(tag: string, spelled: ReadonlyMap<string, string>): string {
  const words = tag
    .replace(/^#/, "")
    .replaceAll("++", "pp")
    .replaceAll("#", "sharp")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words
    .map((word) => {
      const key = word.toLowerCase();
      return DICTIONARY.spellings.get(key) ?? spelled.get(key) ?? word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join("");
}
