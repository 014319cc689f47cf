import { isHashtagLine } from "../../text/hashtag-line.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** How many of the last lines are looked at. */
const LAST_LINES = 6;

/** Nothing near the post's end asks the readers for an answer. */
export const noQuestion: Rule<PostSubject> = {
  id: "no-question",
  level: "advice",
  about: "no question near the end",
  find({ lines, platform, firstLine }) {
    // A post of 280 characters has better use for its last line.
    if (platform.isThreaded) return [];
    const last = lines.filter(({ text }) => !isHashtagLine(text)).slice(-LAST_LINES);
    if (last.some(({ text }) => /[?？¿]/u.test(text.replace(/https?:\/\/\S+/g, "")))) return [];
    if (last.length === 0)
      return [
        {
          line: firstLine,
          message: "The post has no text.",
          remedy: "What gets published stands under ## Final Optimized Post.",
        },
      ];
    return [
      {
        line: last.at(-1)?.line ?? 1,
        message: "Nothing near the end asks the readers anything.",
        remedy: "End on a question that takes a sentence to answer; the story or the slot can hold it as question.",
      },
    ];
  },
};
