import { isCalendarWord } from "../language/calendar-word.ts";
import { findDates } from "../language/date.ts";
import { listed } from "../language/dictionary.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { isEnglish } from "../language/is-english.ts";
import { isAnswered, roleOf } from "../language/label.ts";
import { lex } from "../language/lex.ts";
import type { Style } from "../post/style.ts";
import { toBold } from "../text/bold.ts";
import { type LayoutContext, layOutProse } from "./paragraphs.ts";
import { type Group, isSpoken, type Part, partsOf, type Section } from "./parts.ts";

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
  const title = section.title?.replace(PAGED, "") ?? null;
  let label = context.keepsNumbers ? title : (title?.replace(NUMBERED, "") ?? null);
  for (const group of section.groups) {
    const parts = group.parts.filter((part) => kept.has(part));
    if (parts.length === 0) continue;
    const isLed = blocks.at(-1)?.isTight === true;
    const heading = label === null ? null : titleOf(label, section, group, parts, context, isLed, blocks.length === 0);
    if (heading !== null || !isProse(group)) label = null;
    const [first = "", ...texts] = layOutGroup(group, parts, context);
    addBlocks(blocks, [heading === null ? first : `${heading.text}${heading.joint}${first}`, ...texts], isLed);
    const last = blocks.at(-1);
    if (last !== undefined) last.isTight = isTightBehind(group, parts);
  }
  return blocks.map(({ text }) => text).join("\n\n");
}

/** Whether what follows a group stands on its next line: behind one of several lines, and behind words that lead on to it. */
function isTightBehind(group: Group, told: readonly Part[]): boolean {
  return group.kind === "line" || (group.leadsOn && told.at(-1) === group.parts.at(-1));
}

/** Adds texts as blocks of their own, the first on the line below the last block where that leads on to it. */
function addBlocks(blocks: Laid[], [first = "", ...texts]: readonly string[], isLed: boolean): void {
  const previous = blocks.at(-1);
  if (isLed && previous !== undefined) previous.text += `\n${first}`;
  else blocks.push({ text: first, isTight: false });
  for (const text of texts) blocks.push({ text, isTight: false });
}

/** A section's label as it stands in front of a group of it, with what joins them; null where it is not told there. */
function titleOf(
  label: string,
  { groups }: Section,
  group: Group,
  parts: readonly Part[],
  context: LayoutContext,
  isLed: boolean,
  isFirst: boolean,
): { text: string; joint: string } | null {
  const heading = (): string => headingOf(wordLabel(label, context.names), context.style);
  if (!isProse(group))
    return isLed || namesOther(label, group, groups) || hidesLabel(label, group, groups, parts)
      ? null
      : { text: heading(), joint: "\n" };
  const [first] = parts;
  if (!isFirst || first === undefined) return null;
  if (context.traits.get(first)?.isOnlyQuotation === true) return { text: heading(), joint: "\n" };
  const joint = first === groups[0]?.parts[0] ? jointOfOpening(label, first, context) : null;
  if (joint !== null) return { text: joint === " " ? wordLabel(label, context.names) : heading(), joint };
  if (!carriesMeaning(label)) return null;
  if (group.leadsOn && parts.length === 1) return { text: heading(), joint: "\n" };
  return saysWhen(label) ? { text: label, joint: ". " } : { text: label, joint: "\n\n" };
}

/** A label over prose is not that of a list further down, unless it says what came of it, was done or was learned: "Three people" is none. */
function namesOther(label: string, group: Group, [opener]: readonly Group[]): boolean {
  return group !== opener && !["turn", "outcome", "lesson"].includes(roleOf(label));
}

/** What people say to each other needs no label, but one that says who talks: "Wanjiru, that evening:". */
function hidesLabel(label: string, group: Group, [opener]: readonly Group[], parts: readonly Part[]): boolean {
  const saysWho = group === opener && roleOf(label) === "detail" && !isAnswered(label);
  return isSpokenList(parts) && !saysWho;
}

/** What joins a label to words that say nothing without it, or go on from it: "Whose fault it was:" and "Mine.", "The launch:" and its day. */
function jointOfOpening(label: string, first: Part, { traits }: LayoutContext): string | null {
  if (label.endsWith("?")) return "\n";
  // "What I thought of it: that it was for others."
  if (/^\p{Ll}/u.test(first.text)) return " ";
  const own = traits.get(first);
  if (own?.isFragment !== true || own.isQuotation) return null;
  if (isAnswered(label)) return "\n";
  return isDated(label, first.text) ? " " : null;
}

function isProse({ kind }: Group): boolean {
  return kind === "paragraph" || kind === "line";
}

function isSpokenList(parts: readonly Part[]): boolean {
  return parts.every(({ text }) => isSpoken(text));
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

const NUMBERED = /^\d+[.)]\s+/;
/** "2 / Sunday 11 August" */
const PAGED = /^\d+\s\/\s+/;

/** Whether every numbered part is told: "1.", "2.", never "1.", "3.". */
export function tellsAllNumbered(sections: readonly Section[], kept: ReadonlySet<Part>): boolean {
  return sections.every(
    (section) => !NUMBERED.test(section.title ?? "") || partsOf(section).some((part) => kept.has(part)),
  );
}

/** A label that says when, or which of several, is told: "2 May, 16:05", "Plan A: one big weekend", "1. A cache". */
function carriesMeaning(label: string): boolean {
  return NUMBERED.test(label) || saysWhen(label) || /^\p{Lu}\p{Ll}+ [A-Z1-9]:\s/u.test(label);
}

/** "The launch: Tuesday, September 17": what the label names happened at the time that opens the text. */
function isDated(label: string, text: string): boolean {
  if (saysWhen(label) || roleOf(label) !== "detail" || label.length > LONGEST_EVENT || label.includes(","))
    return false;
  const tokens = lex(text);
  if (text.endsWith(":") || listed("connecting").get(tokens[0]?.key ?? "") === true) return false;
  return findDates(text, tokens).length > 0 || isCalendarWord(tokens.find(({ kind }) => kind === "word")?.key ?? "");
}

const LONGEST_EVENT = 30;

/** "2 May, 16:05", "Day One (Tuesday, May 14)": it runs into the text that it dates. */
function saysWhen(label: string): boolean {
  return findDates(label, lex(label)).length > 0 || findTextFigures(label).some(({ kind }) => kind === "clock");
}

function layOutGroup(group: Group, parts: readonly Part[], context: LayoutContext): string[] {
  if (group.kind === "paragraph") return layOutProse(parts, context, group.parts);
  if (group.kind === "list" && !isSpokenList(parts)) return [layOutList(group, parts, context.style)];
  return [parts.map((part) => part.text).join("\n")];
}

function layOutList(group: Group, parts: readonly Part[], style: Style): string {
  const bullet = style.bullet ?? "•";
  const lines: string[] = [];
  let number = 0;
  for (const part of parts) {
    const isOnlyChild = parts.filter((other) => other.of === part.of && other.kind === "bullet").length === 1;
    if (part.kind === "code") lines.push(`  ${part.text}`);
    else if (part.of === null) lines.push(`${group.ordered ? wordNumber(++number, style) : bullet} ${part.text}`);
    else if (part.kind === "bullet" && !isOnlyChild) lines.push(`  ${bullet} ${part.text}`);
    else lines.push(goOn(lines.pop() ?? "", part));
  }
  return lines.join("\n");
}

/** A bullet with what it goes on to say, its explanation, or its only sub-bullet behind it. */
function goOn(line: string, { kind, text }: Part): string {
  if (kind === "bullet") return flatten(line, text);
  return kind === "explanation" && !/[.!?:…]$/.test(line) ? `${line}: ${text}` : `${line} ${text}`;
}

/** The number of a point, written as the style writes the first: "1.", "1)", "#1". */
function wordNumber(number: number, { number: first }: Style): string {
  return (first ?? "1.").replace("1", String(number));
}

/** A sub-list of one line joins the bullet it belongs to. */
function flatten(bullet: string, child: string): string {
  return `${bullet.replace(/[:：]$/, "")}: ${child}`;
}

/** A label that has a colon inside ("Phase 1: 5-15 developers"), or asks, needs none behind it. */
function wordLabel(title: string, names: ReadonlySet<string>): string {
  const label = sentenceCase(title, names);
  return label.includes(": ") || label.endsWith("?") ? label : `${label}:`;
}

/** "What We Changed" → "What we changed"; capitals inside a word, and names the story itself capitalises, stay. */
function sentenceCase(label: string, names: ReadonlySet<string>): string {
  const bare = label.replace(/\s*[:：.]$/, "");
  if (isSentenceCase(bare)) return bare;
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

/** "Is Inês a programmer now?": most of its words behind the first are small already. */
function isSentenceCase(label: string): boolean {
  const words = label
    .split(" ")
    .slice(1)
    .filter((word) => /^\p{L}{4}/u.test(word));
  return words.length > 0 && words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 >= words.length;
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
