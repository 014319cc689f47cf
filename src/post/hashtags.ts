import { foldCase } from "../text/letters.ts";

/** Studies put the useful number of hashtags at none to five, at the end. */
const MOST = 5;

/** Words that are written in capitals of their own. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  [
    ..."AI API AWS CD CEO CI CTO GPT HR HTML IT LLM ML QA SQL SRE UI UX".split(" "),
    "SaaS",
    "iOS",
    "DevOps",
    "GraphQL",
    "JavaScript",
    "TypeScript",
    "FastAPI",
    "GitHub",
    "LinkedIn",
    "PostgreSQL",
  ].map((word) => [word.toLowerCase(), word]),
);

/** Makes hashtags of tags, without their `#`: `technical-debt` → `TechnicalDebt`; at most five, each once. */
export function toHashtags(tags: readonly string[]): string[] {
  const made = tags.map(toHashtag).filter((tag) => tag !== "" && !/^\d+$/.test(tag));
  return made
    .filter((tag, index) => made.findIndex((other) => foldCase(other) === foldCase(tag)) === index)
    .slice(0, MOST);
}

/** The tag that a hashtag says: `TechnicalDebt` → `technical-debt`. */
export function toTag(hashtag: string): string {
  if (SPELLED.has(hashtag.toLowerCase())) return hashtag.toLowerCase();
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
  return words.map((word) => SPELLED.get(word.toLowerCase()) ?? word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
