import { listed } from "../language/dictionary.ts";
import { keyOf } from "../language/lex.ts";
import { escapeFrame, punchHole } from "./frame.ts";

/** A story's heading, taken apart. */
interface HeadingParts {
  /** Marks of heading and emphasis, and an emoji. */
  prefix: string;
  /** "STORY", and what stands between it and its number. */
  word: string;
  gap: string;
  digits: string | undefined;
  separator: string;
  title: string;
  tail: string;
}

const OPENING = /^\s{0,3}((?:#{1,6}\s+)?[^\p{L}\p{N}]*?)(\p{L}+)(\s*#?\s*)(\d{1,6})?/u;
const TITLE = /^(\**\s*(?:[:：.]|[–—-](?=\s))\s*\**\s*)(\S.*?)?(\s*(?:\*{2,3}|_{2,3})?\s*#*\s*)$/u;
const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/u;

/** `## 🔥 **STORY 1: The Shortcut**` and its kin: any heading level, emoji, bold or not, `:`, `.`, `–`, `—` or `-`. */
function partsOf(line: string): HeadingParts | null {
  const opening = OPENING.exec(line);
  if (opening === null || listed("storyTitles").get(keyOf(opening[2] ?? "")) !== true) return null;
  const rest = TITLE.exec(line.slice(opening[0].length));
  if (rest === null) return null;
  const [, prefix = "", word = "", gap = "", digits] = opening;
  const [, separator = "", title = "", tail = ""] = rest;
  return { prefix, word, gap, digits, separator, title, tail };
}

export function isStoryHeading(line: string): boolean {
  return partsOf(line) !== null;
}

const NONE: HeadingParts = { prefix: "", word: "", gap: "", digits: undefined, separator: "", title: "", tail: "" };

/** Reads a story's heading; `position` is the story's own number, from 1. */
export function readHeading(
  line: string,
  position: number,
): { title: string; number: number | null; icon: string | null; frame: string } {
  const { prefix, word, gap, digits, separator, title, tail } = partsOf(line) ?? NONE;
  const icon = EMOJI.exec(prefix)?.[0] ?? null;
  const lead = line.slice(0, line.length - line.trimStart().length);
  const framedPrefix = icon === null ? escapeFrame(prefix) : (punchHole(prefix, icon, "icon") ?? prefix);
  const number = digits === String(position) ? "{number}" : (digits ?? "");
  const hole = title === "" ? "" : "{title}";
  return {
    title,
    number: digits === undefined ? null : Number(digits),
    icon,
    frame: `${lead}${framedPrefix}${word}${gap}${number}${escapeFrame(separator)}${hole}${tail}`,
  };
}
