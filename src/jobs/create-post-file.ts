import type { Bank } from "../bank/bank.ts";
import { UserError } from "../errors.ts";
import type { Choice } from "../post/choose.ts";
import { isOpen } from "../post/open-posts.ts";
import type { PostHead } from "../post/post.ts";
import { refuseSecond } from "./refuse-draft.ts";

/** A post's file that is to be made, with what was seen when it was written. */
export interface UnwrittenPost {
  choice: Choice;
  /** The platform's name. */
  platform: string;
  path: string;
  content: string;
  /** The story's open posts for the platform that were seen. */
  open: readonly PostHead[];
}

/**
 * Creates a post's file.
 *
 * @throws UserError where somebody has made a post of the story meanwhile, or taken the name.
 */
export async function createPostFile(
  bank: Bank,
  { choice, platform, path, content, open }: UnwrittenPost,
): Promise<void> {
  const isUnseen = (post: PostHead): boolean =>
    post.story === choice.story.id &&
    post.platform === platform &&
    isOpen(post) &&
    !open.some((each) => each.path === post.path);
  const look = (posts: readonly PostHead[]): void => refuseSecond(choice, posts.filter(isUnseen), {});
  if (!(await bank.createAfter(look, path, content)))
    throw new UserError(`${path} has come into being meanwhile, so it was left as it is.`, {
      hint: "Run the command again: the post gets another name.",
    });
}
