import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/bank/config.ts";
import { EMPTY_STYLE } from "../../src/post/style.ts";
import { createBank } from "../support/bank.ts";

describe("the settings", () => {
  test("say nothing of length, style and notes unless they are told", async () => {
    const { length, style, purpose, positioning, audience } = await readConfig("version: 1\n");
    expect({ length, style, purpose, positioning, audience }).toEqual({
      length: null,
      style: EMPTY_STYLE,
      purpose: null,
      positioning: null,
      audience: null,
    });
  });

  test("take them, and a slot its own", async () => {
    const config = await readConfig(`purpose: P
positioning: Q
audience: R
length: 1300
style: {bullet: "→", number: 1., emphasis: Unicode, heading-emoji: "🎯", paragraph: short}
calendar:
  slots:
    sunday:
      length: Full
      closing: Sunday story time.
      ps: Ask me
      notes: reflection
      purpose: A
      positioning: B
      audience: C
`);
    expect(config).toMatchObject({
      purpose: "P",
      positioning: "Q",
      audience: "R",
      length: 1300,
      style: { bullet: "→", number: "1.", emphasis: "unicode", headingEmoji: "🎯", paragraph: "short" },
    });
    expect(config.calendar.slots.get("sunday")).toMatchObject({
      length: "full",
      closing: "Sunday story time.",
      ps: "Ask me",
      notes: "reflection",
      purpose: "A",
      positioning: "B",
      audience: "C",
    });
  });

  test.each([
    [
      "length: short",
      'length in storybank.yaml is "short", which is no length of a post.',
      "from 100 on, such as 1300",
    ],
    ["length: 99", 'length in storybank.yaml is "99"', "or full"],
    ["calendar: {slots: {tue: {length: -1}}}", 'calendar.slots.tue.length in storybank.yaml is "-1"', "or full"],
    ["style: {bullet: and}", 'style.bullet in storybank.yaml is "and".', "such as → or •"],
    ["style: {number: 2.}", 'style.number in storybank.yaml is "2.".', '"1.", "1)", "(1)" or "#1"'],
    ["style: {emphasis: bold}", 'style.emphasis in storybank.yaml is "bold".', "none, unicode, capitals."],
    ["style: {heading-emoji: target}", 'style.heading-emoji in storybank.yaml is "target".', "such as 🎯"],
    ["style: {paragraph: long}", 'style.paragraph in storybank.yaml is "long".', "usual, short."],
  ])("name a value that can't be: %s", async (yaml, problem, hint) => {
    const { code, stderr } = await createBank({ "storybank.yaml": `${yaml}\n`, "stories/a.md": "---\n---\nA.\n" }).run(
      "draft a",
    );
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
    expect(stderr).toContain(hint);
  });

  test.each(["•", "-", "👩‍💻", "1️⃣"])("take %s in front of headings", async (mark) => {
    expect((await readConfig(`style: {heading-emoji: "${mark}"}`)).style.headingEmoji).toBe(mark);
  });

  test.each([
    ["style: {bulet: x}\n", "storybank.yaml has an unknown key style.bulet.", "Did you mean bullet?"],
    ["style: short\n", 'style in storybank.yaml is "short"; it is ignored.', "keys below it"],
    [
      "calendar: {slots: {tuesday: {notes: poem}}}\n",
      "The slot of tuesday names a notes template that is not there: poem.",
      "There are: default.",
    ],
    ["calendar: {slots: {tuesday: {closng: x}}}\n", "unknown key calendar.slots.tuesday.closng.", "mean closing?"],
  ])("doctor names what means nothing: %j", async (yaml, what, remedy) => {
    const found = await createBank({ "storybank.yaml": yaml }).json("doctor");
    expect(found).toContainEqual({
      what: expect.stringContaining(what),
      remedy: expect.stringContaining(remedy),
    });
  });

  test("doctor names a notes template that can't be read", async () => {
    const bank = createBank({ "templates/notes/odd.md": "---\nname: odd\n---\n{% if %}\n" });
    expect(await bank.json("doctor")).toContainEqual({
      what: expect.stringContaining('The template "odd" can\'t be read'),
      remedy: "Mend it in templates/.",
    });
  });
});

test("a story takes a ps of its own", async () => {
  const bank = createBank({ "stories/a.md": "---\ntitle: A\n---\nIt broke.\n" });
  expect((await bank.run(["edit", "a", "--set", "ps=Ask me about the second night"])).stdout).toBe("Set ps of a.\n");
  expect(bank.read("stories/a.md")).toBe("---\ntitle: A\nps: Ask me about the second night\n---\nIt broke.\n");
});
