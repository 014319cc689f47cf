import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Role } from "../language/lexicon.ts";
import { findQuotations, isSaid } from "../language/quotation.ts";
import { stemsOf } from "../language/same-noun.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import type { Traits } from "./traits.ts";

/** What a letter of each role is worth; documented in docs/drafting.md, as all below. */
const ROLE_WORTH: Readonly<Record<Role, number>> = {
  crisis: 0.46,
  turn: 0.42,
  outcome: 0.34,
  lesson: 0.3,
  setup: 0.32,
  detail: 0.32,
};

/** Letters of a sentence beyond so many add nothing. */
const FULL = 120;

/** What each trait adds, and takes. */
const TRAIT_WORTH = {
  quotation: 40,
  admission: 20,
  dissent: 8,
  setback: 4,
  change: 2,
  total: 12,
  clock: 5,
  dated: 8,
  saying: 8,
  habit: -8,
  figure: 2,
  caveat: -14,
  brackets: -5,
  aside: -40,
  hookFigures: -28,
  hookWords: -26,
} as const;

/** A sentence of fewer letters brings the less of what it has. */
const ENOUGH = 46;

/** What introduces a company is worth so much of what it would be. */
const BACKGROUND = 0.5;

/** What a shape likes counts so many times. */
const LIKED = 2.2;

/** A sentence about what the hook speaks of adds so much at most, one about what the title names so much. */
const TOPIC = 34;
const TITLE = 40;

/** A sentence adds so much for each thing that comes in with it and is spoken of again and again, up to so many things. */
const INTRODUCTION = 10;
const MOST_INTRODUCED = 3;

/** A sentence of nothing but what the story speaks of elsewhere, too, adds so much. */
const ELSEWHERE = 22;

/** What a part is worth to a post: what carries one most, what introduces a company least. */
export function worthOf(
  part: Part,
  { traits, roles, positions, threads }: StoryOutline,
  hook: HookWords,
  likes: ReadonlySet<string>,
): number {
  const own = traits.get(part);
  if (own === undefined) return 0;
  const add = (name: keyof typeof TRAIT_WORTH, isSo: boolean): number =>
    isSo ? TRAIT_WORTH[name] * (likes.has(name) ? LIKED : 1) : 0;
  const letters =
    Math.min(part.text.length, FULL) *
    ROLE_WORTH[roles.get(part) ?? "detail"] *
    (part.kind === "sentence" ? worthAt(positions.get(part) ?? 0) : 1);
  const brought =
    TOPIC * shareOfHook(part.text, hook) +
    TITLE * shareOfTitle(part.text, hook) +
    ELSEWHERE * (threads.get(part)?.shared ?? 0) +
    INTRODUCTION * Math.min(MOST_INTRODUCED, threads.get(part)?.introduced ?? 0) +
    add("dissent", own.isDissent) +
    add("setback", own.isSetback) +
    add("change", own.isChange) +
    add("total", own.isTotal) +
    add("clock", own.hasClock) +
    add("dated", own.isDated) +
    add("saying", own.isSaying) +
    add("habit", own.isHabit) +
    add("figure", own.figures.length > 0);
  return (
    letters * (own.isBackground && own.figures.length !== 1 ? BACKGROUND : 1) +
    add("quotation", own.isQuotation) +
    add("admission", own.isAdmission) +
    brought * Math.min(1, part.text.length / ENOUGH) +
    add("caveat", own.isCaveat) +
    add("brackets", part.text.includes("(")) +
    add("aside", /^\(.*\)$/.test(part.text)) +
    add("hookFigures", repeatsFigures(own, hook)) +
    add("hookWords", tellsHook(part.text, hook))
  );
}

/**
 * What a letter counts at the beginning of a story, after each fifth of it, and at its end: a story opens with who everybody is and
 * trails off into what is the same today; between these it happens.
 */
const ALONG = [0.25, 1.2, 1.5, 1.4, 0.75, 0.2];

function worthAt(position: number): number {
  const at = position * (ALONG.length - 1);
  const [before = 1, after = before] = ALONG.slice(Math.floor(at));
  return before + (after - before) * (at % 1);
}

/** The words and figures of a hook, to know what it tells already, and the words of the story's title. */
export interface HookWords {
  text: string;
  title: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  figures: ReadonlySet<string>;
}

export function readHookWords(hook: string, title: string, figures: readonly { text: string }[]): HookWords {
  return {
    text: hook,
    title: new Set(stemsIn(title)),
    stems: new Set(stemsIn(hook)),
    figures: new Set(figures.map(({ text }) => text)),
  };
}

/** Whether a hook speaks of a thing. */
export function tells({ stems }: HookWords, word: string): boolean {
  return stemsIn(word).some((stem) => stems.has(stem));
}

function repeatsFigures({ figures }: Traits, hook: HookWords): boolean {
  return figures.length > 0 && figures.every(({ text }) => hook.figures.has(text));
}

/** A sentence with so large a share of its words in the hook says it again. */
const SAME = 0.65;
/** Fewer words than these may be in any sentence. */
const FEWEST_WORDS = 3;

/** Whether a sentence says what the hook says, or quotes it. */
export function repeatsHook(text: string, hook: HookWords): boolean {
  const quoted = findQuotations(text).filter(isSaid);
  if (quoted.some(({ start, end }) => hook.text.includes(text.slice(start + 1, end - 1)))) return true;
  const stems = stemsIn(text);
  return stems.length >= FEWEST_WORDS && stems.filter((stem) => hook.stems.has(stem)).length >= SAME * stems.length;
}

/** A sentence with such a share of its words in the hook tells little more. */
const LITTLE = 0.42;

function tellsHook(text: string, hook: HookWords): boolean {
  const stems = stemsIn(text);
  return stems.length >= FEWEST_WORDS && stems.filter((stem) => hook.stems.has(stem)).length >= LITTLE * stems.length;
}

/** How much a sentence is about what the hook speaks of, from 0 to 1: two of its words are enough. */
function shareOfHook(text: string, hook: HookWords): number {
  return Math.min(2, new Set(stemsIn(text).filter((stem) => hook.stems.has(stem))).size) / 2;
}

/** How many of the title's words a sentence has, from 0 to 1: two of them are enough. */
function shareOfTitle(text: string, { title }: HookWords): number {
  const enough = Math.min(2, title.size);
  const shared = new Set(stemsIn(text).filter((stem) => title.has(stem))).size;
  return enough === 0 ? 0 : Math.min(enough, shared) / enough;
}

function stemsIn(text: string): string[] {
  return lex(text).flatMap(({ kind, key }) => {
    if (kind === "number") return [key];
    if (kind !== "word" || key.length < 4 || listed("common").get(key) === true) return [];
    return [stemsOf(key).at(-1) ?? key];
  });
}
