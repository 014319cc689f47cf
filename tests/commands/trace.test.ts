import { expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";

const STORY = `---
title: The Slow Release
hook: Our release took 6 hours.
---

**The Setup:**
We were 12 engineers with one release a week.

**The Turn:**
- **Release time**: 6 hours → 12 minutes
- We lost 48 hours of orders in March.

**The Lesson:**
A slow release is a tax on courage.
`;

const POST = `---
title: Slow
story: slow
platform: linkedin
---
## Final Optimized Post

Our release took 6 hours.

We made it 97% faster. In March we lost 46 hours of orders.

A slow release is a tax on courage.

What does yours cost?
`;

const FILES = { "stories/slow.md": STORY, "posts/slow-post.md": POST };

interface Trace {
  post: string;
  story: string;
  statements: {
    text: string;
    line: number;
    start: number;
    end: number;
    verdict: string;
    evidence: { line: number | null; text: string }[];
    details: { kind: string; text: string; start: number; end: number; verdict: string; because: string }[];
  }[];
}

const openWords = async (bank: TestBank): Promise<string[]> =>
  (await bank.json<Trace>("trace slow-post")).statements.flatMap(({ details }) =>
    details.filter(({ verdict }) => verdict === "untraced" || verdict === "contradicted").map(({ text }) => text),
  );

test("trace shows every statement with the story's lines beneath it, what follows how, and what is open", async () => {
  const bank = createBank(FILES);
  const { code, stdout, stderr } = await bank.run("trace slow-post", { columns: 60 });
  expect(code).toBe(0);
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  expect(stdout).toContain("     8  Our release took 6 hours.\n        story, hook, word for word\n");
  expect(stdout).toMatch(
    /^= {3}10 {2}We made it 97% faster\.\n {8}= 97%: follows from the change from\s+6\s+hours\s+to\s+12\s+minutes,\s+line\s+10\n/m,
  );
  expect(stdout).toMatch(/^[?✗] {3}10 {2}In March we lost 46 hours of orders\.\n {8}[?✗] 46 hours: /m);
  expect(stdout).toContain("story, line 11: We lost 48 hours of orders in March.");
  expect(stdout).toContain("    12  A slow release is a tax on courage.\n        story, line 14, word for word\n");
  expect(stdout).toContain("·   14  What does yours cost?\n");
  expect(stdout.replace(/\s+/g, " ")).toContain(
    "5 statements: 2 are the story’s, 1 follows from it, 1 claims nothing, 1 ",
  );
  expect(stderr).toBe("Next: storybank trace slow-post --review\n");
});

test("trace --json has every statement and detail with its place in the file", async () => {
  const bank = createBank(FILES);
  const { post, story, statements } = await bank.json<Trace>("trace slow");
  expect({ post, story }).toEqual({ post: "slow-post", story: "slow" });
  expect(statements.map(({ line }) => line)).toEqual([8, 10, 10, 12, 14]);
  expect(Object.keys(statements[1] ?? {})).toEqual(["text", "line", "start", "end", "verdict", "evidence", "details"]);
  for (const { text, start, end, details } of statements) {
    expect(POST.slice(start, end)).toBe(text);
    for (const detail of details) {
      expect(POST.slice(detail.start, detail.end)).toBe(detail.text);
      expect(Object.keys(detail)).toEqual(["kind", "text", "start", "end", "verdict", "because", "source"]);
    }
  }
  expect(statements[1]).toMatchObject({ verdict: "follows", details: [{ kind: "figure", text: "97%" }] });
});

test("trace --open shows only what is open, and a post that is true says so", async () => {
  const bank = createBank(FILES);
  const open = await bank.run("trace slow-post --open");
  expect(open.stdout).toContain("46 hours");
  expect(open.stdout).not.toContain("97%");
  bank.write("posts/slow-post.md", POST.replace("46 hours", "48 hours"));
  const { stdout, stderr } = await bank.run("trace slow-post --open");
  expect(stdout).toMatch(/^5 statements: /);
  expect(stderr).toBe("");
});

test("a post without a story, or whose story is gone, says what to do", async () => {
  const bank = createBank({ ...FILES, "posts/free.md": POST.replace("story: slow\n", "") });
  expect(await bank.run("trace free")).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "storybank: free tells no story of the bank, so there is nothing to hold it against.\nName it with: storybank edit free --set story=STORY\n",
  });
  await bank.run("rm slow --force");
  expect(await bank.run("trace slow-post")).toMatchObject({ code: 2, stdout: "" });
  expect((await bank.run("trace slow-post --review")).stderr).toContain("There is no terminal to review on.");
});

test("review confirms with a reason, and goes on to the next", async () => {
  const bank = createBank(FILES);
  expect(await openWords(bank)).toEqual(["46 hours"]);
  const { code, stdout } = await bank.run("trace slow-post --review", { answers: ["c", "our own  count"] });
  expect(code).toBe(0);
  expect(stdout).toMatch(/1 settled, nothing is open in slow-post\.\n$/);
  expect(bank.read("posts/slow-post.md")).toBe(
    POST.replace(
      "platform: linkedin\n",
      "platform: linkedin\nconfirmed:\n  - {words: 46 hours, sentence: In March we lost 46 hours of orders., because: our own count}\n",
    ),
  );
  expect(await openWords(bank)).toEqual([]);
});

test("review adds to the story, below a label of its own, and never twice the label", async () => {
  const bank = createBank({
    ...FILES,
    "posts/slow-post.md": POST.replace("of orders.", "of orders. Then 17 banks called."),
  });
  const { stdout } = await bank.run("trace slow-post --review", { answers: ["a", "a"] });
  expect(stdout).toMatch(/2 settled, nothing is open in slow-post\.\n$/);
  expect(bank.read("stories/slow.md")).toBe(
    `${STORY}\n**Added from a post:**\n- In March we lost 46 hours of orders.\n- Then 17 banks called.\n`,
  );
});

test("review opens the post in the editor, skips, and stops; nothing is written by skipping", async () => {
  const bank = createBank(FILES);
  const mended = POST.replace("46 hours", "48 hours");
  const opened = await bank.run("trace slow-post --review", {
    answers: ["o"],
    editor: () => {
      bank.write("posts/slow-post.md", mended);
      return 0;
    },
  });
  expect(opened.stdout).toMatch(/Nothing is open in slow-post\.\n$/);
  bank.write("posts/slow-post.md", POST);
  expect((await bank.run("trace slow-post --review", { answers: ["s"] })).stdout).toMatch(
    /1 left open in slow-post\.\n$/,
  );
  expect((await bank.run("trace slow-post --review", { answers: ["q"] })).stdout).toMatch(
    /1 left open in slow-post\.\n$/,
  );
  expect(bank.read("posts/slow-post.md")).toBe(POST);
});

test("a sentence that rests on nothing is not said a second time", async () => {
  const invented = "Two other companies have copied it since.";
  const bank = createBank({
    ...FILES,
    "posts/slow-post.md": POST.replace("What does yours", `${invented}\n\nWhat does yours`),
  });
  const { stdout } = await bank.run("trace slow-post");
  expect(stdout).toContain("? the whole sentence: the story says nothing of this\n");
  expect(stdout.split(invented)).toHaveLength(2);
});
