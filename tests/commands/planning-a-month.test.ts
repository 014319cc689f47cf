import { expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";

const SETTINGS = `version: 1
calendar:
  start: 2025-01-06
  cooldown: 0
  slots:
    tuesday: {series: Debate, time: "09:00", targets: {engagement: 4-6%}}
    thursday: {series: Tutorial, time: "08:00"}
`;

const story = (n: number, week: number, day: string): string =>
  `---
title: Story ${n}
week: ${week}
day: ${day}
series: ${day === "tuesday" ? "Debate" : "Tutorial"}
hook: We lost ${n + 10} servers in one night, and nobody knew why.
---
We lost ${n + 10} servers in one night.

**The Crisis:**
At ${n} AM I pulled the plug. It cost us $${n}K.

**The Lesson:**
Ask before you pull plug number ${n}.
`;

/** What must never go: the words below the front matter, and what was counted and where it can be read. */
function textsOf(bank: TestBank): Set<string> {
  const files = bank.files().filter((path) => /^(?:stories|posts|weeks|\.storybank\/(?:trash|recovered))\//.test(path));
  return new Set(
    files.flatMap((path) => {
      const [, matter = "", body = ""] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(bank.read(path)) ?? [];
      const kept = matter.split("\n").filter((line) => /^(?:url|hook): |^ *- \d{4}-|^results: ./.test(line));
      return [body, ...kept];
    }),
  );
}

/** Runs a bank through commands, each of which must leave every text that was there somewhere. */
function follow(bank: TestBank): (today: string, command: string, code?: number) => Promise<string> {
  return async (today, command, code = 0) => {
    const before = textsOf(bank);
    const result = await bank.run(command, { today });
    const after = textsOf(bank);
    const lost = [...before].filter((text) => !after.has(text) && ![...after].some((other) => goesOn(text, other)));
    expect({ command, code: result.code, lost }).toEqual({ command, code, lost: [] });
    return result.stdout + result.stderr;
  };
}

/** Results that were added to are still there. */
function goesOn(text: string, other: string): boolean {
  return text.startsWith("results: [") && other.startsWith(text.slice(0, -1));
}

function write(bank: TestBank, path: string, line: string): void {
  bank.write(path, bank.read(path).replace("\n## Content Strategy Notes", `${line}\n\n## Content Strategy Notes`));
}

test("a month of planning loses no text, and is told as it was", async () => {
  const files: Record<string, string> = { "storybank.yaml": SETTINGS };
  for (let n = 1; n <= 8; n++)
    files[`stories/story-${n}.md`] = story(n, Math.ceil(n / 2), n % 2 === 1 ? "tuesday" : "thursday");
  const bank = createBank(files);
  const run = follow(bank);

  // Week 1: filled, made one's own, drafted twice, published on its day, counted twice.
  await run("2025-01-05", "week 1 --fill --theme Nights");
  write(bank, "posts/2025-01-07-story-1.md", "I still have the plug.");
  await run("2025-01-06", "draft story-1", 2);
  await run("2025-01-06", 'draft story-1 --text "The plug is mine." --replace');
  write(bank, "posts/2025-01-07-story-1.md", "And it stays mine.");
  await run("2025-01-06", "draft story-1 --another");
  await run("2025-01-07", "mark 2025-01-07-story-1 published --url https://example.com/1");
  await run("2025-01-08", "record 2025-01-07-story-1 --impressions 1000 --reactions 40");
  await run("2025-01-12", "record 2025-01-07-story-1 --impressions 4000 --reactions 200");
  const published = bank.read("posts/2025-01-07-story-1.md");
  await run("2025-01-12", "draft story-1 --date 2025-01-07 --replace");
  expect(bank.read("posts/2025-01-07-story-1.md")).toBe(published);

  // Week 1 goes on: the Thursday post goes out a week late, at the time of its reader.
  await run("2025-01-16", "mark 2025-01-09-story-2 ready");
  await run("2025-01-17", 'mark 2025-01-09-story-2 published --at "2025-01-16 12:00"');
  await run("2025-01-18", "record 2025-01-09-story-2 --impressions 2000 --reactions 60");
  await run("2025-01-25", "record 2025-01-09-story-2 --impressions 3000 --reactions 90");

  // Week 2 is filled too late, into what is free from week 3 on; week 3 has its own posts already.
  await run("2025-01-18", "week 3 --fill");
  await run("2025-01-20", "week 2 --fill", 2);
  await run("2025-01-20", "week 2 --fill --into this");
  await run("2025-01-20", "week 2 --fill --into next");
  expect(await run("2025-01-21", "draft story-7 --date 2025-01-21")).toContain("is taken already, by");
  await run("2025-01-21", "mark 2025-01-21-story-7 scheduled --next-slot");

  // Week 3: a story gets another title, a story and a post go to the trash by mistake and come back.
  await run("2025-01-21", 'edit story-5 --set "title=The Night Shift"');
  await run("2025-01-22", "rm story-6 --force");
  bank.write("stories/story-6.md", story(66, 3, "thursday"));
  await run("2025-01-22", "restore story-6", 2);
  await run("2025-01-22", "restore story-6 --as story-6-as-it-was");
  await run("2025-01-22", "draft story-5 --hook own --text x", 2);
  await run("2025-01-22", 'draft story-5 --text "Nobody slept." --replace');
  await run("2025-01-22", "restore 2025-01-21-story-5 --as 2025-01-21-before");

  // Week 4: what is left, and the board of a month that is over.
  const advice = "storybank mark 2025-01-30-story-8 draft --next-slot";
  expect(await run("2025-01-26", "week 4 --fill")).toContain(advice);
  await run("2025-01-26", advice.replace("storybank ", ""));
  await run("2025-01-29", "mark 2025-01-28-story-5 published");
  expect(await run("2025-02-03", "week 4 --fill", 2)).toContain("Week 4 ended on Sun 2 Feb 2025");

  const posts = await bank.json<{ story: string; date: string; time: string; status: string }[]>("posts");
  const told = posts.filter(({ status }) => status === "published");
  expect(told.map(({ story: id, date, time }) => [id, date, time])).toEqual([
    ["story-1", "2025-01-07", "09:00"],
    ["story-2", "2025-01-16", "12:00"],
    ["story-5", "2025-01-29", null],
  ]);
  const places = posts.filter(({ status }) => status !== "published").map(({ date }) => date);
  expect(places).toEqual([...new Set(places)]);
  expect(await bank.json("stats --by week")).toMatchObject([
    { key: "week 1", impressions: 4000, reactions: 200 },
    { key: "week 2", impressions: 3000, reactions: 90 },
  ]);
  for (const words of ["I still have the plug.", "And it stays mine.", "Nobody slept.", "plug number 6."])
    expect([...textsOf(bank)].some((text) => text.includes(words))).toBe(true);
});
