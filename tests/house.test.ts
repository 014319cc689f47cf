import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT } from "./support/bank.ts";

const SRC = join(PROJECT, "src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const read = (file: string): string => readFileSync(join(SRC, file), "utf8");
const roomOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : "");

/** The rooms from the top of the house to its ground; a room may only reach for those below it, and `bank` for none above `post`. */
const MAY_USE: Record<string, readonly string[]> = {
  commands: [
    "page",
    "jobs",
    "check",
    "import",
    "encoding",
    "post",
    "hooks",
    "bank",
    "render",
    "story",
    "calendar",
    "front-matter",
  ],
  page: ["jobs", "check", "post", "hooks", "bank", "story", "calendar"],
  jobs: ["check", "import", "encoding", "post", "hooks", "bank", "story", "calendar", "front-matter"],
  render: ["jobs", "check", "post", "hooks", "story", "calendar"],
  check: ["post", "hooks", "encoding", "story", "calendar", "front-matter"],
  import: ["post", "encoding", "story", "calendar", "front-matter"],
  post: ["hooks", "story", "calendar", "front-matter"],
  hooks: ["story", "calendar", "front-matter"],
  bank: ["post", "story", "calendar", "front-matter"],
  story: ["calendar", "front-matter"],
  calendar: ["front-matter"],
  encoding: [],
  "front-matter": [],
};

describe("the house", () => {
  test.each(files.filter((file) => roomOf(file) !== ""))("%s reaches only for rooms below its own", (file) => {
    const own = roomOf(file);
    for (const [, path = ""] of read(file).matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
      const target = join(file, "..", path);
      const room = roomOf(target);
      if (room === "")
        expect(["errors.ts", ...(own === "commands" ? ["context.ts", "commands.ts"] : [])]).toContain(target);
      else if (room !== own) expect(MAY_USE[own]).toContain(room);
    }
  });

  test.each(
    files.filter(
      (file) =>
        ["story", "hooks", "post", "check", "calendar", "import", "encoding", "front-matter"].includes(roomOf(file)) ||
        /^page\/(?:views|parts)\//.test(file),
    ),
  )("%s is pure", (file) => {
    expect(
      read(file).match(/from "(?:node:|fs-extra)|\bconsole\.|\bprocess\.|\bDate\.now|new Date\b|Math\.random/)?.[0],
    ).toBeUndefined();
  });

  // V8 14, that of Node 26, then looks at the last half of a surrogate pair alone: /[\p{L}]$/u does not match 𝗔, /\p{L}$/u does.
  test.each(files)("%s has no class of letters right before the end of an expression", (file) => {
    expect(read(file).match(/\[(?:\^|[^\]\n]*\\p\{)[^\]\n]*\]\)*\$\)*\/\w*u/i)?.[0]).toBeUndefined();
  });

  test.each(files)("%s keeps to its place: files in bank/, the process in main.ts, questions in prompts.ts", (file) => {
    const text = read(file);
    if (!["main.ts", "prompts.ts", "bank/process.ts"].includes(file))
      expect(text.match(/\bprocess\.(?!ts)/)?.[0]).toBeUndefined();
    if (!["bank", "commands"].includes(roomOf(file)))
      expect(text.match(/from "(?:node:fs|fs-extra)"/)?.[0]).toBeUndefined();
    if (file !== "prompts.ts") expect(text.match(/from "inquirer"/)?.[0]).toBeUndefined();
    expect(text.match(/\bconsole\.|export default|export \* from/)?.[0]).toBeUndefined();
    expect(text.split("\n").length).toBeLessThanOrEqual(251);
  });
});
