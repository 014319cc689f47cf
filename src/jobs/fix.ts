import type { Bank } from "../bank/bank.ts";
import { type AppliedFix, applyFixes } from "../check/fix.ts";
import { readDocument } from "../front-matter/read.ts";
import { postFromDocument } from "../post/post.ts";
import { storyFromDocument } from "../story/schema.ts";
import { checkBank, openCheck } from "./check.ts";

/**
 * Applies the certain fixes of what `check` finds in a bank, or in the stories and posts that are named. Each file is checked once more
 * as it is written, and replaced only if it still is what was checked.
 */
export async function fixBank(bank: Bank, names: readonly string[]): Promise<AppliedFix[]> {
  const { findings } = await checkBank(bank, names, () => {});
  const paths = new Set(findings.flatMap(({ file, fix }) => (fix === null ? [] : [file])));
  const check = await openCheck(bank, await bank.posts());
  const done: AppliedFix[] = [];
  for (const path of paths) {
    const before = bank.read(path);
    if (before === null) continue;
    const document = await readDocument(before);
    const id = path.replace(/^[^/]+\//, "").replace(/\.md$/, "");
    const found = path.startsWith("posts/")
      ? await check.post({ post: postFromDocument(id, path, document), text: before })
      : await check.story({ item: storyFromDocument(id, path, document), text: before });
    const { text, applied } = applyFixes(before, found);
    if (text !== before) await bank.replace(path, before, text);
    done.push(...applied);
  }
  return done;
}
