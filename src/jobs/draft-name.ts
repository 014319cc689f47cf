import type { Bank } from "../bank/bank.ts";
import { replacePrivateNames } from "../post/aliases.ts";
import type { Choice } from "../post/choose.ts";
import { hasPrivateName } from "../post/joined-names.ts";
import { type Make, wordDifference } from "../post/open-posts.ts";
import type { PostHead } from "../post/post.ts";
import type { PrivateName } from "../post/private-names.ts";

/**
 * The id of a new post: its date and story, without private names; a post for another platform than the bank's says so.
 * Where that name is taken, it says what sets the post apart, else counts.
 */
export async function nameDraft(
  bank: Pick<Bank, "has">,
  choice: Choice,
  made: Make,
  config: { platform: string; private: readonly PrivateName[] },
  { posts, replaced }: { posts: readonly PostHead[]; replaced: readonly PostHead[] },
): Promise<string> {
  const story = choice.story.id.split("/").at(-1) ?? "";
  const isPrivate = config.private.some((each) => hasPrivateName(story, each));
  const told = isPrivate ? await publicFileName(choice.story.title, config.private) : story;
  const name = `${choice.date}-${told}${made.platform === config.platform ? "" : `-${made.platform}`}`;
  const isTaken = (id: string): boolean => bank.has(`posts/${id}.md`) && replaced.every((post) => post.id !== id);
  if (!isTaken(name)) return name;
  const beside = posts.filter(
    (post) => post.story === choice.story.id && post.id.startsWith(name) && !replaced.includes(post),
  );
  const difference = wordDifference(made, beside);
  // Loaded only here: its table of letters costs a tenth of a start.
  const { freeName } = await import("../bank/names.ts");
  return difference === null ? freeName(name, isTaken) : freeName(`${name}-${difference}`, isTaken);
}

async function publicFileName(title: string, names: readonly PrivateName[]): Promise<string> {
  const { fileName } = await import("../bank/names.ts");
  return fileName(replacePrivateNames(title, names), "post");
}
