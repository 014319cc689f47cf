import { keyLine } from "../../front-matter/key-line.ts";
import { type Age, findAges, sameAge } from "../../story/ages.ts";
import type { Block } from "../../story/blocks.ts";
import type { Inline } from "../../story/inline.ts";
import type { StoryReading } from "../../story/reading.ts";
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

function textsOf(block: Block): Inline[] {
  if (block.kind === "list") return block.bullets.map(({ text }) => text);
  return block.kind === "prose" || block.kind === "quote" ? [block] : [];
}

function findDrift(hook: string, line: number, { beats }: StoryReading): Found[] {
  const said = findAges(hook).filter((age) => age.days >= 1);
  if (said.length === 0) return [];
  const told = beats.flatMap((beat) =>
    beat.blocks.flatMap((block): (Age & { line: number })[] =>
      textsOf(block).flatMap(({ text, breaks }) =>
        findAges(text).map((age) => ({ ...age, line: breaks[0]?.line ?? beat.line })),
      ),
    ),
  );
  // What happened "this morning" inside a story is part of its scene, not its age.
  const ages = told.filter((age) => age.days >= 3);
  return said.flatMap((age): Found[] => {
    const [first] = ages;
    if (first === undefined || told.some((other) => sameAge(age, other))) return [];
    return [
      {
        line,
        message: `The hook says “${age.text}”, the story “${first.text}” (line ${first.line}).`,
        remedy: "Say the same time in both.",
        excerpt: excerptOf(hook, hook.indexOf(age.text)),
      },
    ];
  });
}
