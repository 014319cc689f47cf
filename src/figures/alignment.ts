import { DICTIONARY, listed } from "../language/dictionary.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { letterScale } from "../language/find-quantities.ts";
import { lex } from "../language/lex.ts";
import { mayHoldNumber, parseDigits } from "../language/number.ts";
import type { TextFigure } from "../language/quantity.ts";
import { remembered } from "../language/remembered.ts";
import { isGlued, isNext, type Token } from "../language/token.ts";
import type { Line } from "../text/line.ts";

/** A number of a text with the words around it. */
export interface PlacedNumber {
  text: string;
  value: number;
  start: number;
  end: number;
  /** All the other words of its sentence, in front of it and behind it. */
  context: string;
}

/** Where a story has a number, and between which words. */
interface StoryNumber extends PlacedNumber {
  /** The line of text it is in, and the file's line; null for the hook. */
  within: string;
  line: number | null;
}

/** The numbers of a story by the words around them. */
export interface Alignment {
  /** Those that have all other words of their sentence in common with a number: its hook's first, then those of its lines. */
  find(number: PlacedNumber): Iterable<StoryNumber>;
  /** Whether a line of the story has a number with the only word of its sentence, wherever: "Overtime for May came to €6,120". */
  tells(number: PlacedNumber): boolean;
}

/**
 * Finds the numbers of a line with the words around them. List marks, ordinals, years and the numbers of lessons and phases
 * are left out, as are numbers with no word beside them.
 */
export function placeNumbers(line: string): readonly PlacedNumber[] {
  return mayHoldNumber(line) ? readNumbers(line) : [];
}

const readNumbers = remembered((line): readonly PlacedNumber[] => {
  const tokens = lex(line);
  return tokens.flatMap((token, index): PlacedNumber[] => {
    const number = numberAt(tokens, index);
    if (number === null || isNoFigure(tokens, index)) return [];
    const [from, to] = sentenceAround(tokens, index, number.next);
    const before = wordsOf(tokens.slice(from, index));
    const after = wordsOf(tokens.slice(number.next, to));
    if (listed("numbered").get(before.at(-1) ?? "") === true) return [];
    if (![...before, ...after].some((word) => /\p{L}/u.test(word))) return [];
    const end = tokens[number.next - 1]?.end ?? token.end;
    const context = `${before.join(" ")}|${after.join(" ")}`;
    return [{ text: line.slice(token.start, end), value: number.value, start: token.start, end, context }];
  });
});

/** A number in digits with its scale, or a small one in words; "one" and "zero" are how sentences are made. */
function numberAt(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const token = tokens[index];
  if (token?.kind === "word") {
    const value = DICTIONARY.numbers.get(token.key) ?? 0;
    return value > 1 ? { value, next: index + 1 } : null;
  }
  if (token?.kind !== "number" || (tokens[index - 1]?.kind === "word" && isGlued(tokens[index - 1], token)))
    return null;
  const time = timeAt(tokens, index);
  if (time !== null) return time;
  const value = parseDigits(token.text);
  if (value === null) return null;
  const scale = scaleAt(tokens, index + 1);
  return { value: value * (scale?.factor ?? 1), next: scale?.next ?? index + 1 };
}

/** "14:30" is one number, 14.3: it only has to differ from another. */
function timeAt(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const [hours, colon, minutes] = tokens.slice(index, index + 3);
  if (colon?.text !== ":" || minutes?.kind !== "number" || !isGlued(hours, colon) || !isGlued(colon, minutes))
    return null;
  return { value: Number(`${hours?.text}.${minutes.text}`), next: index + 3 };
}

function scaleAt(tokens: readonly Token[], index: number): { factor: number; next: number } | null {
  const isHyphened = tokens[index]?.text === "-" && isGlued(tokens[index], tokens[index + 1]);
  const at = isHyphened ? index + 1 : index;
  const mark = tokens[at];
  if (mark?.kind !== "word" || !isNext(tokens[at - 1], mark)) return null;
  const factor = isHyphened ? null : letterScale(mark.text, false);
  const scale = factor ?? DICTIONARY.scales.get(mark.key) ?? null;
  return scale === null || scale < 1000 ? null : { factor: scale, next: at + 1 };
}

/** List marks, years, ordinals and issue numbers. */
function isNoFigure(tokens: readonly Token[], index: number): boolean {
  const [before, token, behind] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (index === 0 && isGlued(token, behind) && /^[.)]$/.test(behind?.text ?? "") && tokens.length > 2) return true;
  // "minimum_size=2000" is no year.
  if (/^(?:19|20)\d{2}$/.test(token?.text ?? "") && before?.text !== "=") return true;
  return (isGlued(token, behind) && /^(?:st|nd|rd|th)$/.test(behind?.key ?? "")) || before?.text === "#";
}

/** The indexes of the first token of the sentence around a place, and of the one behind it. */
function sentenceAround(tokens: readonly Token[], first: number, next: number): [from: number, to: number] {
  const isEnd = (token: Token | undefined, index: number): boolean =>
    /^[.!?…]+$/.test(token?.text ?? "") && !isGlued(token, tokens[index + 1]);
  const before = tokens.slice(0, first).findLastIndex(isEnd);
  const after = tokens.findIndex((token, index) => index >= next && isEnd(token, index));
  return [before + 1, after < 0 ? tokens.length : after];
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ kind, key }) => (kind === "word" || kind === "number" ? [key] : []));
}

/**
 * Places the numbers of a story, in its hook, its text, its tables as a post tells them, and its code. A line is looked at only
 * when a number is asked for whose words it may have.
 */
export function alignNumbers(lines: readonly Line[], hook: string | null): Alignment {
  let known: readonly StoryText[] | undefined;
  const textsWith = (word: string): readonly StoryText[] => {
    known ??= textsOf(lines, hook).filter(({ within }) => mayHoldNumber(within));
    return known.filter(({ within }) => within.toLowerCase().includes(word));
  };
  return {
    tells({ context, value }) {
      const word = longestWord(context);
      if (word === "" || context.replace("|", "") !== word) return false;
      return textsWith(word).some(({ within }) => placeNumbers(within).some((each) => each.value === value));
    },
    *find({ context }) {
      for (const { within, line } of textsWith(longestWord(context))) {
        for (const number of placeNumbers(within)) if (number.context === context) yield { ...number, within, line };
      }
    },
  };
}

type StoryText = Pick<StoryNumber, "within" | "line">;

function textsOf(lines: readonly Line[], hook: string | null): StoryText[] {
  return [
    ...(hook?.split("\n") ?? []).map((within) => ({ within, line: null })),
    ...lines.map(({ text, line }) => ({ within: text, line })),
  ];
}

/** The longest word of a context that any text spells alike but for capitals; empty where it has none. */
function longestWord(context: string): string {
  const words = context.match(/(?<![^\s|])[a-z]+(?![^\s|])/g) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

/** What the story says where a text says another number between the same words; null where it says the same, or nothing. */
export function findDisagreement(
  number: PlacedNumber,
  alignment: Alignment,
): { text: string; line: number | null } | null {
  let first: StoryNumber | undefined;
  for (const place of alignment.find(number)) {
    if (place.value === number.value) return null;
    first ??= place;
  }
  return first === undefined || alignment.tells(number)
    ? null
    : { text: figureAt(first.within, first.start) ?? first.text, line: first.line };
}

/** The words of the figure that a place in a text belongs to: `$2.4M` for its 2.4. */
function figureAt(text: string, at: number): string | null {
  return findFigureAt(text, at)?.text ?? null;
}

/** The figure that a place in a text belongs to. */
export function findFigureAt(text: string, at: number): TextFigure | null {
  return findTextFigures(text).find((figure) => figure.from === null && at >= figure.start && at < figure.end) ?? null;
}
