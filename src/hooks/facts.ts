import type { Figure } from "../figures/figure.ts";
import type { Beat } from "../story/beats.ts";
import type { StoryReading } from "../story/reading.ts";
import { type Bill, findBill } from "./bill.ts";
import { findChanges } from "./changes.ts";
import { findLesson } from "./lesson.ts";
import { findAdmissionPair, findFigureLines, findSaid } from "./line-facts.ts";
import {
  breakingOf,
  type FoundWords,
  findClock,
  findConfession,
  findCrisis,
  findOpening,
  findQuote,
  findResult,
  findTimeAgo,
} from "./sentence-facts.ts";

/** A value a hook template may use. `line` is the story's line it comes from; null for `facts:` and the calendar. */
export interface Fact {
  value: string | readonly string[];
  line: number | null;
}

export type Facts = ReadonlyMap<string, Fact>;

/** The facts that only the author can give, under `facts:`. */
export const GIVEN_FACTS = ["cause", "teacher", "belief"];

/** Adds a fact unless it is absent or known already: the first place in the story wins. */
type Add = (name: string, value: string | readonly string[] | null, line: number | null) => void;

/** The facts of a story: those its figures and beats state, its place in the calendar, and its own `facts:`, which win. */
export function collectFacts({ story, lines, beats, figures }: Omit<StoryReading, "sources">): Facts {
  const facts = new Map<string, Fact>();
  const add: Add = (name, value, line) => {
    if (value !== null && value.length > 0 && !facts.has(name)) facts.set(name, { value, line });
  };
  add("title", story.title, null);
  add("week", story.week === null ? null : String(story.week), null);
  add("day", story.day, null);
  add("series", story.series, null);
  addAmounts(add, findBill(lines), beats, figures);
  addChanges(add, beats, figures);
  addWords(add, beats);
  for (const [name, value] of story.facts) facts.set(name, { value, line: null });
  return facts;
}

/** The bill, the largest amount, and what the crisis cost. */
function addAmounts(add: Add, bill: Bill | null, beats: readonly Beat[], figures: readonly Figure[]): void {
  if (bill !== null) {
    add("parts", bill.parts, bill.line);
    add("total", bill.total, bill.line);
  }
  const money = byValue(figures.filter((figure) => figure.kind === "money"));
  const [largest] = money;
  if (largest !== undefined) add("amount", bill?.total ?? largest.text, bill?.line ?? largest.line);
  const numbers = figures.filter((figure) => figure.kind === "percent" || figure.kind === "multiple");
  add(
    "number",
    bill?.total ?? largest?.text ?? byValue(numbers)[0]?.text ?? null,
    largest?.line ?? numbers[0]?.line ?? null,
  );
  const costs = beats.filter((beat) => beat.role === "crisis");
  const cost = money.find((figure) => costs.some((beat) => isWithin(beat, beats, figure.line)))?.text;
  add("cost", bill?.total ?? cost ?? null, bill?.line ?? largest?.line ?? null);
}

function byValue(figures: readonly Figure[]): Figure[] {
  return figures.toSorted((a, b) => b.value - a.value);
}

/** So many changes make a series. */
const SERIES = 3;

function addChanges(add: Add, beats: readonly Beat[], figures: readonly Figure[]): void {
  const outcomes = figures.filter((figure) =>
    beats.some((beat) => beat.role === "outcome" && isWithin(beat, beats, figure.line)),
  );
  const changes = findChanges(
    outcomes.some((figure) => figure.kind === "change") ? outcomes : figures,
    beats.map((beat) => beat.title),
  );
  const [change] = changes;
  if (change !== undefined) {
    const { label, from, to, line } = change;
    add("changeFrom", from, line);
    add("changeTo", to, line);
    add("changeLabel", label, line);
    add("changeName", /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label, line);
  }
  if (changes.length >= SERIES)
    add(
      "changes",
      changes.slice(0, SERIES).map(({ from, to }) => `${from} → ${to}`),
      changes[0]?.line ?? null,
    );
}

/** The facts that are sentences of the story. */
function addWords(add: Add, beats: readonly Beat[]): void {
  const addFound = (name: string, found: FoundWords | null): void => {
    if (found !== null) add(name, found.text, found.line);
  };
  addFound("opening", findOpening(beats));
  const crisis = findCrisis(beats);
  addFound("crisis", crisis);
  if (crisis !== null) add("breaking", breakingOf(crisis.text), crisis.line);
  addFound("timeAgo", findTimeAgo(beats));
  addFound("confession", findConfession(beats));
  addFound("quote", findQuote(beats));
  addFound("said", findSaid(beats));
  addFound("admission", findAdmissionPair(beats));
  const series = findFigureLines(beats);
  add("figures", series?.lines ?? null, series?.line ?? null);
  const turn = beats.find((beat) => beat.role === "turn");
  if (turn !== undefined) add("turn", turn.title ?? "turn", turn.line);
  addFound("lesson", findLesson(beats));
  addFound("result", findResult(beats));
  const clock = findClock(beats);
  if (clock !== null && crisis?.text.includes(clock.text) !== true) addFound("clock", clock);
}

function isWithin(beat: Beat, beats: readonly Beat[], line: number): boolean {
  const next = beats[beats.indexOf(beat) + 1];
  return line >= beat.line && (next === undefined || line < next.line);
}
