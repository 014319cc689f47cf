import type { Beat } from "../../story/beats.ts";
import { findBeats } from "../../story/beats.ts";
import type { Block, Bullet } from "../../story/blocks.ts";
import { followChange } from "../../story/figures/changes.ts";
import { baseValue, canCompare, roundsTo } from "../../story/figures/equal.ts";
import type { Quantity } from "../../story/figures/figure.ts";
import { findTextFigures, type TextFigure } from "../../story/figures/pairs.ts";
import { isTotal } from "../../story/figures/totals.ts";
import { scaleOf } from "../../story/figures/words.ts";
import { type Inline, lineAt } from "../../story/inline.ts";
import { excerptOf, type Found, type PostSubject, type Rule, type StorySubject } from "../rule.ts";

const ABOUT = { id: "arithmetic", level: "warning", about: "a percentage or total that does not add up" } as const;

/** A percentage or multiple beside a change, or a total below a list, does not follow from its figures. */
export const storyArithmetic: Rule<StorySubject> = { ...ABOUT, find: ({ reading }) => findMistakes(reading.beats) };

/** The same in a post without a story; in others the figures are those of the story. */
export const postArithmetic: Rule<PostSubject> = {
  ...ABOUT,
  find: ({ story, markdown, firstLine }) =>
    story === null ? findMistakes(findBeats({ body: markdown, bodyLine: firstLine })) : [],
};

function findMistakes(beats: readonly Beat[]): Found[] {
  return beats.flatMap((beat) => beat.blocks.flatMap(blockMistakes));
}

function blockMistakes(block: Block): Found[] {
  switch (block.kind) {
    case "prose":
    case "quote":
      return lineMistakes(block);
    case "list":
      return [...block.bullets.flatMap(bulletMistakes), ...totalMistakes(block.bullets)];
    case "table":
      return block.rows.flat().flatMap(lineMistakes);
    case "code":
      return [];
  }
}

function bulletMistakes({ text, children }: Bullet): Found[] {
  return [...lineMistakes(text), ...children.flatMap(blockMistakes)];
}

/** "$3,200 → $850 (50%)": the percentage right behind a change. */
function lineMistakes(inline: Inline): Found[] {
  const figures = findTextFigures(inline.text);
  return figures.flatMap((change, index): Found[] => {
    if (change.kind !== "change" || change.from === null || change.to === null) return [];
    const claim = figures.slice(index + 1).find((figure) => figure.start >= change.end);
    if (claim === undefined || !isBeside(inline.text, change, claim)) return [];
    const exact = claimed(change.from, change.to, claim);
    if (exact === null || exact.some((value) => roundsTo(claim.value, value) || isNear(claim, value))) return [];
    const [value = 0] = exact;
    const right = claim.kind === "percent" ? `${Math.round(value)}%` : `${Number(value.toFixed(1))}x`;
    return [
      {
        line: lineAt(inline, claim.start),
        message: `${change.text} is ${right}, not ${claim.text}.`,
        remedy: `Write ${right}, or correct the figures.`,
        excerpt: excerptOf(inline.text, change.start),
      },
    ];
  });
}

/** In parentheses behind the change, or set off by a comma or a dash. */
function isBeside(text: string, change: TextFigure, claim: TextFigure): boolean {
  if (claim.kind !== "percent" && claim.kind !== "multiple") return false;
  return /^[^.;(]{0,15}(?:\((?:a |an |about |~|≈|over |nearly |almost |only )?|[,–—=]\s?(?:a |an |that is |or )?)[-−+]?$/i.test(
    text.slice(change.end, claim.start),
  );
}

/** What the percentage or multiple of a change can be; the first is what is most likely meant. Null where nothing follows. */
function claimed(from: Quantity, to: Quantity, claim: TextFigure): number[] | null {
  const change = followChange(from, to);
  if (change === null) return null;
  if (claim.kind === "multiple") return [change.times, change.times - 1];
  const [a, b] = [baseValue(from), baseValue(to)];
  const points = from.kind === "percent" ? [Math.abs(to.value - from.value)] : [];
  return [change.percent, ...points, (b / a) * 100, ((a - b) / b) * 100];
}

/** A hedged percentage may be some points off. */
function isNear(claim: TextFigure, exact: number): boolean {
  return Math.abs(claim.value - exact) <= (claim.hedge === null ? 1 : 0.1 * Math.abs(exact));
}

/** Amounts of a month and of a year don't add up. */
const PER = /\b(?:a|per|each|every|pro|im)\s(day|week|month|quarter|year|tag|woche|monat|jahr)\b/i;

/** A total that is not the sum of its list, where every other bullet states exactly one such figure. */
function totalMistakes(bullets: readonly Bullet[]): Found[] {
  const lines = bullets.map((bullet) => ({
    bullet,
    isTotal: isTotal(bullet),
    figures: findTextFigures(bullet.text.text).filter((figure) => figure.from === null),
  }));
  // A total stands below what it sums up.
  const total = lines.at(-1)?.isTotal === true ? lines.at(-1) : undefined;
  const [sum] = total?.figures ?? [];
  if (total === undefined || sum === undefined || total.figures.length !== 1 || sum.kind === "percent") return [];
  const parts = lines
    .filter((line) => line !== total)
    .map(({ figures }) => figures.filter((figure) => canCompare(figure as Quantity, sum as Quantity)));
  if (parts.length < 2 || parts.some((found) => found.length !== 1)) return [];
  if (new Set(lines.map(({ bullet }) => PER.exec(bullet.text.text)?.[1]?.toLowerCase() ?? "")).size > 1) return [];
  const amounts = parts.flat();
  const exact = amounts.reduce((all, amount) => all + baseValue(amount as Quantity), 0);
  const stated = baseValue(sum as Quantity);
  const isHedged = [sum, ...amounts].some((figure) => figure.hedge !== null);
  if (Math.abs(exact - stated) <= (isHedged ? 0.1 : 0.005) * Math.abs(stated)) return [];
  return [
    {
      line: total.bullet.line,
      message: `${amounts.map(({ text }) => text).join(" + ")} is ${wordAmount(exact, sum)}, not ${sum.text}.`,
      remedy: "Correct the total, or the list above it.",
      excerpt: excerptOf(total.bullet.text.text),
    },
  ];
}

/** A sum in the words of the total beside it: $2,400,000 beside $2.5M is $2.4M. */
function wordAmount(exact: number, like: TextFigure): string {
  const scale = /\d\s?(K|k|M|m|B|bn|thousand|million|billion)\b/i.exec(like.text)?.[1];
  const factor = scale === undefined ? 1 : (scaleOf(scale === "m" ? "M" : scale, true) ?? 1);
  const unit = baseValue(like as Quantity) / (like.value || 1);
  const number = Number((exact / unit / factor).toPrecision(6));
  const shown = scale === undefined ? number.toLocaleString("en-US") : String(number);
  return like.text.replace(/\d[\d.,]*/, shown);
}
