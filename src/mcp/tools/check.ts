import * as z from "zod";
import { sortFindings } from "../../check/finding.ts";
import { UserError } from "../../errors.ts";
import { openCheck } from "../../jobs/check.ts";
import { checkText } from "../../jobs/check-text.ts";
import { readGivenPost } from "../../jobs/post-text.ts";
import { findPublished } from "../../post/sections.ts";
import type { Desk } from "../desk.ts";
import { findingsAnswer } from "../findings.ts";
import { refusePlaceholders } from "../placeholders.ts";
import { type AnswerValue, defineTool, PAGE, PLATFORM } from "../tool.ts";

export const checkTool = defineTool({
  name: "check",
  title: "Check a text against its story",
  description:
    "Holds a post, or a text and the story it tells, against the story: figures, times, names, quotations and claims that it does not say, with its lines. Repair the text until no error and no warning is left; never change the story to fit.",
  input: z.strictObject({
    post: z.string().optional(),
    text: z.string().optional().describe("markdown, with story"),
    story: z.string().optional(),
    platform: PLATFORM,
    ...PAGE,
  }),
  writes: false,
  paged: ["findings"],
  async run(desk, { post, text, story, platform }) {
    if (post !== undefined && text === undefined && story === undefined) return checkPost(desk, post);
    if (post === undefined && text !== undefined && story !== undefined)
      return checkGiven(desk, { text, story, platform });
    throw new UserError("Give either a post, or a text and the story it tells.", { hint: "Nothing was checked." });
  },
});

export async function checkPost(desk: Desk, name: string): Promise<AnswerValue> {
  const { bank, share } = desk;
  const { shown, real } = await share.post(name);
  const post = await bank.wholePost(real);
  const text = bank.read(real.path) ?? "";
  const { firstLine } = findPublished(post);
  const check = await openCheck(bank, await bank.posts());
  const findings = sortFindings(await check.post({ post, text }));
  return { post: shown.id, ...findingsAnswer(findings, { text, firstLine, story: post.story }, desk) };
}

async function checkGiven(
  desk: Desk,
  { text: given, story: name, platform }: { text: string; story: string; platform: string | undefined },
): Promise<AnswerValue> {
  const { bank, share } = desk;
  const { shown, real } = await share.story(name);
  const text = readGivenPost(given);
  refusePlaceholders(text, "", share.names.length > 0);
  const findings = await checkText(bank, { file: "the text", text, story: real.id, platform });
  return { story: shown.id, ...findingsAnswer(findings, { text, firstLine: 1, story: real.id }, desk) };
}
