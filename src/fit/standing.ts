import { DICTIONARY } from "../language/dictionary.ts";
import type { Needs } from "./needs.ts";
import type { Group, Part, Section } from "./parts.ts";
import { stemsIn } from "./stems-in.ts";
import type { Traits } from "./traits.ts";

/** Where a part stands in its story, and what else of it has to do with it. */
export interface Standing {
  /** Its telling words and numbers. */
  stems: ReadonlySet<string>;
  /** How much of the story is in front of it, from 0 to 1. */
  position: number;
  isInFirstSection: boolean;
  opensSection: boolean;
  isBehindQuotation: boolean;
  /** It is a paragraph by itself. */
  isAlone: boolean;
  /** How many parts its paragraph or list has. */
  group: number;
  /** How many parts say nothing without it. */
  leaning: number;
  /** How many of its telling words the ending has. */
  ofEnding: number;
  /** How many of its telling words other parts have, too, from 0 to 1. */
  known: number;
  /** How much of what runs through the story it speaks of, from 0 to 1: of a few things that many parts have, or of many that some have. */
  shared: number;
  isEnding: boolean;
  isLast: boolean;
}

/** A thing that so many other parts speak of is what a story is about; one that more do counts no more for it. */
const OFTEN = 4;
/** A part with fewer things to speak of has less of a story in it. */
const FEW = 4;

/** Finds where every part of a story stands. */
export function findStandings(
  sections: readonly Section[],
  { traits, needs, ending }: { traits: ReadonlyMap<Part, Traits>; needs: Needs; ending: readonly Part[] },
): Map<Part, Standing> {
  const parts = sections.flatMap(({ groups }) => groups.flatMap((group) => group.parts));
  const stems = new Map(parts.map((part) => [part, stemsIn(part.text)]));
  const counts = countAll([...stems.values()].map((own) => [...own]));
  const leaning = countAll(parts.map((part) => needs.get(part) ?? []));
  const endWords = new Set(ending.flatMap((part) => [...(stems.get(part) ?? [])]));
  const total = parts.reduce((sum, { text }) => sum + text.length, 0);
  let [before, at] = [0, 0];
  const standings = new Map<Part, Standing>();
  for (const [section, { groups }] of sections.entries())
    for (const group of groups)
      for (const part of group.parts) {
        const all = stems.get(part) ?? new Set();
        const own = [...all];
        const previous = parts[at - 1];
        standings.set(part, {
          stems: all,
          position: before / Math.max(1, total),
          isInFirstSection: section === 0,
          opensSection: part === groups[0]?.parts[0],
          isBehindQuotation: previous !== undefined && traits.get(previous)?.isQuotation === true,
          isAlone: isProse(group) && group.parts.length === 1,
          group: group.parts.length,
          leaning: leaning.get(part) ?? 0,
          ofEnding: own.filter((stem) => endWords.has(stem)).length,
          known: own.filter((stem) => (counts.get(stem) ?? 0) > 1).length / Math.max(1, own.length),
          shared: sharedOf(own.filter(isThing), counts),
          isEnding: ending.includes(part),
          isLast: part === ending.at(-1),
        });
        before += part.text.length;
        at++;
      }
  return standings;
}

function sharedOf(things: readonly string[], counts: ReadonlyMap<string, number>): number {
  const elsewhere = things.reduce((sum, stem) => sum + Math.min(OFTEN, (counts.get(stem) ?? 1) - 1), 0);
  return elsewhere / OFTEN / Math.max(FEW, things.length);
}

/** Whether a word names more than how many, or how long. */
function isThing(stem: string): boolean {
  if (/^\d/.test(stem) || DICTIONARY.numbers.get(stem) !== undefined) return false;
  return DICTIONARY.timeUnits.get(stem) === undefined && DICTIONARY.timeUnits.get(`${stem}s`) === undefined;
}

function isProse({ kind }: Group): boolean {
  return kind === "paragraph" || kind === "line";
}

/** How many of some lists each thing is in. */
function countAll<T>(lists: readonly (readonly T[])[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const list of lists) for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
