import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

const POST = `---
title: The Night the Pager Won
story: outage
day: tuesday
date: 2025-01-07
platform: linkedin
---
## Final Optimized Post

It rang 50 times in one night: I stopped counting.

We were 12 engineers, two years ago, with one pager. 60% fewer pages in a month, and what wakes you?
`;

test("the sample bank has no errors and no warnings, drafts and all", async () => {
  const bank = createSampleBank();
  for (const day of ["tue", "wed", "thu", "fri", "sun"]) {
    const { findings } = await bank.json<{ findings: { level: string }[] }>(`draft -d ${day} -w 1`);
    expect(findings.filter(({ level }) => level !== "advice")).toEqual([]);
  }
  expect(await bank.run("check --strict --quiet")).toEqual({
    code: 0,
    stdout: "Nothing to find fault with in 5 stories and 6 posts.\n",
    stderr: "",
  });
});

test("a changed figure: what, where, the nearest, and what to do", async () => {
  const bank = createBank({
    "stories/outage.md": OUTAGE.replace("we were 12", "it rang 40 times and we were 12"),
    "posts/p.md": POST,
  });
  const { code, stdout, stderr } = await bank.run("check p --quiet", { columns: 60 });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toBe(`posts/p.md
  error    line 10  figure-not-in-story
           50 times is not in the story at this place; it
           says 40 times (its hook).
           │ It rang 50 times in one night: I stopped
           │ counting.
           → Write 40 times, or correct the story.

1 error in 1 file, of 0 stories and 1 post.
`);
  expect(await bank.json("check p --quiet")).toMatchObject([
    {
      rule: "figure-not-in-story",
      level: "error",
      file: "posts/p.md",
      line: 10,
      message: "50 times is not in the story at this place; it says 40 times (its hook).",
    },
  ]);
  expect((await bank.run("check p --quiet --format github")).stdout).toBe(
    "::error file=posts/p.md,line=10,title=figure-not-in-story::50 times is not in the story at this place; it says 40 times (its hook). Write 40 times, or correct the story.\n",
  );
});

test("rules are turned off and re-levelled for the bank and for a post; warnings fail when strict", async () => {
  const bank = createBank({
    "posts/p.md": POST.replace("and what wakes you?", "that was that.").replace("story: outage\n", ""),
  });
  const rules = async (): Promise<string[]> =>
    (await bank.json<{ rule: string; level: string }[]>("check --quiet")).map(({ rule, level }) => `${level} ${rule}`);
  expect(await rules()).toEqual(["warning no-question"]);
  expect((await bank.run("check")).code).toBe(0);
  expect((await bank.run("check --strict")).code).toBe(1);
  bank.write("storybank.yaml", "check: {no-question: error}\n");
  expect(await rules()).toEqual(["error no-question"]);
  bank.write("posts/p.md", bank.read("posts/p.md").replace("day:", "check: {no-question: off}\nday:"));
  expect(await rules()).toEqual([]);
  bank.write("storybank.yaml", "check: {no-qestion: off}\n");
  expect(await bank.run("check")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Did you mean no-question?"),
  });
});

test("files that can't be read are findings, and said on stderr; the rest is still checked", async () => {
  const bank = createBank({ "stories/bad.md": "---js\n---\nx\n", "stories/outage.md": OUTAGE });
  const { code, stdout, stderr } = await bank.run("check");
  expect(code).toBe(1);
  expect(stdout).toContain("unreadable");
  expect(stdout).toContain("of 1 story and 0 posts");
  expect(stderr).toContain("skipped stories/bad.md");
});

test("names: a story with its unpublished post, a post, neither", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE, "posts/p.md": POST });
  expect((await bank.run("check outage")).stdout).toContain("1 story and 1 post");
  expect((await bank.run("check p")).stdout).toContain("0 stories and 1 post");
  expect((await bank.run(["check", "The Night the Pager Won"])).stdout).toContain("1 story and 1 post");
  expect(await bank.run("check nothing-like-it")).toMatchObject({ code: 2, stdout: "" });
  expect(await bank.run("check --format xml")).toMatchObject({ code: 2, stdout: "" });
});

test("private names: draft writes the alias everywhere, check finds what was written by hand", async () => {
  const bank = createBank({
    "storybank.yaml": "private:\n  Acme Corp: a retail client\n  Zed:\n",
    "stories/the-acme-corp-outage.md": OUTAGE.replace("The Night the Pager Won", "Acme Corp and the Pager")
      .replace("we were 12", "Acme Corp's shop had 12")
      .replace("tags: [ops]", "tags: [acme-corp, zed, ops]"),
  });
  const draft = await bank.json<{ path: string; text: string; findings: { level: string }[] }>("draft the-acme");
  expect(draft.path).toBe("posts/2025-01-07-a-retail-client-and-the-pager.md");
  expect(draft.text).toContain("Two years ago a retail client's shop had 12 engineers");
  expect(draft.text).toContain("#RetailClient #Ops");
  expect(bank.read(draft.path)).toContain("title: A retail client and the Pager");
  expect(draft.findings.filter(({ level }) => level !== "advice")).toEqual([]);
  bank.write(
    draft.path,
    bank.read(draft.path).replace("a retail client's", "ACME corp's").replace("pager.", "pager, said Zed."),
  );
  const found = await bank.json<{ rule: string; message: string }[]>("check");
  expect(found.filter(({ rule }) => rule === "private-name").map(({ message }) => message)).toEqual([
    "The private name Acme Corp stands in the post.",
    "The private name Zed stands in the post.",
  ]);
});

test("a confidential story is told only with --force", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE.replace("week: 1", "week: 1\nconfidential: true") });
  const refused = await bank.run("draft outage");
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("--force");
  expect(bank.files().filter((file) => file.startsWith("posts"))).toEqual([]);
  expect(await bank.json("draft outage --force")).toMatchObject({ story: "outage" });
});
