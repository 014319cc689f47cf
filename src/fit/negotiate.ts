import { findBestPath, type Path } from "./best-path.ts";
import { closureOf } from "./needs.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import type { Reference } from "./references.ts";
import type { StoryUnit } from "./unit.ts";

/** What is chosen from: a story's units, and what they speak of. */
export interface PathChoice {
  outline: StoryOutline;
  units: readonly StoryUnit[];
  references: readonly Reference[];
  budget: number;
}

/** A path with its worth less what it leaves without a source. */
export interface WeighedPath {
  path: Path;
  worth: number;
}

/** So often the search is asked to put what is spoken of in front of what speaks of it. */
const ROUNDS = 3;

/**
 * The best path with all forced places and without barred units. The search itself knows no references: each round makes the sources
 * dearer that the last one left out, and what speaks of them cheaper.
 */
export function negotiate(
  choice: PathChoice,
  forced: ReadonlySet<number>,
  barred: ReadonlyMap<StoryUnit, number>,
): WeighedPath | null {
  const prices = new Map(barred);
  let best: WeighedPath | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const found = weigh(choice, forced, prices);
    if (found === null) break;
    if (best === null || found.worth > best.worth) best = found;
    const missing = findMissing(found.path, choice.references);
    if (missing.length === 0) break;
    for (const each of missing) changePrices(prices, choice, each);
  }
  return best;
}

/** The places of a unit and of all that it says nothing without; null where some of it can't be told. */
export function placesNeeded({ units, outline }: PathChoice, { parts, place }: StoryUnit): number[] | null {
  const all = new Set([place]);
  for (const part of parts) {
    const closure = closureOf(part, outline.needs);
    if (closure === null) return null;
    for (const each of closure) {
      const own = units.find((unit) => unit.parts.includes(each))?.place;
      if (own === undefined) return null;
      all.add(own);
    }
  }
  return [...all];
}

function weigh(
  { units, references, budget }: PathChoice,
  forced: ReadonlySet<number>,
  prices: ReadonlyMap<StoryUnit, number>,
): WeighedPath | null {
  const path = findBestPath(units, { budget, forced, prices });
  if (path === null) return null;
  const paid = path.units.reduce((sum, unit) => sum + (prices.get(unit) ?? 0), 0);
  const lost = findMissing(path, references).reduce((sum, { weight }) => sum + weight, 0);
  return { path, worth: path.worth - paid - lost };
}

/** What speaks of something that is left out becomes cheaper, the nearest that tells of it dearer. */
function changePrices(prices: Map<StoryUnit, number>, choice: PathChoice, { part, sources, weight }: Reference): void {
  const nearest = sources.at(-1);
  if (part !== null) raise(prices, choice, part, -weight / 2);
  if (nearest !== undefined) raise(prices, choice, nearest, weight / 2);
}

function raise(prices: Map<StoryUnit, number>, { units }: PathChoice, part: Part, by: number): void {
  for (const unit of units) if (unit.parts.includes(part)) prices.set(unit, (prices.get(unit) ?? 0) + by);
}

/** What is spoken of as known and told nowhere in front. */
function findMissing({ units }: Path, references: readonly Reference[]): Reference[] {
  const told = new Set(units.flatMap(({ parts }) => parts));
  return references.filter(
    ({ part, sources }) => (part === null || told.has(part)) && !sources.some((source) => told.has(source)),
  );
}
