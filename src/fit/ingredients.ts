import type { Role } from "../language/lexicon.ts";
import type { BlockKind, StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import type { Traits } from "./traits.ts";

export const INGREDIENTS = [
  "scene",
  "quotation",
  "voices",
  "admission",
  "clock",
  "series",
  "changes",
  "bill",
  "actions",
  "rules",
  "setback",
  "dissent",
  "aftermath",
  "last",
] as const;

/** A part of a story that a post template may need. */
export type Ingredient = (typeof INGREDIENTS)[number];

/** What a story has of an ingredient; `enough` tells whether a template that needs it can be filled. */
export interface FoundIngredient {
  ingredient: Ingredient;
  parts: readonly Part[];
  enough: boolean;
}

/** Finds a story's ingredients, those too of which it has less than a template needs. */
export function findIngredients(outline: StoryOutline): FoundIngredient[] {
  return INGREDIENTS.map((ingredient) => {
    const parts = FINDERS[ingredient](outline);
    return { ingredient, parts, enough: parts.length >= (FEWEST[ingredient] ?? 1) };
  });
}

/** How many parts make one of an ingredient, where it is not one. */
const FEWEST: Partial<Record<Ingredient, number>> = {
  voices: 3,
  clock: 4,
  series: 4,
  changes: 3,
  actions: 2,
  rules: 2,
};

type Finder = (outline: StoryOutline) => Part[];

const FINDERS: Readonly<Record<Ingredient, Finder>> = {
  scene: (outline) => withTrait(outline, (own, part) => part.kind === "sentence" && own.hasClock && own.isFirstPerson),
  quotation: (outline) => withTrait(outline, (own) => own.isQuotation),
  voices: (outline) => withTrait(outline, (own) => own.isQuotation && !own.isOnlyQuotation),
  admission: (outline) => withTrait(outline, (own) => own.isAdmission),
  clock: (outline) => withTrait(outline, (own) => own.hasClock),
  series: (outline) => rowsOf(outline).filter(({ text }) => /\d/.test(text)),
  changes: (outline) => withTrait(outline, (own) => own.isChange),
  bill: (outline) => withTrait(outline, (own) => own.isTotal && own.figures.some(({ kind }) => kind === "money")),
  actions: (outline) => blockParts(outline, "actions"),
  rules: (outline) => blockParts(outline, "rules"),
  setback: (outline) => withTrait(outline, (own, part) => own.isSetback && roleOf(outline, part) !== "setup"),
  dissent: (outline) => withTrait(outline, (own) => own.isDissent),
  aftermath: (outline) =>
    outline.parts.filter((part) => part.kind === "sentence" && roleOf(outline, part) === "outcome"),
  last: ({ last }) => (last === null ? [] : [last]),
};

function withTrait({ parts, traits }: StoryOutline, has: (traits: Traits, part: Part) => boolean): Part[] {
  return parts.filter((part) => {
    const own = traits.get(part);
    return own !== undefined && has(own, part);
  });
}

function roleOf({ roles }: StoryOutline, part: Part): Role {
  return roles.get(part) ?? "detail";
}

function rowsOf({ parts }: StoryOutline): Part[] {
  return parts.filter(({ kind }) => kind === "row");
}

function blockParts({ blocks }: StoryOutline, kind: BlockKind): Part[] {
  const block = blocks.find((each) => each.kind === kind);
  return block?.group.parts.filter(({ of, kind: own }) => of === null && own === "bullet") ?? [];
}
