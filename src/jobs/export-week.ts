import type { Bank } from "../bank/bank.ts";
import { readWeekFile, weekPath } from "../calendar/week.ts";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { writeWeekDocument } from "../import/week-export.ts";
import { sortStories } from "../story/filter.ts";
import { readTextList } from "../story/schema.ts";
import type { Story } from "../story/story.ts";

/** Writes a week and its stories as one document. Throws a UserError for a week the bank knows nothing of. */
export async function exportWeek(bank: Bank, week: number): Promise<string> {
  const heads = sortStories((await bank.stories()).filter((story) => story.week === week));
  const text = bank.read(weekPath(week));
  if (heads.length === 0 && text === null)
    throw new UserError(`The bank has nothing for week ${week}.`, { hint: "See its weeks with: storybank list" });
  const document = text === null ? null : await readDocument(text);
  const stories = await Promise.all(heads.map((head) => bank.wholeStory(head)));
  const head = document === null ? null : readWeekFile(weekPath(week), document.data);
  const order = readTextList(head?.data.get("stories"));
  const place = (story: Story): number => (order.includes(story.id) ? order.indexOf(story.id) : order.length);
  const guidance = document === null ? "" : document.body.replace(/^\n+|\n+$/g, "");
  return writeWeekDocument(
    { number: week, head, guidance },
    stories.toSorted((a, b) => place(a) - place(b)),
  );
}
