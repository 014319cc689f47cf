import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const DOCUMENT = `# A Story Bank

## STORY 1: No Week Number at Noon
**For**: Someday
**Hook**:

## STORY 2: B
It broke.
`;

test("what a document says that can't be understood is a line each, with the line's own words", async () => {
  const bank = createBank();
  bank.write("stories.md", DOCUMENT);
  const { code, stderr } = await bank.run("import stories.md");
  expect([code, stderr.split("\n")]).toEqual([
    0,
    [
      "stories.md:1: no week number in the title or the file's name; name it with --week",
      'stories.md:4: no weekday in "**For**: Someday"',
      'stories.md:5: a hook line without a hook ("**Hook**:")',
      "",
    ],
  ]);
});

test("where the week is named, its number is not missed, and all else is said", async () => {
  const bank = createBank();
  bank.write("stories.md", DOCUMENT);
  const { stderr } = await bank.run("import stories.md --week 3");
  expect(stderr.split("\n")).toEqual([
    'stories.md:4: no weekday in "**For**: Someday"',
    'stories.md:5: a hook line without a hook ("**Hook**:")',
    "",
  ]);
});
