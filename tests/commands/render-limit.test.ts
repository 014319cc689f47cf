import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const WORDS = "Nobody knew why it rang. ";
const HEAD = "---\ntitle: The Pager\nplatform: linkedin\n---\n## Final Optimized Post\n\n";
const LONG = `${HEAD}Our pager rang 40 times.

**The first night**

${WORDS.repeat(60).trim()}

- the cache lied
- the phone was off

**The second night**

${WORDS.repeat(40).trim()}

What we needed:
- ${WORDS.repeat(16).trim()}
- sleep

What wakes you?

#OnCall
`;

test("a post over the limit is refused, with by how much and what to leave out; --cut leaves whole parts out", async () => {
  const bank = createBank({ "posts/pager.md": LONG });
  const clipboard: string[] = [];
  const refused = {
    code: 1,
    stdout: "",
    stderr:
      "storybank: posts/pager.md is 52 over LinkedIn's 3,000 characters: it has 3,052.\nIt fits without “What we needed: • Nobody …” (line 20, 425 characters). To leave that out: add --cut\n",
  };
  expect(await bank.run("render pager")).toEqual(refused);
  expect(await bank.run("render pager --json")).toEqual(refused);
  expect(await bank.run("render pager --copy", { clipboard })).toEqual(refused);
  expect(clipboard).toEqual([]);

  const cut = await bank.run("render pager --cut");
  expect(cut).toEqual({
    code: 0,
    stdout: `Our pager rang 40 times.\n\nThe first night\n\n${WORDS.repeat(60).trim()}\n\n• the cache lied\n• the phone was off\n\nThe second night\n\n${WORDS.repeat(40).trim()}\n\nWhat wakes you?\n\n#OnCall\n`,
    stderr:
      "To keep LinkedIn's 3,000 characters, this was left out:\n  line 20  What we needed: • Nobody knew why it …\nCut the post yourself where you would choose otherwise.\n",
  });
  expect((await bank.run("render pager --cut --copy", { clipboard })).code).toBe(0);
  expect(clipboard).toEqual([cut.stdout.trimEnd()]);
  expect(bank.read("posts/pager.md")).toBe(LONG);
});

test("render and check name the same parts", async () => {
  const bank = createBank({ "posts/pager.md": LONG.replace("needed:", `needed:\n- ${WORDS.repeat(60)}`) });
  const found = await bank.json<{ rule: string; message: string }[]>("check pager");
  const [overLimit] = found.filter(({ rule }) => rule === "over-limit");
  const said = overLimit?.message.replace("The post", "posts/pager.md") ?? "nothing";
  const { stderr } = await bank.run("render pager");
  expect(stderr).toContain(said);
  const { stdout } = await bank.run("check pager");
  const parts = /It fits without .*?\)(?= *\n|\.)/.exec(stderr)?.[0] ?? "nothing";
  expect(stdout.replace(/\s+/g, " ")).toContain(parts);
});

test("where nothing that may go makes it fit, --cut refuses too", async () => {
  const bank = createBank({ "posts/pager.md": `${HEAD}${WORDS.repeat(130)}\n\nWhy?\n` });
  for (const command of ["render pager", "render pager --cut"])
    expect(await bank.run(command)).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "storybank: posts/pager.md is 255 over LinkedIn's 3,000 characters: it has 3,255.\nShorten it: no part taken out whole makes it fit.\n",
    });
});

test("--part prints or copies one part of a thread", async () => {
  const bank = createBank({ "posts/pager.md": LONG, "posts/short.md": `${HEAD}Our pager rang.\n` });
  const thread = await bank.json<{ parts: string[]; characters: number[] }>("render pager --platform bluesky");
  const [, second = ""] = thread.parts;
  expect(await bank.run("render pager --platform bluesky --part 2")).toEqual({
    code: 0,
    stdout: `${second}\n`,
    stderr: "",
  });
  const clipboard: string[] = [];
  // No question is asked on a terminal, either: one part was wanted.
  expect(await bank.run("render pager --platform bluesky --part 2 --copy", { clipboard, answers: [] })).toEqual({
    code: 0,
    stdout: "",
    stderr: `Copied part 2 of ${thread.parts.length}: ${thread.characters[1]} graphemes.\n`,
  });
  expect(clipboard).toEqual([second]);
  expect(await bank.json("render pager --platform bluesky --part 2")).toMatchObject({ parts: [second] });
  for (const part of ["0", "two", "99"])
    expect(await bank.run(`render pager --platform bluesky --part ${part}`)).toEqual({
      code: 2,
      stdout: "",
      stderr: `storybank: There is no part ${part} on Bluesky.\nIts parts are 1 to ${thread.parts.length}.\n`,
    });
  expect(await bank.run("render short --part 1")).toMatchObject({ code: 0, stdout: "Our pager rang.\n" });
  expect(await bank.run("render short --part 2")).toMatchObject({ code: 2, stdout: "" });
});
