import { UserError } from "../errors.ts";
import { isMap, type Value } from "../front-matter/values.ts";
import { readText } from "../story/schema.ts";

/** How an author's posts are laid out. */
export interface Style {
  /** In front of a bullet, such as `→`; null leaves it to the platform. */
  bullet: string | null;
  /** How the first of a numbered list is written, such as `1.`; null leaves it to the platform. */
  number: string | null;
  /** How the heading of a list is written. */
  emphasis: "none" | "unicode" | "capitals";
  /** In front of a heading. */
  headingEmoji: string | null;
  /** `short` gives every sentence a paragraph of its own. */
  paragraph: "short" | "usual";
}

export const EMPTY_STYLE: Style = {
  bullet: null,
  number: null,
  emphasis: "none",
  headingEmoji: null,
  paragraph: "usual",
};

/** The keys `style:` is known to hold. */
export const STYLE_KEYS = ["bullet", "number", "emphasis", "heading-emoji", "paragraph"];

/**
 * Reads `style:` of the settings; what it does not say is as in EMPTY_STYLE.
 *
 * @throws UserError that names a value which can't be what its key asks for, and what is allowed.
 */
export function readStyle(value: Value | undefined): Style {
  if (!isMap(value)) return EMPTY_STYLE;
  const word = (key: string): string | null => readText(value.get(key));
  return {
    bullet: readMark("bullet", word("bullet"), "Write a mark such as → or •, without letters or figures."),
    number: readNumber(word("number")),
    emphasis: readWord("emphasis", word("emphasis"), ["none", "unicode", "capitals"]),
    headingEmoji: readMark("heading-emoji", word("heading-emoji"), "Write an emoji or a mark, such as 🎯."),
    paragraph: readWord("paragraph", word("paragraph"), ["usual", "short"]),
  };
}

/** An emoji that is put together of several takes that many code units. */
const LONGEST_MARK = 12;

/** Letters, blanks, and figures that are no keycaps; a # would make a heading of it. */
const NO_MARK = /[\p{L}\p{Cc}\s]|[\p{Nd}#](?!\uFE0F?\u20E3)/u;

function readMark(key: string, written: string | null, hint: string): string | null {
  if (written === null) return null;
  if (written.length > LONGEST_MARK || NO_MARK.test(written)) throw wrong(key, written, hint);
  return written;
}

function readNumber(written: string | null): string | null {
  if (written === null || /^[^\p{L}\p{N}\s]{0,2}1[^\p{L}\p{N}\s]{0,3}$/u.test(written)) return written;
  throw wrong("number", written, 'Write the first number as it is to look: "1.", "1)", "(1)" or "#1".');
}

/** One of a few words; the first where nothing is said. */
function readWord<T extends string>(key: string, written: string | null, words: readonly [T, ...T[]]): T {
  if (written === null) return words[0];
  const found = words.find((word) => word === written.toLowerCase());
  if (found === undefined) throw wrong(key, written, `Write one of: ${words.join(", ")}.`);
  return found;
}

function wrong(key: string, written: string, hint: string): UserError {
  return new UserError(`style.${key} in storybank.yaml is "${written}".`, { hint });
}
