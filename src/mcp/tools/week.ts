import * as z from "zod";
import { currentWeek, resolveWeek } from "../../calendar/weeks.ts";
import type { Finding } from "../../check/finding.ts";
import { openCheck } from "../../jobs/check.ts";
import { loadWeekBoard, type WeekRow } from "../../jobs/week.ts";
import { timeOfRow } from "../../post/board.ts";
import { type AnswerValue, defineTool, PAGE, WEEK } from "../tool.ts";

export const weekTool = defineTool({
  name: "week",
  title: "Show a week",
  description: "A week's slots with their stories, posts, what check finds in these, gaps and suggestions.",
  input: z.strictObject({ week: WEEK, ...PAGE }),
  writes: false,
  paged: ["rows"],
  async run({ bank, share, today }, { week: written }) {
    const { start } = (await share.bank.config()).calendar;
    const week = written === undefined ? currentWeek(start, today) : resolveWeek(written, start, today);
    const { dates, theme, rows } = await loadWeekBoard(share.bank, week, today);
    // What is shown has lost the names that are to be found.
    const posts = await bank.posts();
    const check = await openCheck(bank, posts);
    const answers: AnswerValue[] = [];
    for (const row of rows) {
      const head = row.post === null ? undefined : posts.find(({ id }) => id === share.realId(row.post?.id ?? ""));
      const findings =
        head === undefined
          ? null
          : await check.post({ post: await bank.wholePost(head), text: bank.read(head.path) ?? "" });
      answers.push(rowAnswer(row, findings));
    }
    return { week, from: dates?.from, to: dates?.to, theme, rows: answers };
  },
});

function rowAnswer(row: WeekRow, findings: readonly Finding[] | null): AnswerValue {
  const { day, date, slot, story, post, suggestion, characters, platform } = row;
  const count = (level: Finding["level"]): number | undefined =>
    findings?.filter((finding) => finding.level === level).length;
  return {
    day,
    date,
    time: timeOfRow({ post, slot }),
    series: slot?.series,
    story: story?.id,
    post: post?.id,
    title: post?.title ?? story?.title,
    status: post?.status,
    characters,
    limit: platform?.limit,
    errors: count("error"),
    warnings: count("warning"),
    suggestion: suggestion === null ? null : { story: suggestion.story.id, why: suggestion.why },
  };
}
