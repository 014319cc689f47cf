import { describe, expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";
import { OUTAGE, POST_DOCUMENT } from "../support/fixtures.ts";

const PUBLISHED = "posts/2025-01-19-the-midnight-deployment.md";
const TODAY = { today: "2025-01-25" };

describe("note", () => {
  test("adds a dated line to a published post, and not another byte; show shows it", async () => {
    const bank = createSampleBank();
    const before = bank.read(PUBLISHED);
    expect(await bank.run("note 2025-01-19 The three columns did it", TODAY)).toEqual({
      code: 0,
      stdout: "Noted in 2025-01-19-the-midnight-deployment.\nThe next draft of Personal Reflection quotes it.\n",
      stderr: "",
    });
    expect(bank.read(PUBLISHED)).toBe(`${before.trimEnd()}\n\n### Learned\n- 2025-01-25: The three columns did it\n`);
    await bank.run(["note", "2025-01-19", "-"], {
      today: "2025-02-01",
      stdin: "Saves come late:\n\n\u0000# look again\n",
    });
    expect(bank.read(PUBLISHED)).toBe(
      `${before.trimEnd()}\n\n### Learned\n- 2025-01-25: The three columns did it\n- 2025-02-01: Saves come late: # look again\n`,
    );
    const { stdout } = await bank.run("show 2025-01-19", { columns: 40 });
    expect(stdout.split("\nLearned\n")[1]).toBe(
      "  - 2025-01-25: The three columns did it\n  - 2025-02-01: Saves come late: # look\n  again\n",
    );
    expect(await bank.json("show 2025-01-19")).toMatchObject({
      learned: [
        { date: "2025-01-25", text: "The three columns did it" },
        { date: "2025-02-01", text: "Saves come late: # look again" },
      ],
    });
  });

  test("says so where it was noted already, and writes nothing", async () => {
    const bank = createSampleBank();
    await bank.run("note 2025-01-19 Once", TODAY);
    const before = bank.read(PUBLISHED);
    expect((await bank.run("note 2025-01-19 Once", TODAY)).stdout).toBe(
      "The notes of 2025-01-19-the-midnight-deployment say so already.\n",
    );
    expect(bank.read(PUBLISHED)).toBe(before);
  });

  test("the next draft of the series quotes the last three, the latest first, and no other series does", async () => {
    const bank = createSampleBank();
    for (const [day, word] of [
      ["20", "One"],
      ["21", "Two"],
      ["22", "Three"],
      ["23", "Four"],
    ])
      await bank.run(`note 2025-01-19 ${word}`, { today: `2025-01-${day}` });
    await bank.run("draft the-question");
    const from = "- Learned last time, from 2025-01-19-the-midnight-deployment";
    expect(bank.read("posts/2025-01-12-the-question-in-the-review.md")).toContain(
      `\n### From the last posts\n${from}: Four\n${from}: Three\n${from}: Two\n\n`,
    );
    await bank.run("draft the-transfer");
    expect(bank.read("posts/2025-01-10-the-transfer-request.md")).not.toContain("Learned last time");
  });

  test("an imported post takes it, keeps its own notes, and counts to the series of its weekday", async () => {
    const bank = createSampleBank();
    bank.write("post.md", POST_DOCUMENT);
    await bank.run("import post.md");
    const [id = ""] = (await bank.json<{ id: string; day: string }[]>("posts"))
      .filter(({ id }) => !PUBLISHED.includes(id))
      .map((post) => post.id);
    const before = bank.read(`posts/${id}.md`);
    const notes = before.split("## Content Strategy Notes")[1] ?? "";
    expect(notes.trim()).not.toBe("");
    await bank.run(`note ${id} Money first`, TODAY);
    const after = bank.read(`posts/${id}.md`);
    expect(after).toContain(notes.trim());
    expect(after.replace("\n\n### Learned\n- 2025-01-25: Money first", "")).toBe(before);
    const { day } = await bank.json<{ day: string }>(`show ${id}`);
    await bank.run(`draft --day ${day} --week 1`);
    const drafted = (await bank.json<{ path: string; status: string; id: string }[]>("posts")).find(
      (post) => post.status === "draft" && post.id !== id,
    );
    expect(bank.read(drafted?.path ?? "")).toContain(`- Learned last time, from ${id}: Money first\n`);
  });

  test("in a bank without slots it counts to the series that the stories of its weekday are of", async () => {
    const story = OUTAGE.replace("mood: grim", "series: Night Shift");
    const bank = createBank({
      "stories/outage.md": story,
      "posts/p.md": "---\ntitle: P\nday: tuesday\n---\nText.\n",
    });
    expect((await bank.run("note p Short is good", TODAY)).stdout).toContain(
      "The next draft of Night Shift quotes it.",
    );
    bank.write("stories/b.md", story.replace("Night Shift", "Day Shift"));
    expect((await bank.run("note p Long is bad", TODAY)).stdout).toContain("It is of no series");
  });

  test("what was noted in a draft goes over into the one that takes its place", async () => {
    const bank = createSampleBank();
    await bank.run("draft the-transfer");
    await bank.run("note the-transfer The ending is weak", TODAY);
    await bank.run("draft the-transfer --replace");
    const post = bank.read("posts/2025-01-10-the-transfer-request.md");
    expect(post.endsWith("\n\n### Learned\n- 2025-01-25: The ending is weak\n")).toBe(true);
    expect(post).not.toContain("Learned last time");
  });

  test("on a terminal it asks for the post and the words", async () => {
    const bank = createSampleBank();
    await bank.run("note", { ...TODAY, answers: [PUBLISHED, "Ask less"] });
    expect(bank.read(PUBLISHED)).toContain("### Learned\n- 2025-01-25: Ask less\n");
  });

  test("without a terminal, without words, and where code is never closed it says what to do", async () => {
    const bank = createBank({
      "stories/outage.md": OUTAGE,
      "posts/p.md": "---\ntitle: P\n---\nText.\n\n## Notes\n\n```\nnever closed\n",
    });
    const before = bank.read("posts/p.md");
    expect(await bank.run("note p")).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/What was learned is missing\.\n.*storybank note p "/),
    });
    expect(await bank.run("note p -", { stdin: " \n" })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("There is nothing to note."),
    });
    expect(await bank.run("note p Something")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("posts/p.md has code in its notes that is never closed."),
    });
    expect(await bank.run("note outage Something")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('The story "outage" has no post yet.'),
    });
    expect(bank.read("posts/p.md")).toBe(before);
  });

  test("a post of no series says how its words are quoted one day", async () => {
    const bank = createBank({ "posts/p.md": "---\ntitle: P\n---\nText.\n" });
    expect((await bank.run("note p Short is good", TODAY)).stdout).toBe(
      'Noted in p.\nIt is of no series whose next draft could quote it. Give it one:\nstorybank edit p --set series="…"\n',
    );
    expect((await bank.json<{ text: string }>("show p")).text).toBe("Text.");
  });

  test("two at once lose nothing", async () => {
    const bank = createSampleBank();
    const words = ["One", "Two", "Three", "Four"];
    await Promise.all(words.map((word) => bank.run(`note 2025-01-19 ${word}`, TODAY)));
    for (const word of words) expect(bank.read(PUBLISHED)).toContain(`\n- 2025-01-25: ${word}\n`);
  });

  test("completion knows it", async () => {
    const bank = createSampleBank();
    expect((await bank.run(["__complete", "zsh", "no"])).stdout).toContain("note\t");
    expect((await bank.run(["__complete", "zsh", "note", "2025"])).stdout).toContain(
      "2025-01-19-the-midnight-deployment",
    );
  });
});
