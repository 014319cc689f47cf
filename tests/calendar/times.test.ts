import { expect, test } from "vitest";
import { parseTime } from "../../src/calendar/times.ts";
import { createBank } from "../support/bank.ts";

test.each([
  ["9:00", "09:00"],
  ["09:00", "09:00"],
  [" 23:59 ", "23:59"],
  ["24:00", null],
  ["9", null],
  ["9:5", null],
  ["soon", null],
])("%j is %s", (written, time) => expect(parseTime(written)).toBe(time));

const SLOTS =
  'version: 1\ncalendar:\n  start: 2025-01-06\n  slots:\n    tuesday: {series: A, time: "9:00"}\n    friday: {series: B, time: "09:00"}\n';
const STORY = "---\ntitle: The Pager\nweek: 1\nday: tuesday\nhook: It rang.\n---\nIt rang all night.\n";

test("9:00 and 09:00 are one time in draft, mark, slots, files, lists and calendars", async () => {
  const bank = createBank({ "storybank.yaml": SLOTS, "stories/pager.md": STORY });
  await bank.run("draft pager");
  expect(bank.read("posts/2025-01-07-pager.md")).toContain("\ntime: 09:00\n");
  for (const time of ["9:30", "09:30"]) {
    expect((await bank.run(`draft pager --time ${time} --replace`)).code).toBe(0);
    expect(bank.read("posts/2025-01-07-pager.md")).toContain("\ntime: 09:30\n");
  }
  await bank.run(["mark", "2025-01-07-pager", "scheduled", "--at", "2025-01-07 9:45"]);
  expect(await bank.json("posts")).toMatchObject([{ time: "09:45" }]);
  expect(await bank.run("draft pager --time 24:00 --replace")).toMatchObject({ code: 2, stdout: "" });

  bank.write(
    "posts/hand.md",
    '---\ntitle: H\nweek: 1\nday: tuesday\ndate: 2025-01-07\ntime: "9:00"\n---\nIt rang. Why?\n',
  );
  bank.write(
    "posts/late.md",
    '---\ntitle: L\nweek: 1\nday: tuesday\ndate: 2025-01-07\ntime: "18:00"\n---\nIt fell. Why?\n',
  );
  const posts = await bank.json<{ id: string; time: string }[]>("posts");
  expect(posts.map(({ id, time }) => [id, time])).toEqual(
    expect.arrayContaining([
      ["hand", "09:00"],
      ["late", "18:00"],
    ]),
  );
  const { rows } = await bank.json<{ rows: { day: string; time: string }[] }>("week 1");
  expect(rows.filter(({ day }) => day === "tuesday").map(({ time }) => time)).toEqual(["09:00", "09:45", "18:00"]);
  const rules = (await bank.json<{ rule: string; file: string }[]>("check hand")).map(({ rule }) => rule);
  expect(rules).not.toContain("slot-mismatch");
  expect(rules).not.toContain("bad-date");
  expect((await bank.run("export --ics")).stdout).toContain("DTSTART:20250107T090000");
  expect((await bank.run("doctor")).stdout).not.toContain("no time");
});
