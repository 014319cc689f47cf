import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBestPath } from "../../src/fit/best-path.ts";
import type { StoryUnit } from "../../src/fit/unit.ts";

const unit = (place: number, given: Partial<StoryUnit> = {}): StoryUnit => ({
  kind: "sentence",
  list: null,
  parts: [],
  place,
  stage: 0,
  role: "crisis",
  cost: 100,
  worth: 30,
  behind: null,
  before: null,
  readsOn: false,
  opensMore: false,
  end: place,
  expects: false,
  leans: false,
  ...given,
});
const list = (place: number, given: Partial<StoryUnit> = {}): StoryUnit =>
  unit(place, { kind: "list", list: "rules", cost: 200, worth: 90, ...given });
const numbers = (place: number, given: Partial<StoryUnit> = {}): StoryUnit =>
  unit(place, { kind: "numbers", list: "numbers", cost: 100, worth: 120, ...given });

const told = (units: readonly StoryUnit[], budget: number, forced: readonly number[] = []): number[] | null =>
  findBestPath(units, { budget, forced: new Set(forced), prices: new Map() })?.units.map(({ place }) => place) ?? null;

describe("the best way through a story", () => {
  test.each<[judgement: string, units: StoryUnit[], budget: number, places: number[]]>([
    ["all where there is room", [unit(0), unit(1), unit(2)], 400, [0, 1, 2]],
    ["a sentence of far more worth before the opening", [unit(0), unit(1, { worth: 90 })], 110, [1]],
    ["the opening of a stage before another of the same worth", [unit(0), unit(1)], 110, [0]],
    [
      "a second stage before a second sentence of the first",
      [unit(0), unit(1), unit(2, { stage: 1, worth: 20 })],
      210,
      [0, 2],
    ],
    [
      "a line of the stage between two before a second line of the first",
      [
        unit(0),
        unit(1, { readsOn: true, worth: 30, cost: 90 }),
        unit(2, { stage: 1, worth: 10 }),
        unit(3, { stage: 2, worth: 90 }),
      ],
      310,
      [0, 2, 3],
    ],
    ["a turn before a setup", [unit(0, { role: "setup" }), unit(1, { stage: 1, role: "turn" })], 110, [1]],
    [
      "what reads on before what follows a cut",
      [unit(0), unit(1, { readsOn: true }), unit(2, { readsOn: true })],
      210,
      [0, 1],
    ],
    [
      "no sentence that begins with So behind a cut, for a little more worth",
      [unit(0), unit(1, { readsOn: true }), unit(2, { readsOn: true, leans: true, worth: 50 })],
      210,
      [0, 1],
    ],
    [
      "no few words from the middle of a paragraph to tell of a stage",
      [
        unit(0),
        unit(1, { stage: 1, cost: 300 }),
        unit(2, { stage: 1, readsOn: true, cost: 24, worth: 36 }),
        unit(3, { stage: 2 }),
      ],
      240,
      [0, 3],
    ],
    [
      "a paragraph whole before two openings",
      [unit(0, { opensMore: true }), unit(1, { readsOn: true }), unit(2, { opensMore: true })],
      210,
      [0, 1],
    ],
    [
      "what leans with what it leans on",
      [unit(0, { worth: 1 }), unit(1, { behind: 0, readsOn: true, worth: 90 })],
      210,
      [0, 1],
    ],
    [
      "neither where both are too long",
      [unit(0, { cost: 150 }), unit(1, { behind: 0, readsOn: true, worth: 90 })],
      120,
      [],
    ],
    ["what leads on only with what it leads into", [unit(0, { before: 1, worth: 5 }), unit(1, { worth: 5 })], 110, [1]],
    ["one way of telling a list", [list(0, { cost: 100, worth: 60 }), list(0, { cost: 200, worth: 90 })], 400, [0]],
    ["a list and figures", [list(0), numbers(1)], 400, [0, 1]],
    ["no second block of figures that is worth no more than the first", [numbers(0), numbers(1), unit(2)], 210, [0, 2]],
    ["a second list where there is nothing else", [list(0), list(1)], 500, [0, 1]],
    ["no third one", [list(0), list(1), list(2)], 900, [0, 1]],
    ["nothing where nothing fits", [unit(0)], 50, []],
  ])("%s", (_, units, budget, places) => {
    expect(told(units, budget)).toEqual(places);
  });

  test.each<[judgement: string, budget: number, forced: number[], places: number[] | null]>([
    ["what is forced is told, whatever it is worth", 110, [2], [2]],
    ["two of them", 210, [0, 2], [0, 2]],
    ["none where they are too long together", 110, [0, 2], null],
  ])("%s", (_, budget, forced, places) => {
    expect(told([unit(0, { worth: 90 }), unit(1, { worth: 90 }), unit(2, { worth: 1 })], budget, forced)).toEqual(
      places,
    );
  });

  test("a price is paid, a bar is kept", () => {
    const units = [unit(0), unit(1)];
    const path = (price: number) =>
      findBestPath(units, { budget: 110, forced: new Set(), prices: new Map([[units[0] as StoryUnit, price]]) });
    expect(path(-60)?.units.map(({ place }) => place)).toEqual([1]);
    expect(path(Number.NEGATIVE_INFINITY)?.units.map(({ place }) => place)).toEqual([1]);
    expect(path(10)?.units.map(({ place }) => place)).toEqual([0]);
  });

  test("is in order, within the length, with what is forced, whatever the units", () => {
    const units = fc
      .array(
        fc.record({
          stage: fc.nat(2),
          cost: fc.integer({ min: 10, max: 200 }),
          worth: fc.integer({ min: -20, max: 90 }),
          readsOn: fc.boolean(),
          leansOn: fc.boolean(),
          kind: fc.constantFrom("sentence" as const, "list" as const, "numbers" as const),
        }),
        { minLength: 1, maxLength: 20 },
      )
      .map((all) =>
        all
          .toSorted((a, b) => a.stage - b.stage)
          .map(({ leansOn, ...given }, place) =>
            unit(place, { ...given, behind: leansOn && place > 0 ? place - 1 : null }),
          ),
      );
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 900 }), fc.nat(19), (all, budget, forced) => {
        const places = told(all, budget, forced < all.length ? [forced] : []);
        if (places === null) return;
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
        if (forced < all.length) expect(places).toContain(forced);
        const chosen = all.filter(({ place }) => places.includes(place));
        for (const { behind } of chosen) if (behind !== null) expect(places).toContain(behind);
        // Lengths are told apart by six characters.
        expect(chosen.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(budget + 3 * chosen.length);
        for (const kind of ["list", "numbers"])
          expect(chosen.filter((each) => each.kind === kind).length).toBeLessThan(3);
      }),
      { numRuns: 200 },
    );
  });
});
