import { findFigures } from "../../figures/find-figures.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import type { Rule, StorySubject } from "../rule.ts";

/** The story has no line to open with. */
export const missingHook: Rule<StorySubject> = {
  id: "missing-hook",
  level: "warning",
  about: "a story without a hook",
  find({ reading: { story }, text }) {
    if (story.hook !== null) return [];
    return [
      {
        line: keyLine(text, "title"),
        message: "The story has no hook of its own.",
        remedy: `See what can be made of it: storybank hooks ${story.id}`,
      },
    ];
  },
};

/** No part of the story says what is to be learned from it. */
export const missingLesson: Rule<StorySubject> = {
  id: "missing-lesson",
  level: "warning",
  about: "a story without a lesson",
  find({ reading: { story, beats } }) {
    if (beats.some((beat) => beat.role === "lesson")) return [];
    return [
      {
        line: story.bodyLine,
        message: "No part of the story is labelled as its lesson.",
        remedy: "Add one: **Lesson Learned:** and a sentence or two.",
      },
    ];
  },
};

/** The story states no figure. */
export const noFigures: Rule<StorySubject> = {
  id: "no-figures",
  level: "advice",
  about: "a story without figures",
  find({ reading: { story, lines } }) {
    if (lines.some((line) => findFigures([line]).length > 0)) return [];
    return [
      {
        line: story.bodyLine,
        message: "The story states no figure.",
        remedy: "One true number makes it believable: how long, how many, how much.",
      },
    ];
  },
};
