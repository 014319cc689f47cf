import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Style } from "../post/style.ts";
import { joinSentences } from "../text/sentences.ts";
import type { Part } from "./parts.ts";
import type { Traits } from "./traits.ts";

/** Paragraphs of a post have at most so many sentences, and are broken between sentences beyond so many characters. */
const MOST_SENTENCES = 3;
const LONG_PARAGRAPH = 330;

/** What laying out has to know beside the words. */
export interface LayoutContext {
  /** Words that keep their capital in a label. */
  names: ReadonlySet<string>;
  traits: ReadonlyMap<Part, Traits>;
  style: Style;
  /** The line the story ends on. */
  last: Part | null;
  /** Numbered parts keep their numbers where all of them are told. */
  keepsNumbers: boolean;
}

/** An admission up to so many characters gets a line of its own; two sentences up to so many stay together. */
const SHORT_ADMISSION = 60;
const SHORT_PAIR = 45;

/** The last line stands alone where it has at most so many characters. */
const LONGEST_PUNCH = 90;

/** Paragraphs of one to three sentences; a quotation, and the author's own fault, stand alone. */
export function layOutProse(
  parts: readonly Part[],
  { traits, style, last: end }: LayoutContext,
  all: readonly Part[] = parts,
): string[] {
  if (style.paragraph === "short") return parts.map(({ text }) => text);
  const paragraphs: Part[][] = [];
  let isOpen = false;
  for (const [index, part] of parts.entries()) {
    const own = traits.get(part);
    const isEnd = part === end && own?.points !== true && part.text.length <= LONGEST_PUNCH;
    const isAlone =
      isEnd ||
      own?.isQuotation === true ||
      (own?.isAdmission === true && own.points === false && isPunch(parts, index));
    const last = paragraphs.at(-1);
    const isBehindQuotation = index > 0 && traits.get(parts[index - 1] as Part)?.isQuotation === true;
    const goesOn = isBehindQuotation && (own?.isQuotation === true || saysWhoSpoke(part.text));
    if (goesOn && last !== undefined) last.push(part);
    else if (
      isAlone ||
      !isOpen ||
      last === undefined ||
      isApart(all, parts[index - 1], part, own) ||
      isFull(last, part, parts, index, traits)
    )
      paragraphs.push([...askedBy(part, last, all), part]);
    else last.push(part);
    isOpen = !isAlone;
  }
  return paragraphs.map((paragraph) => joinSentences(paragraph.map(({ text }) => text)));
}

/** "I asked.", behind what was asked. */
function saysWhoSpoke(text: string): boolean {
  return lex(text).length <= LONGEST_TAG && endsInSaying(text);
}

/** In tokens, with the full stop. */
const LONGEST_TAG = 3;

/** What a sentence takes with it into its paragraph: an answer its question, "He said: …" a short "He did not shout." */
function askedBy(part: Part, paragraph: Part[] | undefined, all: readonly Part[]): Part[] {
  const before = paragraph?.at(-1);
  if (paragraph === undefined || before === undefined || paragraph.length < 2) return [];
  const isLead = before.text.length <= SHORT_LEAD && opening(before.text) === opening(part.text);
  const isBeside = all.indexOf(part) - all.indexOf(before) === 1;
  return isAnswer(part.text) || (isLead && isBeside) ? paragraph.splice(-1) : [];
}

const SHORT_LEAD = 30;

function opening(text: string): string {
  return lex(text)[0]?.key ?? "";
}

/** "Twenty minutes, I said.": it stands with what was asked. */
function isAnswer(text: string): boolean {
  return /,\s\p{L}+\s\p{L}+[.!]$/u.test(text) && endsInSaying(text);
}

function endsInSaying(text: string): boolean {
  const last = lex(text).findLast(({ kind }) => kind === "word");
  return listed("saying").get(last?.key ?? "") === true;
}

/** Whether something between two sentences is left out, so that the second begins anew. */
function isApart(all: readonly Part[], before: Part | undefined, part: Part, own: Traits | undefined): boolean {
  return before !== undefined && all.indexOf(part) - all.indexOf(before) > 1 && own?.points !== true;
}

/** Whether a paragraph is long enough without the next sentence, which has to be able to open one. */
function isFull(
  paragraph: readonly Part[],
  next: Part,
  all: readonly Part[],
  index: number,
  traits: ReadonlyMap<Part, Traits>,
): boolean {
  if (paragraph.length > MOST_SENTENCES) return true;
  const length = paragraph.reduce((sum, { text }) => sum + text.length + 1, 0);
  const isLong = length + next.text.length > LONG_PARAGRAPH;
  if (traits.get(next)?.points === true && !isLong) return false;
  // Two sentences that are left make a paragraph of their own rather than one.
  const left = all.length - index;
  return isLong || paragraph.length >= MOST_SENTENCES || (paragraph.length === 2 && left === 2);
}

/** A short sentence at the end of its paragraph, without a short one beside it. */
function isPunch(parts: readonly Part[], index: number): boolean {
  const [before, own, after] = [parts[index - 1], parts[index], parts[index + 1]];
  if (own === undefined || own.text.length > SHORT_ADMISSION || after !== undefined) return false;
  return before === undefined || before.text.length > SHORT_PAIR;
}
