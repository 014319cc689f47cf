import type { Bank } from "../bank/bank.ts";
import { fileName, freeName } from "../bank/names.ts";
import { fold } from "../bank/resolve.ts";
import { dayOrder } from "../calendar/days.ts";
import { weekPath } from "../calendar/week.ts";
import type { Value } from "../front-matter/values.ts";
import type { DocumentStory } from "../import/document.ts";
import { parseWeekDocument } from "../import/week-document.ts";
import { defaultFrame, isDefaultSection } from "../import/week-export.ts";
import type { StoryHead } from "../story/story.ts";
import { findTwins } from "../story/twins.ts";
import { tellings } from "./add.ts";
import { groupBy } from "./group-by.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { differencesFrom, place, trimLines } from "./place.ts";

/** Makes a week document's stories and its week's file. */
export async function importWeek(
  bank: Bank,
  text: string,
  fileNameWritten: string,
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  const document = parseWeekDocument(text, fileNameWritten);
  const week = document.week ?? options.week ?? null;
  report.week = week;
  report.problems.push(
    ...document.problems.filter((problem) => week === null || !problem.message.startsWith("no week number")),
  );
  const heads = await bank.stories();
  const taken = new Set(bank.ids("stories").map(fold));
  const byTitle = groupBy(heads, (head) => fold(head.title));
  const matched = new Set<string>();
  const order: { id: string; day: DocumentStory["day"] }[] = [];
  for (const [index, story] of document.stories.entries()) {
    options.onProgress?.(index + 1, document.stories.length);
    const data = storyData(story, week);
    const known = await findKnown(bank, byTitle.get(fold(story.title)) ?? [], story, data, week, matched);
    const id =
      known?.id ?? freeName(fileName(story.title, `story-${week ?? "x"}-${story.line}`), (name) => taken.has(name));
    taken.add(id);
    order.push({ id, day: story.day });
    const extra = new Map<string, Value>([
      ["tags", story.tags],
      ["created", options.today],
      ["source", fileNameWritten],
    ]);
    await place(
      bank,
      { id, path: known?.path ?? `stories/${id}.md`, data, extra, body: story.body, known: known !== null },
      options,
      report,
    );
  }
  const created = new Set(report.created);
  const told = order.flatMap(({ id }, index) => {
    const story = document.stories[index];
    return story === undefined || !created.has(id) ? [] : [{ id, title: story.title, body: story.body }];
  });
  if (told.length > 0) report.twins.push(...(await findTwins(told, tellings(bank))).map(({ id, of }) => ({ id, of })));
  if (week !== null) {
    const frame = document.frame === defaultFrame(document, document.guidance !== "") ? "" : document.frame;
    const data = new Map<string, Value>([
      ["week", String(week)],
      ...document.metadata,
      ["stories", isByDay(order) ? [] : order.map(({ id }) => id)],
      ["document", frame],
    ]);
    const path = weekPath(week);
    await place(
      bank,
      {
        id: path,
        path,
        data,
        extra: new Map(),
        body: document.guidance,
        known: bank.has(path),
        isWeek: true,
      },
      options,
      report,
    );
  }
}

/** Whether stories stand in the order in which a week lists them anyway. */
function isByDay(order: readonly { id: string; day: DocumentStory["day"] }[]): boolean {
  return order.every((each, index) => {
    const next = order[index + 1];
    return (
      next === undefined || dayOrder(each.day) < dayOrder(next.day) || (each.day === next.day && each.id < next.id)
    );
  });
}

function storyData(story: DocumentStory, week: number | null): Map<string, Value> {
  const section = isDefaultSection(story, story.section) ? "" : story.section;
  return new Map<string, Value>([
    ["title", story.title],
    ["week", week === null ? "" : String(week)],
    ["day", story.day ?? ""],
    ["series", story.series ?? ""],
    ["hook", story.hook ?? ""],
    ["angle", story.angle ?? ""],
    ["icon", story.icon ?? ""],
    ["section", section],
  ]);
}

/** Which of the bank's stories of its title a document's story is: the one of its week, or with its very text in another. */
async function findKnown(
  bank: Bank,
  titled: readonly StoryHead[],
  story: DocumentStory,
  data: Map<string, Value>,
  week: number | null,
  matched: Set<string>,
): Promise<StoryHead | null> {
  let found: StoryHead | null = null;
  for (const head of titled.filter(({ id }) => !matched.has(id))) {
    const inWeek = head.week === week;
    if (!inWeek && trimLines((await bank.wholeStory(head)).body) !== trimLines(story.body)) continue;
    if (found === null || (inWeek && found.week !== week)) found = head;
    if (inWeek && (await differencesFrom(bank, head.path, data, story.body)).length === 0) {
      found = head;
      break;
    }
  }
  if (found !== null) matched.add(found.id);
  return found;
}
