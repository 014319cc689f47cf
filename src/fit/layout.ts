import { isCalendarWord } from "../language/calendar-word.ts";
import { findDates } from "../language/date.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { isEnglish } from "../language/is-english.ts";
import { isAnswered } from "../language/label.ts";
import { lex } from "../language/lex.ts";
import type { Style } from "../post/style.ts";
import { toBold } from "../text/bold.ts";
import { joinSentences } from "../text/sentences.ts";
import { type Group, isSpoken, type Part, type Section } from "./parts.ts";
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
}

interface Laid {
  text: string;
  /** What follows stands on the next line. */
  isTight: boolean;
}

/**
 * Lays a beat out as a person would write it in a post: a label in front of prose goes, unless it says when or which; one in front
 * of a list or code stays in sentence case; lists get bullets or numbers, sub-lists are indented; blank lines stand between parts.
 */
export function layOutSection(section: Section, kept: ReadonlySet<Part>, context: LayoutContext): string {
  const blocks: Laid[] = [];
  let label: string | null = section.title;
  for (const group of section.groups) {
    const parts = group.parts.filter((part) => kept.has(part));
    if (parts.length === 0) continue;
    const isProse = group.kind === "paragraph" || group.kind === "line";
    const isLed = blocks.at(-1)?.isTight === true && !isProse;
    // "Sarah's comment:" says whose words they are.
    const opening = isProse && parts[0] !== undefined ? context.traits.get(parts[0]) : undefined;
    const namesSpeaker = opening?.isOnlyQuotation === true;
    // "Whose fault it was:" is answered by "Mine."
    const isQuestion =
      label !== null &&
      isAnswered(label) &&
      opening !== undefined &&
      (opening.isFragment || opening.points) &&
      opening.isQuotation === false &&
      parts[0] === section.groups[0]?.parts[0];
    const meansMore = label !== null && (carriesMeaning(label) || namesSpeaker || isQuestion);
    const isDialogue = parts.every(({ text }) => isSpoken(text));
    const said =
      label !== null && !isLed && !(isDialogue && !isProse) && (isProse ? blocks.length === 0 && meansMore : true);
    const worded =
      isProse && !namesSpeaker && !isQuestion
        ? label
        : label && headingOf(wordLabel(label, context.names), context.style);
    const title = said ? worded : null;
    if (said || isProse === false) label = null;
    const texts = layOutGroup(group, parts, context);
    if (title !== null && isProse) blocks.push({ text: title, isTight: namesSpeaker || isQuestion });
    for (const [index, text] of texts.entries()) {
      const previous = blocks.at(-1);
      const own = title !== null && !isProse && index === 0 ? `${title}\n${text}` : text;
      const goesOn = index === 0 && previous?.isTight === true;
      if (goesOn && previous !== undefined) previous.text += `\n${own}`;
      else blocks.push({ text: own, isTight: false });
    }
    const last = blocks.at(-1);
    if (last !== undefined)
      last.isTight = group.kind === "line" || (group.leadsOn && parts.at(-1) === group.parts.at(-1));
  }
  return blocks.map(({ text }) => text).join("\n\n");
}

const EMPHASES: Readonly<Record<Style["emphasis"], (label: string) => string>> = {
  none: (label) => label,
  unicode: toBold,
  capitals: (label) => label.toUpperCase(),
};

/** A heading as the style wants it: with an emoji in front, in capitals or Unicode's bold letters. */
function headingOf(label: string, { headingEmoji, emphasis }: Style): string {
  const words = EMPHASES[emphasis](label);
  return headingEmoji === null ? words : `${headingEmoji} ${words}`;
}

/** A label that says when, or which of several, is told: "2 May, 16:05", "Plan A: one big weekend", "1. A cache". */
function carriesMeaning(label: string): boolean {
  if (/^\d+[.)]\s/.test(label)) return true;
  const tokens = lex(label);
  if (findDates(label, tokens).length > 0) return true;
  return findTextFigures(label).some(({ kind }) => kind === "clock") || /^\p{Lu}\p{Ll}+ [A-Z1-9]:\s/u.test(label);
}

function layOutGroup(group: Group, parts: readonly Part[], context: LayoutContext): string[] {
  if (group.kind === "paragraph") return layOutProse(parts, context);
  if (group.kind === "list" && !parts.every(({ text }) => isSpoken(text)))
    return [layOutList(group, parts, context.style)];
  return [parts.map((part) => part.text).join("\n")];
}

/** An admission up to so many characters gets a line of its own; two sentences up to so many stay together. */
const SHORT_ADMISSION = 60;
const SHORT_PAIR = 45;

/** The last line stands alone where it has at most so many characters. */
const LONGEST_PUNCH = 90;

/** Paragraphs of one to three sentences; a quotation, and the author's own fault, stand alone. */
export function layOutProse(parts: readonly Part[], { traits, style, last: end }: LayoutContext): string[] {
  if (style.paragraph === "short") return parts.map(({ text }) => text);
  const paragraphs: Part[][] = [];
  let isOpen = false;
  for (const [index, part] of parts.entries()) {
    const own = traits.get(part);
    const isEnd = part === end && own?.points !== true && part.text.length <= LONGEST_PUNCH;
    const isAlone = isEnd || own?.isQuotation === true || (own?.isAdmission === true && isPunch(parts, index));
    const last = paragraphs.at(-1);
    const goesOn = own?.isQuotation === true && index > 0 && traits.get(parts[index - 1] as Part)?.isQuotation === true;
    if (goesOn && last !== undefined) last.push(part);
    else if (isAlone || !isOpen || last === undefined || isFull(last, part, parts, index, traits))
      paragraphs.push([part]);
    else last.push(part);
    isOpen = !isAlone;
  }
  return paragraphs.map((paragraph) => joinSentences(paragraph.map(({ text }) => text)));
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

function layOutList(group: Group, parts: readonly Part[], style: Style): string {
  const bullet = style.bullet ?? "•";
  const lines: string[] = [];
  let number = 0;
  for (const part of parts) {
    if (part.kind === "rest") lines.push(`${lines.pop() ?? ""} ${part.text}`);
    else if (part.kind === "explanation") {
      const last = lines.pop() ?? "";
      lines.push(/[.!?:…]$/.test(last) ? `${last} ${part.text}` : `${last}: ${part.text}`);
    } else if (part.kind === "code") lines.push(`  ${part.text}`);
    else if (part.of === null) lines.push(`${group.ordered ? wordNumber(++number, style) : bullet} ${part.text}`);
    else if (parts.filter((other) => other.of === part.of && other.kind === "bullet").length === 1)
      lines.push(flatten(lines.pop() ?? "", part.text));
    else lines.push(`  ${bullet} ${part.text}`);
  }
  return lines.join("\n");
}

/** The number of a point, written as the style writes the first: "1.", "1)", "#1". */
function wordNumber(number: number, { number: first }: Style): string {
  return (first ?? "1.").replace("1", String(number));
}

/** A sub-list of one line joins the bullet it belongs to. */
function flatten(bullet: string, child: string): string {
  return `${bullet.replace(/[:：]$/, "")}: ${child}`;
}

/** A label that has a colon inside ("Phase 1: 5-15 developers") needs none behind it. */
function wordLabel(title: string, names: ReadonlySet<string>): string {
  const label = sentenceCase(title, names);
  return label.includes(": ") ? label : `${label}:`;
}

/** "What We Changed" → "What we changed"; capitals inside a word, and names the story itself capitalises, stay. */
function sentenceCase(label: string, names: ReadonlySet<string>): string {
  const bare = label.replace(/\s*[:：]$/, "");
  const words = (isShouted(bare) ? bare.toLowerCase() : bare).split(" ");
  return words
    .map((word, index) => {
      const isFirst = index === 0 || /^\d+[.)]$|:$/.test(words[index - 1] ?? "");
      const own = word.replace(/['’]s$/, "").replace(/[^\p{L}\p{N}-]/gu, "");
      const capital = own.charAt(0).toUpperCase() + own.slice(1);
      const isName = names.has(own) || names.has(capital) || keepsCapital(own);
      if (isName || (isFirst && isShouted(bare))) return word.charAt(0).toUpperCase() + word.slice(1);
      if (isFirst) return word;
      return /^\p{Lu}\p{Ll}+(?:-\p{L}+)*$/u.test(own) ? word.toLowerCase() : word;
    })
    .join(" ");
}

/** "WHAT I GOT WRONG" is no abbreviation. */
function isShouted(label: string): boolean {
  return label === label.toUpperCase() && label.split(" ").length > 1 && /\p{Lu}{3}/u.test(label);
}

/** Months and weekdays keep their capital; "May" and "March" only where they are written with one. */
function keepsCapital(word: string): boolean {
  return isCalendarWord(word) && /^\p{Lu}/u.test(word) && word.length > 3;
}

/**
 * The words that keep their capital: those a story writes so in the middle of its sentences, which are names as far as
 * anyone can tell. Labels of a story that is not English stay as written, since German nouns have capitals too.
 */
export function findCapitalised(sections: readonly Section[]): Set<string> {
  const groups = sections.flatMap((section) => section.groups).filter((group) => group.kind !== "code");
  if (!groups.some((group) => group.parts.some(({ text }) => isEnglish(text))))
    return new Set(sections.flatMap((section) => section.title?.match(/[\p{L}\p{N}-]+/gu) ?? []));
  const sentences = groups.filter((group) => group.kind === "paragraph").flatMap((group) => group.parts);
  return new Set(sentences.flatMap(({ text }) => text.match(/(?<=[\p{Ll},] )\p{Lu}\p{L}+/gu) ?? []));
}
