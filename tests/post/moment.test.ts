import { expect, test } from "vitest";
import { scanFrontMatter } from "../../src/front-matter/scan.ts";
import { readPostHead } from "../../src/post/post.ts";

const PLANNED = "date: 2025-01-07\ntime: 09:00\n";

test.each([
  ["a draft, whatever it says", `${PLANNED}status: draft\npublished: 2025-01-16\n`, "2025-01-07", "09:00"],
  ["published, nobody knows when", `${PLANNED}status: published\n`, "2025-01-07", "09:00"],
  ["published on its day", `${PLANNED}status: published\npublished: 2025-01-07\n`, "2025-01-07", "09:00"],
  ["at another time of its day", `${PLANNED}status: published\npublished: 2025-01-07 9:47\n`, "2025-01-07", "09:47"],
  ["on another day", `${PLANNED}status: published\npublished: 2025-01-16\n`, "2025-01-16", null],
  ["with a T", `${PLANNED}status: published\npublished: 2025-01-16T17:30:00Z\n`, "2025-01-16", "17:30"],
  ["never planned", "status: published\npublished: 2025-01-16 17:30\n", "2025-01-16", "17:30"],
  ["a word", `${PLANNED}status: published\npublished: soon\n`, "2025-01-07", "09:00"],
])("the moment that counts: %s", (_, matter, date, time) => {
  const data = scanFrontMatter(matter);
  expect(data).not.toBeNull();
  expect(readPostHead("p", "posts/p.md", data ?? new Map())).toMatchObject({ date, time });
});
