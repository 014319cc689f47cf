import { expect, test } from "vitest";
import { readNoteName } from "../../src/import/notes/note-name.ts";

const ID = "1f0c9b2e7d4a4c53a1b2c3d4e5f60718";

test.each<[string, string | null, string | null, boolean]>([
  ["Work/The pager that lied.md", "The pager that lied", null, false],
  [`Pages/The migration ${ID}.md`, "The migration", null, true],
  [`${ID}.md`, null, null, true],
  ["2024-03-12.md", null, "2024-03-12", false],
  ["20240312.md", null, "2024-03-12", false],
  ["2024-03-12 The demo.md", "The demo", "2024-03-12", false],
  ["2024-03-12_0930 - The demo.txt", "The demo", "2024-03-12", false],
  ["2024-03-12-the-demo.md", "The demo", "2024-03-12", false],
  ["2024-13-45 sales.md", "2024-13-45 sales", null, false],
  ["the_night-shift.md", "The night shift", null, false],
  ["Untitled 3.md", null, null, false],
  ["Neue Notiz.md", null, null, false],
  ["Voice memo 12.txt", null, null, false],
  ["Document1.docx", "Document1", null, false],
  ["3.md", null, null, false],
  ["v1.2 rollout.md", "V1.2 rollout", null, false],
  ["", null, null, false],
])("%s", (file, title, date, isNotions) => {
  const name = readNoteName(file);
  expect([name.title, name.date, name.notionId !== null]).toEqual([title, date, isNotions]);
});
