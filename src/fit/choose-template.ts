import type { PostTemplate } from "../templates/post-template.ts";
import { findIngredients, INGREDIENTS, type Ingredient } from "./ingredients.ts";
import type { StoryOutline } from "./outline-story.ts";

/** What a post template can make of a story. */
export interface JudgedTemplate {
  template: PostTemplate;
  /** Whether the story has all that it needs. */
  fits: boolean;
  /** From 0 to 100; 0 where it does not fit. */
  score: number;
  missing: readonly Ingredient[];
  /** What speaks for it, in words that can follow "because". */
  because: string;
}

/** What a wish that the story fulfils adds to a template's own rank. */
const LIKED = 3;

/** Judges post templates for a story, the best first, those it can't fill last. */
export function judgeTemplates(outline: StoryOutline, templates: readonly PostTemplate[]): JudgedTemplate[] {
  const found = findIngredients(outline);
  const has = new Set<string>(found.filter(({ enough }) => enough).map(({ ingredient }) => ingredient));
  const countOf = (name: Ingredient): number => found.find(({ ingredient }) => ingredient === name)?.parts.length ?? 0;
  return templates
    .map((template): JudgedTemplate => {
      const needs = template.needs.flatMap((need) => INGREDIENTS.find((name) => name === need) ?? []);
      const missing = needs.filter((need) => !has.has(need));
      const liked = template.prefers.filter((name) => has.has(name)).length;
      const fits = missing.length === 0;
      return {
        template,
        fits,
        score: fits ? Math.min(100, template.rank + LIKED * liked) : 0,
        missing,
        because: wordReason(needs, countOf),
      };
    })
    .sort(
      (a, b) =>
        b.score - a.score || a.missing.length - b.missing.length || (a.template.name < b.template.name ? -1 : 1),
    );
}

/** The best of the templates that fit, but not the one of the post before, unless no other fits. */
export function chooseTemplate(judged: readonly JudgedTemplate[], before: string | null): JudgedTemplate | null {
  const fitting = judged.filter(({ fits }) => fits);
  return fitting.find(({ template }) => template.name !== before) ?? fitting[0] ?? null;
}

const WORDS: Readonly<Record<Ingredient, readonly [one: string, many: string]>> = {
  scene: ["a scene with its hour", "scenes with their hours"],
  quotation: ["something that somebody said", "things that people said"],
  voices: ["a speaker", "speakers"],
  admission: ["an admission", "admissions"],
  clock: ["clock time", "clock times"],
  series: ["figure in a row", "figures in a row"],
  changes: ["change from one figure to another", "changes from one figure to another"],
  bill: ["a bill with its total", "bills with their totals"],
  actions: ["action", "actions in a list"],
  rules: ["rule", "rules in a list"],
  setback: ["a setback", "setbacks"],
  dissent: ["somebody who objects", "people who object"],
  aftermath: ["a sentence of what came of it", "sentences of what came of it"],
  last: ["a line to end on", "lines to end on"],
};

function wordReason(needs: readonly Ingredient[], countOf: (name: Ingredient) => number): string {
  if (needs.length === 0) return "it tells any story";
  const words = needs.map((need) => {
    const count = countOf(need);
    return count === 1 ? WORDS[need][0] : `${count} ${WORDS[need][1]}`;
  });
  return `the story has ${words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`}`;
}
