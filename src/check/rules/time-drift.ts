import { keyLine } from "../../front-matter/key-line.ts";
import { findAges, sameAge } from "../../language/age.ts";
import type { StoryReading } from "../../story/reading.ts";
import { lineAt } from "../../text/line.ts";
import { excerptOf, type Found, type PostSubject, type Rule, type StorySubject } from "../rule.ts";

const ABOUT = { id: "time-drift", level: "warning", about: "hook and story say another time" } as const;

/** The hook says it was last week, the story three years ago. */
export const postTimeDrift: Rule<PostSubject> = {
  ...ABOUT,
  find: ({ hook, story }) => (story === null ? [] : findDrift(hook.text, hook.line, story)),
};

/** The story's own hook says another time than its text. */
export const storyTimeDrift: Rule<StorySubject> = {
  ...ABOUT,
  find: ({ reading, text }) => {
    const { hook } = reading.story;
    return hook === null ? [] : findDrift(hook, keyLine(text, "hook"), reading);
  },
};

/** What happened "this morning" inside a story is part of its scene, not its age. */
const SHORTEST_AGE = 3;

function findDrift(hook: string, line: number, { lines }: StoryReading): Found[] {
  const said = findAges(hook).filter((age) => age.days >= 1);
  if (said.length === 0) return [];
  const ages = lines
    .filter(({ kind }) => kind === "prose" || kind === "quote" || kind === "bullet")
    .flatMap((each) => findAges(each.text).map((age) => ({ ...age, line: lineAt(each, age.start) })));
  const first = ages.find((age) => age.days >= SHORTEST_AGE);
  if (first === undefined) return [];
  return said
    .filter((age) => !ages.some((other) => sameAge(age, other)))
    .map((age) => ({
      line,
      message: `The hook says “${age.text}”, the story “${first.text}” (line ${first.line}).`,
      remedy: "Say the same time in both.",
      excerpt: excerptOf(hook, age.start),
    }));
}
