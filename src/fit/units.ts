import { findDates } from "../language/date.ts";
import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { makeLists } from "./list-units.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Group, Part } from "./parts.ts";
import { costOf, type Selection, type StoryUnit } from "./unit.ts";
import { repeatsHook, worthOf } from "./worth.ts";

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
        ? makeSentences(selection, group, places, place, stage, section.groups[at - 1]?.kind === "code")
        : makeLists(selection, section, group, places, place, stage);
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
    const place = from + index;
    const previous = [...places.keys()].at(-1);
    places.set(part, place);
    const needs = outline.needs.get(part);
    const next = group.parts[index + 1];
    const isLead = group.leadsOn && next === undefined;
    const isRepeated = !isLead && repeatsHook(part.text, hook) && !wanted.has(part);
    if (needs === undefined || unwanted.has(part) || isRepeated) return [];
    const readsOn = isOpen || isOfCode;
    isOpen = true;
    return [
      {
        kind: "sentence",
        list: null,
        parts: [part],
        place,
        stage,
        role: outline.roles.get(part) ?? "detail",
        cost: costOf(part),
        worth: isLead ? 0 : worthOf(part, outline, hook, likes),
        behind: previous !== undefined && needs.includes(previous) ? (places.get(previous) ?? null) : null,
        before: isLead || (next !== undefined && (needs.includes(next) || onlyOpens(outline, part))) ? place + 1 : null,
        readsOn,
        opensMore: !readsOn && next !== undefined && outline.traits.get(part)?.isQuotation !== true,
        expects: expectsMore(part.text),
        leans: opensLeaning(part.text),
      },
    ];
  });
}

/** "Tuesday, September 17, 11 a.m.", "Halfmoon Bakery, Sheffield.": it says when or where, and what follows says what. */
function onlyOpens({ traits }: StoryOutline, part: Part): boolean {
  const own = traits.get(part);
  if (own?.isFragment !== true || own.isQuotation) return false;
  return own.hasClock || part.text.length <= SHORT_FRAGMENT || findDates(part.text, lex(part.text)).length > 0;
}

const SHORT_FRAGMENT = 60;

/** "The membership team wanted a fee.", "He didn't cut anything himself." */
function expectsMore(text: string): boolean {
  const words = lex(text).filter(({ kind }) => kind === "word");
  const isDenied =
    listed("negation").find(words) !== null && listed("personPronouns").get(words[0]?.key ?? "") === true;
  return isDenied || /\?["”]$/.test(text) || listed("expecting").find(words) !== null;
}

function opensLeaning(text: string): boolean {
  const [first] = lex(text).filter(({ kind }) => kind === "word");
  return first !== undefined && listed("connecting").get(first.key) === true;
}
