import * as z from "zod";
import { resolveWeek } from "../../calendar/weeks.ts";
import { readDocument } from "../../front-matter/read.ts";
import { chooseFor } from "../../jobs/choose-for.ts";
import { draftPost, saveDraft } from "../../jobs/draft.ts";
import { hashOf } from "../../jobs/text-hash.ts";
import { findPublished } from "../../post/sections.ts";
import { draftJson } from "../../render/draft.ts";
import type { Desk } from "../desk.ts";
import { findingsAnswer } from "../findings.ts";
import { type AnswerValue, DATE, DAY, PAGE, PLATFORM, type Tool, WEEK } from "../tool.ts";

const SHOWN = z.strictObject({
  story: z.string().optional().describe("else that of the day"),
  day: DAY,
  week: WEEK,
  date: DATE,
  hook: z.string().optional().describe("a template of hooks, or own"),
  hookText: z.string().optional().describe("the hook itself"),
  template: z.string().optional(),
  platform: PLATFORM,
  length: z.int().min(200).max(99_999).optional().describe("characters"),
  ...PAGE,
});

const WRITTEN = SHOWN.extend({
  write: z.boolean().optional().describe("as a new post; else it is only shown"),
  another: z.boolean().optional().describe("beside the story's open post"),
});

/** `draft` shows; it can be told to write where the server may. */
export function draftTool(isReadOnly: boolean): Tool {
  return {
    name: "draft",
    title: "Draft a post",
    description: "Assembles a post from a story's own words for a slot of the calendar, to be rewritten.",
    input: isReadOnly ? SHOWN : WRITTEN,
    writes: !isReadOnly,
    paged: ["text", "findings"],
    run: draft,
  };
}

async function draft(desk: Desk, args: z.infer<typeof WRITTEN>): Promise<AnswerValue> {
  const { bank, share, today, signer } = desk;
  const { story, day, week, date, hook, hookText, template, platform, length, write = false, another = false } = args;
  const resolved = week === undefined ? undefined : resolveWeek(week, (await bank.config()).calendar.start, today);
  const wishes = { day, week: resolved, date };
  // Where none is named, it is one of those that are shown.
  const chosen = story === undefined ? await chooseFor(share.bank, wishes, today) : null;
  const made = await draftPost(
    bank,
    {
      ...wishes,
      story: chosen === null ? (await share.story(story ?? "")).real.id : share.realId(chosen.story.id),
      why: chosen?.reasons[0],
      hook,
      text: hookText,
      facts: new Map(),
      template,
      platform,
      length,
      replace: false,
      another,
      force: false,
      isDryRun: !write,
    },
    { today, ask: null, tick: null, by: write ? await signer() : null },
  );
  if (write) await saveDraft(bank, made);
  const { id, path: _, story: told, text: __, findings, ...known } = draftJson(made);
  const { markdown, firstLine } = findPublished(await readDocument(made.content));
  return {
    post: share.shownId(id),
    written: write,
    hash: write ? hashOf(made.content) : null,
    story: share.shownId(told),
    because: made.choice.reasons,
    ...known,
    text: markdown,
    ...findingsAnswer(made.findings, { text: made.content, firstLine, story: told }, desk),
  };
}
