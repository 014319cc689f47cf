import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Role } from "../language/lexicon.ts";
import { stemsOf } from "../language/same-noun.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import type { Traits } from "./traits.ts";

/** What each role adds to a part's worth; documented in docs/drafting.md. */
const ROLE_WORTH: Readonly<Record<Role, number>> = {
  crisis: 26,
  turn: 20,
  outcome: 20,
  lesson: 24,
  setup: 12,
  detail: 16,
};

/** What each trait adds, and takes. */
const TRAIT_WORTH = {
  quotation: 36,
  admission: 30,
  dissent: 12,
  setback: 8,
  change: 16,
  total: 14,
  clock: 8,
  figure: 6,
  firstPerson: 6,
  opening: 10,
  short: 8,
  caveat: -14,
  background: -12,
  long: -10,
  brackets: -4,
  hookFigures: -16,
} as const;

/** A sentence up to so many characters is short; one beyond so many is long. */
const SHORT = 70;
const LONG = 190;

/** What a shape likes counts half as much again. */
const LIKED = 1.5;

/** What a part is worth to a post: what carries one first, what introduces a company last. */
export function worthOf(
  part: Part,
  { traits, roles, sections }: StoryOutline,
  hook: HookWords,
  likes: ReadonlySet<string>,
): number {
  const own = traits.get(part);
  if (own === undefined) return 0;
  const add = (name: keyof typeof TRAIT_WORTH, isSo: boolean): number =>
    isSo ? TRAIT_WORTH[name] * (likes.has(name) ? LIKED : 1) : 0;
  const isOpening = sections.some(({ groups }) => groups[0]?.parts[0] === part);
  return (
    ROLE_WORTH[roles.get(part) ?? "detail"] +
    add("quotation", own.isQuotation) +
    add("admission", own.isAdmission) +
    add("dissent", own.isDissent) +
    add("setback", own.isSetback) +
    add("change", own.isChange) +
    add("total", own.isTotal) +
    add("clock", own.hasClock) +
    add("figure", own.figures.length > 0) +
    add("firstPerson", own.isFirstPerson) +
    add("opening", isOpening) +
    add("short", part.text.length <= SHORT) +
    add("caveat", own.isCaveat) +
    add("background", own.isBackground && own.figures.length !== 1) +
    add("long", part.text.length > LONG) +
    add("brackets", part.text.includes("(")) +
    add("hookFigures", repeatsFigures(own, hook))
  );
}

/** The words and figures of a hook, to know what it tells already. */
export interface HookWords {
  stems: ReadonlySet<string>;
  figures: ReadonlySet<string>;
}

export function readHookWords(hook: string, figures: readonly { text: string }[]): HookWords {
  return { stems: new Set(stemsIn(hook)), figures: new Set(figures.map(({ text }) => text)) };
}

function repeatsFigures({ figures }: Traits, hook: HookWords): boolean {
  return figures.length > 0 && figures.every(({ text }) => hook.figures.has(text));
}

/** A sentence with so large a share of its words in the hook says it again. */
const SAME = 0.65;

/** Whether a sentence says what the hook says. */
export function repeatsHook(text: string, hook: HookWords): boolean {
  const stems = stemsIn(text);
  return stems.length > 0 && stems.filter((stem) => hook.stems.has(stem)).length >= SAME * stems.length;
}

function stemsIn(text: string): string[] {
  return lex(text).flatMap(({ kind, key }) => {
    if (kind === "number") return [key];
    if (kind !== "word" || key.length < 4 || listed("common").get(key) === true) return [];
    return [stemsOf(key).at(-1) ?? key];
  });
}
