import { findTextFigures } from "../language/find-figures.ts";
import type { Role } from "../language/lexicon.ts";
import type { PostTemplate } from "../templates/post-template.ts";
import { dropOrphans } from "./fit-parts.ts";
import { readHookWords } from "./hook-words.ts";
import type { StoryOutline } from "./outline-story.ts";
import { type Part, partsOf } from "./parts.ts";
import { chanceOf } from "./worth.ts";

/** A part of a story as somebody may tick it for a post. */
export interface OfferedPart {
  /** Its number in the story; the same for the same story and wishes. */
  number: number;
  text: string;
  /** The label it is below; null for what is in front of the first. */
  title: string | null;
  role: Role;
  /** How likely it is told, by itself, in percent: about 40 for a plain sentence, 80 for a quotation. */
  worth: number;
  isTold: boolean;
}

/** The parts of a story with their worth, but for those that the hook or the question tells. */
export function offerParts(
  outline: StoryOutline,
  kept: ReadonlySet<Part>,
  told: ReadonlySet<Part>,
  { hook, title }: { hook: string; title: string },
  template: PostTemplate,
): OfferedPart[] {
  const words = readHookWords(hook, title, findTextFigures(hook));
  const likes = new Set(template.likes);
  const titles = new Map(outline.sections.flatMap((section) => partsOf(section).map((part) => [part, section.title])));
  return outline.parts.flatMap((part, number): OfferedPart[] => {
    if (told.has(part) || (part.kind === "code" && !template.showsCode)) return [];
    return [
      {
        number,
        text: part.text,
        title: titles.get(part) ?? null,
        role: outline.roles.get(part) ?? "detail",
        worth: Math.round(100 * chanceOf(part, outline, words, likes)),
        isTold: kept.has(part),
      },
    ];
  });
}

/** The parts with the numbers that somebody ticked, without those that say nothing without one that is not. */
export function partsTicked({ parts, sections }: StoryOutline, ticked: ReadonlySet<number>): Set<Part> {
  const kept = new Set(parts.filter((_, number) => ticked.has(number)));
  dropOrphans(sections, kept);
  return kept;
}
