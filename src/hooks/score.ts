/** LinkedIn cuts at about 140 characters on a phone and 210 on a desktop; it publishes no number. */
export const PHONE_FOLD = 140;
export const DESKTOP_FOLD = 210;

interface Mark {
  points: number;
  earns: (hook: string) => boolean;
}

/**
 * What a hook gains and loses, from 50. The weights follow vendors' observational studies (a figure in the opener 35
 * median likes against 26 without, a question 19 against 29; exact personal figures in the first eight words do best),
 * so a score orders the hooks of one story and means nothing beyond that.
 */
const MARKS: readonly Mark[] = [
  { points: 15, earns: (hook) => /\d/.test(firstWords(hook)) },
  { points: 5, earns: (hook) => /\d[.,]\d|[1-9][1-9]/.test(firstWords(hook)) },
  { points: 10, earns: (hook) => /\b(?:I|I['’]m|my|me|we|our|us)\b/.test(hook) },
  {
    points: 10,
    earns: (hook) =>
      /\b(?:broke|breaks?|collapsed?|failed|fails?|cost|wrong|lost|lose|almost|never|stopped|stops|panic\w*|down|until|nobody|but|hard way|quit|crash\w*)\b/i.test(
        hook,
      ),
  },
  { points: 10, earns: (hook) => hook.length <= PHONE_FOLD },
  { points: -15, earns: (hook) => hook.length > DESKTOP_FOLD || hook.split("\n").length > 3 },
  {
    points: -15,
    earns: (hook) =>
      /^(?:in today['’]s|i['’]m (?:excited|thrilled|happy|proud)|let me|have you ever|as a|it['’]s no secret|we all know|here are)\b/i.test(
        hook,
      ),
  },
  {
    points: -10,
    earns: (hook) =>
      /\b(?:many|a lot of|lots of|huge|massive|significant(?:ly)?|tremendous|various|countless)\b/i.test(hook),
  },
  { points: -8, earns: (hook) => /\?$/.test(hook) },
];

/** Scores a hook from 0 to 100; see {@link MARKS} for what counts. */
export function scoreHook(hook: string): number {
  const points = MARKS.reduce((sum, mark) => sum + (mark.earns(hook) ? mark.points : 0), 50);
  return Math.max(0, Math.min(100, points));
}

function firstWords(hook: string): string {
  return hook.split(/\s+/).slice(0, 8).join(" ");
}
