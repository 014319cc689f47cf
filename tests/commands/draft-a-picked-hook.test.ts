import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { findDraftWays, writeDraftCommand } from "../../src/post/open-posts.ts";
import type { PostHead } from "../../src/post/post.ts";
import { createBank, createSampleBank } from "../support/bank.ts";
import { ask, serve } from "../support/page.ts";

const STORY = "the-monolith-invoice";
const FIRST = `posts/2025-01-07-${STORY}.md`;
const HOOK = "$2.4M. That is what one shortcut in the rendering code cost us.";
const PRICE_TAG = { template: "price-tag", text: HOOK };

type Choices = readonly { name: string; value: unknown }[];
const pick =
  (name: RegExp) =>
  (choices: Choices): unknown =>
    (choices.find((choice) => name.test(choice.name)) as Choices[number]).value;

describe("picking a hook for a story", () => {
  test("without a draft makes it", async () => {
    const bank = createSampleBank();
    expect((await bank.run(`hooks ${STORY}`, { answers: [pick(/price-tag/)] })).stdout).toMatch(
      new RegExp(`^file +${FIRST}`, "m"),
    );
  });

  test("with a draft replaces it, when that is chosen", async () => {
    const bank = createSampleBank();
    await bank.run(`draft ${STORY}`);
    const old = bank.read(FIRST);
    await bank.run(`hooks ${STORY}`, { answers: [pick(/price-tag/), pick(/^write 2025.* anew; .* to the trash$/)] });
    expect(bank.read(FIRST)).toContain("hook-template: price-tag");
    expect(bank.read(`.storybank/trash/${FIRST}`)).toBe(old);
  });

  test("or writes another beside it", async () => {
    const bank = createSampleBank();
    await bank.run(`draft ${STORY}`);
    const old = bank.read(FIRST);
    await bank.run(`hooks ${STORY}`, { answers: [pick(/price-tag/), pick(/^write another beside it$/)] });
    expect(bank.read(FIRST)).toBe(old);
    expect(bank.exists(`posts/2025-01-07-${STORY}-price-tag.md`)).toBe(true);
  });

  test("or only copies the hook", async () => {
    const bank = createSampleBank();
    await bank.run(`draft ${STORY}`);
    const before = bank.files();
    const clipboard: string[] = [];
    const copied = await bank.run(`hooks ${STORY}`, {
      answers: [pick(/price-tag/), pick(/^only copy the hook$/)],
      clipboard,
    });
    expect(copied).toMatchObject({ code: 0, stderr: "Copied the hook.\n" });
    expect(clipboard).toEqual([HOOK]);
    expect(bank.files()).toEqual(before);
  });
});

test("the page offers commands that work, for a story with no post, one, two, and a published one", async () => {
  const bank = createSampleBank();
  const states: (() => Promise<unknown>)[] = [
    async () => {},
    () => bank.run(`draft ${STORY}`),
    () => bank.run(`draft ${STORY} --hook price-tag --another`),
    () => bank.run(`draft ${STORY} --platform x`),
    () => bank.run("mark 2025-01-07-the-monolith-invoice published", { today: "2025-01-07" }),
  ];
  bank.write("storybank.yaml", bank.read("storybank.yaml").replace(/^ {2}cooldown:.*\n/m, "  cooldown: 0\n"));
  const { port } = await serve(bank);
  for (const reach of states) {
    await reach();
    const { body } = await ask(port, { target: `/stories/${STORY}` });
    const lab = body.slice(body.indexOf('id="hooks"'), body.indexOf('id="lacking"'));
    const commands = [...lab.matchAll(/data-copy="storybank ([^"]*)"/g)].map(([, command = ""]) => command);
    expect(commands.length).toBeGreaterThanOrEqual(8);
    for (const command of commands) {
      const { code, stderr } = await tryOut(bank.root, command);
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: "" });
    }
  }
});

test.each([
  ["no open post", [], ["draft s --hook price-tag"]],
  ["one", [open("own")], ["draft s --hook price-tag --replace", "draft s --hook price-tag --another"]],
  ["one with the hook", [open("price-tag")], ["draft s --hook price-tag --replace"]],
  ["two", [open("own"), open("clock")], ["draft s --hook price-tag --another"]],
  ["two, one with the hook", [open("own"), open("price-tag")], ["draft s --hook price-tag --replace"]],
  [
    "one elsewhere",
    [open("own", "x")],
    ["draft s --hook price-tag --platform x --replace", "draft s --hook price-tag --another"],
  ],
])("the ways to draft with a hook: %s", (_, posts, commands) => {
  expect(
    findDraftWays(posts, PRICE_TAG).map((each) => writeDraftCommand("s", "price-tag", each, "linkedin").join(" ")),
  ).toEqual(commands);
});

/** Runs a command on a copy of the bank. */
async function tryOut(root: string, command: string): Promise<{ code: number; stderr: string }> {
  const copy = createBank();
  fs.copySync(root, copy.root);
  return copy.run(command);
}

function open(hookTemplate: string, platform = "linkedin"): PostHead {
  return { platform, hookTemplate, hook: hookTemplate === "price-tag" ? HOOK : hookTemplate } as PostHead;
}
