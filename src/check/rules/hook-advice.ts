import { CRITERIA } from "../../hooks/criteria.ts";
import { foldOf } from "../../post/fold.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** The criteria of a good hook that `check` gives advice on, and what to do where one is not met. */
const ADVICE: readonly (readonly [id: string, about: string, remedy: string])[] = [
  ["hook-figure", "no figure in the hook's first eight words", "Move a figure of the story to the front."],
  ["hook-throat-clearing", "a hook that begins before the matter does", "Cut to the first word that says something."],
  ["hook-tension", "a hook without tension", "Say what broke, what it cost, or what nobody expected."],
  ["hook-first-person", "a hook that nobody speaks", "It is your story: say I or we."],
  ["hook-vague", "a hook with a vague quantity", "Say how many; the story knows."],
];

/** Advice on the hook, by the same criteria that score the hooks on offer. */
export const hookAdvice: readonly Rule<PostSubject>[] = ADVICE.map(([id, about, remedy]) => ({
  id,
  level: "advice",
  about,
  find({ hook, story, fold }) {
    const judgement = CRITERIA.find((criterion) => criterion.id === id)?.judge(hook.text, story, foldOf(fold));
    if (judgement === undefined || judgement.isMet || hook.text === "") return [];
    const { message } = judgement;
    return [{ line: hook.line, message: `The hook: ${message}.`, remedy }];
  },
}));
