import { describe, expect, test } from "vitest";
import { assemblePost } from "../../src/fit/assemble.ts";
import type { Role } from "../../src/language/lexicon.ts";
import { readBeats } from "../../src/story/beats.ts";
import { readNumber, readTable } from "../support/docs.ts";
import { PLAIN_POST, postTemplate } from "../support/post-template.ts";

interface Draft {
  hook?: string;
  keep?: readonly Role[];
}

/** Which of Alder and Birch a draft tells when it has no room for both. */
function survivor(body: string, { hook = "Listen.", keep = [] }: Draft = {}): "Alder" | "Birch" | "both" | "neither" {
  const post = assemblePost({
    beats: readBeats({ body, bodyLine: 1 }),
    hook,
    question: null,
    postscript: null,
    hashtags: [],
    template: postTemplate({ keep, body: "{{ hook }}\n\n{{ story }}\n\n{{ lesson }}" }),
    ...PLAIN_POST,
    counter: {
      count: (text) => text.length,
      fits: (text) => !(text.includes("Alder") && text.includes("Birch")),
    },
    reword: (text) => text,
  });
  const [alder, birch] = ["Alder", "Birch"].map((name) => post?.text.includes(name));
  return alder === birch ? (alder === true ? "both" : "neither") : alder === true ? "Alder" : "Birch";
}

const RANK = readTable("drafting.md", ["a part", "points"]);
const weighed = new Set<string>();

/** What the docs give for a row of their table, named by how it begins. */
function points(row: string): number {
  const found = [...RANK].filter(([name]) => name.startsWith(row));
  const [name = "", written = ""] = found[0] ?? [];
  if (found.length !== 1) throw new Error(`the docs have ${found.length} rows that begin with: ${row}`);
  weighed.add(name);
  return Number(written.replace("−", "-"));
}

const upTo = (row: string): number =>
  Number(/up to (\d+)/.exec([...RANK.keys()].find((name) => name.startsWith(row)) ?? "")?.[1]);
const [characters] = [...RANK.keys()].flatMap((row) => /^for every (\d+) characters/.exec(row)?.[1] ?? []).map(Number);

/**
 * Sets Alder and Birch on a scale: what the one is longer than the other by, in points of length, when they are worth the same.
 * Half a point on either side of what the docs say tips it.
 */
function expectLead(body: string, lead: number, draft: Draft): void {
  const lengthened = (by: number): string => {
    const longer = (name: string, letters: number): string =>
      name + " word".repeat(Math.max(0, Math.round((letters * (characters ?? 0)) / 5)));
    return body.replace("Alder", longer("Alder", by)).replace("Birch", longer("Birch", -by));
  };
  expect([survivor(lengthened(lead - 0.5), draft), survivor(lengthened(lead + 0.5), draft)]).toEqual([
    "Alder",
    "Birch",
  ]);
}

const beats = (...parts: readonly (readonly [label: string, text: string])[]): string =>
  parts.map(([label, text]) => `**The ${label}:**\n\n${text}`).join("\n\n");
/** Alder in a beat and Birch in another of the same role, so that nothing else differs. */
const crises = (alder: string, birch: string): string => beats(["Crisis", alder], ["Outage", birch]);
const turns = (alder: string, birch: string): string => beats(["Fix", alder], ["Solution", birch]);
const code = (line: string): string => `\`\`\`\n${line}\n\`\`\``;
/** Paragraphs that stand in front, so that what follows is not the first of its beat. */
const behind = (count: number, text: string): string => `${"The elm stood.\n\n".repeat(count)}${text}`;

/** What an explanation is worth less than its role. */
const EXPLAINED = readNumber("drafting.md", /has (\d+) points less than its role/);

const ALDER = "Alder fell that night.";
const BIRCH = "Birch fell that night.";
const first = points("that opens its beat");
const further = points("behind others of its beat");
const most = upTo("behind others of its beat");

describe("what a draft holds on to: so many points more for Alder than for Birch", () => {
  test.each<[judgement: string, body: string, lead: number, draft?: Draft]>([
    [
      "a crisis outlives a lesson",
      beats(["Crisis", ALDER], ["Lesson", BIRCH]),
      points("of a crisis") - points("of a lesson"),
    ],
    [
      "a lesson outlives an outcome",
      beats(["Lesson", ALDER], ["Outcome", BIRCH]),
      points("of a lesson") - points("of an outcome"),
    ],
    [
      "an outcome outlives a setup",
      beats(["Outcome", ALDER], ["Setup", BIRCH]),
      points("of an outcome") - points("of the setup"),
    ],
    ["a setup outlives a turn", beats(["Setup", ALDER], ["Fix", BIRCH]), points("of the setup") - points("of a turn")],
    [
      "a turn outlives a detail",
      beats(["Setup", "So."], ["Fix", ALDER], ["Garden", BIRCH]),
      points("of a turn") - points("of a detail"),
    ],
    [
      "a crisis outlives a detail, wherever that stands",
      beats(["Setup", "So."], ["Garden", BIRCH], ["Crisis", ALDER]),
      points("of a crisis") - points("of a detail"),
    ],
    ["what stands in front of the first label sets the scene", `${ALDER}\n\n${beats(["Setup", BIRCH])}`, 0],
    [
      "a template holds on to the roles it keeps",
      beats(["Outcome", ALDER], ["Fix", BIRCH]),
      points("of an outcome") - points("of a turn") - points("of a role that the post template keeps"),
      { keep: ["turn"] },
    ],
    ["a figure is kept before a plain sentence", crises("Alder cost $500.", BIRCH), points("with any other figure")],
    [
      "a change is kept before a plain sentence",
      crises("Alder fell 9 hours → 3 hours.", BIRCH),
      points("with a change"),
    ],
    [
      "a change among other figures is a change",
      crises("Alder cost $500 and fell 9 hours → 3 hours.", BIRCH),
      points("with a change"),
    ],
    [
      "a figure that the hook tells is no news",
      crises("Alder cost $500.", "Birch cost $700."),
      points("with no figure but those that the hook tells"),
      { hook: "Only $500 was left." },
    ],
    [
      "one figure that the hook does not tell is news",
      crises("Alder cost $500 and $900.", "Birch cost $700."),
      0,
      { hook: "Only $500 was left." },
    ],
    [
      "a quotation is kept before a plain sentence",
      crises("Alder said “It is enough.”", BIRCH),
      points("with something somebody said"),
    ],
    [
      "straight quotes are a quotation too",
      crises('Alder said "It is enough."', BIRCH),
      points("with something somebody said"),
    ],
    [
      "a quotation may be as short as the docs say",
      crises(`Alder said “${"x".repeat(12)}”`, BIRCH),
      points("with something somebody said"),
    ],
    ["a quoted word is no quotation", crises(`Alder said “${"x".repeat(11)}”`, BIRCH), 0],
    ["the first of a beat opens it", crises(ALDER, behind(1, BIRCH)), first - further],
    ["the third counts less than the second", crises(behind(1, ALDER), behind(2, BIRCH)), -further],
    ["the further behind, the less", crises(behind(1, ALDER), behind(most, BIRCH)), -further * (most - 1)],
    ["behind so many it makes no difference", crises(behind(most, ALDER), behind(most + 4, BIRCH)), 0],
    [
      "a lesson's further parts count less still",
      beats(["Lesson", behind(1, ALDER)], ["Takeaway", behind(2, BIRCH)]),
      -points("behind others of a lesson"),
    ],
    [
      "a lesson's too only up to so many",
      beats(["Lesson", behind(upTo("behind others of a lesson"), ALDER)], ["Takeaway", behind(12, BIRCH)]),
      0,
    ],
    [
      "a list of details goes before their sentences",
      beats(["Setup", "So."], ["Garden", `- ${ALDER}`], ["Weather", BIRCH]),
      points("in a list of a detail"),
    ],
    [
      "a list in front of the first label too",
      `- ${ALDER}\n\n${beats(["Setup", `- ${BIRCH}`])}`,
      points("in a list of a detail"),
    ],
    ["a list of a crisis does not", crises(`- ${ALDER}`, BIRCH), 0],
    [
      "a bullet below another goes first",
      crises(`- The elm stood\n  - ${ALDER}`, `- The elm stood\n- ${BIRCH}`),
      points("below a bullet"),
    ],
    ["a line of code is what was done", crises(code("alder = Alder"), BIRCH), points("that is a line of code")],
    ["a result stated in code stays", crises(code("Result: Alder fell"), BIRCH), points("that is a `Result` in code")],
    ["what was before goes early", crises(code("Before: Alder fell"), BIRCH), points("that is a `Before` or")],
    ["what was after goes early", crises(code("After: Alder fell"), BIRCH), points("that is a `Before` or")],
    ["Before is no more than a word in a sentence", crises("Before: Alder fell.", BIRCH), 0],
    [
      "an explanation goes early, whatever its length",
      turns("- **Two owners**: Alder fell that night", behind(1, BIRCH)),
      -EXPLAINED - further,
    ],
    [
      "an explanation far down goes a little sooner",
      turns(behind(5, "- **Two owners**: Alder fell that night"), behind(1, BIRCH)),
      -EXPLAINED - 5 * readNumber("drafting.md", /and (\d+) less for each part in front of its list/) - further,
    ],
    [
      "an explanation of a role that the template keeps stays longer",
      beats(["Fix", "- **Two owners**: Alder fell that night"], ["Outcome", behind(1, BIRCH)]),
      points("of a turn") + points("of a role that") - EXPLAINED - points("of an outcome") - further,
      { keep: ["turn"] },
    ],
    [
      "what an explanation quotes does not save it",
      turns("- **Two owners**: Alder said “It is enough.”", behind(1, BIRCH)),
      -EXPLAINED - further,
    ],
  ])("%s", (_, body, lead, draft = {}) => {
    expectLead(body, lead, draft);
  });

  test("every row of the docs' table is weighed", () => {
    expect(characters).toBeGreaterThan(0);
    expect([...RANK.keys()].filter((row) => !weighed.has(row) && !row.startsWith("for every"))).toEqual([]);
  });
});

describe("what hangs together", () => {
  test.each([
    [
      "a sentence never outlives the one before it in its paragraph",
      "So it went. Alder was tired. Birch said “It is enough” for $500.",
      "Alder",
    ],
    [
      "nor the one before that",
      "So it went. Alder was tired. The elm cost $900. Birch said “It is enough” for $500.",
      "Alder",
    ],
    [
      "in a paragraph of its own it may",
      "So it went.\n\nAlder was tired.\n\nBirch said “It is enough” for $500.",
      "Birch",
    ],
    ["in a list it may", "- So it went\n- Alder was tired\n- Birch said “It is enough” for $500", "Birch"],
    ["of two that are worth the same the first is kept", "- So it went\n- Birch fell\n- Alder fell", "Birch"],
  ])("%s", (_, text, kept) => {
    expect(survivor(beats(["Crisis", text]))).toBe(kept);
  });

  test("the explanations of a list go together", () => {
    expect(
      survivor(beats(["Fix", "- **Two owners**: Alder fell at night\n- **Two pages**: Birch fell in the morning"])),
    ).toBe("neither");
  });
});
