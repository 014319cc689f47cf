import { significantDigits } from "../figures/equal.ts";
import { traceFigure } from "../figures/trace.ts";
import { listed, type WordList } from "../language/dictionary.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { lex } from "../language/lex.ts";
import { isQuantity, type TextFigure } from "../language/quantity.ts";
import { FOLD_LINES } from "../post/fold.ts";
import type { StoryReading } from "../story/reading.ts";
import { foldCase } from "../text/letters.ts";

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

function judgeTension(hook: string): Judgement {
  const found = firstOf("tension", hook);
  return found === undefined
    ? { isMet: false, message: "no tension: nothing breaks, costs or turns" }
    : { isMet: true, message: `tension: “${found}”` };
}

function judgePerson(hook: string): Judgement {
  const found = firstOf("firstPerson", hook);
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

function judgeOpening(hook: string): Judgement {
  const found = throatClearing(hook);
  return found === undefined
    ? { isMet: true, message: "begins with the matter itself" }
    : { isMet: false, message: `throat-clearing: “${found}”` };
}

function judgeVague(hook: string): Judgement {
  const found = firstOf("vague", hook);
  return found === undefined
    ? { isMet: true, message: "no vague quantity" }
    : { isMet: false, message: `a vague quantity: “${found}”; say how many` };
}

function judgeStatement(hook: string): Judgement {
  return /[?？]["”’]?$/.test(hook.trim())
    ? { isMet: false, message: "opens with a question; statements do better" }
    : { isMet: true, message: "states, and does not ask" };
}

/** The first word or phrase of a list that a text has, as it is written there. */
function firstOf(list: WordList, text: string): string | undefined {
  const tokens = lex(text);
  const found = listed(list).find(tokens);
  return found === null
    ? undefined
    : text.slice(tokens[found.index]?.start, tokens[found.index + found.length - 1]?.end);
}

/** An opening that says nothing yet, as it is written. */
function throatClearing(text: string): string | undefined {
  const tokens = lex(text);
  const found = listed("throatClearing").at(tokens, 0)?.length ?? 0;
  // "As a developer, …", "Here are 5 things": the word behind it belongs to it.
  const behind = tokens[found];
  const isOpen = /^(?:as an?|here (?:are|is))$/.test(
    tokens
      .slice(0, found)
      .map(({ key }) => key)
      .join(" "),
  );
  if (found === 0 || (isOpen && !/^(?:\p{Ll}+|\d.*)$/u.test(behind?.text ?? ""))) return undefined;
  return text.slice(tokens[0]?.start, tokens[isOpen ? found : found - 1]?.end);
}

/** Whether the post can keep what the hook promises: its figures are the story's, or at least its words. */
function judgePayoff(hook: string, story: StoryReading | null): Judgement {
  if (story === null) return { isMet: false, message: "no story to pay it off" };
  const figures = findTextFigures(hook).filter(isQuantity);
  const stranger = figures.find((figure) => traceFigure(figure, figure.hedge, story.sources) === null);
  if (stranger !== undefined) return { isMet: false, message: `the story does not say ${stranger.text}` };
  if (figures.length > 0) return { isMet: true, message: "pays off: its figures are the story's" };
  const text = foldCase(story.story.body);
  const words = (foldCase(hook).match(/\p{L}{4,}/gu) ?? []).filter((word) => listed("common").get(word) !== true);
  return words.some((word) => text.includes(word))
    ? { isMet: true, message: "pays off: the story speaks of it" }
    : { isMet: false, message: "the story says nothing of this" };
}
