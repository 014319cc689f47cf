import { FOLD_LINES } from "../../post/fold.ts";
import { excerptOf, type PostSubject, type Rule } from "../rule.ts";

/** The hook is longer than what shows before "more". */
export const hookBelowFold: Rule<PostSubject> = {
  id: "hook-below-fold",
  level: "warning",
  about: "a hook that is cut off before it ends",
  find({ hook, fold, platform }) {
    if (fold === null) return [];
    const lines = hook.text.split("\n").length;
    if (hook.text.length > fold)
      return [
        {
          line: hook.line,
          message: `The hook has ${hook.text.length} characters; about ${fold} show on ${platform.title} before “more”.`,
          remedy: "Shorten it, or put what matters first.",
          excerpt: `${excerptOf(hook.text.slice(0, fold)).replace(/…$/, "")}…`,
        },
      ];
    if (lines <= FOLD_LINES) return [];
    return [
      {
        line: hook.line,
        message: `The hook takes ${lines} lines; ${platform.title} shows ${FOLD_LINES}.`,
        remedy: "Join its lines.",
      },
    ];
  },
};
