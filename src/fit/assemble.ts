import { fillTemplate } from "../hooks/liquid.ts";
import { findTextFigures } from "../language/find-figures.ts";
import type { Role } from "../language/lexicon.ts";
import { isQuantity } from "../language/quantity.ts";
import type { Counter } from "../post/counting.ts";
import type { LeftOut } from "../post/notes.ts";
import type { Style } from "../post/style.ts";
import type { Beat } from "../story/beats.ts";
import type { Ending } from "../story/endings.ts";
import type { PostTemplate } from "../templates/post-template.ts";
import { foldCase } from "../text/letters.ts";
import { joinSentences, splitSentences } from "../text/sentences.ts";
import { dropOrphans, fitParts } from "./fit-parts.ts";
import { readHookWords } from "./hook-words.ts";
import { findCapitalised, tellsAllNumbered } from "./layout.ts";
import { listLeftOut } from "./left-out.ts";
import { tellInProse } from "./narrative.ts";
import { type OfferedPart, offerParts, partsTicked } from "./offered-parts.ts";
import { outlineStory, type StoryOutline } from "./outline-story.ts";
import { type Part, partsOf, type Section } from "./parts.ts";
import { placeTexts } from "./placed-texts.ts";
import { rankParts } from "./rank.ts";
import { toSection } from "./read-section.ts";
import { createSelection, type SelectedParts } from "./select.ts";
import { findTold } from "./told.ts";

export interface Ingredients {
  beats: readonly Beat[];
  /** The story's. */
  title: string;
  hook: string;
  question: string | null;
  /** What the slot ends every post with. */
  closing: string | null;
  /** Without its "P.S."; it stands behind the question. */
  postscript: Ending | null;
  /** Without their `#`. */
  hashtags: readonly string[];
  template: PostTemplate;
  counter: Counter;
  /** How many characters the post is to have at most; null where the platform's limit alone counts. */
  length: number | null;
  /** Parts that are told, and left out, whatever they are worth, by the words of their label or their own. */
  with: readonly string[];
  without: readonly string[];
  /** Only the beats of these roles are told; all where none is named. */
  roles: readonly Role[];
  /** The parts that are told, by their number among `parts`, where somebody ticked them; null where they are chosen. */
  only: ReadonlySet<number> | null;
  style: Style;
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
  /** All parts that a post of this length can tell, in their order. */
  parts: readonly OfferedPart[];
  /** What a short platform has no room for: the postscript, then the hashtags, then the question. */
  dropped: readonly ("postscript" | "hashtags" | "question")[];
}

/** Below so many characters a platform takes a few sentences, and no post that is made of a scene and its figures. */
const SHORTEST_POST = 600;

/**
 * Assembles a post from a story's beats: every word is the story's, the slot's or the template's. Deterministic. Where hook,
 * question, postscript and hashtags alone are too long for the platform, the postscript goes, then the hashtags, then the
 * question; null where the hook is.
 */
export function assemblePost(ingredients: Ingredients): AssembledPost | null {
  const { beats, hook, question, template, counter, length } = ingredients;
  const whole = outlineStory(chooseSections(beats.map(toSection), ingredients));
  const outline = length === null ? whole : outlineStory(tellInProse(whole));
  const { sections } = outline;
  const told = findTold(sections, hook, question);
  const writer = createWriter(ingredients, outline, told);
  const drops =
    ingredients.postscript === null ? DROPS : [[], ...DROPS.map((drop) => ["postscript", ...drop] as const)];
  const dropped = drops.find((drop) => counter.fits(writer(drop)(new Set())));
  if (dropped === undefined) return null;
  const write = writer(dropped);
  const fits = (kept: ReadonlySet<Part>): boolean => {
    const text = write(kept);
    return counter.fits(text) && (length === null || counter.count(text) <= length);
  };
  const chooseParts = (): Set<Part> =>
    length === null || length < SHORTEST_POST
      ? fitParts(sections, rankParts(sections, template.keep, hook), fits)
      : composeParts(ingredients, outline, told, length, write, fits);
  const kept = ingredients.only === null ? chooseParts() : partsTicked(outline, ingredients.only);
  const text = write(kept);
  const { postscript } = ingredients;
  return {
    text,
    characters: counter.count(text),
    leftOut: listLeftOut(sections, kept),
    lines: new Set([
      ...[...kept].map((part) => part.line),
      ...(postscript === null || dropped.includes("postscript") ? [] : [postscript.line]),
    ]),
    parts: offerParts(outline, kept, told, ingredients, template),
    dropped,
  };
}

const DROPS: readonly AssembledPost["dropped"][] = [[], ["hashtags"], ["hashtags", "question"]];

/** The sections of the roles that were asked for. */
function chooseSections(sections: readonly Section[], { roles }: Ingredients): Section[] {
  return roles.length === 0 ? [...sections] : sections.filter(({ role }) => roles.includes(role));
}

/** The whole story where it fits, else what carries a post. */
function composeParts(
  { hook, title, template, with: named, without }: Ingredients,
  outline: StoryOutline,
  told: ReadonlySet<Part>,
  length: number,
  write: (kept: ReadonlySet<Part>) => string,
  fits: (kept: ReadonlySet<Part>) => boolean,
): Set<Part> {
  const unwanted = new Set([
    ...told,
    ...withLeaning(outline, partsNamed(outline, without)),
    ...(template.showsCode ? [] : codeOf(outline)),
  ]);
  const whole = new Set(outline.parts.filter((part) => !unwanted.has(part)));
  dropOrphans(outline.sections, whole);
  if (fits(whole)) return whole;
  const frame = write(new Set()).length;
  const select = createSelection({
    outline,
    hook: readHookWords(hook, title, findTextFigures(hook)),
    likes: new Set(template.likes),
    needs: template.needs,
    wanted: new Set(partsNamed(outline, named)),
    unwanted,
  });
  /** Labels and blank lines take room that only the finished text shows. */
  const chooseBest = (mayTell: (text: string) => boolean, least: number): Set<Part> | null => {
    let best: SelectedParts | null = null;
    let tries = TRIES;
    for (let budget = length - frame + SPARE; budget > least && tries > 0; budget -= STEP) {
      const selected = select(budget);
      if (!fits(selected.parts) || !mayTell(write(selected.parts))) continue;
      tries--;
      if (best === null || selected.worth > best.worth) best = selected;
    }
    return best?.parts ?? null;
  };
  // Settings are what a tutorial is about.
  const most = template.showsCode ? Number.POSITIVE_INFINITY : Math.max(MOST_FIGURES, length / LETTERS_A_FIGURE);
  return (
    chooseBest((text) => countFigures(text) <= most, (length - frame) * LEAST_OF_LENGTH) ??
    chooseBest(() => true, 0) ??
    new Set()
  );
}

/** A post with more figures than these reads like a report, and a longer one than usual may have one for so many letters. */
const MOST_FIGURES = 24;
const LETTERS_A_FIGURE = 60;
/** So much of the room is used rather than that the figures are too many. */
const LEAST_OF_LENGTH = 0.8;

function countFigures(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + findTextFigures(line).filter(isQuantity).length, 0);
}

const STEP = 20;
/** White space may be less than the estimate. */
const SPARE = 40;
/** So many choices that fit are compared: with a little less room another may be the better one. */
const TRIES = 3;

/** Code is no text where nothing shows it as code. */
function codeOf({ parts }: StoryOutline): Part[] {
  return parts.filter(({ kind }) => kind === "code");
}

/** Parts with those that say nothing without them. */
function withLeaning({ parts, needs }: StoryOutline, named: readonly Part[]): Set<Part> {
  const all = new Set(named);
  for (const part of parts) if (needs.get(part)?.some((each) => all.has(each)) === true) all.add(part);
  return all;
}

/** The parts that somebody named: those of a label, or those with the words in them. */
function partsNamed({ sections, parts }: StoryOutline, names: readonly string[]): Part[] {
  return names.flatMap((name) => {
    const wanted = foldCase(name);
    const section = sections.find(({ title }) => title !== null && foldCase(title).includes(wanted));
    return section === undefined ? parts.filter(({ text }) => foldCase(text).includes(wanted)) : partsOf(section);
  });
}

/** Makes the function that lays a choice of parts out in the template. */
function createWriter(
  { hook, question, closing, postscript, hashtags, template, style, reword }: Ingredients,
  outline: StoryOutline,
  told: ReadonlySet<Part>,
) {
  const { sections } = outline;
  const context = {
    names: findCapitalised(sections),
    traits: outline.traits,
    style,
    last: outline.last,
  };
  // What a template does not place stands behind its question.
  const places = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(template.body);
  return (dropped: AssembledPost["dropped"]) =>
    (kept: ReadonlySet<Part>): string => {
      const unlessDropped = (name: AssembledPost["dropped"][number], words: string): string =>
        dropped.includes(name) ? "" : words;
      const ending = unlessDropped("postscript", postscript === null ? "" : `P.S. ${postscript.text}`);
      const asked = unlessDropped("question", question ?? template.question ?? "");
      const whole = new Set([...kept].filter((part) => !told.has(part)));
      dropOrphans(sections, whole);
      const behind = [places("closing") ? "" : (closing ?? ""), places("postscript") ? "" : ending];
      return reword(
        fillTemplate(template.name, template.body, {
          ...placeTexts(outline, whole, { ...context, keepsNumbers: tellsAllNumbered(sections, whole) }, places),
          hook: layOutHook(hook),
          question: [asked, ...behind].filter((part) => part !== "").join("\n\n"),
          closing: closing ?? "",
          postscript: ending,
          hashtags: unlessDropped("hashtags", hashtags.map((tag) => `#${tag}`).join(" ")),
        }),
      );
    };
}

/** A hook up to so many characters has its first sentence on a line of its own, short enough to stand above the fold. */
const LONGEST_HOOK = 220;
const LONGEST_FIRST = 90;

/** Puts the second sentence of a short hook on a line of its own. */
export function layOutHook(hook: string): string {
  const [first = "", ...others] = splitSentences(hook);
  if (others.length === 0 || hook.includes("\n") || hook.length > LONGEST_HOOK || first.length > LONGEST_FIRST)
    return hook;
  return `${first}\n\n${joinSentences(others)}`;
}
