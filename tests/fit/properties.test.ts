import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assemblePost, type Ingredients } from "../../src/fit/assemble.ts";
import { EMPTY_STYLE } from "../../src/post/style.ts";
import { readBeats } from "../../src/story/beats.ts";
import { PLAIN_POST, postTemplate } from "../support/post-template.ts";

const RUNS = { numRuns: 60 };

const SENTENCES = [
  "The oven stopped at noon.",
  "It cost us the week.",
  "I ignored the alert for nine days.",
  "Lena, our fitter, came at 14:30 with the bill in her hand.",
  "She was polite.",
  "Lena said: “We never tested that meter.”",
  "“Nobody in the workshop asked us to.”",
  "One switch.",
  "Builds went from 40 minutes to 9 minutes.",
  "To be fair, the season had changed too.",
  "Omar objected to the plan.",
  "The queue got worse that week, and two of the five welders gave notice before anybody had looked at the meter again.",
  "We run a bakery in Ghent with 14 employees.",
  "But nobody had looked (it was a holiday).",
  "The total was $4,200.",
];
const LINES = [
  "Flour: $900 → $400",
  "Total: $4,200",
  "Bought a second meter for the oven",
  "Locked the back door. Not the front one.",
  "14:30 the oven stopped",
  "**Two owners**: each part has two of them",
  "Ask Lena first",
];
const LABELS = [
  "The Setup",
  "The Crisis",
  "The Fix",
  "The Outcome",
  "The Lesson",
  "The Garden",
  "2 May, 16:05",
  "1. A cache",
];

const paragraph = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
const bullets = fc
  .record({ isOrdered: fc.boolean(), lines: fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 7 }) })
  .map(({ isOrdered, lines }) => lines.map((line, at) => `${isOrdered ? `${at + 1}.` : "-"} ${line}`).join("\n"));
const led = bullets.map((list) => `We did some things that week:\n\n${list}`);
const coded = fc.constantFrom("```\nmeter.reset()\n```", "```\n# stop it\noven.stop()\n```");
const section = fc
  .record({
    label: fc.constantFrom(...LABELS),
    blocks: fc.array(fc.oneof({ arbitrary: paragraph, weight: 5 }, { arbitrary: bullets, weight: 2 }, led, coded), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ label, blocks }) => `**${label}:**\n\n${blocks.join("\n\n")}`);
const story = fc.array(section, { minLength: 1, maxLength: 7 }).map((sections) => sections.join("\n\n"));

const wishes = fc.record({
  length: fc.oneof(fc.integer({ min: 20, max: 1600 }), fc.integer({ min: 600, max: 900 })),
  hook: fc.constantFrom("Listen.", "It was late. We had lost.", SENTENCES[0] as string, "Only $4,200 was left."),
  question: fc.constantFrom(null, "And you?"),
  hashtags: fc.constantFrom([], ["ops", "bread"]),
  with: fc.constantFrom<string[][]>([], ["meter"], ["Fix"]),
  without: fc.constantFrom<string[][]>([], ["Lena"], ["Outcome"], ["We did some"]),
  roles: fc.constantFrom<Ingredients["roles"][]>([], ["crisis", "lesson"]),
  paragraph: fc.constantFrom("usual" as const, "short" as const),
  showsCode: fc.boolean(),
  likes: fc.constantFrom([], ["quotation", "rules"], ["numbers", "change"]),
});
type Wishes = typeof wishes extends fc.Arbitrary<infer T> ? T : never;

const BODY = "{{ hook }}\n\n{{ story }}\n\n{{ lesson }}\n\n{{ question }}\n\n{{ hashtags }}";

function assemble(body: string, { paragraph: breaks, showsCode, likes, ...wished }: Wishes) {
  const post = assemblePost({
    ...PLAIN_POST,
    ...wished,
    beats: readBeats({ body, bodyLine: 1 }),
    postscript: null,
    template: postTemplate({ body: BODY, showsCode, likes }),
    counter: { count: (text) => text.length, fits: (text) => text.length <= 3000 },
    style: { ...EMPTY_STYLE, paragraph: breaks },
    reword: (text) => text,
  });
  if (post === null) throw new Error("there is no post");
  return post;
}

/** The letters and figures of a text alone. */
const bare = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

/** What a line of a post is made of: its sentences, without what a list sets in front of them. */
const piecesOf = (line: string): string[] =>
  line
    .replace(/^\s*(?:•|\d+\.) /, "")
    .split(/(?<=[.!?]”?) (?=[\p{Lu}“])/u)
    .map(bare)
    .filter((piece) => piece !== "");

describe("whatever the story", () => {
  test("a post is never longer than its length, unless its frame alone is", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        const frame = assemble("", { ...wished, length: 3000 }).characters;
        expect(assemble(body, wished).characters).toBeLessThanOrEqual(Math.max(wished.length, frame));
      }),
      RUNS,
    );
  });

  test("every line of it is the story's, the hook's, the question's or a label", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        const { hook, question, hashtags } = wished;
        const source = bare([body, hook, question ?? "", ...hashtags].join(" "));
        const post = assemble(body, wished).text;
        for (const line of post.split("\n"))
          for (const piece of piecesOf(line)) expect(` ${source} ${hashtags.join(" ")} `).toContain(` ${piece} `);
      }),
      RUNS,
    );
  });

  test("no sentence is told more often than the story tells it", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        const { text } = assemble(body, wished);
        for (const sentence of SENTENCES.filter((each) => each.length > 20 && each !== wished.hook)) {
          const count = (where: string): number => where.split(sentence).length - 1;
          expect(count(text)).toBeLessThanOrEqual(count(body));
        }
      }),
      RUNS,
    );
  });

  test("a sentence about somebody is told behind the one before it, and a quotation whole", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        const { parts, text } = assemble(body, { ...wished, length: 600 + (wished.length % 900), roles: [], with: [] });
        const isWhole = parts.every(({ isTold }) => isTold);
        for (const [at, part] of parts.entries()) {
          if (!part.isTold || isWhole || part.number === 0) continue;
          if (/^“.*”$/.test(part.text)) expect(text).toContain(part.text);
          if (part.text !== "She was polite." || parts[at - 1]?.number !== part.number - 1) continue;
          if (parts[at - 1]?.title === part.title) expect(parts[at - 1]?.isTold).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("the same story gives the same bytes", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        expect(assemble(body, wished)).toEqual(assemble(body, wished));
      }),
      RUNS,
    );
  });

  test("it begins with the hook and ends with the hashtags, with no gap of two lines", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        const { text } = assemble(body, wished);
        const [first = ""] = wished.hook.split(". ");
        expect(text.startsWith(first)).toBe(true);
        if (wished.hashtags.length > 0) expect(text.endsWith("#ops #bread")).toBe(true);
        expect(text).not.toMatch(/\n{3}|^\s|\s$/);
      }),
      RUNS,
    );
  });

  test("a sentence that is to be left out is left out, where a length asks for a choice", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        fc.pre(wished.length >= 600);
        const text = assemble(body, { ...wished, with: [], without: ["Omar"] }).text;
        expect(text).not.toContain("Omar");
      }),
      RUNS,
    );
  });

  test("no code without a template that shows it, where a length asks for a choice", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        fc.pre(wished.length >= 600);
        expect(assemble(body, { ...wished, showsCode: false }).text).not.toMatch(/meter\.reset|oven\.stop/);
      }),
      RUNS,
    );
  });

  test("the lines it names are lines of the story with something on them", () => {
    fc.assert(
      fc.property(story, wishes, (body, wished) => {
        const source = body.split("\n");
        for (const line of assemble(body, wished).lines) expect(source[line - 1]?.trim() ?? "").not.toBe("");
      }),
      RUNS,
    );
  });
});
