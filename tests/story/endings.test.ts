import { expect, test } from "vitest";
import { readBeats } from "../../src/story/beats.ts";
import { takeEndings } from "../../src/story/endings.ts";
import { createBank } from "../support/bank.ts";

const endings = (body: string) => {
  const { beats, question, postscript } = takeEndings(readBeats({ body, bodyLine: 1 }));
  return {
    beats: beats.map(({ title }) => title),
    question: question?.text ?? null,
    postscript: postscript?.text ?? null,
  };
};

test.each([
  ["**Question:** Why us?", { beats: [], question: "Why us?", postscript: null }],
  ["**Question**: Why us?", { beats: [], question: "Why us?", postscript: null }],
  ["**Question:**\nWhy us?", { beats: [], question: "Why us?", postscript: null }],
  ["## Question\n\nWhy us?", { beats: [], question: "Why us?", postscript: null }],
  ["**Frage:** Warum wir?", { beats: [], question: "Warum wir?", postscript: null }],
  ["**P.S.:** It was me.", { beats: [], question: null, postscript: "It was me." }],
  ["**P.S.** It was me.", { beats: [], question: null, postscript: "It was me." }],
  ["**PS:** It was me.\n\nAnd my dog.", { beats: [], question: null, postscript: "It was me.\n\nAnd my dog." }],
  ["**Question:** Why us?\n\nWe left.", { beats: [null], question: "Why us?", postscript: null }],
  [
    "**The Question:** nobody asked it.\n\n**Questions:**\n- one",
    { beats: [null, "Questions"], question: null, postscript: null },
  ],
  ["It rang.\n\n**Question:**\n- one\n- two", { beats: [null, "Question"], question: null, postscript: null }],
  ["**Question** marks are free.", { beats: [null], question: null, postscript: null }],
])("%s", (body, found) => expect(endings(body)).toEqual(found));

const STORY = `---
title: The Pager
hook: It rang all night.
tags: [ops]
---
**The Setup:**
We slept badly. It cost 3 people their patience.

**Question:** What wakes you?

**P.S.:** Mine was 12 years old.

**The Lesson:**
An alert is a promise to somebody's sleep.
`;
const SLOT = "version: 1\ncalendar:\n  start: 2025-01-06\n  slots:\n    tuesday: {question: And the slot?}\n";

test("a story's question and P.S. end its post, the P.S. behind the question and before the hashtags", async () => {
  const bank = createBank({ "storybank.yaml": SLOT, "stories/pager.md": STORY });
  const { text, findings } = await bank.json<{ text: string; findings: { level: string }[] }>(
    "draft pager --day tuesday",
  );
  expect(text).toBe(
    "It rang all night.\n\nWe slept badly. It cost 3 people their patience.\n\nAn alert is a promise to somebody's sleep.\n\nWhat wakes you?\n\nP.S. Mine was 12 years old.\n\n#Ops",
  );
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  const [post = ""] = bank.files("posts");
  expect(bank.read(post)).toContain("- 12 years (P.S.): line 11");
});

test("question: in the front matter goes first; a template of one's own has the P.S. behind its question", async () => {
  const bank = createBank({
    "stories/pager.md": STORY.replace("tags:", "question: Asked above?\ntags:"),
    "templates/posts/mine.md": "---\nname: mine\n---\n{{ hook }}\n\n{{ question }}\n\n{{ hashtags }}\n",
  });
  const { text } = await bank.json<{ text: string }>("draft pager --template mine");
  expect(text).toBe("It rang all night.\n\nAsked above?\n\nP.S. Mine was 12 years old.\n\n#Ops");
});

test("where a short platform has no room, the P.S. goes first and is named", async () => {
  const long = "Mine was 12 years old. ".repeat(12).trim();
  const bank = createBank({ "stories/pager.md": STORY.replace("Mine was 12 years old.", long) });
  const { stdout } = await bank.run("draft pager --platform x");
  expect(stdout).toContain("the postscript, for want of room");
  const [post = ""] = bank.files("posts");
  expect(bank.read(post)).toContain("#Ops");
  expect(bank.read(post)).not.toContain("P.S.");
});
