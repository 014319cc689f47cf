import { findBestPath, type Path } from "./best-path.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import { findReferences, type Reference } from "./references.ts";
import { findSteps } from "./steps.ts";
import { costOf, type Selection, type StoryUnit } from "./unit.ts";
import { makeUnits } from "./units.ts";
import { tells, worthOf } from "./worth.ts";

/** Numbered steps may take such a share of a post. */
const LARGEST_STEPS = 0.5;

/** So often the search is asked to put what is spoken of in front of what speaks of it. */
const ROUNDS = 6;

/**
 * Chooses what a post tells of its story: makes the function that gives the choice for a length. The last lines, what was asked for and
 * numbered steps stay; of the rest, that which is worth most together, as sentences that read on from one another and speak of
 * nothing that is not told.
 */
export function createSelection(selection: Selection): (budget: number) => Set<Part> {
  const { outline, wanted, unwanted, hook, likes } = selection;
  const units = makeUnits(selection);
  const references = findReferences(outline).filter(({ word }) => word === "" || !tells(hook, word));
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
      const path = solve(units, references, outline, room, new Set(wish));
      if (path !== null) return new Set([...path.units.flatMap(({ parts }) => parts), ...apart]);
    }
    return new Set();
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

/** The best path in which nothing stands without what it needs. */
function solve(
  units: readonly StoryUnit[],
  references: readonly Reference[],
  outline: StoryOutline,
  budget: number,
  forced: ReadonlySet<number>,
): Path | null {
  const barred = new Map<StoryUnit, number>();
  let places = forced;
  let found = negotiate(units, references, budget, places, barred);
  for (;;) {
    const [stray] = found === null ? [] : findStrays(found.path, outline);
    if (found === null) return null;
    if (stray === undefined) return found.path;
    const needed = missingPlaces(stray, found.path, units, outline);
    const withNeeded = new Set([...places, ...withLeads(needed, units)]);
    const completed = needed.length > 0 ? negotiate(units, references, budget, withNeeded, barred) : null;
    const isForced = places.has(stray.place);
    const without = new Map(barred).set(stray, Number.NEGATIVE_INFINITY);
    const reduced = isForced ? null : negotiate(units, references, budget, places, without);
    if (completed !== null && (reduced === null || completed.worth >= reduced.worth)) {
      places = withNeeded;
      found = completed;
    } else if (reduced !== null) {
      barred.set(stray, Number.NEGATIVE_INFINITY);
      found = reduced;
    } else return { ...found.path, units: found.path.units.filter((unit) => unit !== stray) };
  }
}

/** The places of what a unit says nothing without and a path does not tell. */
function missingPlaces(stray: StoryUnit, { units: told }: Path, units: readonly StoryUnit[], { needs }: StoryOutline): number[] {
  const kept = new Set(told.flatMap(({ parts }) => parts));
  const missing = stray.parts.flatMap((part) => needs.get(part) ?? []).filter((part) => !kept.has(part));
  const places = missing.map((part) => units.find(({ parts }) => parts.includes(part))?.place);
  return places.every((place) => place !== undefined) ? places : [];
}

/** The best path by its own worth less what it leaves without a source; each round makes the sources dearer that the last one left out. */
function negotiate(
  units: readonly StoryUnit[],
  references: readonly Reference[],
  budget: number,
  forced: ReadonlySet<number>,
  barred: ReadonlyMap<StoryUnit, number>,
): { path: Path; worth: number } | null {
  const prices = new Map(barred);
  let best: { path: Path; worth: number } | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const path = findBestPath(units, { budget, forced, prices });
    if (path === null) break;
    const missing = findMissing(path, references);
    const worth =
      path.worth -
      path.units.reduce((sum, unit) => sum + (prices.get(unit) ?? 0), 0) -
      missing.reduce((sum, { weight }) => sum + weight, 0);
    if (best === null || worth > best.worth) best = { path, worth };
    if (missing.length === 0) break;
    for (const { part, sources, weight } of missing) {
      raise(prices, units, part, -weight / 2);
      const nearest = sources.at(-1);
      if (nearest !== undefined) raise(prices, units, nearest, weight / 2);
    }
  }
  return best;
}

function raise(prices: Map<StoryUnit, number>, units: readonly StoryUnit[], part: Part, by: number): void {
  for (const unit of units) if (unit.parts.includes(part)) prices.set(unit, (prices.get(unit) ?? 0) + by);
}

/** What is spoken of as known and told nowhere in front. */
function findMissing({ units }: Path, references: readonly Reference[]): Reference[] {
  const told = new Set(units.flatMap(({ parts }) => parts));
  return references.filter(({ part, sources }) => told.has(part) && !sources.some((source) => told.has(source)));
}

/** The units without something that they say nothing without: a person, say, without the sentence that tells who it is. */
function findStrays({ units }: Path, { needs }: StoryOutline): StoryUnit[] {
  const told = new Set(units.flatMap(({ parts }) => parts));
  return units.filter(({ parts }) => parts.some((part) => (needs.get(part) ?? []).some((each) => !told.has(each))));
}

function lettersOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + costOf(part), 0);
}
