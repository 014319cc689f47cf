import type { Bank } from "../bank/bank.ts";
import { type Finding, sortFindings } from "../check/finding.ts";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { type Document, FrontMatterError } from "../front-matter/values.ts";
import { postFromDocument } from "../post/post.ts";
import { openCheck } from "./check.ts";

export interface GivenText {
  /** What it is called in findings. */
  file: string;
  text: string;
  /** The story it tells; null where its front matter says it. */
  story: string | null;
  /** The platform it is for, where its front matter does not say it; else the bank's. */
  platform?: string | undefined;
}

/**
 * Checks a text that is no post of the bank yet as if it were one.
 *
 * @throws UserError where its front matter can't be read, or nothing says which story it tells.
 */
export async function checkText(bank: Bank, { file, text, story, platform: wished }: GivenText): Promise<Finding[]> {
  const read = postFromDocument("", file, await readGiven(file, text));
  const told = story ?? read.story;
  if (told === null)
    throw new UserError("Nothing says which story the text tells.", {
      hint: "storybank check --text FILE --story STORY; see: storybank list",
    });
  const { id } = await bank.story(told);
  const platform = read.data.has("platform") ? read.platform : (wished ?? (await bank.config()).platform);
  const check = await openCheck(bank, await bank.posts());
  return sortFindings(await check.post({ post: { ...read, story: id, platform }, text }));
}

async function readGiven(file: string, text: string): Promise<Document> {
  try {
    return await readDocument(text);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    throw new UserError(`${file} can't be read: ${error.message}.`, {
      hint: "Mend its front matter, or leave it out.",
      cause: error,
    });
  }
}
