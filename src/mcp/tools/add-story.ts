import * as z from "zod";
import { resolveWeek } from "../../calendar/weeks.ts";
import { UserError } from "../../errors.ts";
import { addStory } from "../../jobs/add.ts";
import { refuseControls } from "../../jobs/post-text.ts";
import { refusePlaceholders } from "../placeholders.ts";
import { DAY, defineTool, WEEK } from "../tool.ts";

export const addStoryTool = defineTool({
  name: "add_story",
  title: "Add a story",
  description:
    "Captures a story as a new file. Only what the author has told, in the author's words; labels such as **Setup:**, **Crisis:**, **Turn:**, **Outcome:**, **Lesson:** give its parts their roles.",
  input: z.strictObject({
    title: z.string(),
    body: z.string().describe("markdown"),
    week: WEEK,
    day: DAY,
    series: z.string().optional(),
    hook: z.string().optional(),
    question: z.string().optional(),
    tags: z.array(z.string()).max(30).optional(),
  }),
  writes: true,
  paged: ["twins"],
  async run({ bank, share, today, signer }, { title, body, week, day = null, series, hook, question, tags = [] }) {
    const lines = { title, series, question, hook, ...Object.fromEntries(tags.map((tag) => [`tag ${tag}`, tag])) };
    for (const [key, text = ""] of Object.entries(lines))
      if (text.includes("\n"))
        throw new UserError(`The ${key} has a line break in it.`, { hint: "Write it on one line." });
    for (const [key, text = ""] of Object.entries({ ...lines, body })) {
      refuseControls(key, text.replaceAll("\r\n", "\n"));
      refusePlaceholders(text, "", share.names.length > 0);
    }
    const { calendar } = await bank.config();
    const { id, twins } = await addStory(
      bank,
      {
        title,
        body: body.replaceAll("\r\n", "\n"),
        week: week === undefined ? null : resolveWeek(week, calendar.start, today),
        day,
        series: series ?? (day === null ? null : (calendar.slots.get(day)?.series ?? null)),
        hook: hook ?? null,
        question: question ?? null,
        tags: tags.map((tag) => tag.replace(/^#/, "")),
        facts: new Map(),
        extra: new Map(),
      },
      today,
      await signer(),
    );
    const shown = new Set((await share.bank.stories()).map((story) => story.id));
    return { story: share.shownId(id), twins: twins.map(({ of }) => share.shownId(of)).filter((of) => shown.has(of)) };
  },
});
