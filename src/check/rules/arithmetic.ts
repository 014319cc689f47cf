import { followChange } from "../../figures/changes.ts";
import { baseValue, canCompare, roundsTo } from "../../figures/equal.ts";
import { isTotalLine } from "../../figures/sources.ts";
import { DICTIONARY, listed } from "../../language/dictionary.ts";
import { findTextFigures, scaleIn } from "../../language/find-figures.ts";
import { lex } from "../../language/lex.ts";
import { isQuantity, type Quantity, type TextFigure } from "../../language/quantity.ts";
import { mayHoldRatio } from "../../language/ratio-words.ts";
import { readStoryLines } from "../../story/beats.ts";
import { type Line, lineAt, listsOf } from "../../text/line.ts";
import { excerptOf, type Found, type PostSubject, type Rule, type StorySubject } from "../rule.ts";

const ABOUT = { id: "arithmetic", level: "warning", about: "a percentage or total that does not add up" } as const;

/** A percentage or multiple beside a change, or a total below a list, does not follow from its figures. */
export const storyArithmetic: Rule<StorySubject> = { ...ABOUT, find: ({ reading }) => findMistakes(reading.lines) };

/** The same in a post without a story; in others the figures are those of the story. */
export const postArithmetic: Rule<PostSubject> = {
  ...ABOUT,
  find: ({ story, markdown, firstLine }) =>
    story === null ? findMistakes(readStoryLines({ body: markdown, bodyLine: firstLine })) : [],
};

function findMistakes(lines: readonly Line[]): Found[] {
  const stated = lines.filter(({ kind }) => kind !== "code" && kind !== "label");
  return [...stated.flatMap(lineMistakes), ...listsOf(lines).flatMap(totalMistakes)].sort((a, b) => a.line - b.line);
}

function lineMistakes(line: Line): Found[] {
  const texts = line.row === null ? [line.text] : line.row.cells;
  return texts.flatMap((text) => textMistakes(text, line));
}

/** "$3,200 → $850 (50%)": the percentage right behind a change. */
function textMistakes(text: string, line: Line): Found[] {
  if (!mayHoldRatio(text)) return [];
  const figures = findTextFigures(text);
  return figures.flatMap((change, index): Found[] => {
    if (change.kind !== "change" || change.from === null || change.to === null) return [];
    const claim = figures.slice(index + 1).find((figure) => figure.start >= change.end);
    if (claim === undefined || !isBeside(text, change, claim)) return [];
    const exact = claimed(change.from, change.to, claim);
    if (exact === null || exact.some((value) => roundsTo(claim.value, value) || isNear(claim, value))) return [];
    const [value = 0] = exact;
    const right = claim.kind === "percent" ? `${Math.round(value)}%` : `${Number(value.toFixed(1))}x`;
    return [
      {
        line: lineAt(line, claim.start),
        message: `${change.text} is ${right}, not ${claim.text}.`,
        remedy: `Write ${right}, or correct the figures.`,
        excerpt: excerptOf(text, change.start),
      },
    ];
  });
}

/** In parentheses behind the change, or set off by a comma or a dash. */
function isBeside(text: string, change: TextFigure, claim: TextFigure): boolean {
  if (claim.kind !== "percent" && claim.kind !== "multiple") return false;
  const between = text.slice(change.end, claim.start).replace(/[-−+]$/, "");
  const opening = /^[^.;(]{0,15}[(,–—=]/.exec(between);
  return opening !== null && restates(between.slice(opening[0].length));
}

/** Whether the words in front of a figure say no more than that it comes to as much: "about", "that is". */
function restates(text: string): boolean {
  const words = lex(text);
  const found = listed("restating").at(words, 0) ?? DICTIONARY.hedges.at(words, 0);
  return words.length === (found?.length ?? 0);
}

/** What the percentage or multiple of a change can be; the first is what is most likely meant. Null where nothing follows. */
function claimed(from: Quantity, to: Quantity, claim: TextFigure): number[] | null {
  const change = followChange(from, to);
  if (change === null) return null;
  const [a, b] = [baseValue(from), baseValue(to)];
  if (claim.kind === "multiple") return [change.times, change.times - 1];
  const points = from.kind === "percent" ? [Math.abs(to.value - from.value)] : [];
  return [change.percent, ...points, (b / a) * 100, ((a - b) / b) * 100];
}

/** A hedged percentage may be some points off. */
function isNear(claim: TextFigure, exact: number): boolean {
  return Math.abs(claim.value - exact) <= (claim.hedge === null ? 1 : 0.1 * Math.abs(exact));
}

/** Amounts of a month and of a year don't add up. */
const PERIODS: readonly string[] = ["days", "weeks", "months", "quarters", "years"];

/** The time in which an amount of a text comes again: "$900 a month". */
function periodOf(text: string): string {
  const words = lex(text);
  const found = words.flatMap((word, index) => {
    const unit =
      listed("per").get(words[index - 1]?.key ?? "") === true ? DICTIONARY.timeUnits.get(word.key) : undefined;
    return unit !== undefined && PERIODS.includes(unit) ? [unit] : [];
  });
  return found[0] ?? "";
}

/** A total that is not the sum of its list, where every other bullet states exactly one such figure. */
function totalMistakes(bullets: readonly Line[]): Found[] {
  // A total is below what it sums up.
  const last = bullets.at(-1);
  if (last === undefined || !isTotalLine(last)) return [];
  const stated = bullets.map((bullet) => ({ bullet, figures: findTextFigures(bullet.text).filter(isQuantity) }));
  const total = stated.at(-1);
  const [sum] = total?.figures ?? [];
  if (total === undefined || sum === undefined || total.figures.length !== 1 || sum.kind === "percent") return [];
  const parts = stated
    .filter((each) => each !== total)
    .map(({ figures }) => figures.filter((figure) => canCompare(figure, sum)));
  if (parts.length < 2 || parts.some((found) => found.length !== 1)) return [];
  if (new Set(bullets.map(({ text }) => periodOf(text))).size > 1) return [];
  const amounts = parts.flat();
  const exact = amounts.reduce((all, amount) => all + baseValue(amount), 0);
  const isHedged = [sum, ...amounts].some((figure) => figure.hedge !== null);
  if (Math.abs(exact - baseValue(sum)) <= (isHedged ? 0.1 : 0.005) * Math.abs(baseValue(sum))) return [];
  return [
    {
      line: total.bullet.line,
      message: `${amounts.map(({ text }) => text).join(" + ")} is ${wordAmount(exact, sum)}, not ${sum.text}.`,
      remedy: "Correct the total, or the list above it.",
      excerpt: excerptOf(total.bullet.text),
    },
  ];
}

/** A sum in the words of the total beside it: $2,400,000 beside $2.5M is $2.4M. */
function wordAmount(exact: number, like: TextFigure & Quantity): string {
  const scale = scaleIn(like.text);
  const unit = baseValue(like) / (like.value || 1);
  const number = Number((exact / unit / (scale ?? 1)).toPrecision(6));
  const shown = scale === null ? number.toLocaleString("en-US") : String(number);
  return like.text.replace(/\d[\d.,]*/, shown);
}
