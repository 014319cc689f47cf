import { significantDigits } from "../story/figures/equal.ts";
import type { Quantity } from "../story/figures/figure.ts";
import { findTextFigures, type TextFigure } from "../story/figures/pairs.ts";
import { traceFigure } from "../story/figures/trace.ts";
import { plainText } from "../story/filter.ts";
import type { StoryReading } from "../story/reading.ts";
import { FOLD_LINES } from "./fold.ts";

/** What a criterion says of a hook: whether it is met, and why. */
interface Judgement {
  isMet: boolean;
  message: string;
}

/** One thing that makes a hook good. All points together are 100. */
export interface Criterion {
  /** Its rule in `check`, where there is one of the same name. */
  id: string;
  points: number;
  judge(hook: string, story: StoryReading | null, fold: number): Judgement;
}

/** How many words are read before a thumb decides. */
const FIRST_WORDS = 8;

/**
 * What a hook is worth, in points of 100; documented in docs/templates.md. The weights follow vendors' observational studies
 * (a figure in the opener: 35 median likes against 26 without; a question: 19 against 29; an exact personal figure in the first
 * eight words does best), so a score orders the hooks of one story and means nothing beyond that.
 */
export const CRITERIA: readonly Criterion[] = [
  { id: "hook-figure", points: 20, judge: judgeFigure },
  { id: "hook-exact", points: 10, judge: judgeExact },
  { id: "hook-tension", points: 15, judge: judgeTension },
  { id: "hook-first-person", points: 10, judge: judgePerson },
  { id: "hook-fold", points: 15, judge: judgeFold },
  { id: "hook-throat-clearing", points: 10, judge: judgeOpening },
  { id: "hook-vague", points: 5, judge: judgeVague },
  { id: "hook-statement", points: 5, judge: judgeStatement },
  { id: "hook-payoff", points: 10, judge: judgePayoff },
];

function judgeFigure(hook: string): Judgement {
  const figure = firstFigure(hook);
  return figure === undefined
    ? { isMet: false, message: `no figure in its first ${FIRST_WORDS} words` }
    : { isMet: true, message: `a figure in its first ${FIRST_WORDS} words: ${figure.text}` };
}

function firstFigure(hook: string): TextFigure | undefined {
  const words = hook.trim().split(/\s+/).slice(0, FIRST_WORDS).join(" ");
  // The whole hook is read, since a figure may end behind the eighth word.
  return findTextFigures(hook.trim().replace(/\s+/g, " ")).find((figure) => figure.start < words.length);
}

/** $2.4M, 73% and 3 AM are exact; $2M, 60% and 50+ are round. */
function judgeExact(hook: string): Judgement {
  const figures = findTextFigures(hook);
  const exact = figures.find(
    ({ kind, value, hedge }) => hedge === null && (kind === "clock" || significantDigits(value) >= 2),
  );
  if (exact !== undefined) return { isMet: true, message: `an exact figure: ${exact.text}` };
  const [round] = figures;
  return {
    isMet: false,
    message: round === undefined ? "no exact figure" : `a round figure (${round.text}); an exact one is believed`,
  };
}

const TENSION =
  /\b(?:broke|broken|breaks?|collaps\w+|fail(?:ed|s|ing|ure)?|cost|costs|wrong|lost|lose|losing|almost|nearly|never|stop(?:ped|s)?|panic\w*|down|until|nobody|no one|nothing|but|hard way|quit|crash\w*|mistakes?|late|fired|dead|died|refus\w+|begged|gave up|gives up|without|despite|instead|too late|worst|disaster|crisis|shortcut|secret|afraid|ashamed|annoyed|disagree\w*|against|only|took us down|kaputt|scheitert\w*|verlor\w*|nie|aber|jamais|mais|perd\w*|nunca|pero|perd\w*|before|bill|otherwise|leave|left|resign\w*|transfer|apart|debt|became|turned into|should have|could have|angry|furious|alone|hated?|regret\w*|warned|begging|burn\w*|broken)\b|→/i;

function judgeTension(hook: string): Judgement {
  const found = TENSION.exec(hook)?.[0];
  return found === undefined
    ? { isMet: false, message: "no tension: nothing breaks, costs or turns" }
    : { isMet: true, message: `tension: “${found}”` };
}

function judgePerson(hook: string): Judgement {
  const found =
    /\b(?:I|I['’]\w+|my|me|we|we['’]\w+|our|us|ich|mein\w*|wir|unser\w*|je|j['’]\w+|nous|mon|ma|yo|nosotros|mi|nuestr[oa]s?)\b/i.exec(
      hook,
    )?.[0];
  return found === undefined
    ? { isMet: false, message: "nobody speaks: no I, we, my or our" }
    : { isMet: true, message: `told by somebody: “${found}”` };
}

function judgeFold(hook: string, _: StoryReading | null, fold: number): Judgement {
  const { length } = hook;
  return length <= fold && hook.split("\n").length <= FOLD_LINES
    ? { isMet: true, message: `${length} characters, above a phone's fold` }
    : { isMet: false, message: `${length} characters; a phone shows about ${fold}` };
}

const THROAT_CLEARING =
  /^(?:in (?:today['’]s|this (?:post|fast|ever))|i['’]?(?:m| am) (?:so |very |truly |beyond )?(?:excited|thrilled|happy|proud|humbled|honou?red|delighted)|let me (?:tell|share|start)|let['’]s (?:talk|face|be)|have you ever|as (?:a|an) [a-z]+|it['’]s no secret|we all know|everyone knows|here (?:are|is) (?:my|\d|some)|today,? i (?:want|['’]d)|i (?:want|wanted|would like|['’]d like) to (?:share|talk|tell)|unpopular opinion|hot take|attention|fun fact|did you know|imagine|picture this|story time|in the (?:world|age|era) of|when it comes to|ever wonder|this is a story)\b|^(?:recently|so|well|okay),\s/i;

function judgeOpening(hook: string): Judgement {
  const found = THROAT_CLEARING.exec(hook.trim())?.[0];
  return found === undefined
    ? { isMet: true, message: "begins with the matter itself" }
    : { isMet: false, message: `throat-clearing: “${found}”` };
}

function judgeVague(hook: string): Judgement {
  const found =
    /\b(?:many|a lot of|lots of|tons of|loads of|plenty of|huge|massive|significant(?:ly)?|substantial(?:ly)?|tremendous(?:ly)?|dramatic(?:ally)?|various|countless|numerous|several|a great deal|a ton|incredible|incredibly|viele|einige|beaucoup|muchos?)\b/i.exec(
      hook,
    )?.[0];
  return found === undefined
    ? { isMet: true, message: "no vague quantity" }
    : { isMet: false, message: `a vague quantity: “${found}”; say how many` };
}

function judgeStatement(hook: string): Judgement {
  return /[?？]["”’]?$/.test(hook.trim())
    ? { isMet: false, message: "opens with a question; statements do better" }
    : { isMet: true, message: "states, and does not ask" };
}

/** Words that every text has. */
const COMMON =
  /^(?:that|this|what|with|from|have|were|when|they|them|then|than|there|their|which|about|would|could|into|your|ours|been|after|before|here|just|some|only|over|very|will|story|learned)$/;

/** Whether the post can keep what the hook promises: its figures are the story's, or at least its words. */
function judgePayoff(hook: string, story: StoryReading | null): Judgement {
  if (story === null) return { isMet: false, message: "no story to pay it off" };
  const figures = findTextFigures(hook).filter((figure) => figure.from === null);
  const stranger = figures.find((figure) => traceFigure(figure as Quantity, figure.hedge, story.sources) === null);
  if (stranger !== undefined) return { isMet: false, message: `the story does not say ${stranger.text}` };
  if (figures.length > 0) return { isMet: true, message: "pays off: its figures are the story's" };
  const text = plainText(story.story.body);
  const words =
    plainText(hook)
      .match(/[\p{L}]{4,}/gu)
      ?.filter((word) => !COMMON.test(word)) ?? [];
  return words.some((word) => text.includes(word))
    ? { isMet: true, message: "pays off: the story speaks of it" }
    : { isMet: false, message: "the story says nothing of this" };
}
