import { expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { parseCount } from "../../src/post/counts.ts";
import { readTarget } from "../../src/post/targets.ts";
import { createBank } from "../support/bank.ts";

test.each([
  ["4012", 4012],
  ["0", 0],
  ["4,012", 4012],
  ["4.012", 4012],
  ["4 012", 4012],
  ["4\u00a0012", 4012],
  ["4\u202f012", 4012],
  ["4’012", 4012],
  ["1,234,567", 1_234_567],
  ["1.2k", 1200],
  ["1,2K", 1200],
  ["1,2 Tsd.", 1200],
  ["1,2\u00a0Tsd.", 1200],
  ["12K", 12_000],
  ["1.25M", 1_250_000],
  ["3 Mio.", 3_000_000],
  [" 40 ", 40],
])("%j is %d", (written, count) => expect(parseCount(written)).toBe(count));

test.each([
  "",
  "many",
  "-3",
  "4.5",
  "4,01",
  "0,125",
  "1,234.567",
  "1.234k",
  "12,34,567",
  "4  012",
  "1e3",
  "k",
  "4012 views",
])("%j is no count", (written) => expect(parseCount(written)).toBeNull());

test.each([
  ["4,000-6,000", 4000, 6000],
  ["1.000", 1000, Number.POSITIVE_INFINITY],
  ["1.5-2K", 1500, 2000],
  ["15-25", 15, 25],
  ["4.125-5.25%", 4.125, 5.25],
  ["15 bis 25", 15, 25],
  ["25 to 15", 15, 25],
  ["at least 40", 40, Number.POSITIVE_INFINITY],
  ["mindestens 40", 40, Number.POSITIVE_INFINITY],
  ["min. 40", 40, Number.POSITIVE_INFINITY],
  [">= 2K", 2000, Number.POSITIVE_INFINITY],
  ["≥40", 40, Number.POSITIVE_INFINITY],
  ["40+ of them", 40, Number.POSITIVE_INFINITY],
  ["40 or more", 40, Number.POSITIVE_INFINITY],
  ["~50", 50, Number.POSITIVE_INFINITY],
  ["less than 40", 0, 40],
  ["<40", 0, 40],
  ["höchstens 40", 0, 40],
])("a target of %s is from %d to %d", (written, from, to) =>
  expect(readTarget("impressions", written).range).toEqual({ from, to }),
);

test.each(["many", "5 of 10", "nearly 40", "over the moon"])("a target of %s is no range", (written) =>
  expect(readTarget("impressions", written).range).toBeNull(),
);

const POST =
  "---\ntitle: P\nstatus: published\ndate: 2025-01-02\nurl: https://www.linkedin.com/posts/a-7200000000000000001\n---\nIt rang.\n";

test("record takes counts as they are read off, and says how to write the others", async () => {
  const bank = createBank({ "posts/p.md": POST });
  const counts = ["--impressions", "1,2 Tsd.", "--reactions", "4,012", "--comments", "4\u202f012", "--saves", "1.2k"];
  expect((await bank.run(["record", "p", ...counts])).code).toBe(0);
  expect(bank.read("posts/p.md")).toContain("2025-01-05 impressions=1200 reactions=4012 comments=4012 saves=1200");
  expect(await bank.run("record p --impressions 4.5")).toEqual({
    code: 2,
    stdout: "",
    stderr: 'storybank: --impressions can\'t be "4.5".\nGive a count such as 4012, 4,012 or 1.2k.\n',
  });
});

test("a snapshot that was written by hand counts the same", async () => {
  const bank = createBank({
    "posts/p.md": POST.replace("url:", "results: [2025-01-04 impressions=4 012 reactions=1.2k]\nurl:"),
  });
  expect((await bank.run("record p --json")).stdout).toMatch(/"impressions": 4012,\s+"reactions": 1200/);
});

test("LinkedIn's analytics as text are counts; a number with a fraction is none", async () => {
  const rows = [
    ["Post URL", "https://www.linkedin.com/posts/a-7200000000000000001"],
    ["Impressions", "1,2 Tsd."],
    ["Reactions", "4\u202f012"],
    ["Comments", 1.234],
    ["Saves", 12],
  ];
  const cells = rows.map((row) => row.map((value) => ({ value })));
  const bank = createBank({ "posts/p.md": POST });
  bank.write("PostAnalytics_p.xlsx", await (await writeWorkbook(cells as never)).toBuffer());
  expect((await bank.run("import PostAnalytics_p.xlsx")).code).toBe(0);
  expect(bank.read("posts/p.md")).toContain("2025-01-05 impressions=1200 reactions=4012 saves=12");
});
