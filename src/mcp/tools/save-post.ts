import * as z from "zod";
import { resolveWeek } from "../../calendar/weeks.ts";
import { UserError } from "../../errors.ts";
import { createPost } from "../../jobs/new-post.ts";
import { rewritePost, type SavedPost } from "../../jobs/rewrite-post.ts";
import { findPublished } from "../../post/sections.ts";
import type { Desk } from "../desk.ts";
import { findingsAnswer } from "../findings.ts";
import { refusePlaceholders } from "../placeholders.ts";
import { type AnswerValue, DATE, DAY, defineTool, PAGE, PLATFORM, WEEK } from "../tool.ts";

export const savePostTool = defineTool({
  name: "save_post",
  title: "Save the text of a post",
  description:
    "Saves a text as a draft and checks it: over a post, with the hash it was read with; or as a new post of a story. The old text goes to the trash.",
  input: z.strictObject({
    text: z.string().describe("the whole post, markdown"),
    post: z.string().optional().describe("to save over, with hash"),
    hash: z.string().optional(),
    story: z.string().optional().describe("of a new post"),
    day: DAY,
    week: WEEK,
    date: DATE,
    platform: PLATFORM,
    another: z.boolean().optional().describe("beside the story's open post"),
    ...PAGE,
  }),
  writes: true,
  paged: ["findings"],
  async run(desk, { post, hash, story, text, week, another = false, ...wishes }) {
    if ((post === undefined) === (story === undefined))
      throw new UserError("Give either the post to save over, or the story of a new one.", {
        hint: "Nothing was written.",
      });
    if (post !== undefined) return saveOver(desk, post, hash, text);
    const { real } = await desk.share.story(story ?? "");
    refusePlaceholders(text, "", desk.share.names.length > 0);
    const { start } = (await desk.bank.config()).calendar;
    const resolved = week === undefined ? undefined : resolveWeek(week, start, desk.today);
    const saved = await createPost(
      desk.bank,
      real,
      { ...wishes, week: resolved, text, another },
      { today: desk.today, by: await desk.signer() },
    );
    return savedAnswer(desk, saved);
  },
});

async function saveOver(desk: Desk, name: string, hash: string | undefined, text: string): Promise<AnswerValue> {
  const { shown, real } = await desk.share.post(name);
  if (hash === undefined)
    throw new UserError(`${shown.id} is there already, and its hash was not given.`, {
      hint: "Read it, and save over it with the hash that read answers; nothing was written.",
    });
  refusePlaceholders(text, findPublished(await desk.bank.wholePost(real)).markdown, desk.share.names.length > 0);
  return savedAnswer(desk, await rewritePost(desk.bank, real, { text, hash }));
}

function savedAnswer(desk: Desk, saved: SavedPost): AnswerValue {
  const { share } = desk;
  const { post, hash, findings, kept, isDraftAgain, platform, characters, text } = saved;
  const { firstLine } = findPublished(post);
  return {
    post: share.shownId(post.id),
    story: post.story === null ? null : share.shownId(post.story),
    status: post.status,
    isDraftAgain: isDraftAgain ? true : null,
    hash,
    date: post.date,
    platform: post.platform,
    characters,
    limit: platform.limit,
    kept,
    ...findingsAnswer(findings, { text, firstLine, story: post.story }, desk),
  };
}
