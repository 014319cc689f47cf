import { describe, expect, test } from "vitest";
import { type AssembledPost, assemblePost, type Ingredients, layOutHook } from "../../src/fit/assemble.ts";
import { findTextFigures } from "../../src/language/find-figures.ts";
import { EMPTY_STYLE } from "../../src/post/style.ts";
import { readBeats } from "../../src/story/beats.ts";
import { PLAIN_POST, postTemplate } from "../support/post-template.ts";

type Wishes = Partial<Omit<Ingredients, "beats">>;

const BODY = "{{ hook }}\n\n{{ story }}\n\n{{ lesson }}\n\n{{ question }}\n\n{{ hashtags }}";
const TEMPLATE = postTemplate({ body: BODY });

function assemble(body: string, wishes: Wishes = {}): AssembledPost {
  const post = assemblePost({
    ...PLAIN_POST,
    beats: readBeats({ body, bodyLine: 1 }),
    hook: "Listen.",
    question: null,
    postscript: null,
    hashtags: [],
    template: TEMPLATE,
    counter: { count: (text) => text.length, fits: (text) => text.length <= 3000 },
    length: 700,
    reword: (text) => text,
    ...wishes,
  });
  if (post === null) throw new Error("there is no post");
  return post;
}

const draft = (body: string, wishes: Wishes = {}): string => assemble(body, wishes).text;
const beat = (label: string, ...texts: readonly string[]): string => `**${label}:**\n\n${texts.join("\n\n")}\n\n`;
const list = (...points: readonly string[]): string => points.map((point) => `- ${point}`).join("\n");
const code = (...lines: readonly string[]): string => `\`\`\`\n${lines.join("\n")}\n\`\`\``;

/** Sentences of no particular worth, each of its own. */
const NAMES = "elm oak ash fir yew box bay fig gum lime pine plum pear palm teak rowan alder birch maple cedar".split(
  " ",
);
const filler = (from: number, count: number): string =>
  NAMES.slice(from, from + count)
    .map((name) => `The ${name} in the yard of the old mill dropped a branch on the roof of the shed.`)
    .join(" ");

const LAST = "Now the meter has a name on it.";
const SCENE = "Lena walked into the workshop with the bill in her hand.";
const WORDS = "“We never tested that meter, not once.”";
const FIGURES = ["Flour: $900 → $400", "Power: $800 → $300", "Rent: $700 → $600"];
const HOURS = ["Baking: 9 hours → 6 hours", "Cleaning: 4 hours → 2 hours", "Selling: 7 hours → 8 hours"];
const STEPS = [
  "Bought a second meter for the oven",
  "Locked the back door of the shed",
  "Asked the power company to call",
];

/** A story that is too long for any of the lengths below. */
const STORY =
  beat("The Setup", filler(0, 4)) +
  beat("The Crisis", filler(4, 4), SCENE, WORDS, filler(8, 2)) +
  beat("The Fix", filler(10, 3), list(...STEPS)) +
  beat("The Outcome", list(...FIGURES), filler(13, 3)) +
  beat("The Garden", list(...HOURS)) +
  beat("The Lesson", filler(16, 3), LAST);

const shown = (text: string, lines: readonly string[]): number => lines.filter((line) => text.includes(line)).length;

describe("how long a post is", () => {
  test.each([600, 650, 700, 800, 1000, 1300, 1600])("at most %i characters, and not half of them", (length) => {
    const { text, characters } = assemble(STORY, { length });
    expect(characters).toBe(text.length);
    expect(characters).toBeLessThanOrEqual(length);
    expect(characters).toBeGreaterThan(length / 2);
  });

  test("a post has at most 24 figures where other sentences take their place, and a tutorial what it needs", () => {
    const bills = NAMES.slice(0, 14).map(
      (name, at) =>
        `The ${name} cost $${at + 2}10 for ${at + 3} kg on ${at + 4} days in ${at + 5} shops, and never less than $${at + 1}00.`,
    );
    const plain = NAMES.map((name) => `Lena asked me why the ${name} was never in the books of the old mill.`);
    const story =
      beat("The Crisis", bills.slice(0, 7).join(" "), plain.slice(0, 6).join(" ")) +
      beat("The Turn", bills.slice(7).join(" "), plain.slice(10, 16).join(" ")) +
      beat("The Lesson", LAST);
    const figures = (text: string): number => findTextFigures(text.replaceAll("\n", " ")).length;
    const tutorial = postTemplate({ body: BODY, showsCode: true });
    expect(figures(draft(story, { length: 1300, template: tutorial }))).toBeGreaterThan(24);
    expect(figures(draft(story, { length: 1300 }))).toBeLessThanOrEqual(24);
  });

  test.each([50, 100, 280, 500, 599])("a short platform's %i characters are kept too", (length) => {
    expect(assemble(STORY, { length }).characters).toBeLessThanOrEqual(length);
  });

  test("the platform's limit holds where it is below the length", () => {
    const counter: Ingredients["counter"] = { count: (text) => text.length, fits: (text) => text.length <= 640 };
    expect(assemble(STORY, { length: 1300, counter }).characters).toBeLessThanOrEqual(640);
  });

  test("length is counted as the platform counts it", () => {
    const counter: Ingredients["counter"] = { count: (text) => text.length * 2, fits: () => true };
    expect(assemble(STORY, { length: 1300, counter }).text.length).toBeLessThanOrEqual(650);
  });

  test("a story that fits is told whole", () => {
    const { leftOut, text } = assemble(STORY, { length: 3000 });
    expect(leftOut).toEqual([]);
    expect(shown(text, [SCENE, WORDS, LAST, ...FIGURES, ...HOURS, ...STEPS])).toBe(12);
  });

  test("no hook that is too long for the platform", () => {
    expect(() => draft(STORY, { hook: "word ".repeat(601) })).toThrow("there is no post");
  });
});

describe("what a post tells of its story", () => {
  test.each<[judgement: string, told: string[], not: string[], wishes: Wishes]>([
    ["the last line", [LAST], [], {}],
    ["the last line of the shortest post too", [LAST], [], { length: 600 }],
    ["a quotation, with the scene it is said in", [SCENE, WORDS], [], {}],
    ["what was asked for", ["The yew in"], [], { with: ["the yew in"] }],
    ["what was asked for by its label", HOURS, [], { with: ["garden"], length: 1300 }],
    [
      "nothing of what is to be left out by its label",
      [SCENE],
      ["The elm in"],
      { without: ["Setup"], with: ["with the bill"] },
    ],
    ["nothing with the words that are to be left out", [], ["branch"], { without: ["dropped a branch"] }],
    ["no point of a list that is to be left out by its label", [], FIGURES, { without: ["Outcome"] }],
    ["without the scene, no words that were said in it", [], [SCENE, WORDS], { without: ["Lena"] }],
    ["without goes before with", [], [SCENE], { with: ["Lena"], without: ["Lena"] }],
    ["only the roles that were asked for", [SCENE], [LAST, ...STEPS, ...FIGURES], { roles: ["crisis"] }],
    ["several roles", [LAST], [SCENE, WORDS, ...FIGURES], { roles: ["turn", "lesson"] }],
    ["what was left out of one that fits whole", [WORDS], [LAST], { length: 3000, without: [LAST] }],
  ])("%s", (_, told, not, wishes) => {
    const text = draft(STORY, wishes);
    expect(told.filter((line) => !text.includes(line))).toEqual([]);
    expect(not.filter((line) => text.includes(line))).toEqual([]);
  });

  test("one block of figures", () => {
    const text = draft(STORY);
    expect([shown(text, FIGURES), shown(text, HOURS)].map((count) => count > 0).sort()).toEqual([false, true]);
  });

  test("no more than four lines of figures, and never a single one", () => {
    const rows = NAMES.slice(0, 9).map((name, index) => `Price of the ${name}: $${index + 2}0 → $${index + 3}0`);
    const text = draft(
      beat("The Setup", filler(0, 10)) + beat("The Outcome", list(...rows)) + beat("The Lesson", LAST),
    );
    expect(shown(text, rows)).toBeGreaterThanOrEqual(2);
    expect(shown(text, rows)).toBeLessThanOrEqual(4);
  });

  test("the steps of a numbered list from the first on", () => {
    const rules = NAMES.slice(0, 9).map(
      (name, index) => `${index + 1}. Ask the owner of the ${name} before you cut it`,
    );
    const text = draft(
      beat("The Crisis", filler(0, 5)) + beat("The Rules", rules.join("\n")) + beat("The Lesson", LAST),
    );
    const told = [...text.matchAll(/^\d+\. .*$/gm)].map(([line]) => line);
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told).toEqual(rules.slice(0, told.length));
  });

  test.each([
    ["of as many as are announced, all", "Three rules:", 3],
    ["of some, those there is room for", "Our rules:", 1],
  ])("%s", (_, lead, least) => {
    const rules = NAMES.slice(0, 3).map(
      (name, index) =>
        `${index + 1}. Ask the owner of the ${name} by letter, and wait a week, before you cut any of it`,
    );
    const story =
      beat("The Crisis", filler(0, 9), SCENE, WORDS) +
      beat("The Rules", lead, rules.join("\n")) +
      beat("The Lesson", LAST);
    for (const length of [450, 600, 750, 900]) {
      const text = draft(story, { length });
      const count = shown(text, rules);
      if (text.includes(lead)) expect(count).toBeGreaterThanOrEqual(least);
      else expect(count).toBe(0);
    }
  });

  test.each([800, 900, 1000, 1100])(
    "what was done about it, in %i characters, before more of the scene, where the shape is made for it",
    (length) => {
      const talk = `${filler(14, 1)} “Nobody ever looked at the meter,” said Lena.`;
      const story =
        beat("The Crisis", filler(0, 5), `${SCENE} ${WORDS}`) +
        beat("What We Did", filler(5, 4), list(...STEPS)) +
        beat("The Result", filler(9, 5), talk) +
        beat("The Lesson", LAST);
      const template = postTemplate({ body: BODY, needs: ["actions"] });
      expect(shown(draft(story, { length, template }), STEPS)).toBeGreaterThanOrEqual(2);
    },
  );

  test("a list never without the sentence that leads into it", () => {
    const lead = "We did three things that week:";
    const story =
      beat("The Crisis", filler(0, 10)) +
      beat("The Fix", filler(10, 2), lead, list(...STEPS)) +
      beat("The Lesson", LAST);
    const text = draft(story);
    expect(text).toContain(`${lead}\n• ${STEPS[0]}\n`);
  });

  test("a clock time never without what happened then", () => {
    const hours = ["12:11", "12:19", "At 12:32"].map(
      (hour, at) => `${hour}. Lena rang the owner of the ${NAMES[at]} about the bill.`,
    );
    const body = beat("The Setup", filler(0, 6)) + beat("The Crisis", list(...hours)) + beat("The Lesson", LAST);
    for (const length of [300, 400, 500, 700]) {
      const told = draft(body, { length }).split("\n");
      expect(told.filter((line) => /^• (?:At )?12:\d\d\.$/.test(line))).toEqual([]);
    }
  });

  const POINTS = NAMES.slice(0, 3).map((name) => `Asked the owner of the ${name} by letter.`);
  const WORD = "He wrote: “You may cut the whole of it down.”";
  test("of what points go on to say, that which somebody said", () => {
    const told = draft(
      beat("The Crisis", filler(0, 6)) +
        beat("The Fix", list(`${POINTS[0]} It took a day.`, `${POINTS[1]} ${WORD}`, `${POINTS[2]} It took a week.`)) +
        beat("The Lesson", LAST),
      { template: postTemplate({ body: BODY, likes: ["actions", "quotation"] }) },
    );
    expect(told).toContain(WORD);
    expect(told).not.toContain("It took a day.");
  });

  test("of an end that needs more than there is room for, nothing is told that leans on the rest", () => {
    const start = `Omar Duval, our fitter, ${"whom we called from the yard of the mill, ".repeat(17)}came.`;
    const end = "Omar came back in May. He had the key of the shed with him. The shed stands open to us on Mondays.";
    const text = draft(`${beat("The Setup", `${filler(0, 2)} ${start}`)}${beat("The Crisis", filler(2, 9))}${end}`);
    expect(text).not.toContain("Omar");
    expect(text).not.toContain("He had the key");
    expect(text).toContain("The shed stands open to us on Mondays.");
  });

  test("a point that only says when is told with what it goes on to say", () => {
    const dated = ["February", "June", "May"].map((month) => `${month} 2022. We called the owner of the mill.`);
    const text = draft(beat("The Setup", filler(0, 9)) + beat("The Fix", list(...dated)) + beat("The Lesson", LAST), {
      template: postTemplate({ body: BODY, likes: ["actions"] }),
    });
    expect(text).toContain("2022");
    for (const line of text.split("\n").filter((each) => each.includes("2022"))) expect(line).toMatch(/mill\.$/);
  });

  test("a small table with what hardly changed, a large one without", () => {
    const flat = "Gas: $900 → $890";
    const small = beat("The Setup", filler(0, 9)) + beat("The Outcome", list(...FIGURES.slice(0, 2), flat));
    const large = beat("The Setup", filler(0, 9)) + beat("The Outcome", list(...FIGURES, flat));
    expect(draft(small + beat("The Lesson", LAST))).toContain(flat);
    expect(draft(large + beat("The Lesson", LAST))).not.toContain(flat);
  });

  test("in the order of the story", () => {
    const text = draft(STORY, { length: 1000 });
    const places = [SCENE, WORDS, LAST].map((line) => text.indexOf(line));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text.endsWith(LAST)).toBe(true);
  });

  test("what the hook says is not said again", () => {
    expect(draft(STORY, { hook: SCENE }).split(SCENE)).toHaveLength(2);
    expect(draft(STORY, { hook: LAST }).split(LAST)).toHaveLength(2);
  });

  test("what the question says is not said again", () => {
    const question = "Who has the key of your shed?";
    const text = draft(`${STORY}\n\n${question}`, { question });
    expect(text.split(question)).toHaveLength(2);
    expect(text.endsWith(question)).toBe(true);
  });

  test("each part that is told has its line, and what is left out is counted", () => {
    const { lines, leftOut } = assemble(STORY);
    const source = STORY.split("\n");
    for (const line of lines) expect(source[line - 1]).not.toBe("");
    expect(lines).toContain(source.indexOf(LAST) + 1);
    for (const { parts, of } of leftOut) expect(parts).toBeLessThanOrEqual(of);
    expect(leftOut.find(({ title }) => title === "The Setup")?.of).toBe(4);
  });

  test("the words of an alias stand in the place of a name", () => {
    const text = draft(STORY, { reword: (written) => written.replaceAll("Lena", "The fitter of the mill") });
    expect(text).not.toContain("Lena");
    expect(text).toContain("The fitter of the mill walked in");
    expect(text.length).toBeLessThanOrEqual(700);
  });

  test.each(["", "\n\n", "**The Crisis:**\n", "- \n- \n", "🎉", "---"])("of %j a post is made all the same", (body) => {
    expect(draft(body)).toContain("Listen.");
  });
});

describe("code", () => {
  const CODED =
    beat("The Crisis", filler(0, 5)) + beat("The Fix", filler(5, 3), code("meter.reset()")) + beat("The Lesson", LAST);
  const SHOWING = postTemplate({ body: BODY, showsCode: true });

  test.each<[judgement: string, wishes: Wishes, isTold: boolean]>([
    ["is left out", {}, false],
    ["is left out of a post that has room for it", { length: 2000 }, false],
    ["is told by a template that shows it", { length: 2000, template: SHOWING }, true],
    ["is told where no length is given", { length: null }, true],
  ])("%s", (_, wishes, isTold) => {
    expect(draft(CODED, wishes).includes("meter.reset()")).toBe(isTold);
  });

  test("three numbered steps are told whole by a template that shows code", () => {
    const steps = ["red", "blue", "grey"].map((name, at) =>
      beat(`${at + 1}. The ${name}`, code(`meter.assignTo("${name}")`, "note()")),
    );
    const body = `${beat("The Crisis", filler(0, 9))}${steps.join("")}${beat("The Lesson", LAST)}`;
    const text = draft(body, { template: SHOWING });
    expect(shown(text, ['meter.assignTo("red")', 'meter.assignTo("blue")', 'meter.assignTo("grey")'])).toBe(3);
  });
});

describe("a hook's two sentences", () => {
  const long = (letters: number): string => `${"x".repeat(letters - 1)}.`;
  test.each([
    ["stand on two lines", "It was late. We had lost.", "It was late.\n\nWe had lost."],
    ["the third stays with the second", "It was late. We had lost. So what?", "It was late.\n\nWe had lost. So what?"],
    ["one sentence stays", "It was late.", "It was late."],
    ["lines of one's own stay", "It was late.\nWe had lost.", "It was late.\nWe had lost."],
    ["a first of 90 letters stands alone", `X${long(89)} We had lost.`, `X${long(89)}\n\nWe had lost.`],
    ["a longer first does not", `X${long(90)} We had lost.`, `X${long(90)} We had lost.`],
    ["220 letters in all are few", `It was late. W${long(206)}`, `It was late.\n\nW${long(206)}`],
    ["more are not", `It was late. W${long(207)}`, `It was late. W${long(207)}`],
    ["nothing stays nothing", "", ""],
  ])("%s", (_, hook, laid) => {
    expect(layOutHook(hook)).toBe(laid);
    if (hook !== "") expect(draft(beat("The Crisis", LAST), { hook }).startsWith(`${laid}\n\n`)).toBe(true);
  });
});

describe("how a post is laid out", () => {
  const styled = (style: Partial<Ingredients["style"]>): Wishes => ({
    style: { ...EMPTY_STYLE, ...style },
    length: 3000,
  });
  const ORDERED = STEPS.map((step, at) => `${at + 1}. ${step}`).join("\n");
  const PROSE = "The oven stopped. The door stood open. The bill lay there.";

  test.each<[judgement: string, body: string, wishes: Wishes, text: string]>([
    [
      "a bullet of the platform's",
      beat("The Fix", list(...STEPS)),
      styled({}),
      `The fix:\n${STEPS.map((step) => `• ${step}`).join("\n")}`,
    ],
    [
      "a bullet of one's own",
      beat("The Fix", list(...STEPS)),
      styled({ bullet: "→" }),
      `The fix:\n${STEPS.map((step) => `→ ${step}`).join("\n")}`,
    ],
    ["numbers of the platform's", beat("The Fix", ORDERED), styled({}), `The fix:\n${ORDERED}`],
    [
      "numbers of one's own",
      beat("The Fix", ORDERED),
      styled({ number: "#1)" }),
      `The fix:\n${STEPS.map((step, at) => `#${at + 1}) ${step}`).join("\n")}`,
    ],
    [
      "a bullet of one's own is none of the numbers",
      beat("The Fix", ORDERED),
      styled({ bullet: "→" }),
      `The fix:\n${ORDERED}`,
    ],
    [
      "an emoji in front of a heading",
      beat("The Fix", list(...STEPS)),
      styled({ headingEmoji: "🔧" }),
      `🔧 The fix:\n${STEPS.map((step) => `• ${step}`).join("\n")}`,
    ],
    [
      "a heading in bold letters",
      beat("The Fix", list(...STEPS)),
      styled({ emphasis: "unicode" }),
      `𝗧𝗵𝗲 𝗳𝗶𝘅:\n${STEPS.map((step) => `• ${step}`).join("\n")}`,
    ],
    [
      "a heading in capitals",
      beat("The Fix", list(...STEPS)),
      styled({ emphasis: "capitals" }),
      `THE FIX:\n${STEPS.map((step) => `• ${step}`).join("\n")}`,
    ],
    ["no heading in front of prose", beat("The Fix", PROSE), styled({ headingEmoji: "🔧" }), PROSE],
    ["sentences together", beat("The Crisis", PROSE), styled({}), PROSE],
    [
      "every sentence a paragraph of its own",
      beat("The Crisis", PROSE),
      styled({ paragraph: "short" }),
      "The oven stopped.\n\nThe door stood open.\n\nThe bill lay there.",
    ],
    [
      "a label that asks stays in front of its answer",
      "**Who found it?**\n\nLena did.",
      styled({}),
      "Who found it?\nLena did.",
    ],
    [
      "what asks the reader in bold is no label",
      `${PROSE}\n\n**What is on your bill?**\n\n#bakery`,
      styled({}),
      `${PROSE}\n\nWhat is on your bill?\n\n#bakery`,
    ],
    [
      "a label written as a sentence keeps its names",
      `${beat("The Crisis", PROSE)}**Is Inês a fitter now?**\n\nNobody knows.`,
      styled({}),
      `${PROSE}\n\nIs Inês a fitter now?\nNobody knows.`,
    ],
    [
      "a name in bold in front of itself goes",
      `${beat("The Crisis", PROSE)}**Kavya.** Kavya Menon was a fitter.`,
      styled({}),
      `${PROSE}\n\nKavya Menon was a fitter.`,
    ],
    [
      "a question in bold in front of its text, too, but no sentence in bold",
      `${beat("The Crisis", PROSE)}**What was in the bin.** Fifty sheets lay there.\n\n**It was late.** Lena left.`,
      styled({}),
      `${PROSE}\n\nFifty sheets lay there.\n\nIt was late. Lena left.`,
    ],
    [
      "a numbered label loses its number with its stroke",
      beat("The Crisis", PROSE) + beat("2 / 3 May, 16:05", LAST),
      styled({}),
      `${PROSE}\n\n3 May, 16:05. ${LAST}`,
    ],
    [
      "a label is not joined to what goes on from the one before",
      beat("The Crisis", PROSE) + beat("The two days", "So on 9 May, all day long."),
      styled({}),
      `${PROSE}\n\nSo on 9 May, all day long.`,
    ],
    [
      "words that are set apart stay as they stand",
      `${PROSE}\n\nA note lay there:\n\n> Ran her at 48. Count them first. J.`,
      styled({}),
      `${PROSE}\n\nA note lay there:\nRan her at 48. Count them first. J.`,
    ],
    [
      "and each line of a talk",
      `${PROSE}\n\n> 16:12 Lena: is it cold?\n> 16:15 me: no\n> it is not`,
      styled({}),
      `${PROSE}\n\n16:12 Lena: is it cold?\n16:15 me: no it is not`,
    ],
    ["a label that says when runs into its text", beat("2 May, 16:05", PROSE), styled({}), `2 May, 16:05. ${PROSE}`],
    [
      "a label of what happened on the day that opens its text runs into it",
      beat("THE LAUNCH", "Tuesday, 17 September, at noon. The oven stopped."),
      styled({}),
      "The launch: Tuesday, 17 September, at noon. The oven stopped.",
    ],
    [
      "a label that its sentence goes on from stays",
      beat("WHAT I THOUGHT OF IT", "that it was for people who forget things. We laughed."),
      styled({}),
      "What I thought of it: that it was for people who forget things. We laughed.",
    ],
    [
      "one by which stories are told does not",
      beat("The Crisis", "Tuesday, 17 September, at noon. The oven stopped."),
      styled({}),
      "Tuesday, 17 September, at noon. The oven stopped.",
    ],
    [
      "a label that says who talks stays in front of what is said",
      beat("Lena", list("“Proved it?”", "“Yeah.”")),
      styled({}),
      "Lena:\n“Proved it?”\n“Yeah.”",
    ],
    [
      "a label that says who stays in front of their words",
      beat("Lena's Comment", "“We never tested that meter.”") + beat("The Fix", LAST),
      styled({}),
      `Lena's comment:\n“We never tested that meter.”\n\n${LAST}`,
    ],
    [
      "a label that ends in a full stop has its colon instead",
      beat("The Crisis", PROSE) + beat("What came of it.", list(...FIGURES)).replace(":**", "**"),
      styled({}),
      `${PROSE}\n\nWhat came of it:\n${FIGURES.map((figure) => `• ${figure}`).join("\n")}`,
    ],
    [
      "a label over prose is none of a list further down",
      beat("The Crisis", PROSE, list(...FIGURES)),
      styled({}),
      `${PROSE}\n\n${FIGURES.map((figure) => `• ${figure}`).join("\n")}`,
    ],
    [
      "one that says what came of it is",
      beat("The Results", PROSE, list(...FIGURES)),
      styled({}),
      `${PROSE}\n\nThe results:\n${FIGURES.map((figure) => `• ${figure}`).join("\n")}`,
    ],
    [
      "a table of what was and what is tells each row as a change",
      beat(
        "The Crisis",
        PROSE,
        "| Before | After |\n|---|---|\n| A key for all | A key for Lena |\n| No list | A list of 12 keys |",
      ),
      styled({}),
      `${PROSE}\n\nA key for all → A key for Lena\nNo list → A list of 12 keys`,
    ],
    [
      "a quotation stands alone",
      beat("The Crisis", `The oven stopped. Lena said: “We never tested that.” The door stood open.`),
      styled({}),
      "The oven stopped.\n\nLena said: “We never tested that.”\n\nThe door stood open.",
    ],
  ])("%s", (_, body, wishes, text) => {
    expect(draft(body, wishes)).toBe(`Listen.\n\n${text}`);
  });

  test("numbers count what is told", () => {
    const text = draft(beat("The Fix", ORDERED), { ...styled({}), without: [STEPS[0] as string] });
    expect(text).toContain(`1. ${STEPS[1]}\n2. ${STEPS[2]}`);
  });
});

describe("where a template places its parts", () => {
  const RULES = ["Ask the owner before you cut", "Test the second meter on Friday"];
  const PLACED =
    beat("The Crisis", SCENE) + beat("The Rules", RULES.map((rule, at) => `${at + 1}. ${rule}`).join("\n"));
  const ENDED = `${PLACED}${beat("The Lesson", "The mill has a second key today.")}`;
  const whole = (body: string): Wishes => ({ template: postTemplate({ body }), length: 3000 });
  const told = `The rules:\n1. ${RULES[0]}\n2. ${RULES[1]}`;
  const end = "The mill has a second key today.";

  test.each<[judgement: string, template: string, text: string]>([
    ["as they stand in the story", "{{ hook }}\n\n{{ story }}\n\n{{ lesson }}", `${SCENE}\n\n${told}\n\n${end}`],
    [
      "the rules in a place of their own, once",
      "{{ hook }}\n\n{{ rules }}\n\n{{ story }}\n\n{{ lesson }}",
      `${told}\n\n${SCENE}\n\n${end}`,
    ],
    [
      "the last line in a place of its own, once",
      "{{ hook }}\n\n{{ last }}\n\n{{ story }}\n\n{{ lesson }}",
      `${end}\n\n${SCENE}\n\n${told}`,
    ],
    ["a role alone", "{{ hook }}\n\n{{ crisis }}", SCENE],
    ["a list that the story does not have leaves no gap", "{{ hook }}\n\n{{ numbers }}\n\n{{ crisis }}", SCENE],
  ])("%s", (_, template, text) => {
    expect(draft(ENDED, whole(template))).toBe(`Listen.\n\n${text}`);
  });

  test.each<[judgement: string, wishes: Wishes, end: string]>([
    ["the template's question", { template: postTemplate({ body: BODY, question: "And you?" }) }, "And you?"],
    [
      "the story's question before the template's",
      { template: postTemplate({ body: BODY, question: "And you?" }), question: "Who has your key?" },
      "Who has your key?",
    ],
    [
      "the closing of the slot behind the question",
      { question: "And you?", closing: "See you on Monday." },
      "And you?\n\nSee you on Monday.",
    ],
    [
      "the postscript behind both",
      {
        question: "And you?",
        closing: "See you on Monday.",
        postscript: { text: "It was a Friday.", line: 1 },
      },
      "And you?\n\nSee you on Monday.\n\nP.S. It was a Friday.",
    ],
    ["the hashtags last", { question: "And you?", hashtags: ["ops", "bread"] }, "And you?\n\n#ops #bread"],
  ])("a post ends with %s", (_, wishes, ending) => {
    expect(draft(STORY, wishes).endsWith(`\n\n${ending}`)).toBe(true);
  });

  test.each<[judgement: string, limit: number, dropped: AssembledPost["dropped"]]>([
    ["nothing where there is room", 90, []],
    ["the postscript first", 45, ["postscript"]],
    ["then the hashtags", 25, ["postscript", "hashtags"]],
    ["then the question", 10, ["postscript", "hashtags", "question"]],
  ])("what a short platform has no room for: %s", (_, limit, dropped) => {
    const post = assemble(STORY, {
      length: null,
      counter: { count: (text) => text.length, fits: (text) => text.length <= limit },
      question: "And you?",
      hashtags: ["operations", "bread"],
      postscript: { text: "It was a Friday.", line: 1 },
    });
    expect(post.dropped).toEqual(dropped);
    expect(post.characters).toBeLessThanOrEqual(limit);
  });
});
