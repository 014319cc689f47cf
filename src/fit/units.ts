import { findDates } from "../language/date.ts";
import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { isPast } from "../language/past.ts";
import type { Token } from "../language/token.ts";
import { type HookWords, repeatsHook } from "./hook-words.ts";
import { makeLists } from "./list-units.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Group, Part } from "./parts.ts";
import { costOf, type Selection, type StoryUnit } from "./unit.ts";
import { worthOf } from "./worth.ts";

/** A story with so many sections is told section by section, any other paragraph by paragraph. */
const MANY_SECTIONS = 4;

/** Takes a story apart into the units a post can choose from, in their order. */
export function makeUnits(selection: Selection): StoryUnit[] {
  const { outline } = selection;
  const inSections = outline.sections.filter(({ groups }) => groups.length > 0).length >= MANY_SECTIONS;
  const units: StoryUnit[] = [];
  /** Where each sentence stands. */
  const places = new Map<Part, number>();
  let place = 0;
  let stage = 0;
  for (const section of outline.sections) {
    for (const [at, group] of section.groups.entries()) {
      const made = isProse(group)
        ? makeSentences(selection, group, places, place, stage, leansOnCode(outline, section.groups[at - 1], group))
        : makeLists(selection, section, group, { places, place, stage });
      units.push(...made);
      place += isProse(group) ? group.parts.length : 1;
      if (!inSections) stage++;
    }
    if (inSections) stage++;
  }
  return units;
}

function isProse({ kind }: Group): boolean {
  return kind === "paragraph" || kind === "line";
}

/** Whether a paragraph speaks of the code in front of it. */
function leansOnCode({ traits }: StoryOutline, before: Group | undefined, { parts }: Group): boolean {
  const own = parts[0] === undefined ? undefined : traits.get(parts[0]);
  return before?.kind === "code" && (own?.points === true || own?.isFragment === true);
}

function makeSentences(
  { outline, hook, likes, unwanted, wanted }: Selection,
  group: Group,
  places: Map<Part, number>,
  from: number,
  stage: number,
  isOfCode: boolean,
): StoryUnit[] {
  let isOpen = false;
  return group.parts.flatMap((part, index): StoryUnit[] => {
    const previous = [...places.keys()].at(-1);
    places.set(part, from + index);
    const next = group.parts[index + 1];
    const isLead = group.leadsOn && next === undefined;
    const isRepeated =
      !isLead && repeatsHook(part.text, hook) && !wanted.has(part) && !carries(outline, part, next, hook);
    if (!outline.needs.has(part) || unwanted.has(part) || isRepeated) return [];
    const readsOn = isOpen || isOfCode;
    isOpen = true;
    return [
      {
        kind: "sentence",
        list: null,
        parts: [part],
        place: from + index,
        stage,
        role: outline.roles.get(part) ?? "detail",
        cost: costOf(part),
        worth: isLead ? 0 : worthOf(part, outline, hook, likes),
        behind: placeBehind(outline, part, previous, places),
        before: isLead || leadsOn(outline, part, next) ? from + index + 1 : null,
        readsOn,
        opensMore: !readsOn && opensParagraph(outline, part, next),
        end: from + group.parts.length - 1,
        expects: expectsMore(part, next),
        leans: opensLeaning(part.text),
      },
    ];
  });
}

/** Whether a sentence is still to be told: others lean on it, it tells who somebody is ("She was the night-shift lead.") or goes on ("Two seconds, maybe."). */
function carries(outline: StoryOutline, part: Part, next: Part | undefined, { text }: HookWords): boolean {
  // What moved up does not return below.
  if (text.includes(part.text)) return false;
  const isAside = outline.traits.get(part)?.isFragment === true && part.text.length < SHORTEST_REPEAT;
  return (next !== undefined && needsOne(outline, next, part)) || tellsWho(part.text) || isAside;
}

/** Fewer letters repeat no hook. */
const SHORTEST_REPEAT = 30;

function tellsWho(text: string): boolean {
  const [who, is] = lex(text).filter(({ kind }) => kind === "word");
  return listed("personPronouns").get(who?.key ?? "") === true && listed("copulas").get(is?.key ?? "") === true;
}

/** Where the sentence stands that a part leans on; null where it leans on none. */
function placeBehind(
  outline: StoryOutline,
  part: Part,
  previous: Part | undefined,
  places: ReadonlyMap<Part, number>,
): number | null {
  return previous !== undefined && needsOne(outline, part, previous) ? (places.get(previous) ?? null) : null;
}

/** A quotation is as good alone. */
function opensParagraph({ traits }: StoryOutline, part: Part, next: Part | undefined): boolean {
  return next !== undefined && traits.get(part)?.isQuotation !== true;
}

function needsOne({ needs }: StoryOutline, part: Part, other: Part | undefined): boolean {
  return other !== undefined && needs.get(part)?.includes(other) === true;
}

/** Whether a sentence is never told without the next: it opens a bracket, or only says when. */
function leadsOn(outline: StoryOutline, part: Part, next: Part | undefined): boolean {
  return next !== undefined && (needsOne(outline, part, next) || onlyOpens(outline, part));
}

/** "Tuesday, September 17, 11 a.m.", "Halfmoon Bakery, Sheffield.": it says when or where, and what follows says what. */
function onlyOpens({ traits }: StoryOutline, part: Part): boolean {
  const own = traits.get(part);
  if (own?.isFragment !== true || own.isQuotation) return false;
  return own.hasClock || part.text.length <= SHORT_FRAGMENT || findDates(part.text, lex(part.text)).length > 0;
}

const SHORT_FRAGMENT = 60;

/** Whether a sentence says little without the one behind it; `next` is that of its paragraph. */
function expectsMore({ text }: Part, next: Part | undefined): boolean {
  return (
    (next !== undefined && (asksForMore(text) || turns(next.text) || contrasts(text, next.text))) || announces(text)
  );
}

/** "The membership team wanted a fee.", "He didn't cut anything himself.", "Not everybody was convinced." */
function asksForMore(text: string): boolean {
  const words = lex(text).filter(({ kind }) => kind === "word");
  const opening = words[0]?.key ?? "";
  const isDenied =
    opening === "not" || (listed("negation").find(words) !== null && listed("personPronouns").get(opening) === true);
  return isDenied || /\?["”]$/.test(text) || listed("expecting").find(words) !== null;
}

/** "But every one of the five waited for it.": what stands in front is said for its sake. */
function turns(text: string): boolean {
  return listed("turning").at(lex(text), 0) !== null;
}

/** "I hadn't told him. I'd told a server.": what somebody did not do, and then what they did. */
function contrasts(text: string, next: string): boolean {
  const [words = [], others = []] = [text, next].map((each) => lex(each).filter(({ kind }) => kind === "word"));
  if (next.length > LONGEST_CONTRAST || subjectOf(words) !== subjectOf(others)) return false;
  const isDenied = (all: readonly Token[]): boolean => listed("negation").find(all) !== null;
  const isTelling = ({ key }: Token): boolean => key.length >= 4 && listed("common").get(key) !== true;
  const isShared = (word: Token): boolean => isTelling(word) && others.some(({ key }) => key === word.key);
  return isDenied(words) && !isDenied(others) && words.some(isShared);
}

/** "I" of "I'd". */
function subjectOf([first]: readonly Token[]): string | undefined {
  return first?.key.split(/['’]/)[0];
}

/** In letters. */
const LONGEST_CONTRAST = 60;

/** "She wrote down what they waited for.", "– Did you know?": what that was stands behind it, in the next paragraph, too. */
function announces(text: string): boolean {
  if (/^[–—].*\?$/u.test(text)) return true;
  const words = lex(text).filter(({ kind }) => kind === "word");
  const what = words.findLastIndex(({ key }) => key === "what");
  if (what < 1 || what < words.length - LONGEST_WHAT || /[?"”]$/.test(text)) return false;
  return words.slice(Math.max(0, what - 2), what).some(({ key }) => listed("saying").get(key) === true || isPast(key));
}

const LONGEST_WHAT = 6;

function opensLeaning(text: string): boolean {
  const [first] = lex(text).filter(({ kind }) => kind === "word");
  return first !== undefined && listed("connecting").get(first.key) === true;
}
