import { measureExcess, wordCut, wordExcess } from "../../post/excess.ts";
import { findPlatform } from "../../post/platforms.ts";
import { cutThread } from "../../post/text/thread.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** The post is longer than its platform takes. */
export const overLimit: Rule<PostSubject> = {
  id: "over-limit",
  level: "error",
  about: "longer than the platform takes",
  find({ post, platform, counter, pieces }) {
    if (findPlatform(post.platform) === undefined) return [];
    const excess = platform.limit === null ? null : measureExcess(pieces, counter);
    if (excess === null) return [];
    const cuts = wordCut(excess);
    const parts = platform.isThreaded ? cutThread(pieces, counter.fits, false).length : 1;
    return [
      {
        line: pieces[0]?.line ?? 1,
        message: `The post ${wordExcess(excess, platform)}.`,
        remedy: parts === 1 ? cuts : `As it is, render makes a thread of ${parts}. ${cuts}`,
      },
    ];
  },
};
