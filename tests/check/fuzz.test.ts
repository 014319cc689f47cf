import fc from "fast-check";
import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const PIECES = [
  "$2.4M",
  "60%",
  "→",
  "**Total**:",
  "- ",
  "1. ",
  "```",
  "| a | b |\n|---|---|",
  "#Tag",
  "3 years ago",
  "last week",
  "â€”",
  "\ufffd",
  "Acme",
  "over",
  "👨‍👩‍👧‍👦",
  "\u202e",
  "[x](y)",
  "<b>",
  "?",
  "\n\n",
  "\n",
  "of",
  "e\u0301",
  "日本",
  "0",
  "99999999999999999999",
  "1e9",
  "-0",
  "$",
  "%",
  "NaN",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 25 })
  .map((pieces) => pieces.join(" ").replaceAll("\0", ""));
const line = text.map((value) => JSON.stringify(value.replace(/\s+/g, " ")));
const KEYS = [
  "title",
  "hook",
  "story",
  "day",
  "date",
  "time",
  "week",
  "platform",
  "series",
  "hashtags",
  "check",
  "url",
  "status",
  "hook-template",
  "tags",
  "facts",
  "confidential",
];
const value = fc.oneof(
  line,
  fc.constantFrom(
    "[]",
    "{}",
    "{no-question: off}",
    "{x: y}",
    "tuesday",
    "2025-01-07",
    "2025-02-31",
    "18:00",
    "x",
    "~",
    "[a, [b]]",
    "story",
  ),
);
const matter = fc.dictionary(fc.constantFrom(...KEYS), value).map((keys) =>
  Object.entries(keys)
    .map(([key, written]) => `${key}: ${written}\n`)
    .join(""),
);
const file = fc.tuple(matter, text).map(([keys, body]) => `---\n${keys}---\n${body}\n`);

test("whatever stands in posts and stories, check, render, hooks and draft end without a crash", async () => {
  const bank = createBank({ "storybank.yaml": "private:\n  Acme: a client\ncalendar:\n  start: 2025-01-06\n" });
  await fc.assert(
    fc.asyncProperty(file, file, text, async (story, post, body) => {
      bank.write("stories/story.md", story);
      bank.write("posts/post.md", post);
      bank.write("posts/other.md", `---\nstory: story\n---\n## Final Optimized Post\n\n${body}\n`);
      for (const command of [
        "check",
        "check --format github",
        "render other",
        "render other --platform x --numbered",
        "render post --platform markdown",
        "hooks story",
        "draft story --dry-run --replace --force",
      ]) {
        const { code, stdout, stderr } = await bank.run(command);
        expect(`${command}: ${code} ${stderr}`).not.toMatch(/: 70 |a bug in storybank/);
        expect(stdout).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
      }
    }),
    { numRuns: 120 },
  );
}, 60_000);
