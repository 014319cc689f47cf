import { countForced } from "./forced.ts";
import { createLinks } from "./link-worth.ts";
import type { StoryUnit } from "./unit.ts";

/** In characters: lengths are told apart by so much. */
const GRAIN = 6;
/** No more places than these are left out in a row. */
const WINDOW = 90;

/** At most two lists and two blocks of figures are told, the second of a kind at a price: how many of each, in base three. */
const STATES = 9;
const MOST_OF_A_KIND = 2;
const SECOND_OF_A_KIND: Readonly<Record<StoryUnit["kind"], number>> = {
  sentence: 0,
  list: -60,
  numbers: -100,
};
const STATE_STEP: Readonly<Record<StoryUnit["kind"], number>> = { sentence: 0, list: 1, numbers: 3 };

export interface Path {
  units: readonly StoryUnit[];
  worth: number;
}

/** What a path may be: how long, past which units it has to lead, and what is added to the worth of units. */
export interface PathLimits {
  budget: number;
  /** Places that have to be told. */
  forced: ReadonlySet<number>;
  prices: ReadonlyMap<StoryUnit, number>;
}

/**
 * Finds the units that are worth most together within a length, told in their order: what each is worth, the stages that are told,
 * and how well each reads on from the one before it. Dynamic programming over the last unit that is told, the length, and the
 * lists told so far. Null where what is forced is too long.
 */
export function findBestPath(units: readonly StoryUnit[], { budget, forced, prices }: PathLimits): Path | null {
  const table = createTable(units, Math.max(0, Math.floor(budget / GRAIN)) + 1);
  const linkWorth = createLinks(units);
  const barrier = countForced(units, forced);
  for (const [index, unit] of units.entries()) {
    const worth = unit.worth + (prices.get(unit) ?? 0);
    for (let before = index; before >= 0 && before >= index - WINDOW; before--) {
      const last = units[before - 1] ?? null;
      const isPast = barrier.upTo(unit.place) > (last === null ? 0 : barrier.through(last.place));
      if (!isPast && canFollow(last, unit)) extend(table, before, index + 1, unit, worth + linkWorth(last, unit));
    }
  }
  return readPath(units, table, (unit) => barrier.total === barrier.through(unit?.place ?? -1));
}

/** The best worth of a path to each unit, for each count of lists and each length, and the cell it came from. */
interface Table {
  /** Cells of a count of lists, and of a unit; the first unit's are those before any. */
  width: number;
  size: number;
  best: Float64Array;
  from: Int32Array;
  /** Where the shortest path to each unit with each count of lists ends; beyond the width where there is none. */
  shortest: Int32Array;
}

/** The cells of the last table of some units: a selection asks for many paths through the same ones. */
const cells = new WeakMap<readonly StoryUnit[], { best: Float64Array; from: Int32Array }>();

function createTable(units: readonly StoryUnit[], width: number): Table {
  const count = units.length;
  const size = STATES * width;
  const length = (count + 1) * size;
  const known = cells.get(units);
  const { best, from } =
    known?.best.length === length ? known : { best: new Float64Array(length), from: new Int32Array(length) };
  cells.set(units, { best, from });
  // Where a cell came from is read only of those that a path has reached.
  best.fill(Number.NEGATIVE_INFINITY);
  const shortest = new Int32Array((count + 1) * STATES).fill(width);
  best[0] = 0;
  shortest[0] = 0;
  return { width, size, best, from, shortest };
}

/** Lets every path to one place go on to a unit. */
function extend(
  { width, size, best, from, shortest }: Table,
  before: number,
  to: number,
  unit: StoryUnit,
  gain: number,
): void {
  const step = STATE_STEP[unit.kind];
  const grain = Math.max(1, Math.round(unit.cost / GRAIN));
  for (let state = 0; state < STATES; state++) {
    const told = step === 0 ? 0 : Math.floor(state / step) % 3;
    const start = shortest[before * STATES + state] ?? width;
    if (told === MOST_OF_A_KIND || start + grain >= width) continue;
    const own = to * STATES + state + step;
    shortest[own] = Math.min(shortest[own] ?? width, start + grain);
    const source = before * size + state * width;
    const target = to * size + (state + step) * width + grain;
    const more = gain + (told > 0 ? SECOND_OF_A_KIND[unit.kind] : 0);
    const most = width - grain;
    for (let length = start; length < most; length++) relax(best, from, source + length, target + length, more);
  }
}

function relax(best: Float64Array, from: Int32Array, source: number, target: number, gain: number): void {
  const value = (best[source] ?? 0) + gain;
  if (value <= (best[target] ?? 0)) return;
  best[target] = value;
  from[target] = source;
}

function readPath(
  units: readonly StoryUnit[],
  { size, best, from }: Table,
  canEnd: (unit: StoryUnit | null) => boolean,
): Path | null {
  const ends = [null, ...units].flatMap((unit, row) =>
    (unit?.before ?? null) === null && canEnd(unit) ? [greatestIn(best, row * size, (row + 1) * size)] : [],
  );
  const worthAt = (cell: number): number => best[cell] ?? Number.NEGATIVE_INFINITY;
  const [first] = ends;
  if (first === undefined) return null;
  const end = ends.reduce((greatest, cell) => (worthAt(cell) > worthAt(greatest) ? cell : greatest), first);
  if (worthAt(end) === Number.NEGATIVE_INFINITY) return null;
  const told: StoryUnit[] = [];
  for (let cell = end; cell >= size; cell = from[cell] ?? -1)
    told.unshift(units[Math.floor(cell / size) - 1] as StoryUnit);
  return { units: told, worth: worthAt(end) };
}

/** The first cell of the greatest worth. */
function greatestIn(best: Float64Array, from: number, to: number): number {
  let greatest = from;
  for (let cell = from + 1; cell < to; cell++) if ((best[cell] ?? 0) > (best[greatest] ?? 0)) greatest = cell;
  return greatest;
}

function canFollow(last: StoryUnit | null, unit: StoryUnit): boolean {
  if (last !== null && last.place >= unit.place) return false;
  if (last?.before !== undefined && last.before !== null && last.before !== unit.place) return false;
  return unit.behind === null || unit.behind === last?.place;
}
