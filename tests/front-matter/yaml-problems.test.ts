import { expect, test } from "vitest";
import { readDocument } from "../../src/front-matter/read.ts";
import { createBank } from "../support/bank.ts";

test.each([
  ["title: One\ntitle: Two", "its front matter has a key twice on line 3; keep one of them"],
  ["facts:\n\tcause: a disk", "its front matter is indented with a tab on line 3; use spaces"],
  [
    "title: The outage: a night",
    "its front matter can't be read on line 2; put quotes around a value that holds a colon",
  ],
  ["tags: [one, two", "its front matter can't be read on line 2: Flow sequence in block collection must be"],
])("%j", async (matter, message) => {
  await expect(readDocument(`---\n${matter}\n---\n`)).rejects.toThrow(message);
});

test.each([
  ["version: 1\nfold: 100\nfold: 120\n", "storybank.yaml has a key twice on line 3; keep one of them."],
  ["just words\n", "storybank.yaml holds no keys; write key: value lines."],
  [
    "version: 1\nauthor: A: B\n",
    "storybank.yaml can't be read on line 2; put quotes around a value that holds a colon.",
  ],
])("the settings %j", async (settings, message) => {
  expect(await createBank({ "storybank.yaml": settings }).run("export --csv")).toEqual({
    code: 2,
    stdout: "",
    stderr: `storybank: ${message}\nMend that line; nothing was changed.\n`,
  });
});
