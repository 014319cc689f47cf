import type { Role } from "../language/lexicon.ts";
import { countForced } from "./forced.ts";
import type { StoryUnit } from "./unit.ts";

/** What a stage of the story adds that is told at all, by the part it plays. */
const STAGE_WORTH: Readonly<Record<Role, number>> = {
  crisis: 16,
  turn: 140,
  outcome: 60,
  lesson: 110,
  setup: 24,
  detail: 24,
};

/** The first stage of what came of it is what a reader waits for. */
const RESULT = 5.8;

/** With more stages than these each is worth less: a post has no room for all of them. */
const STAGES = 7;

const LINK_WORTH = {
  /** A paragraph that is told from its first sentence, and a sentence that reads on from one that is told: a letter, up to `LONG`. */
  paragraph: 0.04,
  beside: 0.3,
  besideSetup: 0.2,
  adjacent: 0,
  /** A sentence that read on from one that is left out, and one that opens with "So" there. */
  cut: -32,
  joinless: -14,
  /** A few words from the middle of a paragraph. */
  scrap: -45,
  /** A paragraph of which the first sentence alone is told. */
  unfinished: -18,
  /** A paragraph of which the end is not told. */
  endless: -60,
  /** A question, an offer, a refusal without what came of it. */
  unanswered: -44,
  /** The opening of its stage, which says where we are. */
  opening: 5,
  /** A stage between two that are told, of which nothing is told. */
  skipped: -40,
  /** A letter that is left out in a row, from `NEAR` on. */
  leap: 0,
} as const;

/** A stage that is told from another of its paragraphs on counts half; one told from the middle of a paragraph does not count. */
const UNOPENED = 0.35;
/** Of what a stage adds, so much comes with its first sentence, the rest with the one behind it; a setup may be one sentence. */
const ENTERED = 0.7;

/** In letters. */
const NEAR = 240;
const LONG = 100;
const SHORT = 30;

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
  const stageWorth = worthOfStages(units);
  const openings = findOpenings(units);
  const barrier = countForced(units, forced);
  for (const [index, unit] of units.entries()) {
    const worth = unit.worth + (prices.get(unit) ?? 0);
    for (let before = index; before >= 0 && before >= index - WINDOW; before--) {
      const last = units[before - 1] ?? null;
      const isPast = barrier.upTo(unit.place) > (last === null ? 0 : barrier.through(last.place));
      if (!isPast && canFollow(last, unit))
        extend(table, before, index + 1, unit, worth + linkWorth(last, unit, stageWorth, openings));
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

function linkWorth(
  last: StoryUnit | null,
  unit: StoryUnit,
  stageWorth: (unit: StoryUnit) => number,
  openings: ReadonlyMap<number, number>,
): number {
  const isNext = last !== null && last.place === unit.place - 1;
  const left = last === null ? 0 : leavingWorth(last, isNext, unit);
  const isSecond = isNext && openings.get(unit.stage) === last.place && unit.role !== "setup";
  const second = isSecond ? stageWorth(unit) * (1 - ENTERED) : 0;
  const skipped = last === null ? 0 : Math.max(0, unit.stage - last.stage - 1) * LINK_WORTH.skipped;
  const leap = last === null ? 0 : Math.max(0, unit.from - last.to - NEAR) * LINK_WORTH.leap;
  return (
    leap + skipped +
    left +
    second +
    (unit.readsOn ? goingOnWorth(unit, isNext) : enteringWorth(last, unit, stageWorth, openings))
  );
}

function goingOnWorth(unit: StoryUnit, isNext: boolean): number {
  const beside = unit.role === "setup" ? LINK_WORTH.besideSetup : LINK_WORTH.beside;
  if (isNext) return LINK_WORTH.adjacent + beside * Math.min(unit.cost, LONG);
  const scrap = unit.cost < SHORT ? LINK_WORTH.scrap : 0;
  return LINK_WORTH.cut + (unit.leans ? LINK_WORTH.joinless : 0) + scrap;
}

function enteringWorth(
  last: StoryUnit | null,
  unit: StoryUnit,
  stageWorth: (unit: StoryUnit) => number,
  openings: ReadonlyMap<number, number>,
): number {
  const isOpening = openings.get(unit.stage) === unit.place;
  const stage = last !== null && last.stage === unit.stage ? 0 : stageWorth(unit);
  const entry = isOpening ? stage * ENTERED + LINK_WORTH.opening : stage * UNOPENED;
  const joinless = unit.leans && last?.place !== unit.place - 1 ? LINK_WORTH.joinless : 0;
  return entry + LINK_WORTH.paragraph * Math.min(unit.cost, LONG) + joinless;
}

function leavingWorth(
  { opensMore, expects, cost, place, end }: StoryUnit,
  isNext: boolean,
  { readsOn, place: next }: StoryUnit,
): number {
  const unfinished = opensMore && !(isNext && readsOn) ? LINK_WORTH.unfinished * (cost < SHORT ? 2 : 1) : 0;
  const endless = place < end && next > end ? LINK_WORTH.endless : 0;
  return unfinished + endless + (expects && !isNext ? LINK_WORTH.unanswered : 0);
}

function worthOfStages(units: readonly StoryUnit[]): (unit: StoryUnit) => number {
  const count = new Set(units.map(({ stage }) => stage)).size;
  const share = Math.min(1, STAGES / Math.max(1, count));
  const result = units.find(({ role }) => role === "outcome")?.stage;
  return ({ role, stage }) => STAGE_WORTH[role] * share * (stage === result ? RESULT : 1);
}

/** The first place of every stage. */
function findOpenings(units: readonly StoryUnit[]): Map<number, number> {
  const openings = new Map<number, number>();
  for (const { stage, place } of units) if (!openings.has(stage)) openings.set(stage, place);
  return openings;
}
