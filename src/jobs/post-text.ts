import { UserError } from "../errors.ts";
import { firstParagraph } from "../post/opening.ts";
import { findPublished } from "../post/sections.ts";
import type { Line } from "../text/line.ts";
import { splitSentences } from "../text/sentences.ts";
import { refuseTooLong } from "./too-long.ts";

/**
 * A given text as a post's file takes it: LF line ends, no blank lines around it.
 *
 * @throws UserError for an empty text, and for control characters, which nobody could read in the file.
 */
export function readGivenPost(given: string): string {
  const text = given
    .replaceAll("\r\n", "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
  if (text === "") throw new UserError("The text is empty.", { hint: "Give the whole post." });
  refuseControls("text", text);
  refuseTooLong("The text", text);
  return text;
}

/** Throws a UserError for a text with control characters other than line feeds and tabs. */
export function refuseControls(what: string, text: string): void {
  const found = /[^\P{Cc}\n\t]/u.exec(text)?.[0];
  if (found !== undefined)
    throw new UserError(
      `The ${what} has a control character (U+${found.charCodeAt(0).toString(16).padStart(4, "0")}).`,
      {
        hint: "Leave it out; nothing was written.",
      },
    );
}

/** Throws a UserError where a post's file would not give back the text that was put into it. */
export function refuseUnreadable(body: string, text: string): void {
  if (findPublished({ body, bodyLine: 1 }).markdown === text) return;
  throw new UserError(
    "The text has a heading or rule by which a post's file is taken apart, or opens code that is never closed.",
    {
      hint: "Take out headings such as “Final Optimized Post” and “Content Strategy Notes”, and a rule at the end; nothing was written.",
    },
  );
}

/** No hook is longer. */
const LONGEST_HOOK = 300;

/** The hook of a text: its first paragraph on one line, or the first sentence of that where it is long. */
export function hookOf(lines: readonly Line[]): string {
  const opening = firstParagraph(lines).replace(/\s+/g, " ").trim();
  return opening.length <= LONGEST_HOOK ? opening : (splitSentences(opening)[0] ?? opening);
}
