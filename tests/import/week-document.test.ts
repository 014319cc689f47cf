import fc from "fast-check";
import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { damage } from "../support/fixtures.ts";

const word = fc.constantFrom(
  "cache",
  "lied",
  "Friday",
  "deploy",
  "$90K",
  "3x",
  "naïve",
  "→",
  "{brace}",
  "it’s",
  "`code`",
  "**bold**",
  "_x_",
  "#1",
  "40%",
);
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `The ${words.join(" ")}`);
const block = fc.oneof(
  phrase.map((text) => `${text}.`),
  phrase.map((text) => `**${text.replaceAll("*", "")}:**\n${text}.`),
  phrase.map((text) => `- ${text}\n- **Total**: $2.4M  `),
  fc.constant("---"),
  fc.constant("```md\n## STORY 7: no story\n**Hook**: none\n```"),
  fc.constant("| a | before | after |\n| --- | --- | --- |\n| x | 1 | 2 |"),
  fc.constant("#### A heading inside"),
  fc.constant("> quoted\n> twice"),
);
const story = fc.record({
  separator: fc.constantFrom(": ", " – ", " — ", ". "),
  icon: fc.constantFrom("", "🔥 ", "⚡ ", "👩‍💻 "),
  isBold: fc.boolean(),
  title: phrase,
  place: fc.constantFrom(
    "",
    "**For**: Tuesday Architecture Debate Post  ",
    "For: wed – Scaling",
    "- **For:** Sunday",
    "**For**: Freitag Karriere",
  ),
  hook: fc.option(phrase, { nil: null }),
  quotes: fc.constantFrom('""', "“”", "", "«»"),
  body: fc.array(block, { minLength: 1, maxLength: 5 }),
});

/** Writes a document of a random shape, as somebody might keep it. */
const document = fc
  .record({
    week: fc.integer({ min: 1, max: 60 }),
    theme: phrase,
    stories: fc.array(story, { minLength: 1, maxLength: 4 }),
    level: fc.constantFrom("##", "###"),
    guidance: fc.boolean(),
  })
  .map(({ week, theme, stories, level, guidance }) => {
    const sections = stories.map((each, index) => {
      const name = `STORY ${index + 1}${each.separator}${each.title.replaceAll("*", "")}`;
      const hook = each.hook === null ? [] : [`**Hook**: ${each.quotes.charAt(0)}${each.hook}${each.quotes.charAt(1)}`];
      return [
        `${level} ${each.icon}${each.isBold ? `**${name}**` : name}`,
        ...(each.place === "" ? [] : [each.place]),
        ...hook,
        "",
        each.body.join("\n\n"),
      ].join("\n");
    });
    const end = guidance ? "\n\n---\n\n## 📊 **STORY INTEGRATION GUIDANCE**\n\n1. lead with the {money}\n" : "\n";
    return `# Week ${week} Story Bank: ${theme}\n\n**Week Theme**: ${theme}  \n**Mood**: 50% {calm}\n\n---\n\n${sections.join("\n\n---\n\n")}${end}`;
  });

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && line !== "---");
}

test("every line of a generated document comes back, in order, and importing the export changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.constantFrom("none", "windows-1252", "macintosh"), async (text, encoding) => {
      const week = /Week (\d+)/.exec(text)?.[1];
      const bank = createBank({ "doc.md": encoding === "none" ? text : damage(`${text}\n`, encoding as "macintosh") });
      const first = await bank.run("import doc.md");
      expect(first.code, first.stderr).toBe(0);
      const { stdout } = await bank.run(`export --week ${week}`);
      expect(lines(stdout)).toEqual(lines(text));
      bank.write("again.md", stdout);
      const again = (await bank.json<{ files: { created: string[]; conflicts: string[] }[] }>("import again.md"))
        .files[0];
      expect(again).toMatchObject({ created: [], conflicts: [] });
    }),
    { numRuns: 120 },
  );
});

test("a document cut off anywhere is imported as far as it goes, or refused in one sentence", async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.double({ min: 0, max: 1, noNaN: true }), async (text, share) => {
      const bank = createBank({ "doc.md": text.slice(0, Math.floor(text.length * share)) });
      const { code, stderr } = await bank.run("import doc.md");
      expect([0, 2]).toContain(code);
      expect(stderr).not.toContain("bug in storybank");
    }),
    { numRuns: 60 },
  );
});
