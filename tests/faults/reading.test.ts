import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { runBinary, runShell } from "../support/binary.ts";

const GOOD = "---\ntitle: Good\n---\n";

describe("a file that can't be read safely is named, skipped and left alone; the rest still works", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["code", '---js\n{ title: require("fs").writeFileSync("marker", "x") }\n---\n', /opens with "---js"/],
    ["capital code", "---JS\n{}\n---\n", /---JS/],
    ["a duplicate key", "---\ntitle: a\ntitle: b\n---\n", /a key twice on line 3/],
    ["a colon", "---\ntitle: Foo: bar\n---\n", /put quotes/],
    ["an alias", "---\na: &x 1\nb: *x\n---\n", /alias|anchor/],
    [
      "an alias bomb",
      `---\na: &a [x,x]\n${"bcdefgh"
        .split("")
        .map((k, i) => `${k}: &${k} [*${"abcdefg"[i]},*${"abcdefg"[i]}]\n`)
        .join("")}---\n`,
      /alias|anchor/,
    ],
    ["brackets", `---\na: ${"[".repeat(20_000)}\n---\n`, /nested too deeply/],
    ["no closing fence", "---\ntitle: x\nbody\n", /never closed/],
    ["dots as a fence", "---\ntitle: x\n...\nbody\n", /closed by \.\.\./],
    ["a list", "---\n- a\n---\n", /no keys/],
    ["NUL", "---\ntitle: x\n---\n\0", /NUL/],
    ["Latin-1", Buffer.from("---\ntitle: caf\xe9\n---\n", "latin1"), /not UTF-8/],
    ["UTF-16", Buffer.from("\uFEFF---\ntitle: x\n---\n", "utf16le"), /UTF-16/],
    ["carriage returns", "---\rtitle: x\r---\r", /carriage returns/],
    ["a merge", "---\ntitle: x\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n", /unfinished merge/],
    ["six megabytes", `---\ntitle: x\n---\n${"x".repeat(6_000_000)}`, /larger than 5 MB/],
  ])("%s", async (_, content, reason) => {
    const bank = createBank({ "stories/good.md": GOOD, "stories/poison.md": content });
    const { code, stdout, stderr } = await bank.run("list --format id");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "good\n" });
    expect(stderr).toMatch(/^storybank: skipped stories\/poison\.md: /);
    expect(stderr).toMatch(reason);
    expect(bank.exists("marker")).toBe(false);
    expect((await bank.run("tag poison x")).code).toBe(2);
  });

  test("links out of the bank, to nothing and in a circle; folders and FIFOs named like stories", async () => {
    const bank = createBank({ "stories/good.md": GOOD, "elsewhere/inside.md": GOOD });
    const at = (name: string): string => join(bank.root, "stories", name);
    symlinkSync("/etc/hostname", at("out.md"));
    symlinkSync(at("nowhere"), at("dangling.md"));
    symlinkSync(at("loop.md"), at("loop.md"));
    symlinkSync(join(bank.root, "elsewhere/inside.md"), at("linked.md"));
    mkdirSync(at("folder.md"));
    execFileSync("mkfifo", [at("fifo.md")]);
    const { code, stdout, stderr } = await bank.run("list --format id");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "good\nlinked\n" });
    for (const [name, reason] of [
      ["out", "a link out of the bank"],
      ["dangling", "a link to nothing"],
      ["loop", "a link to nothing"],
      ["folder", "a folder"],
      ["fifo", "a FIFO"],
    ]) {
      expect(stderr).toContain(`skipped stories/${name}.md: it is ${reason}`);
    }
  });

  test("folders that are links, in the bank and out of it", async () => {
    const bank = createBank({ "stories/good.md": `${GOOD}It broke.\n`, "elsewhere/inside.md": GOOD });
    symlinkSync("/etc", join(bank.root, "stories/out"));
    symlinkSync(join(bank.root, "elsewhere"), join(bank.root, "posts"));
    const { code, stdout, stderr } = await bank.run("list --format id");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "good\n" });
    expect(stderr).toContain("skipped stories/out: it is a link out of the bank");
    expect(stderr).toContain("skipped posts: it is a link to a folder");
    expect(await bank.run("draft good")).toMatchObject({ code: 2, stderr: expect.stringContaining("posts is a link") });
    expect(bank.files("elsewhere")).toEqual(["elsewhere/inside.md"]);
  });

  test.each([["a".repeat(300)], ["a\\0b"], ["../../../etc/hostname"]])(
    "a post that tells the story %s is checked like any other",
    async (id) => {
      const bank = createBank({ "posts/p.md": `---\nstory: "${id}"\n---\nText of 5 words here.\n` });
      expect([0, 1]).toContain((await bank.run("check")).code);
    },
  );

  test("a file that was named to check is told to be unreadable, or too long to check", async () => {
    const bank = createBank({
      "stories/good.md": GOOD,
      "stories/long.md": `---\ntitle: Long\n---\n${"x".repeat(20_000)}\n`,
    });
    expect(await bank.json("check long")).toMatchObject([{ rule: "unreadable", level: "error" }]);
    expect((await bank.json<unknown[]>("check good")).length).toBeLessThan(4);
    bank.write("storybank.yaml", "version: 1\ncheck:\n  unreadable: warning\n");
    expect(await bank.json("check long")).toMatchObject([{ level: "warning" }]);
  });

  test("a config that is none is said in one sentence", async () => {
    const bank = createBank({ "storybank.yaml": "calendar: [\n", "stories/good.md": GOOD });
    expect(await bank.run("draft good")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^storybank: storybank\.yaml can't be read/),
    });
    bank.write("storybank.yaml", "calendar:\n  start: someday\n");
    expect(await bank.run("list --week this")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"someday", which is no date'),
    });
    expect((await bank.run("list")).code).toBe(0);
    bank.write("storybank.yaml", "version: 9\n");
    expect(await bank.run("draft good")).toMatchObject({ code: 2, stderr: expect.stringContaining("of version 9") });
  });
});

describe("the process", () => {
  test("a reader that has seen enough is no error", () => {
    const stories = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [
        `stories/s${i}.md`,
        `---\ntitle: Story ${i} ${"long ".repeat(20)}\n---\n`,
      ]),
    );
    const bank = createBank(stories);
    expect(runShell(bank.root, "set -o pipefail; storybank list | head -1; echo $?")).toMatchObject({
      stderr: "",
      stdout: expect.stringMatching(/\n0\n$/),
    });
    expect(runShell(bank.root, "storybank list --json | cat").stdout.length).toBeGreaterThan(500_000);
  });

  test("colour only where it is wanted", () => {
    const bank = createBank({ "stories/good.md": GOOD });
    const escapes = (env: Record<string, string>, ...flags: string[]): boolean =>
      runBinary(bank.root, ["list", ...flags], env).stdout.includes("\u001b[");
    expect([
      escapes({}),
      escapes({ FORCE_COLOR: "1" }),
      escapes({ FORCE_COLOR: "1", NO_COLOR: "1" }),
      escapes({ FORCE_COLOR: "1" }, "--no-color"),
    ]).toEqual([false, true, false, false]);
  });

  test("nothing prompts without a terminal", () => {
    const bank = createBank();
    const start = Date.now();
    expect(runBinary(bank.root, ["add"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no terminal to ask on"),
    });
    expect(Date.now() - start).toBeLessThan(5000);
  });

  test("the bank is found upwards, by --bank and by STORYBANK_DIR; today must be a date", () => {
    const bank = createBank({ "stories/good.md": GOOD, "deep/er/x": "" });
    expect(runBinary(join(bank.root, "deep/er"), ["list", "--format", "id"]).stdout).toBe("good\n");
    expect(runBinary("/", ["list", "--format", "id", "--bank", bank.root]).stdout).toBe("good\n");
    expect(runBinary("/", ["list", "--format", "id"], { STORYBANK_DIR: bank.root }).stdout).toBe("good\n");
    expect(runBinary("/", ["list"])).toMatchObject({ code: 2, stderr: expect.stringContaining("no story bank here") });
    expect(runBinary(bank.root, ["draft", "good"], { STORYBANK_TODAY: "tomorrow" })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("STORYBANK_TODAY"),
    });
  });
});
