import { tagKey } from "./filter.ts";

/** A line of an inbox, taken apart. All places are in the line. */
export interface InboxLine {
  indent: number;
  /** Where what is written begins, behind bullet and box, and where it ends. */
  start: number;
  end: number;
  /** The place of the space in an empty box; null where there is none. */
  box: number | null;
  /** Whether it is ticked off, or struck through from end to end. */
  isDone: boolean;
}

/** Takes a line apart; null where nothing is told: no letter, figure or emoji, or a comment. */
export function readInboxLine(line: string): InboxLine | null {
  const end = line.trimEnd().length;
  const [lead = "", indent = "", , box] = LEAD.exec(line) ?? [];
  const start = lead.length;
  const body = line.slice(start, end);
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body) || /^<!--.*-->$/.test(line.trim())) return null;
  return {
    indent: indent.replaceAll("\t", "    ").length,
    start,
    end,
    box: box === " " ? lead.lastIndexOf("[") + 1 : null,
    isDone: (box !== undefined && box !== " ") || isStruck(body),
  };
}

/** A bullet or number, and a box that is empty, ticked or crossed out. "5. January" is a date, and no number. */
const LEAD = /^\ufeff?(\s*)((?:[-*+•–]|\d{1,3}[.)](?!\s+\p{L}+\.?\s+\d{4}\b))\s+)?(?:\[([ xX-])\]\s+)?/u;

/** Whether a text is struck through from end to end; behind it may stand tags, or an arrow to where it has gone. */
export function isStruck(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words[0]?.startsWith("~~") !== true) return false;
  const arrow = words.findIndex((word, index) => /^(?:→|->)$/.test(word) && words[index - 1]?.endsWith("~~") === true);
  const own = arrow < 0 ? words : words.slice(0, arrow);
  const last = own.findLastIndex((word) => !/^#[^~]*$/.test(word));
  return own[last]?.endsWith("~~") === true && own.slice(0, last + 1).join(" ").length > "~~~~".length;
}

/** A hashtag has a letter: "#1" is a number. */
const TAG = /(?<![^\s(])#(?=[\p{N}_/-]*\p{L})([\p{L}\p{M}\p{N}_/-]+)/gu;

/** The words of a seed, and its tags: those around the words are taken off, those within stay as words. */
export function splitTags(written: string): { text: string; tags: string[] } {
  const tags = new Map<string, string>();
  for (const [, tag = ""] of written.matchAll(TAG)) if (!tags.has(tagKey(tag))) tags.set(tagKey(tag), tag);
  const words = written.split(/\s+/).filter((word) => word !== "");
  const isTag = (word: string): boolean => word.replace(TAG, "") === "";
  const first = words.findIndex((word) => !isTag(word));
  const last = words.findLastIndex((word) => !isTag(word));
  const text =
    first < 0
      ? written.trim()
      : words
          .slice(first, last + 1)
          .join(" ")
          .replace(TAG, "$1");
  return { text, tags: [...tags.values()] };
}
