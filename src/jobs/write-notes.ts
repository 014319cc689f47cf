import type { Bank } from "../bank/bank.ts";
import type { Config } from "../bank/config.ts";
import { UserError } from "../errors.ts";
import { findCodeFigures } from "../figures/find-figures.ts";
import type { AssembledPost } from "../fit/assemble.ts";
import { splitFences } from "../front-matter/fence.ts";
import { fillLines } from "../hooks/liquid.ts";
import type { Choice } from "../post/choose.ts";
import { dropEmptySections } from "../post/empty-sections.ts";
import { findGuidance, type Guidance } from "../post/guidance.ts";
import { LEARNED_HEADING, wordLearned } from "../post/learned.ts";
import { notesValues } from "../post/notes.ts";
import type { PostHead } from "../post/post.ts";
import { postsOfSeries, seriesClues } from "../post/series.ts";
import type { StoryHead } from "../story/story.ts";
import type { NotesTemplate } from "../templates/notes-template.ts";
import { readLines } from "../text/read-lines.ts";
import type { ChosenHook } from "./choose-hook.ts";
import { findNamed } from "./find-named.ts";
import { lastLearned, learnedFrom } from "./learned.ts";
import type { ReadStory } from "./read-story.ts";

/** What the notes of a draft tell of. */
export interface Noted {
  choice: Choice;
  hook: ChosenHook;
  platform: string;
  /** The post template. */
  template: string;
  post: AssembledPost;
  stories: readonly StoryHead[];
  /** The bank's posts, without those that the draft takes the place of. */
  others: readonly PostHead[];
  replaced: readonly PostHead[];
}

/**
 * Writes the strategy notes of a draft by the slot's template. What was learned from a post that it takes the place of goes
 * over into it.
 *
 * @throws UserError for a template that is not there, or can't be used.
 */
export async function writeNotes(
  { bank, config }: { bank: Bank; config: Config },
  { story, lines, figures, facts }: ReadStory,
  noted: Noted,
): Promise<string> {
  const { choice, hook, post, stories, others, replaced } = noted;
  const series = story.series ?? choice.slot.series;
  const clues = seriesClues(stories, config.calendar);
  const template = chooseNotesTemplate(choice.slot.notes, series, await bank.notesTemplates());
  const lesson = facts.get("lesson")?.value;
  const values = notesValues({
    ...noted,
    story,
    hookName: hook.template,
    facts: hook.facts,
    figures: [...figures, ...findCodeFigures(lines)]
      .filter((figure) => post.lines.has(figure.line))
      .sort((a, b) => a.line - b.line),
    lesson: typeof lesson === "string" ? lesson : null,
    leftOut: post.leftOut,
    dropped: post.dropped,
    settings: config,
    ...(await readWeek(bank, choice, stories)),
    series,
    clues,
    posts: others,
    learned: lastLearned(bank, postsOfSeries(others, series, clues)),
  });
  const notes = dropEmptySections(fillLines(template.name, template.body, values));
  const kept = replaced.flatMap((each) => learnedFrom(bank, each)).map(wordLearned);
  return kept.length === 0 ? notes : `${notes}\n\n${[LEARNED_HEADING, ...kept].join("\n")}`;
}

/** The slot's, else the one whose name the series ends in, else `default`. */
function chooseNotesTemplate(
  name: string | null,
  series: string | null,
  templates: readonly NotesTemplate[],
): NotesTemplate {
  if (name !== null) return findNamed("notes", name, templates);
  const words = (series ?? "").toLowerCase();
  return (
    templates.find((template) => template.name !== "default" && words.endsWith(template.name)) ??
    findNamed("notes", "default", templates)
  );
}

/** The theme of a draft's week and what its guidance says; nothing where the week has no file that can be read. */
async function readWeek(
  bank: Bank,
  { week, story }: Choice,
  stories: readonly StoryHead[],
): Promise<{ theme: string | null; guidance: Guidance }> {
  const found = week === null ? undefined : (await bank.weeks()).find((each) => each.week === week);
  if (found === undefined) return { theme: null, guidance: { own: [], shared: [] } };
  const inWeek = stories.filter((each) => each.week === week || each.id === story.id);
  return { theme: found.theme, guidance: findGuidance(readLines(guidanceOf(bank, found.path)), story, inWeek) };
}

function guidanceOf(bank: Bank, path: string): string {
  try {
    return splitFences(bank.read(path) ?? "").body;
  } catch (error) {
    if (error instanceof UserError) return "";
    throw error;
  }
}
