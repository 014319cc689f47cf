import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { ask, serve } from "../support/page.ts";

// 60 characters, so that it is above a fold of 140 and below one of 40.
const HOOK = "It rang 40 times in one night, and nobody ever came to help.";
const STORY = `---\ntitle: The Pager\nhook: ${HOOK}\n---\n${HOOK}\n\nWe slept badly.\n`;

test("fold: of the settings counts in hooks, draft, check and on the page", async () => {
  const seen = async (fold: string) => {
    const bank = createBank({ "storybank.yaml": `version: 1\n${fold}`, "stories/pager.md": STORY });
    const [own] = await bank.json<{ score: number; findings: { rule: string; message: string }[] }[]>("hooks pager");
    const draft = await bank.run("draft pager");
    const found = await bank.json<{ rule: string }[]>("check");
    const { port } = await serve(bank);
    const { body } = await ask(port, { target: "/stories/pager" });
    return {
      hooks: own?.findings.find(({ rule }) => rule === "hook-fold")?.message,
      draft: draft.stdout.slice(0, draft.stdout.indexOf("┄")).trim(),
      check: found.some(({ rule }) => rule === "hook-below-fold"),
      page: body.includes("The fold cuts it off."),
    };
  };
  expect(await seen("fold: 40\n")).toEqual({
    hooks: "60 characters; a phone shows about 40",
    draft: "It rang 40 times in one night, and",
    check: true,
    page: true,
  });
  expect(await seen("")).toMatchObject({ hooks: "60 characters, above a phone's fold", check: false, page: false });
});
