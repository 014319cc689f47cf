import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const storyWith = (hook: string): string =>
  `---\ntitle: The Release\nhook: ${hook}\n---\nThe late release cost us $1.6M in the spring.\n\nBugs: 35 → 6\n`;

test.each([
  [
    "It took nine weeks.",
    "nine weeks of the hook is not in the story's text, which has no figure like it.",
    "Take it out, or add it to the text.",
  ],
  [
    "The late release cost us $800K in the spring.",
    "$800K of the hook is not in the story's text; the nearest is $1.6M (line 5 of the story).",
    "Write $1.6M, or correct the text.",
  ],
  [
    "Bugs went from 6 to 35.",
    "6 to 35 is the other way round in the story: 35 → 6 (line 7 of the story).",
    "Write 35 → 6, or correct the text.",
  ],
])("a figure of the story's own hook: %s", async (hook, message, remedy) => {
  const bank = createBank({ "stories/release.md": storyWith(hook) });
  const { code, stdout } = await bank.run("check release");
  expect(code).toBe(1);
  expect(stdout).toContain(message);
  expect(stdout).toContain(`→ ${remedy}\n`);
});
