import { describe, expect, test } from "vitest";
import { renderEntry } from "../../src/render/history.ts";
import { loadPaint, PLAIN } from "../../src/render/paint.ts";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";
import { commitAll, GIT_ENV, git, initRepository, rewrite } from "../support/history.ts";

const ENV = { env: GIT_ENV };
const POST = "posts/2025-01-07-the-monolith-invoice.md";

/** The sample bank with a history of four days. */
async function historyBank(): Promise<TestBank> {
  const bank = createSampleBank();
  initRepository(bank);
  commitAll(bank, "Ana Lind", "2025-01-02T09:00:00+01:00");
  await bank.run("draft --day tue --week 1");
  commitAll(bank, "Ana Lind", "2025-01-03T23:30:00+01:00");
  await bank.run(["edit", "2025-01-07", "--set", "author=Ana Lind"]);
  await bank.run(["approve", "2025-01-07", "--as", "Ben Okri"]);
  commitAll(bank, "Ben Okri", "2025-01-04T11:30:00-05:00");
  rewrite(bank, POST, "late: $1.2M we", "late: $1.5M we");
  rewrite(bank, POST, "A coupling is a loan", "A coupling is a big loan");
  await bank.run("tag the-monolith-invoice ops");
  commitAll(bank, "Ana Lind", "2025-01-05T09:00:00+01:00");
  await bank.run("mark 2025-01-07 published --at 2025-01-05");
  commitAll(bank, "Ana Lind", "2025-01-05T10:15:00+01:00");
  return bank;
}

describe("log", () => {
  test("tells who did what and when, the latest first, by their own clocks", async () => {
    const bank = await historyBank();
    expect(await bank.run("log --limit 4", ENV)).toEqual({
      code: 0,
      stdout: `Sun 5 Jan 2025
  10:15  Ana Lind  published The Monolith Invoice
  09:00  Ana Lind  figure $1.2M → $1.5M in The Monolith Invoice
                   reworded 1 sentence of The Monolith Invoice
                   tags of the story The Monolith Invoice: +ops

Sat 4 Jan 2025
  11:30  Ben Okri  approved The Monolith Invoice
                   author of The Monolith Invoice: none → Ana Lind

Fri 3 Jan 2025
  23:30  Ana Lind  added the post The Monolith Invoice
`,
      stderr: "Older: storybank log --limit 20\n",
    });
  });

  test("in 60 columns nothing is wider, and a long name stands above", async () => {
    const bank = await historyBank();
    rewrite(bank, "stories/the-transfer-request.md", "hook: ", "hook: But then, ");
    commitAll(bank, "Maximiliane von Hohenlohe-Langenburg", "2025-01-06T09:00:00+01:00");
    const { stdout } = await bank.run("log --limit 3 --ids", { ...ENV, columns: 60 });
    expect(stdout.split("\n").filter((line) => line.length > 60)).toEqual([]);
    expect(stdout).toMatch(
      /^Mon 6 Jan 2025\n {2}09:00 {2}\w{9} {2}Maximiliane von Hohenlohe-Langenburg\n {4}hook of the story The/,
    );
  });

  test("with colour the words are the same", async () => {
    const entry = {
      commit: "0123456789abcdef",
      who: "Ana Lind",
      at: "2025-01-07T09:12:00+01:00",
      files: [{ kind: "post" as const, path: "posts/p.md", name: "The Bill", events: [{ event: "removed" as const }] }],
    };
    const look = { isAlone: false, withIds: true, isWhole: false, columns: 80 };
    const plain = renderEntry(entry, { ...look, paint: PLAIN });
    const painted = renderEntry(entry, { ...look, paint: await loadPaint() });
    expect(plain).toBe("  09:12  012345678  Ana Lind  removed The Bill\n");
    expect(painted).toContain("\u001b[1mAna Lind\u001b[22m");
    expect(painted.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  test("of a story or post leaves its name out, follows it back through a new name, and tells no followers", async () => {
    const bank = await historyBank();
    await bank.run("mv the-monolith-invoice the-invoice");
    commitAll(bank, "Ana Lind", "2025-01-06T09:00:00+01:00");
    expect((await bank.run("log --limit 1", ENV)).stdout).toBe(
      "Mon 6 Jan 2025\n  09:00  Ana Lind  renamed the-monolith-invoice to the-invoice\n",
    );
    expect((await bank.run("log the-invoice", ENV)).stdout).toBe(`The Monolith Invoice

Mon 6 Jan 2025
  09:00  Ana Lind  renamed the-monolith-invoice to the-invoice

Sun 5 Jan 2025
  09:00  Ana Lind  tags: +ops

Thu 2 Jan 2025
  09:00  Ana Lind  added it
`);
  });

  test("tells first what is not committed yet, staged, new and renamed", async () => {
    const bank = await historyBank();
    await bank.run("record 2025-01-07 --impressions 4000 --reactions 120");
    await bank.run(["note", "2025-01-07", "Short hooks"]);
    await bank.run("mv the-transfer-request the-transfer");
    await bank.run(["add", "The Night Shift", "--body", "It rang."]);
    git(bank, ["add", POST]);
    const { stdout } = await bank.run("log -n 1", ENV);
    expect(stdout.split("\n")).toEqual([
      "Not committed yet",
      "    recorded results of The Monolith Invoice: impressions 4000, reactions 120",
      "    noted on The Monolith Invoice: Short hooks",
      "    added the story The Night Shift",
      "    renamed the-transfer-request to the-transfer",
      "",
    ]);
    expect((await bank.run("log --author ana -n 1", ENV)).stdout).not.toContain("Not committed");
  });

  test("of files with one text, each that is new is joined with one that is gone", async () => {
    const same = "---\ntitle: Same\n---\n";
    const bank = createBank({ "stories/a.md": same, "stories/b.md": same, "stories/c.md": same });
    initRepository(bank);
    commitAll(bank, "Ana Lind", "2025-01-07T09:00:00+00:00");
    git(bank, ["rm", "-q", "stories/a.md", "stories/b.md"]);
    bank.write("stories/new.md", same);
    expect((await bank.run("log -n 1", ENV)).stdout).toBe(
      "Not committed yet\n    renamed a to new\n    removed the story Same\n",
    );
  });

  test("of one person, and since a day", async () => {
    const bank = await historyBank();
    expect((await bank.run("log --author okri", ENV)).stdout).toBe(
      "Sat 4 Jan 2025\n  11:30  Ben Okri  approved The Monolith Invoice\n                   author of The Monolith Invoice: none → Ana Lind\n",
    );
    expect((await bank.run("log --since 2025-01-05 --ids", ENV)).stdout).toMatch(
      /^Sun 5 Jan 2025\n {2}10:15 {2}\w{9} {2}Ana Lind {2}published.*\n {2}09:00(?:.*\n){3}$/,
    );
    expect(await bank.run("log --since 2025-02-01 --author eve", ENV)).toEqual({
      code: 0,
      stdout: "",
      stderr: "Nothing was done by eve since Sat 1 Feb 2025.\n",
    });
    expect((await bank.run("log --since soon", ENV)).stderr).toContain(`--since can't be "soon".`);
    expect((await bank.run("log nothing", ENV)).code).toBe(2);
  });

  test("as JSON, for programs", async () => {
    const bank = await historyBank();
    const id = git(bank, ["rev-parse", "HEAD~1"]).trim();
    expect(await bank.json("log 2025-01-07 --since 2025-01-05", ENV)).toMatchObject([
      { who: "Ana Lind", at: "2025-01-05T10:15:00+01:00", files: [{ events: [{ event: "status", to: "published" }] }] },
      {
        commit: id,
        files: [
          {
            kind: "post",
            path: POST,
            name: "The Monolith Invoice",
            events: [
              { event: "figure", from: "$1.2M", to: "$1.5M" },
              { event: "text", part: "text", added: 0, removed: 0, reworded: 1 },
            ],
          },
        ],
      },
    ]);
  });

  test("much at once is counted, unless all of it is asked for", async () => {
    const bank = createBank(
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`stories/s${index}.md`, "Text.\n"])),
    );
    initRepository(bank);
    commitAll(bank, "Ana", "2025-01-07T09:00:00+00:00");
    const { stdout } = await bank.run("log", ENV);
    expect(stdout.split("\n")).toHaveLength(14);
    expect(stdout).toContain("… and 10 other things; all of them: --whole");
    expect((await bank.run("log --whole", ENV)).stdout.match(/added/g)).toHaveLength(21);
  });

  test("a hostile name or text sends nothing to the terminal", async () => {
    const bank = createBank({ "stories/a.md": '---\ntitle: "A\\e]52;c;x\\a"\n---\nIt took 3 hours.\n' });
    initRepository(bank);
    commitAll(bank, "Eve\u001b[2J\u202e", "2025-01-07T09:00:00+00:00");
    const { stdout } = await bank.run("log", ENV);
    expect(stdout).toContain("\\u{1b}[2J\\u{202e}");
    expect(stdout).not.toMatch(/[\u001b\u202e\u0007]/);
  });

  test.each<[string, (bank: TestBank) => void, Record<string, string>, number, string]>([
    ["without git", () => {}, { ...GIT_ENV, PATH: "/nonexistent" }, 2, "git is not installed, or not on the path."],
    ["without a repository", () => {}, GIT_ENV, 2, "This bank is in no git repository."],
  ])("%s it says what to do in one sentence", async (_, prepare, env, code, sentence) => {
    const bank = createBank({ "stories/a.md": "Text.\n" });
    prepare(bank);
    for (const command of ["log", "diff a"])
      expect(await bank.run(command, { env: { ...env, GIT_CEILING_DIRECTORIES: "/tmp" } })).toEqual({
        code,
        stdout: "",
        stderr: expect.stringMatching(new RegExp(`^storybank: ${sentence.replaceAll(".", "\\.")}\\n.+\\n$`)),
      });
  });

  test("without commits it tells what is there, and how to keep it", async () => {
    const bank = createBank({ "stories/a.md": "Text.\n" });
    initRepository(bank);
    expect(await bank.run("log a", ENV)).toEqual({
      code: 0,
      stdout: "A\n\nNot committed yet\n    added it\n",
      stderr: "",
    });
  });
});
