import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { createBank } from "../support/bank.ts";

describe("guided add", () => {
  const answers = [
    "The Night",
    "2",
    "tuesday",
    "It rang 40 times.",
    "We were 12 engineers.",
    "At 3 AM it stopped.",
    "",
    "60% fewer pages.",
    "Keep alerts short.",
    true,
    "Who sleeps well?",
    "on-call",
    null,
    "save",
  ];

  test("asks beat by beat and shows the figures it found", async () => {
    const bank = createBank();
    const { code, stderr } = await bank.run("add", { answers });
    expect(code).toBe(0);
    expect(stderr).toContain("Figures found: 12 engineers · 3 AM · 60%");
    expect(bank.read("stories/the-night.md")).toBe(
      "---\ntitle: The Night\nweek: 2\nday: tuesday\nhook: It rang 40 times.\nquestion: Who sleeps well?\ntags: [on-call]\ncreated: 2025-01-05\n---\n\n**The Setup:**\nWe were 12 engineers.\n\n**The Crisis:**\nAt 3 AM it stopped.\n\n**The Outcome:**\n60% fewer pages.\n\n**The Lesson:**\nKeep alerts short.\n",
    );
  });

  test("Ctrl-C writes no story, keeps what was typed, and offers it again", async () => {
    const bank = createBank();
    const { Cancelled } = await import("../../src/errors.ts");
    const first = await bank.run("add", { answers: [...answers.slice(0, 6), new Cancelled()] });
    expect(first).toMatchObject({
      code: 130,
      stdout: "",
      stderr: expect.stringContaining(
        "Cancelled. What you typed is kept in\n.storybank/recovered/unfinished-story.md\n",
      ),
    });
    expect(bank.exists("stories")).toBe(false);
    const second = await bank.run("add", { answers: [true, ...answers.slice(6)] });
    expect(second).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("There is an unfinished story from before: The Night"),
    });
    expect(bank.read("stories/the-night.md")).toContain(
      "**The Setup:**\nWe were 12 engineers.\n\n**The Crisis:**\nAt 3 AM it stopped.\n\n**The Outcome:**\n",
    );
    expect(bank.exists(".storybank/recovered/unfinished-story.md")).toBe(false);
  });
});

test("half an answer is kept too, and every unfinished story is offered", async () => {
  const bank = createBank();
  const start = ["Night", "0", null, ""];
  await bank.run("add", { answers: [...start, new Cancelled(undefined, "half a sen")] });
  expect(bank.read(".storybank/recovered/unfinished-story.md")).toContain("**The Setup:**\nhalf a sen\n");
  await bank.run("add", { answers: [false, "Other", "0", null, "", new Cancelled(undefined, "more")] });
  expect((await bank.run("doctor")).stdout).toContain("unfinished-story-2.md");
  expect((await bank.run("add", { answers: [false, new Cancelled()] })).stderr).toContain(
    "There is an unfinished story from before: Other",
  );
});
