import { plainText } from "../story/filter.ts";

/** Studies put the useful number of hashtags at none to five, at the end. */
const MOST = 5;

/** Makes hashtags of tags, without their `#`: `technical-debt` → `TechnicalDebt`; at most five, each once. */
export function toHashtags(tags: readonly string[]): string[] {
  const made = tags.map(toHashtag).filter((tag) => tag !== "" && !/^\d+$/.test(tag));
  return made.filter((tag, index) => made.findIndex((other) => plainText(other) === plainText(tag)) === index).slice(0, MOST);
}

function toHashtag(tag: string): string {
  const words = tag.replace(/^#/, "").replaceAll("++", "pp").replaceAll("#", "sharp").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
