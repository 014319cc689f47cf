import { describe, expect, test } from "vitest";
import { dropEmptySections } from "../../src/post/empty-sections.ts";
import { findGuidance } from "../../src/post/guidance.ts";
import { readLines } from "../../src/text/read-lines.ts";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

const SLOT = `version: 1
audience: Engineers who lead
positioning: Somebody who was on call
calendar:
  start: 2025-01-06
  slots:
    tuesday:
      series: Night Shift Debate
      purpose: Argue about sleep
      targets: {engagement: 4-6%, comments: 15-25, saves: High}
`;
const post = (title: string, date: string, results: string, more = ""): string =>
  `---\ntitle: ${title}\ndate: ${date}\nstatus: published\n${more}results:\n  - ${date} ${results}\n---\nText.\n`;

async function notesOf(bank: TestBank, command: string): Promise<string> {
  const { path } = await bank.json<{ path: string }>(command);
  return bank.read(path).split("## Content Strategy Notes\n\n")[1] ?? "";
}

/** The lines below a heading. */
function section(notes: string, heading: string): string | undefined {
  return notes.split(`### ${heading}\n`)[1]?.split("\n\n### ")[0]?.trimEnd();
}

function headings(notes: string): string[] {
  return [...notes.matchAll(/^### (.*)$/gm)].map(([, words = ""]) => words);
}

describe("the notes of a draft", () => {
  test("of a bank that says nothing tell the story, and no heading stands over nothing", async () => {
    const notes = await notesOf(createBank({ "stories/outage.md": OUTAGE }), "draft outage");
    expect(headings(notes)).toEqual(["Story", "Angle", "Figures and facts"]);
    expect(section(notes, "Story")).toBe(
      `- **Story**: The Night the Pager Won (stories/outage.md, week 1, Tuesday)
- **Hook**: the story's own line
- **Chosen because**: you named it`,
    );
    expect(notes).not.toMatch(/: *$|\n\n\n|\*\*\*\*|\(\)/m);
  });

  test("tell what the slot and the settings say of purpose, readers and author", async () => {
    const notes = await notesOf(createBank({ "storybank.yaml": SLOT, "stories/outage.md": OUTAGE }), "draft outage");
    expect(section(notes, "Purpose of the series")).toBe(
      "- **Night Shift Debate**: Argue about sleep\n- **Audience**: Engineers who lead",
    );
    expect(section(notes, "Business alignment")).toBe("- **Positioning**: Somebody who was on call");
  });

  test("tell the targets beside the medians of the series, else of the bank, with how many posts those are of", async () => {
    const bank = createBank({
      "storybank.yaml": SLOT,
      "stories/outage.md": OUTAGE,
      "posts/a.md": post(
        "A",
        "2024-12-03",
        "impressions=4000 reactions=100 comments=20",
        "series: Night Shift Debate\n",
      ),
      // An imported post has no series; that of its weekday counts.
      "posts/b.md": post("B", "2024-12-10", "impressions=1000 reactions=80 comments=10", "day: tuesday\n"),
      "posts/c.md": post("C", "2024-12-12", "impressions=9000 saves=3", "day: friday\n"),
    });
    expect(section(await notesOf(bank, "draft outage"), "Expected performance")).toBe(
      `- **Engagement**: 4-6%; so far 6.0% (median of 2 posts of the series, too few to conclude anything)
- **Comments**: 15-25; so far 15 (median of 2 posts of the series, too few to conclude anything)
- **Saves**: High; so far 3 (1 post of the bank, too few to conclude anything)
- **Impressions**: so far 2,500 (median of 2 posts of the series, too few to conclude anything)
- **Reactions**: so far 90 (median of 2 posts of the series, too few to conclude anything)`,
    );
  });

  test("tell what the week's guidance says of this story, and of all", async () => {
    const bank = createSampleBank();
    await bank.run(["edit", "the-transfer", "--set", "angle=My fault first"]);
    const notes = await notesOf(bank, "draft the-transfer");
    expect(section(notes, "Business alignment")).toBe(`- **Theme of the week**: Technical Leadership Foundations
- Each post shows one decision and what it cost or saved
- No figure without the sentence that explains it
- Two posts admit a mistake: they carry the other three`);
    expect(section(notes, "Angle")).toContain(
      "- **Angle**: My fault first\n- **The week's guidance**: begin with the mistake, and own it\n",
    );
    // The angle that came from the guidance is not told twice.
    expect(section(await notesOf(bank, "draft the-monolith"), "Angle")).not.toContain("guidance");
  });

  test("tell the posts around it in the week and in the series", async () => {
    const bank = createBank({
      "storybank.yaml": SLOT,
      "stories/outage.md": OUTAGE,
      "posts/a.md": post("Last Tuesday", "2024-12-31", "impressions=1", "day: tuesday\n"),
      "posts/b.md": post("Saturday", "2025-01-04", "impressions=1"),
      "posts/c.md": post("Sunday", "2025-01-12", "impressions=1"),
      "posts/d.md": post("Next Tuesday", "2025-01-14", "impressions=1", "series: Night Shift\n"),
    });
    expect(section(await notesOf(bank, "draft outage"), "Follow-up")).toBe(
      `- **Before it**: Saturday, Sat 4 Jan 2025
- **After it in the week**: Sunday, Sun 12 Jan 2025
- **Before it in the series**: Last Tuesday, Tue 31 Dec 2024
- **After it in the series**: Next Tuesday, Tue 14 Jan 2025`,
    );
  });

  test("trace the results that a comment in code states", async () => {
    const notes = await notesOf(createSampleBank(), "draft five-settings");
    expect(section(notes, "Figures and facts")).toContain("\n- 85% (Result): line 28\n- 60% (Result): line 36\n");
  });
});

describe("a notes template", () => {
  const BARE = "---\nname: bare\n---\n### For\n- **Who**: {{ audience }}\n\n### Told\n{{ figures }}\n";

  test("is the slot's; a line without its value and a heading over nothing are left out", async () => {
    const bank = createBank({
      "storybank.yaml": `${SLOT}      notes: bare\n`.replace(/^audience.*\n/m, ""),
      "stories/outage.md": OUTAGE,
      "templates/notes/bare.md": BARE,
    });
    expect(await notesOf(bank, "draft outage")).toMatch(/^### Told\n- Two years \(The Setup\): line 12\n/);
  });

  test("is else that of the series' name, else the bank's own default", async () => {
    const files = { "storybank.yaml": SLOT, "stories/outage.md": OUTAGE };
    const named = (name: string): string => `---\nname: ${name}\n---\nBy ${name}, {{ title }}\n`;
    const both = {
      "templates/notes/default.md": named("default"),
      "templates/notes/debate.md": named("debate"),
    };
    expect(await notesOf(createBank({ ...files, ...both }), "draft outage")).toBe(
      "By debate, The Night the Pager Won\n",
    );
    const own = createBank({ ...files, "templates/notes/default.md": named("default") });
    expect(await notesOf(own, "draft outage")).toBe("By default, The Night the Pager Won\n");
  });

  test("may have the line ends of Windows", async () => {
    const bank = createBank({
      "storybank.yaml": SLOT.replace(/^audience.*\n/m, ""),
      "stories/outage.md": OUTAGE,
      "templates/notes/default.md":
        "---\nname: default\n---\n### For\n- {{ audience }}\n\n{% if series %}\n- {{ series }}\n{% endif %}\n- end\n".replaceAll(
          "\n",
          "\r\n",
        ),
    });
    expect(await notesOf(bank, "draft outage")).toBe("### For\n\n- Night Shift Debate\n- end\n");
  });

  test("can choose and loop, and its tags leave no lines behind", async () => {
    const body = `{% if theme %}
- {{ theme }}
{% else %}
- No theme
{% endif %}
{% for each in expectations %}
- {{ each.name }}: {{ each.target }}
{% endfor %}
- end
`;
    const bank = createBank({
      "storybank.yaml": SLOT,
      "stories/outage.md": OUTAGE,
      "templates/notes/default.md": body,
    });
    expect(await notesOf(bank, "draft outage")).toBe(
      "- No theme\n- engagement: 4-6%\n- comments: 15-25\n- saves: High\n- end\n",
    );
  });

  test.each([
    ["that is not there", "nope", BARE, 'There is no notes template "nope".', "There are: bare, default."],
    ["with a misspelt name", "bare", "Hi\n{{ titel }}\n", 'The template "bare" can\'t be used', "titel on line 2"],
  ])("%s stops the draft, and nothing is written", async (_, name, body, problem, hint) => {
    const bank = createBank({
      "storybank.yaml": `${SLOT}      notes: ${name}\n`,
      "stories/outage.md": OUTAGE,
      "templates/notes/bare.md": body.startsWith("---") ? body : `---\nname: bare\n---\n${body}`,
    });
    const { code, stderr } = await bank.run("draft outage");
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
    expect(stderr).toContain(hint);
    expect(bank.exists("posts")).toBe(false);
  });
});

test.each([
  ["### A\n\n### B\nb", "### B\nb"],
  ["### A\na\n\n### B\n\n### C", "### A\na"],
  ["## A\n\n### B\n\n## C\n\n### D\nd", "## C\n\n### D\nd"],
  ["# A\n\n### B\n", ""],
])("headings over nothing are left out: %j", (text, expected) => {
  expect(dropEmptySections(text)).toBe(expected);
});

describe("a week's guidance", () => {
  const stories = [
    "The $2M Technical Debt",
    "The 30-Developer Scaling Crisis",
    "IC to Leadership Transition Crisis",
  ].map((title) => ({ id: title, title, series: title.startsWith("IC") ? "Career Development" : null }));
  const GUIDANCE = `### Hooks
1. **$2M Debt**: the sum
2. **Scaling Crisis**: the day
3. **Career Transition**: the fault

### Business
- Each has metrics
  - costs
- Personal: it builds trust

Prose is for the author.
`;

  test.each([
    [0, "the sum"],
    [1, "the day"],
    [2, "the fault"],
  ])("of story %i is what its own entry says, and the points for all", (index, own) => {
    const story = stories[index] ?? { id: "", title: "", series: null };
    expect(findGuidance(readLines(GUIDANCE), story, stories)).toEqual({
      own: [own],
      shared: ["Each has metrics", "Personal: it builds trust"],
    });
  });

  test("of a story it does not name is what it says for all", () => {
    const other = { id: "x", title: "Another Crisis", series: null };
    expect(findGuidance(readLines(GUIDANCE), other, [...stories, other]).own).toEqual([]);
  });
});
