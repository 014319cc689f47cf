import { fillTemplate } from "../hooks/liquid.ts";
import type { Role } from "../language/lexicon.ts";
import type { Counter } from "../post/counting.ts";
import type { LeftOut } from "../post/notes.ts";
import type { Beat } from "../story/beats.ts";
import type { Ending } from "../story/endings.ts";
import type { PostTemplate } from "../templates/post-template.ts";
import { joinSentences } from "../text/sentences.ts";
import { dropOrphans, fitParts } from "./fit-parts.ts";
import { findNames, layOutSection } from "./layout.ts";
import { type Group, type Part, type Section, toSection } from "./parts.ts";
import { rankParts } from "./rank.ts";

export interface Ingredients {
  beats: readonly Beat[];
  hook: string;
  question: string | null;
  /** Without its "P.S."; it stands behind the question. */
  postscript: Ending | null;
  /** Without their `#`. */
  hashtags: readonly string[];
  template: PostTemplate;
  counter: Counter;
  /** Puts the aliases in place of private names. */
  reword: (text: string) => string;
}

export interface AssembledPost {
  /** What is pasted. */
  text: string;
  characters: number;
  leftOut: readonly LeftOut[];
  /** The file's lines of the parts that were kept. */
  lines: ReadonlySet<number>;
  /** What a short platform has no room for: the postscript, then the hashtags, then the question. */
  dropped: readonly ("postscript" | "hashtags" | "question")[];
}

/**
 * Assembles a post from a story's beats: every word is the story's, the slot's or the template's. Deterministic. Where hook,
 * question, postscript and hashtags alone are too long for the platform, the postscript goes, then the hashtags, then the
 * question; null where the hook is.
 */
export function assemblePost(ingredients: Ingredients): AssembledPost | null {
  const { beats, hook, question, postscript, hashtags, template, counter, reword } = ingredients;
  const sections = beats.map(toSection);
  const names = findNames(sections);
  const told = findTold(sections, hook, question);
  // A template that does not place the postscript has it behind its question.
  const placesPostscript = /\bpostscript\b/.test(template.body);
  const writer =
    (dropped: AssembledPost["dropped"]) =>
    (kept: ReadonlySet<Part>): string => {
      const ending = postscript === null || dropped.includes("postscript") ? "" : `P.S. ${postscript.text}`;
      const asked = dropped.includes("question") ? "" : (question ?? template.question ?? "");
      const whole = new Set([...kept].filter((part) => !told.has(part)));
      dropOrphans(sections, whole);
      return reword(
        fillTemplate(template.name, template.body, {
          ...textsByRole(sections, whole, names),
          hook,
          question: placesPostscript ? asked : `${asked}\n\n${ending}`,
          postscript: ending,
          hashtags: dropped.includes("hashtags") ? "" : hashtags.map((tag) => `#${tag}`).join(" "),
        }),
      );
    };
  const drops = postscript === null ? DROPS : [[], ...DROPS.map((drop) => ["postscript", ...drop] as const)];
  const dropped = drops.find((drop) => counter.fits(writer(drop)(new Set())));
  if (dropped === undefined) return null;
  const write = writer(dropped);
  const kept = fitParts(sections, rankParts(sections, template.keep, hook), (choice) => counter.fits(write(choice)));
  const text = write(kept);
  return {
    text,
    characters: counter.count(text),
    leftOut: listLeftOut(sections, kept),
    lines: new Set([
      ...[...kept].map((part) => part.line),
      ...(postscript === null || dropped.includes("postscript") ? [] : [postscript.line]),
    ]),
    dropped,
  };
}

const DROPS: readonly AssembledPost["dropped"][] = [[], ["hashtags"], ["hashtags", "question"]];

/** What the hook and the question say is not said again: a sentence that is the hook, a passage that is one of them whole. */
function findTold(sections: readonly Section[], hook: string, question: string | null): Set<Part> {
  const told = new Set(sections.flatMap(allParts).filter(({ text }) => sameWords(text, hook)));
  const isSaid = (parts: readonly Part[]): boolean => {
    const words = joinSentences(parts.map(({ text }) => text));
    return sameWords(words, hook) || (question !== null && sameWords(words, question));
  };
  const groups = sections.flatMap((section) => section.groups.map(({ parts }) => parts));
  // The lines of a hook are groups of their own.
  const openings = [2, 3, 4].map((count) => groups.slice(0, count).flat());
  for (const passage of [...groups, ...openings]) if (isSaid(passage)) for (const part of passage) told.add(part);
  return told;
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
      : [
          {
            role: section.role,
            title: section.title,
            characters,
            parts: gone.length,
            of: parts.length,
            lists: section.groups.flatMap((group) => loneBullet(group, kept)),
          },
        ];
  });
}

/** A list that is told by a single one of its points. */
function loneBullet(group: Group, kept: ReadonlySet<Part>): LeftOut["lists"] {
  const points = group.parts.filter((part) => part.kind !== "explanation" && part.of === null);
  const [told, ...others] = points.filter((part) => kept.has(part));
  if (group.kind === "paragraph" || group.kind === "line" || told === undefined || others.length > 0) return [];
  return points.length < 2 ? [] : [{ told: told.text, more: points.length - 1 }];
}

/** Whether a sentence is the hook again, whatever its quotes. */
export function sameWords(sentence: string, hook: string): boolean {
  const words = (text: string): string =>
    text
      .replace(/["“”'‘’]/g, "")
      .trim()
      .toLowerCase();
  return words(sentence) === words(hook);
}
