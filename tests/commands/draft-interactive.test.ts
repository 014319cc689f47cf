import { expect, test } from "vitest";
import type { Tickable, TickPreview } from "../../src/context.ts";
import { Cancelled } from "../../src/errors.ts";
import { createBank } from "../support/bank.ts";

const STORY = [
  "---",
  "title: Bread",
  "hook: The oven stopped at noon.",
  "---",
  "**The Crisis:**",
  "",
  "Lena opened the door of the bakery. Forty people stood in the street.",
  "",
  "**The Lesson:**",
  "",
  "A spare fuse costs less than a morning.",
  "",
].join("\n");

type Offer = [rows: readonly Tickable[], preview: (ticked: ReadonlySet<number>) => TickPreview];

test("the parts of a story are ticked, with the length of the post beside them", async () => {
  const bank = createBank({ "stories/bread.md": STORY });
  let offered: readonly Tickable[] = [];
  let shown: TickPreview | undefined;
  const tick = ([rows, preview]: Offer): ReadonlySet<number> => {
    offered = rows;
    const ticked = new Set(rows.filter(({ text }) => !text.startsWith("Forty")).map(({ number }) => number));
    shown = preview(ticked);
    return ticked;
  };
  const { code } = await bank.run("draft bread --interactive", { answers: [tick] });
  expect(code).toBe(0);
  expect(offered.map(({ text, label, isTicked }) => [text, label, isTicked])).toEqual([
    ["Lena opened the door of the bakery.", "The Crisis", true],
    ["Forty people stood in the street.", "The Crisis", true],
    ["A spare fuse costs less than a morning.", "The Lesson", true],
  ]);
  expect(offered.every(({ note }) => /^\d+%$/.test(note))).toBe(true);
  expect(shown).toMatchObject({ note: expect.stringMatching(/^\d+ of 1,300 characters$/), isTooLong: false });
  const post = bank.read(bank.files().find((file) => file.startsWith("posts/")) ?? "");
  expect(post).toContain("Lena opened the door");
  expect(post).not.toContain("Forty people stood in the street.\n\nA spare");
  expect(shown?.text).not.toContain("Forty");
});

test("giving up writes nothing", async () => {
  const bank = createBank({ "stories/bread.md": STORY });
  expect(await bank.run("draft bread -i", { answers: [new Cancelled()] })).toMatchObject({ code: 130 });
  expect(bank.files().filter((file) => file.startsWith("posts/"))).toEqual([]);
});

test("without a terminal it says which flags there are", async () => {
  const bank = createBank({ "stories/bread.md": STORY });
  expect(await bank.run("draft bread --interactive")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--with, --without, --beats and --length"),
  });
});
