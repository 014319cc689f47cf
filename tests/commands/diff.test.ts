import { describe, expect, test } from "vitest";
import { renderDiff } from "../../src/render/diff.ts";
import { loadPaint } from "../../src/render/paint.ts";
import { createBank, type TestBank } from "../support/bank.ts";
import { commitAll, GIT_ENV, initRepository, rewrite } from "../support/history.ts";

const ENV = { env: GIT_ENV };
const PATH = "posts/2025-01-07-the-pager.md";
const POST = `---
title: The Pager
author: Ana Lind
date: 2025-01-07
status: draft
---
## Final Optimized Post

Our pager rang 40 times in one night. I stopped counting, and then I got up and walked to the office in the rain.

- Alerts: 40
- Sleep: none

What wakes you?

## Content Strategy Notes

Aim high.
`;

function pagerBank(): TestBank {
  const bank = createBank({ [PATH]: POST, "stories/rain.md": "It rained for 3 days.\n" });
  initRepository(bank);
  commitAll(bank, "Ana Lind", "2025-01-03T09:00:00+01:00");
  return bank;
}

describe("diff", () => {
  test("shows by sentence what was changed since the last commit", async () => {
    const bank = pagerBank();
    rewrite(bank, PATH, "rang 40 times", "rang 41 times");
    rewrite(bank, PATH, "- Sleep: none\n", "");
    rewrite(bank, PATH, "What wakes you?", "Who sleeps?\n\nWhat wakes you?");
    rewrite(bank, PATH, "status: draft", "status: ready");
    rewrite(bank, PATH, "Aim high.", "Aim higher.");
    expect(await bank.run("diff 2025-01-07", ENV)).toEqual({
      code: 0,
      stdout: `The Pager, since it was last committed, Fri 3 Jan 2025, 09:00 by Ana Lind

  marked it ready

line 9
- Our pager rang 40 times in one night.
+ Our pager rang 41 times in one night.

taken out
- • Sleep: none

line 13
+ Who sleeps?

Notes

line 19
- Aim high.
+ Aim higher.
`,
      stderr: "",
    });
  });

  test("with nothing new, shows the last change; of what was changed never, says so", async () => {
    const bank = pagerBank();
    rewrite(bank, PATH, "rang 40 times", "rang 41 times");
    commitAll(bank, "Ben Okri", "2025-01-04T10:00:00+01:00");
    expect((await bank.run("diff 2025-01-07", ENV)).stdout).toBe(
      `The Pager, as Ben Okri changed it on Sat 4 Jan 2025, 10:00

line 9
- Our pager rang 40 times in one night.
+ Our pager rang 41 times in one night.
`,
    );
    expect((await bank.run("diff rain", ENV)).stdout).toBe(
      `Rain, as Ana Lind added it on Fri 3 Jan 2025, 09:00

line 1
+ It rained for 3 days.
`,
    );
    expect((await bank.run("diff rain 2025-01-03", ENV)).stdout).toBe(
      "Rain has not changed since its version of Fri 3 Jan 2025, 09:00 by Ana Lind.\n",
    );
  });

  test("takes other line ends for the same text", async () => {
    const bank = pagerBank();
    rewrite(bank, PATH, "rang 40 times", "rang 41 times");
    commitAll(bank, "Ben Okri", "2025-01-04T10:00:00+01:00");
    bank.write(PATH, bank.read(PATH).replaceAll("\n", "\r\n"));
    expect((await bank.run("diff 2025-01-07", ENV)).stdout).toContain("as Ben Okri changed it on Sat 4 Jan 2025");
  });

  test("goes back to what was approved, over any number of commits", async () => {
    const bank = pagerBank();
    await bank.run(["approve", "2025-01-07", "--as", "Ben Okri"], { today: "2025-01-03" });
    commitAll(bank, "Ben Okri", "2025-01-03T10:00:00+01:00");
    for (const [from, to] of [
      ["40 times", "41 times"],
      ["41 times", "42 times"],
      ["Alerts: 40", "Alerts: 42"],
    ] as const) {
      rewrite(bank, PATH, from, to);
      commitAll(bank, "Ana Lind", "2025-01-04T10:00:00+01:00");
    }
    const { stdout } = await bank.run("diff 2025-01-07", ENV);
    expect(stdout).toContain("The Pager, since Ben Okri approved it on Fri 3 Jan 2025\n");
    expect(stdout).toContain("- Our pager rang 40 times in one night.\n+ Our pager rang 42 times in one night.\n");
    expect(stdout).toContain("- • Alerts: 40\n+ • Alerts: 42\n");
    await bank.run(["approve", "2025-01-07", "--as", "Ben Okri"]);
    expect((await bank.run("diff 2025-01-07", ENV)).stdout).toBe(
      "The Pager, since it was last committed, Sat 4 Jan 2025, 10:00 by Ana Lind\n\n  approved it\n",
    );
  });

  test("since a day or a commit, through another name", async () => {
    const bank = pagerBank();
    rewrite(bank, PATH, "rang 40 times", "rang 41 times");
    const middle = commitAll(bank, "Ana Lind", "2025-01-04T10:00:00+01:00");
    rewrite(bank, PATH, "rang 41 times", "rang 42 times");
    commitAll(bank, "Ana Lind", "2025-01-05T10:00:00+01:00");
    await bank.run("mv 2025-01-07-the-pager pager");
    commitAll(bank, "Ana Lind", "2025-01-06T10:00:00+01:00");
    for (const [since, times] of [
      ["2025-01-03", 40],
      ["2025-01-04", 41],
      [middle.slice(0, 9), 41],
      ["HEAD~3", 40],
    ] as const) {
      const { stdout } = await bank.run(["diff", "pager", since], ENV);
      expect(stdout).toContain("  renamed 2025-01-07-the-pager to pager\n");
      expect(stdout).toContain(
        `- Our pager rang ${times} times in one night.\n+ Our pager rang 42 times in one night.\n`,
      );
    }
    expect(await bank.run("diff pager 2024-12-31", ENV)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'storybank: There was no posts/pager.md at "2024-12-31".\nSee when it was changed: storybank log pager --ids\n',
    });
    expect((await bank.run("diff pager nothing", ENV)).stderr).toBe(
      'storybank: There is no version "nothing".\nGive a day, such as 2025-01-07, or a commit: storybank log --ids\n',
    );
    expect((await bank.run(["diff", "pager", "--", "--all"], ENV)).stderr).toContain('There is no version "--all".');
  });

  test("as JSON, for programs", async () => {
    const bank = pagerBank();
    rewrite(bank, PATH, "rang 40 times", "rang 41 times");
    expect(await bank.json("diff 2025-01-07", ENV)).toEqual({
      kind: "post",
      id: "2025-01-07-the-pager",
      path: PATH,
      since: "committed",
      from: { commit: expect.stringMatching(/^\w{40}$/), who: "Ana Lind", at: "2025-01-03T09:00:00+01:00" },
      to: null,
      events: [],
      text: [
        { before: "Our pager rang 40 times in one night.", after: "Our pager rang 41 times in one night.", line: 9 },
      ],
      notes: [],
    });
  });

  test("breaks in 60 columns; with colour the words that differ stand out, and the text is the same", async () => {
    const bank = pagerBank();
    rewrite(bank, PATH, "walked to the office", "drove to the office");
    const { stdout } = await bank.run("diff 2025-01-07", { ...ENV, columns: 60 });
    expect(stdout).toBe(`The Pager, since it was last committed, Fri 3 Jan 2025,
09:00 by Ana Lind

line 9
- I stopped counting, and then I got up and walked to the
  office in the rain.
+ I stopped counting, and then I got up and drove to the
  office in the rain.
`);
    const sentence = (text: string) => ({ text, line: 9 });
    const [before, after] = [
      "I got up and walked to the office, in the rain.",
      "I got up and drove to the office, in the rain.",
    ];
    const painted = await renderDiff(
      {
        kind: "post",
        head: { id: "p", path: "p.md", title: "P" } as never,
        since: { why: "asked" },
        from: null,
        to: null,
        events: [],
        text: [{ before: sentence(before), after: sentence(after) }],
        notes: [],
      },
      await loadPaint(),
      30,
    );
    const colours = /\u001b\[\d+m/g;
    expect(painted.replace(colours, "")).toContain(
      "- I got up and walked to the\n  office, in the rain.\n+ I got up and drove to the\n  office, in the rain.\n",
    );
    expect(painted).toMatch(/\u001b\[1m\u001b\[31mwalked\u001b\[39m\u001b\[22m/);
    expect(painted).toMatch(/\u001b\[1m\u001b\[32mdrove\u001b\[39m\u001b\[22m/);
  });

  test("of what was never committed, and of what can't be read", async () => {
    const bank = pagerBank();
    bank.write("stories/new.md", "New.\n");
    expect(await bank.run("diff new", ENV)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: stories/new.md was never committed, so there is nothing to compare it with.\nKeep what there is with: storybank sync\n",
    });
    bank.write("stories/rain.md", "---\na: 1\na: 2\n---\n");
    commitAll(bank, "Ana", "2025-01-04T10:00:00+01:00");
    bank.write("stories/rain.md", "It rained.\n");
    expect((await bank.run("diff rain", ENV)).stderr).toContain(
      "One of the two versions of stories/rain.md can't be read",
    );
    expect((await bank.run("diff", ENV)).stderr).toContain("No story or post was named.");
  });
});
