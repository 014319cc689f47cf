import { measureExcess, wordCut, wordExcess } from "../../fit/excess.ts";
import { cutThread } from "../../fit/thread.ts";
import { findPlatform } from "../../post/platforms.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** The post is longer than its platform takes. */
export const overLimit: Rule<PostSubject> = {
  id: "over-limit",
  level: "error",
  about: "longer than the platform takes",
  find({ post, platform, counter, lines }) {
    if (findPlatform(post.platform) === undefined) return [];
    const excess = platform.limit === null ? null : measureExcess(lines, counter);
    if (excess === null) return [];
    const cuts = wordCut(excess);
    const parts = platform.isThreaded ? cutThread(lines, counter.fits, false).length : 1;
    return [
      {
        line: lines[0]?.line ?? 1,
        message: `The post ${wordExcess(excess, platform)}.`,
        remedy: parts === 1 ? cuts : `As it is, render makes a thread of ${parts}. ${cuts}`,
      },
    ];
  },
};
