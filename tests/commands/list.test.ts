import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

test("groups by week and fits narrow terminals", async () => {
  const bank = createSampleBank();
  const { stdout } = await bank.run("list", { columns: 60 });
  expect(stdout).toMatch(/^Week 1 · Technical Leadership Foundations\n {2}Tue {2}The Monolith Invoice/);
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
});

test("filters and sorts", async () => {
  const bank = createBank({
    "stories/a.md": "---\ntitle: Água\nweek: 2\nday: friday\ntags: [x, Y]\nseries: Career Talk\n---\n",
    "stories/b.md": "---\ntitle: B\nweek: 1\nday: tuesday\ntags: [x]\nhook: The water rose.\n---\n",
    "stories/deep/c.md": "No front matter at all.\n",
    "posts/p.md": "---\nstory: b\nstatus: published\n---\n",
  });
  const ids = async (flags: string): Promise<string[]> =>
    (await bank.run(`list --format id ${flags}`)).stdout.split("\n").filter((id) => id !== "");
  expect(await ids("")).toEqual(["b", "a", "deep/c"]);
  expect(await ids("--week 2")).toEqual(["a"]);
  expect(await ids("--day FRI")).toEqual(["a"]);
  expect(await ids("--tag x --tag y")).toEqual(["a"]);
  expect(await ids("--match agua")).toEqual(["a"]);
  expect(await ids("--match WATER")).toEqual(["b"]);
  expect(await ids("--series career")).toEqual(["a"]);
  expect(await ids("--unused")).toEqual(["a", "deep/c"]);
  expect(await ids("--status published")).toEqual(["b"]);
  expect(await ids("--sort title --limit 1")).toEqual(["a"]);
  expect(await bank.json("list --week 1")).toEqual([
    {
      id: "b",
      title: "B",
      week: 1,
      day: "tuesday",
      series: null,
      hook: "The water rose.",
      tags: ["x"],
      author: null,
      status: "published",
      posts: ["p"],
      path: "stories/b.md",
    },
  ]);
});

test.each([
  ["--week soon", /Weeks are written/],
  ["--week 2026-W54", /no week/],
  ["--day noday", /no day/],
  ["--sort luck", /Choose one of/],
  ["--status gone", /unused, drafted, published/],
  ["--limit many", /whole number/],
  ["--colour", /unknown option/i],
])("list %s is refused", async (flags, message) => {
  expect(await createBank().run(`list ${flags}`)).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(message),
  });
});

test("control characters are shown, not sent", async () => {
  const bank = createBank({ "stories/x.md": '---\ntitle: "a\\e]52;c;x\\a b\\u202e c\\u0085"\n---\n' });
  const { stdout } = await bank.run("list");
  expect(stdout).toContain("a\\u{1b}]52;c;x\\u{07} b\\u{202e} c\\u{85}");
  expect((await bank.run("list --json")).stdout).toContain("\\u202e");
});
