import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const STORY = `---
title: The Late Invoice
hook: We waited 9 weeks for Acme Corp.
---

**The Setup:**
Our client Acme Corp was based in Rotterdam. Priya Raman ran the numbers, and Ada wrote the letters.

**The Crisis:**
On a Monday Priya called the client. Nobody at Acme Corp picked up.
`;

const POST = `---
title: Late
story: late
platform: linkedin
---
## Final Optimized Post

We waited 9 weeks. Priya called, and called again.

What would you have done?
`;

const SETTINGS = `# ours
version: 1
author: Ada Byron
# who may not be named
private:
  # the big one
  Acme Corp: a retail client # 2024
calendar:
  start: 2025-01-06
`;

const FILES = { "storybank.yaml": SETTINGS, "stories/late.md": STORY, "posts/late-post.md": POST };

test("names lists who is named, how often, and what was decided: first those of whom nobody has", async () => {
  const bank = createBank(FILES);
  expect(await bank.json("names")).toEqual([
    { name: "Priya", kind: "person", stories: 1, posts: 1, decided: "undecided", alias: null },
    { name: "Priya Raman", kind: "person", stories: 1, posts: 0, decided: "undecided", alias: null },
    { name: "Rotterdam", kind: "place", stories: 1, posts: 0, decided: "undecided", alias: null },
    { name: "Ada", kind: "person", stories: 1, posts: 0, decided: "public", alias: null },
    { name: "Acme Corp", kind: "company", stories: 1, posts: 0, decided: "alias", alias: "a retail client" },
  ]);
  expect(await bank.run("names", { columns: 60 })).toEqual({
    code: 0,
    stdout: `Priya        person   1 story, 1 post  undecided
Priya Raman  person   1 story          undecided
Rotterdam    place    1 story          undecided
Ada          person   1 story          public
Acme Corp    company  1 story          “a retail client”
`,
    stderr: `Decide with: storybank names keep NAME   or
storybank names hide NAME --as ALIAS
`,
  });
});

test("names --undecided leaves out what is decided, and a bank that names nobody says so", async () => {
  const bank = createBank(FILES);
  expect((await bank.run("names --undecided --format name")).stdout).toBe("Priya\nPriya Raman\nRotterdam\n");
  await bank.run("names keep Priya Raman");
  await bank.run("names keep Rotterdam");
  expect(await bank.run("names --undecided")).toEqual({ code: 0, stdout: "", stderr: "All names are decided on.\n" });
  expect(await createBank().run("names")).toEqual({
    code: 0,
    stdout: "",
    stderr: "No story or post names anybody yet.\n",
  });
});

test("names keep and hide change only their own lines of the settings", async () => {
  const bank = createBank(FILES);
  expect(await bank.run("names keep Priya Raman")).toEqual({
    code: 0,
    stdout: "Priya Raman is public.\n",
    stderr: "",
  });
  expect(bank.read("storybank.yaml")).toBe(`${SETTINGS}public:\n  - Priya Raman\n`);
  expect(await bank.run('names hide Priya --as "our analyst"')).toEqual({
    code: 0,
    stdout: "Priya is private: posts say “our analyst”.\n",
    stderr: "It stands in 1 story, 1 post. Next: storybank check\n",
  });
  const hidden = SETTINGS.replace("# 2024\n", "# 2024\n  Priya: our analyst\n");
  expect(bank.read("storybank.yaml")).toBe(`${hidden}public:\n  - Priya Raman\n`);
  // What was private becomes public, in either spelling, and the other way round.
  expect((await bank.run("names keep priya")).stdout).toBe("priya is public.\n");
  expect(bank.read("storybank.yaml")).toBe(`${SETTINGS}public:\n  - Priya Raman\n  - priya\n`);
  expect((await bank.run("names keep Priya")).stdout).toBe("Priya is public already.\n");
  expect((await bank.run("names hide priya raman")).stdout).toBe("priya raman is private.\n");
  expect((await bank.run("names hide priya")).code).toBe(0);
  expect(bank.read("storybank.yaml")).toBe(SETTINGS.replace("# 2024\n", "# 2024\n  priya raman:\n  priya:\n"));
});

test("an alias that holds the name, an empty one and a name of no letters are refused; nothing is written", async () => {
  const bank = createBank(FILES);
  expect(await bank.run('names hide Priya --as "our Priya"')).toEqual({
    code: 2,
    stdout: "",
    stderr: "storybank: “our Priya” holds the name itself.\nSay something else instead, such as: a client.\n",
  });
  expect((await bank.run('names hide Priya --as ""')).code).toBe(2);
  expect((await bank.run("names keep --")).code).toBe(2);
  expect((await bank.run(["names", "keep", "…"])).code).toBe(2);
  expect(bank.read("storybank.yaml")).toBe(SETTINGS);
});

test("a name that nobody uses is told so; an anchor in the settings is left alone", async () => {
  const bank = createBank(FILES);
  expect((await bank.run("names keep Zbyszko")).stderr).toBe(
    "No story or post has it yet. See those that they have: storybank names\n",
  );
  bank.write("storybank.yaml", "version: 1\npublic: &list [Ann]\n");
  expect((await bank.run("names keep Bob")).code).toBe(2);
  expect(bank.read("storybank.yaml")).toBe("version: 1\npublic: &list [Ann]\n");
});

test("commands that decide at once lose nothing", async () => {
  const bank = createBank(FILES);
  const names = ["Ann", "Bob", "Cleo", "Dev", "Eve", "Finn"];
  await Promise.all(names.map((name) => bank.run(["names", "keep", name])));
  const { stdout } = await bank.run("names --json");
  expect(JSON.parse(stdout).length).toBeGreaterThan(0);
  for (const name of names) expect(bank.read("storybank.yaml")).toContain(`  - ${name}\n`);
});

test("completion offers the names", async () => {
  const bank = createBank(FILES);
  const { stdout } = await bank.run(["__complete", "zsh", "names", "hide", "Pri"]);
  expect(stdout).toBe("Priya\tperson, undecided\nPriya Raman\tperson, undecided\n");
});

test("add and import say which people and companies came in that nobody has decided on, and no story has", async () => {
  const bank = createBank(FILES);
  const body = "Our client Acme Corp called Zoe Quist. Priya Raman and Ada were in Leeds.";
  expect(await bank.run(["add", "The Call", "--body", body])).toEqual({
    code: 0,
    stdout: "Added the-call (stories/the-call.md).\n",
    stderr: "New name: Zoe Quist. May posts say it? See: storybank names\nNext: storybank show the-call\n",
  });
  expect((await bank.run(["add", "Another Call", "--body", `${body} Bob left.`])).stderr).toContain("New name: Bob. ");
  bank.write(
    "week.md",
    "# Week 3 Story Bank\n\n## STORY 1: The Lull\n**For**: Tuesday\n\nWe lost Hana Okuda and Deutsche Bahn in a week.\n",
  );
  const { stderr } = await bank.run("import week.md");
  expect(stderr).toContain("New names: Hana Okuda and Deutsche Bahn. May posts say them? See: storybank names\n");
  expect((await bank.run("import week.md")).stderr).toBe("");
});

test("check warns of each undecided name once; a bank that never decided is advised once a post", async () => {
  const post = POST.replace("We waited", "Priya and Bob waited");
  const bank = createBank({ ...FILES, "posts/late-post.md": post });
  const found = async (): Promise<unknown[]> =>
    (await bank.json<{ rule: string }[]>("check late-post")).filter(({ rule }) => rule === "undecided-name");
  expect(await found()).toMatchObject([
    { level: "advice", line: 8, message: "Nobody has decided whether posts may name Priya and Bob." },
  ]);
  await bank.run("names keep Tomasz");
  expect(await found()).toMatchObject([
    { level: "warning", line: 8, message: "Nobody has decided whether posts may name Priya." },
    { level: "warning", line: 8, message: "Nobody has decided whether posts may name Bob." },
  ]);
  const [, bob] = (await found()) as { start: number; end: number }[];
  expect(post.slice(bob?.start, bob?.end)).toBe("Bob");
  await bank.run("names keep Priya Raman");
  await bank.run("names hide Bob --as him");
  expect(await found()).toEqual([]);
});
