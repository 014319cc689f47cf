import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";

const TODAY = { today: "2025-01-05" };
const CONFIG =
  'version: 1\ncalendar:\n  start: 2025-01-06\n  timezone: Europe/Berlin\n  slots:\n    friday:\n      time: "12:00"\n';

function post(head: string, text = "It rang, 40 times.\n\nWho sleeps well?", notes = ""): string {
  return `---\n${head}---\n\n## Final Optimized Post\n\n${text}\n\n## Content Strategy Notes\n\n${notes}\n`;
}

const READY = post(
  "title: Ready\nstatus: ready\ndate: 2025-01-07\ntime: 09:00\n",
  '**It rang**, 40 times.\n\n- "one"\n- two\n\n#Ops',
);
const SUMMER = post("title: Summer\nstatus: scheduled\ndate: 2025-07-08\ntime: 8:30\n", "=SUM of it all.");
const POSTS = {
  "storybank.yaml": CONFIG,
  "posts/b-summer.md": SUMMER,
  "posts/a-ready.md": READY,
  "posts/draft.md": post("title: Draft\nstatus: draft\ndate: 2025-01-08\ntime: 09:00\n"),
  "posts/out.md": post("title: Out\nstatus: published\ndate: 2025-01-01\ntime: 09:00\n"),
};
const TEXT = 'It rang, 40 times.\n\n• "one"\n• two\n\n#Ops';

/** What a reader of CSV makes of the file. */
async function rowsOf(bank: TestBank, line: string): Promise<string[][]> {
  const { code, stdout, stderr } = await bank.run(`export ${line}`, TODAY);
  expect([code, stderr]).toEqual([0, ""]);
  return parse(stdout) as string[][];
}

describe("export --for", () => {
  test("buffer gets its four columns, and the time as YYYY-MM-DD HH:mm", async () => {
    expect(await rowsOf(createBank(POSTS), "--for buffer")).toEqual([
      ["Text", "Image URL", "Tags", "Posting Time"],
      [TEXT, "", "", "2025-01-07 09:00"],
      ["=SUM of it all.", "", "", "2025-07-08 08:30"],
    ]);
  });

  test("hootsuite gets date, message and link without a header, and the time as mm/dd/yyyy hh:mm", async () => {
    expect(await rowsOf(createBank(POSTS), "--for hootsuite")).toEqual([
      ["01/07/2025 09:00", TEXT, ""],
      ["07/08/2025 08:30", "=SUM of it all.", ""],
    ]);
  });

  test("postiz gets what its posts:create takes, and the time in UTC, winter and summer", async () => {
    expect(await rowsOf(createBank(POSTS), "--for postiz")).toEqual([
      ["content", "date", "type", "integrations"],
      [TEXT, "2025-01-07T08:00:00Z", "schedule", "linkedin"],
      ["=SUM of it all.", "2025-07-08T06:30:00Z", "schedule", "linkedin"],
    ]);
  });

  test("marks nothing, and changes no file", async () => {
    const bank = createBank(POSTS);
    const before = bank.files().map((file) => [file, bank.read(file)]);
    for (const name of ["buffer", "postiz", "hootsuite"]) await bank.run(`export --for ${name}`, TODAY);
    expect(bank.files().map((file) => [file, bank.read(file)])).toEqual(before);
  });

  test("writes into a new file, and over none", async () => {
    const bank = createBank(POSTS);
    expect(await bank.run("export --for buffer --out posts.csv", TODAY)).toEqual({
      code: 0,
      stdout: "Wrote posts.csv.\n",
      stderr: "",
    });
    expect((parse(bank.read("posts.csv")) as string[][]).length).toBe(3);
    expect((await bank.run("export --for buffer --out posts.csv", TODAY)).code).toBe(2);
  });

  test("--week and --platform choose among the posts", async () => {
    const bank = createBank({
      ...POSTS,
      "posts/a-ready.md": READY.replace("status", "week: 1\nstatus"),
      "posts/x.md": post("title: X\nstatus: ready\ndate: 2025-01-09\ntime: 10:00\nplatform: x\n", "Short."),
    });
    expect((await rowsOf(bank, "--for buffer --week 1 --platform linkedin")).length).toBe(2);
    expect((await rowsOf(bank, "--for hootsuite --platform x")).map(([, text]) => text)).toEqual(["Short."]);
    expect((await rowsOf(bank, "--for postiz")).map((cells) => cells[3])).toEqual([
      "integrations",
      "linkedin",
      "x",
      "linkedin",
    ]);
    expect(await bank.run("export --for buffer", TODAY)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: Buffer takes one channel a file, and the posts are for linkedin, x.\nChoose one: storybank export --for buffer --platform linkedin\n",
    });
  });

  test("a post without a time takes that of its slot", async () => {
    const bank = createBank({
      "storybank.yaml": CONFIG,
      "posts/a.md": post("title: A\nstatus: ready\ndate: 2025-01-10\n"),
    });
    expect((await rowsOf(bank, "--for buffer"))[1]?.[3]).toBe("2025-01-10 12:00");
  });
});

test.each<[string, string, string]>([
  ["no-date", post("title: A\nstatus: ready\n"), "it has no date"],
  ["no-time", post("title: A\nstatus: ready\ndate: 2025-01-08\n"), "it has no time"],
  ["no-text", post("title: A\nstatus: ready\ndate: 2025-01-08\ntime: 09:00\n", ""), "it has no text"],
  ["past", post("title: A\nstatus: ready\ndate: 2025-01-03\ntime: 09:00\n"), "its day, Fri 3 Jan 2025, is past"],
  [
    "long",
    post("title: A\nstatus: ready\ndate: 2025-01-08\ntime: 09:00\n", "A word. ".repeat(400)),
    "it is longer than its platform takes",
  ],
  [
    "thread",
    post(
      "title: A\nstatus: ready\ndate: 2025-01-08\ntime: 09:00\nplatform: x\n",
      "It broke again last night. ".repeat(20),
    ),
    "it is a thread of 2 parts, and a line is one post",
  ],
  [
    "blog",
    post("title: A\nstatus: ready\ndate: 2025-01-08\ntime: 09:00\nplatform: markdown\n"),
    "Buffer has no channel for its platform",
  ],
])("%s: what can't be a line is left out and named, and the rest is written", async (id, text, why) => {
  const alone = createBank({ "storybank.yaml": CONFIG, [`posts/${id}.md`]: text });
  expect(await alone.run("export --for buffer --out posts.csv", TODAY)).toEqual({
    code: 1,
    stdout: "",
    stderr: `${id} was left out: ${why}.\n`,
  });
  expect(alone.exists("posts.csv")).toBe(false);
  const platform = /platform: (\w+)/.exec(text)?.[1] ?? "linkedin";
  const both = createBank({
    "storybank.yaml": CONFIG,
    [`posts/${id}.md`]: text,
    "posts/good.md": post(
      `title: Good\nstatus: ready\ndate: 2025-01-09\ntime: 09:00\nplatform: ${platform}\n`,
      "Short.",
    ),
  });
  const { code, stdout } = await both.run(`export --for postiz --platform ${platform}`, TODAY);
  expect(code).toBe(1);
  expect(parse(stdout) as string[][]).toHaveLength(platform === "markdown" ? 0 : 2);
});

test("images and first comments are left out and named; the text goes", async () => {
  const head = "status: ready\ndate: 2025-01-08\ntime: 09:00\n";
  const bank = createBank({
    "storybank.yaml": CONFIG,
    "posts/a.md": post(`title: A\n${head}first-comment: The link.\n`, "Look.\n\n![The board](board.png)"),
    "posts/b.md": post(`title: B\n${head}`, "It rang. ![x](https://example.com/x.jpg)", "**First comment:** the link"),
  });
  const { code, stdout, stderr } = await bank.run("export --for buffer", TODAY);
  expect([code, stderr]).toEqual([
    0,
    `a went without its images; attach them there: board.png
a went without its first comment; write it there.
b went without its images; attach them there: https://example.com/x.jpg
b went without its first comment; write it there.
`,
  ]);
  expect(stdout).not.toMatch(/board\.png|example\.com|The link/);
});

test("what check finds wrong since it was marked is said", async () => {
  const bank = createBank({
    ...POSTS,
    "storybank.yaml": `${CONFIG}private: [Acme]\n`,
    "posts/a-ready.md": READY.replace("two", "Acme"),
  });
  expect(await bank.run("export --for buffer", TODAY)).toMatchObject({
    code: 0,
    stderr: "a-ready is in it, but check finds 1 error.\n",
  });
});

test("no more posts than a publisher takes are in a file", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 102 }, (_, i) => [
      `posts/p${String(i).padStart(3, "0")}.md`,
      post(`title: P${i}\nstatus: ready\ndate: 2025-02-01\ntime: 09:00\n`, `Text ${i}.`),
    ]),
  );
  const bank = createBank({ "storybank.yaml": CONFIG, ...many });
  const { code, stdout, stderr } = await bank.run("export --for buffer", TODAY);
  expect([code, (parse(stdout) as string[][]).length]).toEqual([1, 101]);
  expect(stderr.match(/was left out: Buffer takes 100 posts a file; export it with --week\./g)).toHaveLength(2);
});

describe("nothing to export", () => {
  test.each([
    [{}, "No post is ready or scheduled. Mark one: storybank mark POST ready\n"],
    [{ "posts/a.md": READY }, "The post that is ready or scheduled does not match.\n"],
    [{ "posts/a.md": READY, "posts/b.md": SUMMER }, "None of the 2 posts that are ready or scheduled match.\n"],
  ])("%#", async (files, stderr) => {
    const bank = createBank({ "storybank.yaml": CONFIG, ...files });
    expect(await bank.run("export --for buffer --week 9 --out posts.csv", TODAY)).toEqual({
      code: 0,
      stdout: "",
      stderr,
    });
    expect(bank.exists("posts.csv")).toBe(false);
  });
});

test.each([
  ["--for facebook", /There is no publisher "facebook"\.\nChoose one of: buffer, postiz, hootsuite\./],
  ["--for buffer --csv", /--csv and --for are 2 exports/],
  ["--platform x --csv", /--platform is for --for/],
  ["--for buffer --platform fax", /fax/],
])("export %s is refused", async (line, sentence) => {
  expect(await createBank(POSTS).run(`export ${line}`)).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(sentence),
  });
});

test.each([
  ["", "Postiz takes times in UTC, and storybank.yaml has no time zone."],
  ["  timezone: Mars/Olympus\n", 'calendar.timezone in storybank.yaml is "Mars/Olympus", which is no time zone.'],
])("a time in UTC needs a time zone: %j", async (zone, sentence) => {
  const bank = createBank({ ...POSTS, "storybank.yaml": `version: 1\ncalendar:\n  start: 2025-01-06\n${zone}` });
  expect(await bank.run("export --for postiz", TODAY)).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining(sentence),
  });
});

test("completion offers the publishers", async () => {
  expect((await createBank().run(["__complete", "fish", "export", "--for", ""])).stdout).toBe(
    "buffer\t\npostiz\t\nhootsuite\t\n",
  );
});
