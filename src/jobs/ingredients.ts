import { findIngredients, type Ingredient } from "../fit/ingredients.ts";
import { outlineStory, type StoryOutline } from "../fit/outline-story.ts";
import { toSection } from "../fit/read-section.ts";
import { takeEndings } from "../story/endings.ts";
import type { StoryReading } from "../story/reading.ts";

/** A story taken apart for a post, without the question and the postscript that end it. */
export function outlineForPost(read: Pick<StoryReading, "beats">): StoryOutline {
  return outlineStory(takeEndings(read.beats).beats.map(toSection));
}

/** What a story has for a post, as `show` lists it: each ingredient with its lines. */
export interface ShownIngredient {
  ingredient: Ingredient;
  /** At least one. */
  parts: readonly { line: number; text: string }[];
  /** Whether a template that needs it can be filled. */
  enough: boolean;
}

/** Finds what a story has of each ingredient, in the order in which a post would need them. */
export function listIngredients(read: Pick<StoryReading, "beats">): ShownIngredient[] {
  return findIngredients(outlineForPost(read)).filter(({ parts }) => parts.length > 0);
}
