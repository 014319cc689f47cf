import { joinSentences } from "../text/sentences.ts";
import type { Group, Part, Section } from "./parts.ts";

/** Paragraphs of a post have at most so many sentences, and are broken between sentences beyond so many characters. */
const MOST_SENTENCES = 3;
const LONG_PARAGRAPH = 330;

/**
 * Lays a beat out as a person would write it in a post: a label in front of prose goes, one in front of a list or code
 * stays in sentence case; lists become • or numbers, sub-lists are indented; blank lines stand between parts.
 */
export function layOutSection(section: Section, kept: ReadonlySet<Part>, names: ReadonlySet<string>): string {
  const blocks: { text: string; tight: boolean }[] = [];
  let needsLabel = true;
  for (const group of section.groups) {
    const parts = group.parts.filter((part) => kept.has(part));
    if (parts.length === 0) continue;
    const isProse = group.kind === "paragraph" || group.kind === "line";
    const isFirst = blocks.length === 0;
    const label = isFirst && needsLabel && !isProse && section.title !== null ? wordLabel(section.title, names) : null;
    needsLabel = needsLabel && !isProse;
    for (const [index, text] of layOutGroup(group, parts).entries()) {
      const tight = blocks.length > 0 && index === 0 && (blocks.at(-1)?.tight ?? false);
      const previous = blocks.at(-1);
      if (tight && previous !== undefined) {
        previous.text += `\n${text}`;
        previous.tight = group.kind === "line" && previous.tight;
      } else
        blocks.push({
          text: label === null || index > 0 ? text : `${label}\n${text}`,
          tight: group.kind === "line" || group.leadsOn,
        });
    }
    const last = blocks.at(-1);
    if (last !== undefined) last.tight = group.kind === "line" || group.leadsOn;
  }
  return blocks.map((block) => block.text).join("\n\n");
}

function layOutGroup(group: Group, parts: readonly Part[]): string[] {
  if (group.kind === "paragraph") return chunkSentences(parts.map((part) => part.text));
  if (group.kind === "list") return [layOutList(group, parts)];
  return [parts.map((part) => part.text).join("\n")];
}

function chunkSentences(sentences: readonly string[]): string[] {
  const total = sentences.join(" ").length;
  const count = Math.max(
    Math.ceil(sentences.length / MOST_SENTENCES),
    Math.min(sentences.length, Math.ceil(total / LONG_PARAGRAPH)),
  );
  const size = Math.ceil(sentences.length / count);
  return Array.from({ length: Math.ceil(sentences.length / size) }, (_, i) =>
    joinSentences(sentences.slice(i * size, (i + 1) * size)),
  );
}

function layOutList(group: Group, parts: readonly Part[]): string {
  const lines: string[] = [];
  let number = 0;
  for (const part of parts) {
    if (part.kind === "explanation") {
      const last = lines.pop() ?? "";
      lines.push(/[.!?:…]$/.test(last) ? `${last} ${part.text}` : `${last}: ${part.text}`);
    } else if (part.kind === "code") lines.push(`  ${part.text}`);
    else if (part.of === null) lines.push(`${group.ordered ? `${++number}.` : "•"} ${part.text}`);
    else if (parts.filter((other) => other.of === part.of && other.kind === "bullet").length === 1)
      lines.push(flatten(lines.pop() ?? "", part.text));
    else lines.push(`  • ${part.text}`);
  }
  return lines.join("\n");
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

/** "What We Changed" → "What we changed"; capitals inside a word and names the story itself capitalises stay. */
function sentenceCase(label: string, names: ReadonlySet<string>): string {
  const words = label.replace(/\s*[:：]$/, "").split(" ");
  return words
    .map((word, index) => {
      const isFirst = index === 0 || /^\d+[.)]$|:$/.test(words[index - 1] ?? "");
      const bare = word.replace(/['’]s$/, "").replace(/[^\p{L}\p{N}-]/gu, "");
      return isFirst || !/^\p{Lu}\p{Ll}+(?:-\p{L}+)*$/u.test(bare) || names.has(bare) ? word : word.toLowerCase();
    })
    .join(" ");
}

/**
 * The words that keep their capital: those a story writes so in the middle of its sentences, which are names as far as
 * anyone can tell. Labels of a story that is not English stay as written, since German nouns have capitals too.
 */
export function findNames(sections: readonly Section[]): Set<string> {
  const groups = sections.flatMap((section) => section.groups).filter((group) => group.kind !== "code");
  const isEnglish = groups.some((group) => group.parts.some((part) => /\b(?:the|and|of|to|with)\b/i.test(part.text)));
  if (!isEnglish) return new Set(sections.flatMap((section) => section.title?.match(/[\p{L}\p{N}-]+/gu) ?? []));
  const sentences = groups.filter((group) => group.kind === "paragraph").flatMap((group) => group.parts);
  return new Set(sentences.flatMap(({ text }) => text.match(/(?<=[\p{Ll},] )\p{Lu}\p{L}+/gu) ?? []));
}
