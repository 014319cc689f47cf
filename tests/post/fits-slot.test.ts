import { describe, expect, test } from "vitest";
import { fitsSlot, isOfSeries } from "../../src/post/choose.ts";
import { calendarOf } from "../support/heads.ts";
import { CALENDAR, type Name, STORIES } from "../support/plan.ts";

describe("a story fits a slot", () => {
  test.each<[judgement: string, story: Name, day: "tuesday" | "thursday", fits: boolean]>([
    ["of its series, whatever its day", "ally", "tuesday", true],
    ["of its series, said in more words", "zany", "tuesday", true],
    ["not of another series", "reef", "tuesday", false],
    ["on its day, where it has no series", "dusk", "thursday", true],
    ["not on another day, where it has no series", "dusk", "tuesday", false],
    ["not by its series, where the slot has none", "bold", "thursday", false],
    ["not without a day and a series", "lone", "tuesday", false],
  ])("%s", (_, story, day, fits) => {
    expect(fitsSlot(STORIES[story], day, CALENDAR)).toBe(fits);
  });

  test.each([
    ["the same", "Bills", "Bills", true],
    ["in another case and without accents", "CAFE bills", "Café Bills", true],
    ["in fewer words", "Bills", "Bills of the week", true],
    ["in more words", "Bills of the week", "Bills", true],
    ["another", "Bills", "Diving", false],
    ["none of the post's own", null, "Bills", true],
    ["none of the slot's", "Bills", null, true],
  ])("a series: %s", (_, series, slots, fits) => {
    const slot = calendarOf({ monday: { series: slots } }).slots.get("monday");
    expect(slot !== undefined && isOfSeries({ series }, slot)).toBe(fits);
  });
});
