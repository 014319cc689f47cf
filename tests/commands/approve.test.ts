import { describe, expect, test } from "vitest";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";
import { commitAll, GIT_ENV, initRepository, rewrite } from "../support/history.ts";

const POST = `---
title: The Pager
author: Ana Lind
day: tuesday
date: 2025-01-07
platform: linkedin
status: draft
---
## Final Optimized Post

Our pager rang 40 times in one night, and each time I got up.

What wakes you?

## Content Strategy Notes

Ours.
`;
const REVIEW = "version: 1\nreview: true\ncalendar:\n  start: 2025-01-06\n";
const PATH = "posts/2025-01-07-the-pager.md";
const BEN = { env: { GIT_AUTHOR_NAME: "Ben Okri" } };
const ANA = { env: { GIT_AUTHOR_NAME: "Ana Lind" } };

const pagerBank = (config = REVIEW, post = POST): TestBank => createBank({ "storybank.yaml": config, [PATH]: post });

describe("approve", () => {
  test("keeps who, when and the mark of the text, and only then can the post be ready", async () => {
    const bank = pagerBank();
    expect(await bank.run("mark 2025-01-07 ready", ANA)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: 2025-01-07-the-pager can't be ready: it is not approved yet.\n" +
        "Ask somebody other than Ana Lind to read it and run: storybank approve 2025-01-07-the-pager\n",
    });
    expect(bank.read(PATH)).toBe(POST);
    expect(await bank.run("approve 2025-01-07", BEN)).toEqual({
      code: 0,
      stdout:
        "2025-01-07-the-pager is approved by Ben Okri on Sun 5 Jan 2025.\nNext: storybank mark 2025-01-07-the-pager ready\n",
      stderr: "",
    });
    const kept = POST.replace(
      "status: draft\n",
      "status: draft\napproved:\n  - {by: Ben Okri, date: 2025-01-05, text: 6f2cdb40f1e0b5c5}\n",
    );
    expect(bank.read(PATH).replace(/text: \w{16}/, "text: 6f2cdb40f1e0b5c5")).toBe(kept);
    const again = bank.read(PATH);
    expect((await bank.run("approve 2025-01-07", BEN)).stdout).toContain("is already approved by Ben Okri");
    expect(bank.read(PATH)).toBe(again);
    expect((await bank.run("mark 2025-01-07 ready", ANA)).stdout).toContain(
      "2025-01-07-the-pager is ready.\nNext: storybank render",
    );
  });

  test("a changed text needs it again; notes, dates, line ends and composed accents don't", async () => {
    const bank = pagerBank(REVIEW, POST.replace("each time", "chaque fois, à minuit,"));
    await bank.run("approve 2025-01-07", BEN);
    bank.write(PATH, bank.read(PATH).replace("Ours.", "Mine.").replaceAll("\n", "\r\n").normalize("NFD"));
    await bank.run("edit 2025-01-07 --set time=10:00");
    expect(await bank.json("week 1")).toMatchObject({ rows: [{ review: { state: "approved", by: "Ben Okri" } }] });
    expect((await bank.run("mark 2025-01-07 scheduled")).code).toBe(0);
    bank.write(PATH, bank.read(PATH).replace("40 times", "41 times"));
    expect(await bank.json("week 1")).toMatchObject({ rows: [{ review: { state: "changed", waitsFor: "Ben Okri" } }] });
    expect(await bank.run("mark 2025-01-07 ready --force")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: 2025-01-07-the-pager can't be ready: it is changed since Ben Okri approved it on Sun 5 Jan 2025.\n" +
        "Ask Ben Okri to read it and run: storybank approve 2025-01-07-the-pager\n",
    });
    expect((await bank.run("check --quiet")).stdout).toContain("not-approved");
    await bank.run("approve 2025-01-07", { ...BEN, today: "2025-01-06" });
    expect(bank.read(PATH).match(/by: Ben Okri/g)).toHaveLength(1);
    expect((await bank.run("mark 2025-01-07 ready")).code).toBe(0);
  });

  test("the author can't approve it, whatever git calls them, nor can one be scheduled unread", async () => {
    const bank = pagerBank();
    for (const who of [ANA, { env: { GIT_AUTHOR_NAME: "ana LIND" } }])
      expect(await bank.run("approve 2025-01-07", who)).toEqual({
        code: 2,
        stdout: "",
        stderr:
          "storybank: 2025-01-07-the-pager is by Ana Lind, and its author can't approve it.\n" +
          "Ask somebody else to run: storybank approve 2025-01-07-the-pager\n" +
          'If that is you, add --as "YOUR NAME".\n',
      });
    expect(await bank.run("mark 2025-01-07 scheduled")).toMatchObject({ code: 2, stdout: "" });
    expect(bank.read(PATH)).toBe(POST);
  });

  test("an approval that the author wrote by hand counts for nothing", async () => {
    const bank = pagerBank();
    await bank.run("approve 2025-01-07", BEN);
    bank.write(PATH, bank.read(PATH).replace("by: Ben Okri", "by: Ana Lind"));
    expect((await bank.run("mark 2025-01-07 ready")).code).toBe(2);
  });

  test("asks who one is, and who wrote it, where nobody knows", async () => {
    const bank = pagerBank();
    expect(await bank.run("approve 2025-01-07")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: Nobody knows who you are here.\n" +
        'Tell git, once for all: git config --global user.name "YOUR NAME"\nOr say it now: --as "YOUR NAME"\n',
    });
    bank.write(PATH, POST.replace("author: Ana Lind\n", ""));
    expect(await bank.run("approve 2025-01-07", BEN)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: Nobody knows who wrote 2025-01-07-the-pager, so nobody can be known to be another.\n" +
        'Say who wrote it: storybank edit 2025-01-07-the-pager --set author="NAME"\n',
    });
    await bank.run(["edit", "2025-01-07", "--set", "author=Ana Lind"]);
    expect((await bank.run(["approve", "2025-01-07", "--as", "Eve Sand"])).code).toBe(0);
    expect(bank.read(PATH)).toContain("by: Eve Sand");
  });

  test("the bank's author stands in: for posts that don't say theirs, and for who one is without git", async () => {
    const bank = pagerBank(`author: Ana Lind\n${REVIEW}`, POST.replace("author: Ana Lind\n", ""));
    expect((await bank.run("approve 2025-01-07")).stderr).toContain("is by Ana Lind, and its author can't approve it.");
    expect((await bank.run("approve 2025-01-07", BEN)).code).toBe(0);
  });

  test("what check finds is mended first, since that changes the text", async () => {
    const bank = pagerBank(`${REVIEW}private:\n  Acme: a client\n`, POST.replace("Our pager", "Acme's pager"));
    expect(await bank.run("approve 2025-01-07", BEN)).toEqual({
      code: 1,
      stdout: expect.stringContaining("private-name"),
      stderr:
        "\n2025-01-07-the-pager is not approved: 1 error in 1 file. Mending changes the text, so mend it first, or add --force.\n",
    });
    expect(bank.read(PATH)).not.toContain("approved:");
    expect((await bank.run("approve 2025-01-07 --force", BEN)).code).toBe(0);
  });

  test("can be taken back, as JSON, and where nothing asks for it", async () => {
    const bank = pagerBank("version: 1\n");
    expect(await bank.run("approve 2025-01-07 --json", BEN)).toEqual({
      code: 0,
      stdout: `${JSON.stringify({ post: "2025-01-07-the-pager", state: "approved", author: "Ana Lind", by: "Ben Okri", date: "2025-01-05", waitsFor: null }, null, 2)}\n`,
      stderr: "Nothing asks for it here; review: true in storybank.yaml makes every post need it.\n",
    });
    expect((await bank.run("mark 2025-01-07 ready")).code).toBe(0);
    expect((await bank.run("approve 2025-01-07 --withdraw", BEN)).stdout).toBe(
      "2025-01-07-the-pager is no longer approved by Ben Okri.\n",
    );
    expect(bank.read(PATH)).toBe(POST.replace("status: draft", "status: ready"));
    expect((await bank.run("approve 2025-01-07 --withdraw", BEN)).stdout).toBe(
      "Ben Okri has not approved 2025-01-07-the-pager.\n",
    );
  });

  test("a post without text, and a name without letters, are refused", async () => {
    const bank = pagerBank(REVIEW, POST.replace(/Our pager[\s\S]*wakes you\?\n/, ""));
    expect((await bank.run("approve 2025-01-07", BEN)).stderr).toContain(
      "2025-01-07-the-pager has no text to approve.",
    );
    expect((await bank.run(["approve", "2025-01-07", "--as", " "])).stderr).toContain("--as is empty.");
    expect((await bank.run(["edit", "2025-01-07", "--set", "approved=me"])).stderr).toContain("storybank approve POST");
  });
});

test("whoever changed the text last and approves it is told that its author should see that", async () => {
  const bank = pagerBank();
  initRepository(bank);
  commitAll(bank, "Ana Lind", "2025-01-03T09:00:00+01:00");
  const note =
    "Note: you were the last to change its text. Show its author what: storybank diff 2025-01-07-the-pager\n";
  const approve = async (name: string): Promise<string> =>
    (await bank.run("approve 2025-01-07", { env: { ...GIT_ENV, GIT_AUTHOR_NAME: name } })).stderr;
  expect(await approve("Ben Okri")).toBe("");
  rewrite(bank, PATH, "40 times", "41 times");
  expect(await approve("Ben Okri")).toBe(note);
  commitAll(bank, "Ben Okri", "2025-01-04T09:00:00+01:00");
  rewrite(bank, PATH, "Ours.", "Mine.");
  commitAll(bank, "Ana Lind", "2025-01-05T09:00:00+01:00");
  await bank.run("approve 2025-01-07 --withdraw", { env: { GIT_AUTHOR_NAME: "Ben Okri" } });
  expect(await approve("Ben Okri")).toBe(note);
  expect(await approve("Eve Sand")).toBe("");
});

describe("who waits for whom", () => {
  test("in week: a draft that check lets through, one that was changed, one that is approved", async () => {
    const bank = pagerBank();
    const waiting = async (): Promise<string | undefined> =>
      (await bank.run("week 1")).stdout.split("\n").find((line) => line.startsWith("  Tue 7: "));
    expect(await waiting()).toBe("  Tue 7: Ana Lind waits for a second person to approve it.");
    expect((await bank.run("week 1")).stdout).toContain(
      "Next: storybank check 2025-01-07-the-pager   and somebody other than Ana Lind: storybank approve 2025-01-07-the-pager",
    );
    await bank.run(["edit", "2025-01-07", "--set", "reviewer=Eve Sand"]);
    expect(await waiting()).toBe("  Tue 7: Ana Lind waits for Eve Sand to approve it.");
    await bank.run("approve 2025-01-07", BEN);
    expect(await waiting()).toBe("  Tue 7: approved by Ben Okri on Sun 5 Jan 2025; Ana Lind can mark it ready.");
    expect((await bank.run("week 1")).stdout).toContain("Next: storybank mark 2025-01-07-the-pager ready\n");
    bank.write(PATH, bank.read(PATH).replace("40 times", "41 times"));
    expect(await waiting()).toBe(
      "  Tue 7: Ana Lind waits for Eve Sand to approve it again: changed since Sun 5 Jan 2025.",
    );
    bank.write("storybank.yaml", `${REVIEW}private: [pager]\n`);
    expect(await waiting()).toBeUndefined();
    bank.write("storybank.yaml", REVIEW.replace("review: true\n", ""));
    expect(await waiting()).toBeUndefined();
  });

  test("in doctor, show and render, and when it went out unread", async () => {
    const bank = pagerBank();
    expect((await bank.run("doctor")).stdout).toContain(
      "ok  2025-01-07-the-pager: Ana Lind waits for a second person to approve it\n",
    );
    await bank.run("approve 2025-01-07", BEN);
    await bank.run("mark 2025-01-07 ready");
    bank.write(PATH, bank.read(PATH).replace("40 times", "41 times"));
    expect(await bank.run("doctor")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        `!!  ${PATH} is ready, but changed since Ben Okri approved it on Sun 5 Jan 2025.\n    Ask Ben Okri to read it`,
      ),
    });
    expect((await bank.run("show 2025-01-07")).stdout).toMatch(
      /author +Ana Lind\n[\s\S]*review +Ana Lind waits for Ben Okri/,
    );
    expect(await bank.json("show 2025-01-07")).toMatchObject({ author: "Ana Lind", review: { state: "changed" } });
    const clipboard: string[] = [];
    expect((await bank.run("render 2025-01-07 --copy", { clipboard })).stderr).toContain(
      "Note: 2025-01-07-the-pager is changed since Ben Okri approved it on Sun 5 Jan 2025.\n",
    );
    expect(await bank.run("mark 2025-01-07 published")).toMatchObject({
      code: 0,
      stderr: "Note: it went out changed since Ben Okri approved it on Sun 5 Jan 2025.\n",
    });
    expect(await bank.json("show 2025-01-07")).toMatchObject({ review: null });
  });

  test("doctor names the posts that nobody can approve", async () => {
    const bank = pagerBank(REVIEW, POST.replace("author: Ana Lind\n", ""));
    expect((await bank.run("doctor")).stdout).toContain(
      "Nobody knows who wrote these posts, so nobody can approve them: 2025-01-07-the-pager.",
    );
    expect((await bank.run("week 1")).stdout).toContain("Tue 7: it waits for somebody to say who wrote it.");
  });

  test("a value of review that is neither true nor false is refused", async () => {
    const bank = pagerBank("version: 1\nreview: yes\n");
    expect(await bank.run("week 1")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'storybank: review in storybank.yaml is "yes", which is neither true nor false.\nWrite true, or leave it out.\n',
    });
  });
});

describe("who wrote it", () => {
  test("add, draft and week --fill keep it where the bank wants it, and nowhere else", async () => {
    const bank = createSampleBank();
    const config = bank.read("storybank.yaml");
    await bank.run(["add", "The Night Shift", "--body", "It rang."], BEN);
    expect(bank.read("stories/the-night-shift.md")).not.toContain("author");
    bank.write("storybank.yaml", `${config}\nauthors: true\n`);
    await bank.run(["add", "The Day Shift", "--body", "It did not ring."], BEN);
    expect(bank.read("stories/the-day-shift.md")).toContain("\nauthor: Ben Okri\n");
    bank.write("own.md", "---\ntitle: The Own Shift\nauthor: Eve Sand\n---\nIt sang.\n");
    await bank.run(["add", "--from", "own.md"], BEN);
    expect(bank.read("stories/the-own-shift.md")).toContain("\nauthor: Eve Sand\n");
    bank.write("storybank.yaml", `${config}\nreview: true\n`);
    const draft = await bank.run("draft --day tue --week 1", ANA);
    expect(bank.read("posts/2025-01-07-the-monolith-invoice.md")).toContain("\nauthor: Ana Lind\n");
    expect(draft.stdout).toContain(
      "make it yours in its file. Then, a second person:\nstorybank approve 2025-01-07-the-monolith-invoice\n",
    );
    await bank.run("week 1 --fill", ANA);
    expect(await bank.json("posts --author ana")).toHaveLength(5);
  });

  test("list, posts and week show one author's", async () => {
    const story = (title: string, author: string): string =>
      `---\ntitle: ${title}\nweek: 1\nday: tuesday\n${author}---\nIt rang.\n`;
    const bank = createBank({
      "storybank.yaml":
        "version: 1\nauthor: Eve Sand\ncalendar:\n  start: 2025-01-06\n  slots:\n    friday:\n      series: F\n",
      "stories/a.md": story("A", "author: Ana Lind\n"),
      "stories/b.md": story("B", "author: Ben Okri\n"),
      "stories/e.md": story("E", ""),
      "posts/p.md": "---\ntitle: P\nstory: b\ndate: 2025-01-07\nauthor: Ana Lind\n---\nIt rang.\n",
    });
    const ids = async (author: string): Promise<string> =>
      (await bank.run(["list", "--author", author, "--format", "id"])).stdout;
    expect([await ids("ana"), await ids("Okri"), await ids("eve sand")]).toEqual(["a\n", "b\n", "e\n"]);
    expect(await bank.json("list --author ana")).toMatchObject([{ id: "a", author: "Ana Lind" }]);
    expect(await bank.json("posts --author ana")).toMatchObject([{ id: "p", author: "Ana Lind" }]);
    expect(await bank.run("list --author nobody")).toEqual({
      code: 0,
      stdout: "",
      stderr: "None of the 3 stories match.\n",
    });
    for (const command of ["list", "posts", "week 1"]) {
      expect((await bank.run(command)).stdout).toMatch(/ {2}Ana Lind(?: |\n)/);
      expect((await bank.run(command, { columns: 60 })).stdout).not.toContain("Ana Lind");
    }
    const rows = async (author: string): Promise<unknown> =>
      (await bank.json<{ rows: { story: string; post: string }[] }>(["week", "1", "--author", author])).rows.map(
        ({ story, post }) => [story, post],
      );
    // The post that Ana has made of Ben's story is hers; the empty Friday is nobody's.
    expect(await rows("ana")).toEqual([
      ["b", "p"],
      ["a", null],
    ]);
    expect(await rows("ben")).toEqual([]);
    expect((await bank.run("week 1 --author ben")).stdout).toContain("Nothing of theirs is in this week.");
    await bank.run("week 1 --fill --author eve");
    expect((await bank.json<{ story: string }[]>("posts")).map(({ story }) => story).sort()).toEqual(["b", "e"]);
    expect((await bank.run(["week", "1", "--author", ""])).stderr).toContain("--author is empty.");
  });
});
