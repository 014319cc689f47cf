import { join } from "node:path";
import { readTextFile } from "../../bank/read.ts";
import { createFile, replaceFile } from "../../bank/write.ts";
import type { Repository } from "../../git/repository.ts";

/** Lets git's own merges of this clone merge the bank's files as sync does, by `storybank merge-file`. */
export async function installMergeDriver({ git, prefix }: Repository): Promise<void> {
  await git.run(["config", "merge.storybank.name", "stories, posts and weeks of a story bank"]);
  await git.run(["config", "merge.storybank.driver", "storybank merge-file %O %A %B %P"]);
  const place = (await git.run(["rev-parse", "--git-path", "info/attributes"])).text.trim();
  const path = join(git.folder, place);
  const files = ["stories/**/*.md", "posts/**/*.md", "weeks/**/*.md", "storybank.yaml"];
  const lines = files.map((file) => `${quotePattern(`/${prefix}${file}`)} merge=storybank\n`).join("");
  const found = readTextFile(path);
  if (!("text" in found)) createFile(path, lines);
  else if (!found.text.includes(lines)) replaceFile(path, `${found.text.replace(/([^\n])$/, "$1\n")}${lines}`);
}

/** A pattern with a space in it needs quotes (gitattributes(5)). */
function quotePattern(pattern: string): string {
  return /[\s"\\]/.test(pattern) ? `"${pattern.replace(/["\\]/g, "\\$&")}"` : pattern;
}
