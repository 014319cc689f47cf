import type { Path } from "./best-path.ts";
import { tells } from "./hook-words.ts";
import { negotiate, type PathChoice, placesNeeded, type WeighedPath } from "./negotiate.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import { findBackReferences } from "./references.ts";
import { findSteps } from "./steps.ts";
import { costOf, type Selection, type StoryUnit } from "./unit.ts";
import { makeUnits } from "./units.ts";
import { worthOf } from "./worth.ts";

/** What the ending goes back to counts so many times. */
const ENDING = 2;

/** Numbered steps may take such a share of a post. */
const LARGEST_STEPS = 0.5;

/** What a post tells of its story, and what that is worth. */
export interface SelectedParts {
  parts: Set<Part>;
  worth: number;
}

/**
 * Chooses what a post tells of its story: makes the function that gives the choice for a length. The last lines, what was asked for and
 * numbered steps stay; of the rest, that which is worth most together, as sentences that read on from one another and speak of
 * nothing that is not told.
 */
export function createSelection(selection: Selection): (budget: number) => SelectedParts {
  const { outline, wanted, unwanted, hook, likes } = selection;
  const units = makeUnits(selection);
  const ending = new Set(outline.ending);
  const references = findBackReferences(outline, hook.text)
    .filter(({ part, word }) => part === null || word === "" || !tells(hook, word))
    // Nothing hurts more than a last line that speaks of what was cut.
    .map((each) => (each.part !== null && ending.has(each.part) ? { ...each, weight: each.weight * ENDING } : each));
  const steps = findSteps(outline, (part) => worthOf(part, outline, hook, likes)).filter((part) => !unwanted.has(part));
  const placeOf = (part: Part): number | undefined => units.find(({ parts }) => parts.includes(part))?.place;
  const placesOf = (parts: Iterable<Part>): number[] => [...parts].flatMap((part) => placeOf(part) ?? []);
  return (budget) => {
    const ofSteps = lettersOf(steps) <= LARGEST_STEPS * budget ? steps : [];
    const apart = ofSteps.filter((part) => placeOf(part) === undefined);
    const room = budget - lettersOf(apart);
    const asked = withLeads([...placesOf([...wanted, ...ofSteps]), ...placesOfNeeded(selection, units, room)], units);
    const ending = withLeads(placesOf(outline.ending.filter((part) => !unwanted.has(part))), units);
    const last = withLeads(placesOf(outline.ending.slice(-1)), units);
    const wishes = [[...asked, ...ending], [...asked, ...last], asked, ending, last, []];
    for (const wish of wishes) {
      const found = solve({ outline, units, references, budget: room }, new Set(wish));
      if (found !== null)
        return { parts: new Set([...found.path.units.flatMap(({ parts }) => parts), ...apart]), worth: found.worth };
    }
    return { parts: new Set(), worth: 0 };
  };
}

/** The lists that a shape is made for: of its rules, of what was done, of changes or a series of figures. */
function placesOfNeeded({ needs, outline }: Selection, units: readonly StoryUnit[], budget: number): number[] {
  const isChange = (part: Part): boolean => outline.traits.get(part)?.isChange === true;
  const holds: Readonly<Record<string, (unit: StoryUnit) => boolean>> = {
    rules: ({ list }) => list === "rules",
    actions: ({ list }) => list === "actions",
    changes: ({ list, parts }) => list === "numbers" && parts.filter(isChange).length >= 2,
    series: ({ list, parts }) => list === "numbers" && parts.every(({ kind }) => kind === "row"),
  };
  return needs.flatMap((need) => {
    const fitting = units.filter((unit) => holds[need]?.(unit) === true && unit.cost <= LARGEST_LIST * budget);
    const [best] = fitting.toSorted((a, b) => b.worth - a.worth);
    return best?.place ?? [];
  });
}

const LARGEST_LIST = 0.4;

/** Places with those that have to stand in front of them. */
function withLeads(places: readonly number[], units: readonly StoryUnit[]): number[] {
  const all = new Set<number>();
  const open = [...places];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (all.has(place)) continue;
    all.add(place);
    for (const unit of units) if (unit.place === place && unit.behind !== null) open.push(unit.behind);
  }
  return [...all];
}

/**
 * The best path in which nothing stands without what it needs. What is left out is tried with all that it needs, and what is told is
 * tried without, the dearest first: the search for a path knows the price of what is missing only by rounds.
 */
function solve(choice: PathChoice, forced: ReadonlySet<number>): WeighedPath | null {
  let best = settle(choice, forced, new Set());
  const tried = new Set<number>();
  for (let tries = 0; best !== null && tries < TRIES; tries++) {
    const told: ReadonlySet<number> = new Set(best.path.units.map(({ place }) => place));
    const unit = choice.units
      .filter(({ place }) => !tried.has(place) && !forced.has(place))
      .toSorted((a, b) => b.worth - a.worth)[0];
    if (unit === undefined) break;
    tried.add(unit.place);
    const other = told.has(unit.place)
      ? settle(choice, forced, new Set([unit.place]))
      : settleWith(choice, forced, unit);
    if (other !== null && other.worth > best.worth) best = other;
  }
  return best;
}

/** So many places are told, or left out, to see whether that is better. */
const TRIES = 18;

/** The best path that tells a unit, with all that it needs. */
function settleWith(choice: PathChoice, forced: ReadonlySet<number>, unit: StoryUnit): WeighedPath | null {
  const needed = placesNeeded(choice, unit);
  return needed === null ? null : settle(choice, new Set([...forced, ...needed]), new Set());
}

/** A path of much worth, without some places, in which nothing stands without what it needs. */
function settle(choice: PathChoice, forced: ReadonlySet<number>, without: ReadonlySet<number>): WeighedPath | null {
  const barred = new Map(choice.units.filter(({ place }) => without.has(place)).map((unit) => [unit, BARRED]));
  let places = forced;
  let found = negotiate(choice, places, barred);
  while (found !== null) {
    const [stray] = findStrays(found.path, choice.outline);
    if (stray === undefined) return found;
    const completed = completeWith(choice, places, barred, stray);
    const reduced = places.has(stray.place) ? null : negotiate(choice, places, new Map(barred).set(stray, BARRED));
    if (completed !== null && (reduced === null || completed.found.worth >= reduced.worth)) {
      places = completed.places;
      found = completed.found;
    } else if (reduced !== null) {
      barred.set(stray, BARRED);
      found = reduced;
    } else return forced.size > 0 ? null : withoutStrays(found, choice.outline);
  }
  return null;
}

const BARRED = Number.NEGATIVE_INFINITY;

/** A path without the units that lack something, and without those that lean on them. */
function withoutStrays(found: WeighedPath, outline: StoryOutline): WeighedPath {
  let { units } = found.path;
  for (let gone = findStrays(found.path, outline); gone.length > 0; ) {
    units = units.filter((unit) => !gone.includes(unit));
    gone = findStrays({ ...found.path, units }, outline);
  }
  return { ...found, path: { ...found.path, units } };
}

/** The path with all that a unit needs; null where there is none, or where all of it is told already as far as it can be. */
function completeWith(
  choice: PathChoice,
  places: ReadonlySet<number>,
  barred: ReadonlyMap<StoryUnit, number>,
  unit: StoryUnit,
): { places: ReadonlySet<number>; found: WeighedPath } | null {
  const withNeeded = new Set([...places, ...(placesNeeded(choice, unit) ?? [])]);
  if (withNeeded.size === places.size) return null;
  const found = negotiate(choice, withNeeded, barred);
  return found === null ? null : { places: withNeeded, found };
}

/** The units without something that they say nothing without: a person, say, without the sentence that tells who it is. */
function findStrays({ units }: Path, { needs }: StoryOutline): StoryUnit[] {
  const told = new Set(units.flatMap(({ parts }) => parts));
  return units.filter(({ parts }) => parts.some((part) => (needs.get(part) ?? []).some((each) => !told.has(each))));
}

function lettersOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + costOf(part), 0);
}
