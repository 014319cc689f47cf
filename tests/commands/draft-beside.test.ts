import { describe, expect, test } from "vitest";
import { createSampleBank } from "../support/bank.ts";
import { ask, serve } from "../support/page.ts";

const FIRST = "posts/2025-01-07-the-monolith-invoice.md";

describe("draft --replace", () => {
  test("leaves a published post alone, with its address and results, and gives the new one a name of its own", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith");
    await bank.run("mark 2025-01-07 published --url https://example.com/1", { today: "2025-01-07" });
    await bank.run("record 2025-01-07 --impressions 4000", { today: "2025-01-07" });
    const published = bank.read(FIRST);
    const again = await bank.json("draft the-monolith --date 2025-01-07 --replace --force");
    expect(again).toMatchObject({ id: "2025-01-07-the-monolith-invoice-2" });
    expect(await bank.json("draft the-monolith --date 2025-01-07 --hook price-tag --another --force")).toMatchObject({
      id: "2025-01-07-the-monolith-invoice-price-tag",
    });
    expect(bank.read(FIRST)).toBe(published);
    expect(bank.exists(".storybank/trash")).toBe(false);
  });

  test("leaves a post with results alone, whatever its status says", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith");
    await bank.run("record 2025-01-07 --impressions 4000", { today: "2025-01-08" });
    const counted = bank.read(FIRST);
    const { stdout } = await bank.run("draft the-monolith --replace --force");
    expect(stdout).toMatch(/^told before +2025-01-07-the-monolith-invoice$/m);
    expect(bank.read(FIRST)).toBe(counted);
    expect(bank.exists("posts/2025-01-07-the-monolith-invoice-2.md")).toBe(true);
  });

  test("of several open posts writes the one with the same hook anew, and asks which where none has it", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith");
    await bank.run("draft the-monolith --hook price-tag --another");
    const own = bank.read(FIRST);
    const path = "posts/2025-01-07-the-monolith-invoice-price-tag.md";
    bank.write(path, bank.read(path).replace("\n## Content", "\nMy own line.\n\n## Content"));
    const edited = bank.read(path);
    const unsure = await bank.run("draft the-monolith --hook itemised --replace");
    expect(unsure).toMatchObject({ code: 2, stdout: "" });
    expect(unsure.stderr).toContain("--replace could mean 2 posts");
    expect(bank.read(path)).toBe(edited);
    expect(await bank.json("draft the-monolith --hook price-tag --replace")).toMatchObject({ path });
    expect(bank.read(path)).not.toContain("My own line.");
    expect(bank.read(`.storybank/trash/${path}`)).toBe(edited);
    expect(bank.read(FIRST)).toBe(own);
  });

  test("stops when the post is published while the draft is being made", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith");
    bank.write(
      "stories/the-monolith-invoice.md",
      bank.read("stories/the-monolith-invoice.md").replace(/^ {2}cause:.*\n/m, ""),
    );
    let published = "";
    // The question for a fact is where the time goes by.
    const answers = ["a shortcut", false];
    Object.defineProperty(answers, 0, {
      get() {
        bank.write(FIRST, bank.read(FIRST).replace("status: draft", "status: published"));
        published = bank.read(FIRST);
        return "a shortcut";
      },
    });
    const late = await bank.run("draft the-monolith --hook price-tag --replace", { answers });
    expect(late).toMatchObject({ code: 2, stdout: "" });
    expect(bank.read(FIRST)).toBe(published);
    expect(bank.exists(".storybank/trash")).toBe(false);
  });
});

describe("draft --another", () => {
  test("a second post with another hook, template or platform stands beside the first, named after what differs", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith");
    const first = bank.read(FIRST);
    const refused = await bank.run("draft the-monolith --hook price-tag");
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("storybank draft the-monolith-invoice --hook price-tag --replace");
    expect(refused.stderr).toContain("storybank draft the-monolith-invoice --hook price-tag --another");
    const ids = [];
    for (const wish of ["--hook price-tag", "--template reflection", "--platform x"])
      ids.push((await bank.json<{ id: string }>(`draft the-monolith ${wish} --another`)).id);
    expect(ids).toEqual([
      "2025-01-07-the-monolith-invoice-price-tag",
      "2025-01-07-the-monolith-invoice-reflection",
      "2025-01-07-the-monolith-invoice-x",
    ]);
    expect(await bank.json("draft the-monolith --text Mine. --another")).toMatchObject({
      id: "2025-01-07-the-monolith-invoice-text",
    });
    expect(await bank.json('draft the-monolith --text "Mine, too." --another')).toMatchObject({
      id: "2025-01-07-the-monolith-invoice-2",
    });
    expect(bank.read(FIRST)).toBe(first);
  });

  test("nothing that differs is no other post", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith");
    const before = bank.files();
    expect(await bank.run("draft the-monolith --another")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(`${FIRST} has this hook, template and platform already.`),
    });
    expect(await bank.run("draft the-monolith --another --replace")).toMatchObject({ code: 2, stdout: "" });
    expect(bank.files()).toEqual(before);
  });

  test("says that it stands beside the first, on its slot", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith");
    const { stdout } = await bank.run("draft the-monolith --hook price-tag --another");
    expect(stdout).toMatch(/^beside +2025-01-07-the-monolith-invoice$/m);
    expect(stdout).not.toMatch(/^(?:told before|replaced)/m);
    expect(stdout).toMatch(/is taken already, by\s+2025-01-07-the-monolith-invoice\./);
  });

  test("posts and the board show both and tell them apart; week --fill counts the story once", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith");
    await bank.run("draft the-monolith --hook price-tag --another");
    const { stdout } = await bank.run("posts --week 1", { columns: 80 });
    expect(stdout).toMatch(/ price-tag · The .*\n.* own · The /);
    const board = await bank.run("week 1", { columns: 80 });
    expect(board.stdout).toMatch(/ price-tag · The .*\n.* own · The /);
    expect(board.stdout).toContain("drafts the 4 stories without a post");
    const { port } = await serve(bank);
    expect((await ask(port, { target: "/week/1" })).body).toMatch(/<bdi>price-tag<\/bdi>.*<bdi>own<\/bdi>/s);
    const { stderr } = await bank.run("week 1 --fill");
    expect(stderr.match(/^Drafted /gm)).toHaveLength(4);
    expect(await bank.json("posts --story the-monolith")).toHaveLength(2);
  });
});

test("a day whose stories all have their post is no fault: nothing is drafted, and the last is named", async () => {
  const bank = createSampleBank();
  expect((await bank.run("draft --day tuesday")).code).toBe(0);
  const before = bank.files();
  expect(await bank.run("draft --day tuesday")).toEqual({
    code: 0,
    stdout: "",
    stderr:
      "storybank: Every Tuesday story has its post; the last is posts/2025-01-07-the-monolith-invoice.md.\nWrite it anew with: storybank draft the-monolith-invoice --replace   or add a story with: storybank add\n",
  });
  expect(bank.files()).toEqual(before);
});
