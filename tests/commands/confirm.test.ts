import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const STORY = `---
title: The Lost Orders
---

**The Crisis:**
In March we lost 48 hours of orders.
`;

const POST = `---
# mine
title: Lost
story: lost
platform: linkedin # the usual
---
## Final Optimized Post

In March we lost **46 hours** of orders. That was 46 hours too many.

What would you have done?
`;

const FILES = { "stories/lost.md": STORY, "posts/lost-post.md": POST };

test("confirm keeps the words, the reason and each sentence, and touches no other line", async () => {
  const bank = createBank(FILES);
  expect(await bank.run('confirm lost-post "46 hours" --because "their own count"')).toEqual({
    code: 0,
    stdout: `Confirmed “46 hours” in: In March we lost 46 hours of orders.
Confirmed “46 hours” in: That was 46 hours too many.
`,
    stderr: "check asks again when the sentence changes.\n",
  });
  const after = POST.replace(
    "# the usual\n",
    `# the usual
confirmed:
  - {words: 46 hours, sentence: In March we lost 46 hours of orders., because: their own count}
  - {words: 46 hours, sentence: That was 46 hours too many., because: their own count}
`,
  );
  expect(bank.read("posts/lost-post.md")).toBe(after);
  expect(await bank.run('confirm lost-post "46 hours"')).toEqual({
    code: 0,
    stdout: "There is nothing to confirm: it is confirmed already.\n",
    stderr: "",
  });
  expect(bank.read("posts/lost-post.md")).toBe(after);
});

test("a confirmation holds until its sentence changes", async () => {
  const bank = createBank(FILES);
  const findings = async (): Promise<unknown[]> =>
    (await bank.json<{ level: string; message: string }[]>("check lost-post")).filter(({ message }) =>
      message.includes("46"),
    );
  expect(await findings()).toHaveLength(2);
  await bank.run("confirm lost-post 46 hours");
  expect(await findings()).toEqual([]);
  bank.write("posts/lost-post.md", bank.read("posts/lost-post.md").replace("**46 hours** of", "**46 hours** of our"));
  expect(await findings()).toHaveLength(1);
  // The same sentence on another line is the same.
  bank.write(
    "posts/lost-post.md",
    bank.read("posts/lost-post.md").replace("of our orders. That", "of orders.\n\nThat"),
  );
  expect(await findings()).toEqual([]);
});

test("later confirmations go below the first; their comments and the reader's own entries stay", async () => {
  const kept = 'confirmed:\n  # by phone\n  - {words: 9, sentence: "Nine. 9.", by: me}\n';
  const bank = createBank({ ...FILES, "posts/lost-post.md": POST.replace("---\n## ", `${kept}---\n## `) });
  expect((await bank.run("confirm lost-post That was 46 hours too many.")).code).toBe(0);
  expect(bank.read("posts/lost-post.md")).toContain(
    `${kept}  - {words: That was 46 hours too many., sentence: That was 46 hours too many.}\n---\n`,
  );
});

test("words that the post does not say, or that the story has, are no confirmation", async () => {
  const bank = createBank(FILES);
  expect(await bank.run("confirm lost-post 47 hours")).toEqual({
    code: 2,
    stdout: "",
    stderr: "storybank: lost-post does not say “47 hours”.\nSee its words with: storybank trace lost-post\n",
  });
  expect((await bank.run(["confirm", "lost-post", " "])).code).toBe(2);
  bank.write("posts/lost-post.md", POST.replaceAll("46 hours", "48 hours").replace(" That was 48 hours too many.", ""));
  const before = bank.read("posts/lost-post.md");
  const { code, stdout } = await bank.run("confirm lost-post 48 hours");
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "There is nothing to confirm: the story says so in line 6.\n",
  });
  expect(bank.read("posts/lost-post.md")).toBe(before);
});
