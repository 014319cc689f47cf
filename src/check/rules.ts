import type { Level } from "./finding.ts";
import type { PostSubject, Rule, StorySubject } from "./rule.ts";
import { postArithmetic, storyArithmetic } from "./rules/arithmetic.ts";
import { postDates, postDay, storyDates, storyDay } from "./rules/dates.ts";
import { hookFigures, postFigures } from "./rules/figure-not-in-story.ts";
import { hashtags } from "./rules/hashtags.ts";
import { hookAdvice } from "./rules/hook-advice.ts";
import { hookBelowFold } from "./rules/hook-below-fold.ts";
import { markdownLeft } from "./rules/markdown-left.ts";
import { missingHook, missingLesson, noFigures } from "./rules/missing-parts.ts";
import { postMojibake, storyMojibake } from "./rules/mojibake.ts";
import { noQuestion } from "./rules/no-question.ts";
import { notApproved } from "./rules/not-approved.ts";
import { overLimit } from "./rules/over-limit.ts";
import { privateName } from "./rules/private-name.ts";
import { reusedTooSoon } from "./rules/reused-too-soon.ts";
import { slotMismatch } from "./rules/slot-mismatch.ts";
import { slotTaken } from "./rules/slot-taken.ts";
import { postTimeDrift, storyTimeDrift } from "./rules/time-drift.ts";
import { TRUTH_RULES } from "./rules/truth.ts";
import { undecidedName } from "./rules/undecided-name.ts";
import { unknownPlatform } from "./rules/unknown-platform.ts";
import { weekdayMismatch } from "./rules/weekday-mismatch.ts";

export const POST_RULES: readonly Rule<PostSubject>[] = [
  overLimit,
  unknownPlatform,
  postFigures,
  ...TRUTH_RULES,
  privateName,
  undecidedName,
  weekdayMismatch,
  hookBelowFold,
  slotMismatch,
  slotTaken,
  notApproved,
  noQuestion,
  hashtags,
  markdownLeft,
  postMojibake,
  reusedTooSoon,
  postTimeDrift,
  postArithmetic,
  postDay,
  postDates,
  ...hookAdvice,
];

export const STORY_RULES: readonly Rule<StorySubject>[] = [
  hookFigures,
  storyTimeDrift,
  storyArithmetic,
  missingHook,
  missingLesson,
  noFigures,
  storyDay,
  storyDates,
  storyMojibake,
];

/** What is wrong with a file that can't be read, and with a `check:` that names no rule. */
const FILE_RULES: readonly { id: string; level: Level; about: string }[] = [
  { id: "unreadable", level: "error", about: "a file that can't be read safely" },
  { id: "unknown-rule", level: "error", about: "a rule or level in check: that is not there" },
];

/** Every rule once, by its id. */
export const RULES: readonly { id: string; level: Level; about: string }[] = [
  ...new Map(
    [...POST_RULES, ...STORY_RULES, ...FILE_RULES].map(({ id, level, about }) => [id, { id, level, about }]),
  ).values(),
];
