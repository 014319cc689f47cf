import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const HERE = import.meta.dirname;
const SAMPLE = join(HERE, "../sample");

/** The stories of the sample bank, and one more, in a bank without posts. */
function createStories() {
  const stories = readdirSync(join(SAMPLE, "stories")).map((file) => [
    `stories/${file}`,
    readFileSync(join(SAMPLE, "stories", file), "utf8"),
  ]);
  return createBank({
    ...Object.fromEntries(stories),
    "stories/the-shortcut.md": readFileSync(join(HERE, "the-shortcut.md"), "utf8"),
    "storybank.yaml": readFileSync(join(SAMPLE, "storybank.yaml"), "utf8"),
  });
}

// Read them aloud after a change that is meant: npx vitest run tests/golden -u
test.each([900, 1300, 1800])("the posts of every story at %i characters", async (length) => {
  const bank = createStories();
  const ids = ((await bank.json("list")) as { id: string }[]).map(({ id }) => id).sort();
  let posts = "";
  for (const id of ids) {
    const drafted = await bank.json(["draft", id, "--length", String(length), "--dry-run"], { today: "2025-01-05" });
    const { template, characters, text } = drafted as { template: string; characters: number; text: string };
    expect(characters).toBeLessThanOrEqual(length);
    posts += `=== ${id}: ${template}, ${characters} characters\n\n${text}\n\n`;
  }
  await expect(posts).toMatchFileSnapshot(`posts-${length}.txt`);
});
