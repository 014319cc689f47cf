import type { Bank } from "../../bank/bank.ts";
import { type ReadProblem, wordReadProblem } from "../../bank/read-problem.ts";
import { UserError } from "../../errors.ts";
import { templateProblem } from "../../hooks/liquid.ts";
import { examineLeftovers } from "./leftovers.ts";
import { findConfusable, findDangling, findSameTitles, findUntyped, findUntypedPost } from "./references.ts";
import { examineReviews } from "./reviews.ts";
import { examineSettings } from "./settings.ts";
import type { Trouble } from "./trouble.ts";

/** Looks a bank over: its settings, what its files refer to, its templates, and what interrupted commands left behind. */
export async function examineBank(given: Bank): Promise<{ healthy: string[]; troubles: Trouble[] }> {
  const troubles: Trouble[] = [];
  const bank = given.withSkips((path, problem) =>
    troubles.push({
      what: `${path} is skipped: ${wordReadProblem(problem)}.`,
      remedy: REMEDIES[problem.code] ?? "Mend it in an editor; until then it is left out everywhere.",
    }),
  );
  const [stories, posts, weeks] = [await bank.stories(), await bank.posts(), await bank.weeks()];
  const healthy: string[] = [
    `The bank is ${bank.root}`,
    `These can be read: stories ${stories.length}, posts ${posts.length}, weeks ${weeks.length}`,
  ];
  for await (const { item } of bank.wholeStoriesInOrder()) troubles.push(...findUntyped(item));
  for await (const { item } of bank.wholePostsInOrder()) troubles.push(...findUntypedPost(item));
  const hooks = await bank.hookTemplates();
  const broken = hooks.flatMap(({ name, body }) => templateProblem(name, body) ?? []);
  try {
    const config = await bank.config();
    const [postTemplates, notes] = [await bank.postTemplates(), await bank.notesTemplates()];
    broken.push(...[...postTemplates, ...notes].flatMap(({ name, body }) => templateProblem(name, body) ?? []));
    const names = { hooks: namesOf(hooks), posts: namesOf(postTemplates), notes: namesOf(notes) };
    const strange = examineSettings(config, names);
    troubles.push(...strange);
    const { start } = config.calendar;
    if (start === null)
      troubles.push({
        what: "storybank.yaml has no calendar.start, so weeks have no dates.",
        remedy: "Add it: calendar:, and below it start: YYYY-MM-DD, the Monday of week 1.",
      });
    else if (strange.length === 0) healthy.push(`storybank.yaml is sound; week 1 starts on ${start}`);
    const reviews = await examineReviews(bank, config);
    healthy.push(...reviews.healthy);
    troubles.push(...reviews.troubles);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    troubles.push({ what: error.message, remedy: `${error.hint ?? ""} Then run storybank doctor again.`.trim() });
  }
  troubles.push(...broken.map((what) => ({ what, remedy: "Mend it in templates/." })));
  if (broken.length === 0) healthy.push(`All templates can be used: hooks ${hooks.length}`);
  troubles.push(...findDangling(posts, weeks, bank.ids("stories"), bank.trashed("stories")));
  troubles.push(...findConfusable([...stories, ...posts]), ...findSameTitles(stories), ...examineLeftovers(bank));
  return { healthy, troubles };
}

function namesOf(templates: readonly { name: string }[]): string[] {
  return templates.map(({ name }) => name);
}

const MOVE_OUT = "Move it out of the bank; it is left out everywhere.";
/** What helps against a problem where an editor does not. */
const REMEDIES: Partial<Record<ReadProblem["code"], string>> = {
  "too-large": "Split it, or move it out of the bank; until then it is left out everywhere.",
  "no-permission": "Give yourself permission to read it; until then it is left out everywhere.",
  folder: MOVE_OUT,
  fifo: MOVE_OUT,
  "no-regular-file": MOVE_OUT,
  "link-out-of-bank": MOVE_OUT,
  "link-to-folder": MOVE_OUT,
  "link-to-no-file": MOVE_OUT,
  "link-to-nothing": MOVE_OUT,
};
