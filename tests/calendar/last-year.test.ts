import { expect, test } from "vitest";
import { addDays, LAST_DATE, nextDay } from "../../src/calendar/dates.ts";
import { weekStart } from "../../src/calendar/weeks.ts";
import { createBank } from "../support/bank.ts";

const SETTINGS = "version: 1\ncalendar:\n  start: 9990-01-01\n  slots:\n    tuesday: {series: A}\n";

test("the calendar ends with the year 9999", () => {
  expect(addDays("9999-12-30", 1)).toBe(LAST_DATE);
  expect(() => addDays(LAST_DATE, 1)).toThrow("There is no calendar for the year 10000.");
  expect(() => nextDay("9999-12-30", "tuesday")).toThrow("10000");
  expect(weekStart("9999-12-25", 1)).toBe("9999-12-25");
  expect(() => weekStart("9999-12-26", 1)).toThrow("Week 1 would end after the year 9999.");
});

test("a week beyond it is refused, and nothing prints NaN", async () => {
  const bank = createBank({
    "storybank.yaml": SETTINGS,
    "stories/pager.md": "---\ntitle: The Pager\nweek: 9999\nday: tuesday\nhook: It rang.\n---\nIt rang all night.\n",
  });
  for (const command of ["week 9999", "week 522", "week 522 --json", "draft pager", "export --ics --week 9999"])
    expect([command, await bank.run(command)]).toEqual([
      command,
      {
        code: 2,
        stdout: "",
        stderr: `storybank: Week ${/522/.test(command) ? 522 : 9999} would end after the year 9999.\nWeek 1 starts on Mon 1 Jan 9990: name an earlier week, or move calendar.start in storybank.yaml.\n`,
      },
    ]);
  const last = await bank.run("week 521");
  expect(last).toMatchObject({ code: 0, stderr: "" });
  expect(last.stdout).toContain("Week 521, Mon 20 Dec 9999 to Sun 26 Dec 9999");
  const calendar = await bank.run("export --ics", { today: "9999-12-20" });
  expect(calendar.code).toBe(0);
  expect(calendar.stdout.match(/DTSTART[^\r\n]*/g)).toEqual([
    "DTSTART;VALUE=DATE:99991221",
    "DTSTART;VALUE=DATE:99991228",
  ]);
});
