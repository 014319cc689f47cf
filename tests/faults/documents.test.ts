import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeDocument } from "../../src/encoding/decode.ts";
import { UserError } from "../../src/errors.ts";
import { fillTemplate } from "../../src/hooks/liquid.ts";
import { parsePostDocument } from "../../src/import/post-document.ts";
import { parseWeekDocument } from "../../src/import/week-document.ts";
import { matchesFilter } from "../../src/story/filter.ts";
import { readStoryHead } from "../../src/story/schema.ts";
import { createBank } from "../support/bank.ts";
import { damage, POST_DOCUMENT, WEEK_DOCUMENT } from "../support/fixtures.ts";

const BYTES = [
  Buffer.from(WEEK_DOCUMENT),
  Buffer.from(damage(WEEK_DOCUMENT, "macintosh")),
  Buffer.from(POST_DOCUMENT),
  Buffer.from(damage(POST_DOCUMENT, "windows-1252")),
];

/** Pieces that documents are made of, and that break readers of documents. */
const PIECE = fc.constantFrom(
  "# Week 3 Story Bank\n",
  "## STORY 1: A\n",
  "## 🔥 **STORY 2: B**\n",
  "**For**: Tuesday Post\n",
  '**Hook**: "It broke."\n',
  "**Hook**:\n",
  "---\n",
  "***\n",
  "```\n",
  "~~~\n",
  "**The Setup:**\n",
  "- 5 → 50\n",
  "| a | b |\n|---|---|\n",
  "## Final Optimized Post\n",
  "## Content Strategy Notes\n",
  "**Week Theme**: X\n",
  "\n",
  "\r\n",
  "   \n",
  "<script>\n",
  "&amp; &#0;\n",
  "[a](b)\n",
  "![a](b\n",
  "****\n",
  "#\n",
  "######## \n",
  "> > > \n",
  "1. \n",
  "\t- \n",
  "\\\n",
  "$2M ",
  "3 AM ",
  "â€”",
  "ðŸ”¥",
  "\u0000",
  "\u200b",
  "e\u0301",
  "障害\n",
);

describe("a document that is cut, damaged or nonsense is imported, or refused in a sentence", () => {
  test("at any byte", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...BYTES), fc.double({ min: 0, max: 1, noNaN: true }), async (bytes, share) => {
        const bank = createBank({ "doc.md": bytes.subarray(0, Math.floor(bytes.length * share)) });
        const { code, stderr } = await bank.run("import doc.md");
        expect([0, 1, 2]).toContain(code);
        if (code === 2) expect(stderr.split("\n").length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test("with bytes changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...BYTES),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 40 }),
        async (bytes, changes) => {
          const damaged = Buffer.from(bytes);
          for (const [at, value] of changes) damaged[at % damaged.length] = value;
          const { code } = await createBank({ "doc.md": damaged }).run("import doc.md");
          expect([0, 1, 2]).toContain(code);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  test("of any pieces: what comes in goes out and comes in again the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(PIECE, { maxLength: 40 }), async (pieces) => {
        const bank = createBank({ "doc.md": pieces.join("") });
        const { code } = await bank.run("import doc.md");
        expect([0, 1, 2]).toContain(code);
        if (code !== 0) return;
        const before = bank.files().map((file) => [file, bank.read(file)]);
        expect([0, 1]).toContain((await bank.run("import doc.md")).code);
        expect(bank.files().map((file) => [file, bank.read(file)])).toEqual(before);
      }),
      { numRuns: 100 },
    );
  }, 240_000);

  test("readers of documents never throw but what they explain", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(PIECE, fc.string({ unit: "binary" })), { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        decodeDocument(Buffer.from(text));
        parseWeekDocument(text, "x.md");
        parsePostDocument(text);
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});

test("a template writes text or says what is wrong with it, soon, and reaches nothing", () => {
  const part = fc.constantFrom(
    "{{ hook }}",
    "{{ nothing }}",
    "{{ hook | upcase }}",
    "{{ hook | nosuch }}",
    "{% if hook %}",
    "{% endif %}",
    "{% for i in (1..9999999) %}",
    "{% endfor %}",
    "{% include 'x' %}",
    "{% render '../../etc/passwd' %}",
    "{% capture a %}",
    "{% endcapture %}",
    "{% assign a = a | append: a %}",
    "{{ a }}",
    "{% raw %}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{{ hook.constructor }}",
    "{{ __proto__ }}",
    "{{ hook | split: '' | sort | join: hook }}",
    "{% layout 'x' %}",
    "text ",
    "{#",
    "{{ hook.length }}",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const start = Date.now();
      try {
        const text = fillTemplate("t", parts.join(""), { hook: "It broke at 3 AM." });
        expect(text).not.toMatch(/root:|native code/);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
      expect(Date.now() - start).toBeLessThan(5000);
    }),
    { numRuns: 400 },
  );
}, 240_000);

test("a filter's text is literal: whatever it is, a story that holds it is found", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 1 }), (around, match) => {
      const head = readStoryHead("a", "stories/a.md", new Map([["title", `${around}${match}${around}`]]));
      if (head.title.includes(match)) expect(matchesFilter(head, { match })).toBe(true);
    }),
    { numRuns: 500 },
  );
});
