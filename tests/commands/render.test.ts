import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

const POST = `---
title: The Pager
date: 2025-01-07
platform: linkedin
hashtags: [OnCall, Tech-Debt]
series: Nights
url: https://example.com/post
---
## Final Optimized Post

**Our pager** rang 40 times.

- one
  - two

What wakes you?

#OnCall

## Content Strategy Notes

- not this
`;

test("a post is printed as it is pasted, and nothing of the notes", async () => {
  const bank = createBank({ "posts/pager.md": POST });
  expect(await bank.run("render pager")).toEqual({
    code: 0,
    stdout: "Our pager rang 40 times.\n\n• one\n  • two\n\nWhat wakes you?\n\n#OnCall\n",
    stderr: "",
  });
  expect(await bank.json("render pager --platform bluesky")).toEqual({
    platform: "bluesky",
    parts: ["Our pager rang 40 times.\n\n• one\n  • two\n\nWhat wakes you?\n\n#OnCall"],
    characters: [65],
    limit: 300,
  });
  expect((await bank.run("render pager --platform markdown")).stdout).toBe(
    "---\ntitle: The Pager\npublished: false\ntags: [oncall, techdebt]\ncanonical_url: https://example.com/post\nseries: Nights\n---\n\n**Our pager** rang 40 times.\n\n- one\n  - two\n\nWhat wakes you?\n\n",
  );
});

test("every draft renders as it was drafted, on its own platform", async () => {
  for (const platform of ["linkedin", "x", "bluesky", "mastodon", "threads"]) {
    const bank = createSampleBank();
    for (const { id } of await bank.json<{ id: string }[]>("list")) {
      const hook = platform === "linkedin" ? [] : ["--text", "It took 6 hours, and then it took us down."];
      const draft = await bank.json<{ id: string; text: string; characters: number; limit: number }>([
        "draft",
        id,
        "--platform",
        platform,
        ...hook,
      ]);
      expect(draft.characters).toBeLessThanOrEqual(draft.limit);
      expect(await bank.json(["render", draft.id])).toEqual({
        platform,
        parts: [draft.text],
        characters: [draft.characters],
        limit: draft.limit,
      });
    }
  }
});

test("a long post becomes a thread where there are threads", async () => {
  const bank = createBank({
    "posts/pager.md": POST.replace(
      "What wakes",
      `${"It rang again, and nobody knew why it did. ".repeat(80)}\n\nWhat wakes`,
    ),
  });
  const thread = await bank.run("render pager --platform mastodon --numbered");
  const parts = thread.stdout.trimEnd().split("\n---\n");
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.at(-1)).toMatch(new RegExp(`#OnCall\n\n${parts.length}/${parts.length}$`));
});

test("--copy says what it copied, a thread part by part; or why it can't", async () => {
  const bank = createBank({
    "posts/pager.md": POST.replace("What wakes", `${"It rang again. ".repeat(30)}\n\nWhat wakes`),
  });
  const clipboard: string[] = [];
  expect(await bank.run("render pager --copy", { clipboard })).toEqual({
    code: 0,
    stdout: "",
    stderr: `Copied: ${clipboard[0]?.length} characters.\n`,
  });
  const parts: string[] = [];
  const { stderr } = await bank.run("render pager --platform x --copy", { clipboard: parts, answers: [true, false] });
  expect(parts).toHaveLength(2);
  expect(stderr).toMatch(/^Copied part 1 of \d: \d+ weighted characters\.\nCopied part 2 of/);
  expect(await bank.run("render pager --copy")).toMatchObject({
    stdout: "",
    stderr: expect.stringContaining("Nothing was copied"),
  });
});

test("what can't be done is said", async () => {
  const bank = createBank({
    "posts/pager.md": POST,
    "posts/empty.md": "---\ntitle: Empty\n---\n## Final Optimized Post\n\n",
    "posts/long.md": `---\ntitle: L\nplatform: x\n---\nhttps://example.com/a ${"a".repeat(400)} b\n`,
  });
  expect(await bank.run("render nothing")).toMatchObject({ code: 2, stdout: "" });
  expect(await bank.run("render pager --platform myspace")).toMatchObject({ code: 2, stdout: "" });
  expect(await bank.run("render empty")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("no text to paste"),
  });
  const long = await bank.run("render long");
  expect(long.code).toBe(1);
  expect(long.stderr).toContain("Part 2 of 3 is longer than X takes");
  expect((await bank.run("render pager --unicode-bold")).stdout).toMatch(/^𝗢𝘂𝗿 𝗽𝗮𝗴𝗲𝗿 rang/u);
});
