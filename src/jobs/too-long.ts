import type { Finding } from "../check/finding.ts";
import { UserError } from "../errors.ts";

/** No post or story is so long, nor has such lines; reading one with care would take minutes. */
const LONGEST_TEXT = 300_000;
const LONGEST_LINE = 10_000;

export function isTooLong(text: string): boolean {
  return text.length > LONGEST_TEXT || text.split("\n").some((line) => line.length > LONGEST_LINE);
}

/** Throws a UserError for a text that can't be read with care in reasonable time. */
export function refuseTooLong(path: string, text: string): void {
  if (isTooLong(text))
    throw new UserError(
      `${path} has more than ${LONGEST_TEXT} characters, or a line of more than ${LONGEST_LINE}, so it is not shown.`,
      { hint: "Take out what is neither post nor story." },
    );
}

/** What `check` says of such a text. */
export function tooLong(file: string): Finding {
  return {
    rule: "unreadable",
    level: "error",
    file,
    line: 1,
    message: `The file has more than ${LONGEST_TEXT} characters, or a line of more than ${LONGEST_LINE}: it is not checked.`,
    remedy: "Take out what is neither post nor story.",
    excerpt: null,
    start: 0,
    end: 0,
    fix: null,
  };
}
