import { fillTemplate } from "../hooks/liquid.ts";
import type { Beat } from "../story/beats.ts";
import type { Role } from "../story/roles.ts";
import { dropOrphans, fitParts } from "./fit.ts";
import { findNames, layOutSection } from "./layout.ts";
import { type Part, type Section, toSection } from "./parts.ts";
import type { Platform } from "./platforms.ts";
import { rankParts } from "./rank.ts";
import type { PostTemplate } from "./template.ts";

export interface Ingredients {
  beats: readonly Beat[];
  hook: string;
  question: string | null;
  /** Without their `#`. */
  hashtags: readonly string[];
  template: PostTemplate;
  platform: Platform;
}

export interface LeftOut {
  role: Role;
  title: string | null;
  characters: number;
  /** How many sentences, bullets, rows and lines were left out, and of how many. */
  parts: number;
  of: number;
}

export interface AssembledPost {
  /** What is pasted. */
  text: string;
  characters: number;
  leftOut: readonly LeftOut[];
  /** The file's lines of the parts that were kept. */
  lines: ReadonlySet<number>;
}

/** Assembles a post from a story's beats: every word is the story's, the slot's or the template's. Deterministic. */
export function assemblePost({ beats, hook, question, hashtags, template, platform }: Ingredients): AssembledPost {
  const sections = beats.map(toSection);
  const names = findNames(sections);
  const told = new Set(sections.flatMap(allParts).filter((part) => sameWords(part.text, hook)));
  const write = (kept: ReadonlySet<Part>): string => {
    const whole = new Set([...kept].filter((part) => !told.has(part)));
    dropOrphans(sections, whole);
    return fillTemplate(template.name, template.body, {
      ...textsByRole(sections, whole, names),
      hook,
      question: question ?? template.question ?? "",
      hashtags: hashtags.map((tag) => `#${tag}`).join(" "),
    });
  };
  const kept = fitParts(sections, rankParts(sections, template.keep, hook), platform.limit, (choice) =>
    platform.measure(write(choice)),
  );
  const text = write(kept);
  return {
    text,
    characters: platform.measure(text),
    leftOut: listLeftOut(sections, kept),
    lines: new Set([...kept].map((part) => part.line)),
  };
}

function allParts(section: Section): readonly Part[] {
  return section.groups.flatMap((group) => group.parts);
}

/** The texts a post template may place: each role's beats, and `story`, all but the lesson as it was told. */
function textsByRole(
  sections: readonly Section[],
  kept: ReadonlySet<Part>,
  names: ReadonlySet<string>,
): Record<Role | "story", string> {
  const textOf = (wanted: (role: Role) => boolean): string =>
    sections
      .filter((section) => wanted(section.role))
      .map((section) => layOutSection(section, kept, names))
      .filter((text) => text !== "")
      .join("\n\n");
  return {
    setup: textOf((role) => role === "setup"),
    crisis: textOf((role) => role === "crisis"),
    turn: textOf((role) => role === "turn"),
    outcome: textOf((role) => role === "outcome"),
    lesson: textOf((role) => role === "lesson"),
    detail: textOf((role) => role === "detail"),
    story: textOf((role) => role !== "lesson"),
  };
}

function listLeftOut(sections: readonly Section[], kept: ReadonlySet<Part>): LeftOut[] {
  return sections.flatMap((section) => {
    const parts = allParts(section);
    const gone = parts.filter((part) => !kept.has(part));
    const characters = gone.reduce((sum, part) => sum + part.text.length, 0);
    return gone.length === 0
      ? []
      : [{ role: section.role, title: section.title, characters, parts: gone.length, of: parts.length }];
  });
}

/** Whether a sentence is the hook again, whatever its quotes. */
function sameWords(sentence: string, hook: string): boolean {
  const words = (text: string): string =>
    text
      .replace(/["“”'‘’]/g, "")
      .trim()
      .toLowerCase();
  return words(sentence) === words(hook);
}
