import type { Role } from "../language/lexicon.ts";
import type { StoryUnit } from "./unit.ts";

/** What a stage of the story adds that is told at all, by the part it plays. */
const STAGE_WORTH: Readonly<Record<Role, number>> = {
  crisis: 16,
  turn: 80,
  outcome: 40,
  lesson: 60,
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
  beside: 0.2,
  besideSetup: 0.2,
  /** A sentence that read on from one that is left out, and one that opens with "So" there. */
  cut: -32,
  joinless: -14,
  /** A few words from the middle of a paragraph. */
  scrap: -45,
  /** A paragraph of which the first sentence alone is told. */
  unfinished: -18,
  /** A paragraph of which the end is not told. */
  endless: -45,
  /** A question, an offer, a refusal without what came of it. */
  unanswered: -44,
  /** The opening of its stage, which says where we are. */
  opening: 5,
  /** A stage between two that are told, of which nothing is told. */
  skipped: -40,
} as const;

/** A stage that is told from another of its paragraphs on counts half; one told from the middle of a paragraph does not count. */
const UNOPENED = 0.35;
/** Of what a stage adds, so much comes with its first sentence, the rest with the one behind it; a setup may be one sentence. */
const ENTERED = 0.7;

const LONG = 100;
const SHORT = 30;

/** Makes the function that says what it adds to tell a unit behind another, or first: the stage it opens, and how it reads on. */
export function createLinks(units: readonly StoryUnit[]): (last: StoryUnit | null, unit: StoryUnit) => number {
  const stageWorth = worthOfStages(units);
  const openings = findOpenings(units);
  return (last, unit) => linkWorth(last, unit, stageWorth, openings);
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
  return (
    skipped +
    left +
    second +
    (unit.readsOn ? goingOnWorth(unit, isNext) : enteringWorth(last, unit, stageWorth, openings))
  );
}

function goingOnWorth(unit: StoryUnit, isNext: boolean): number {
  const beside = unit.role === "setup" ? LINK_WORTH.besideSetup : LINK_WORTH.beside;
  if (isNext) return beside * Math.min(unit.cost, LONG);
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
