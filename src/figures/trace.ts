import type { Hedge } from "../language/lexicon.ts";
import type { Quantity, TextFigure } from "../language/quantity.ts";
import { sameNoun } from "../language/same-noun.ts";
import { baseValue, canCompare, isEqual, isFairRounding, roundsTo, sameValue } from "./equal.ts";
import type { Figure } from "./figure.ts";
import type { Source, Sources } from "./sources.ts";

/**
 * Finds what a figure of a post goes back to: a figure of the story that is equal after normalising, one of which it is
 * a fair rounding, or one that it follows from. Null where the story says nothing of the kind.
 */
export function traceFigure(figure: Quantity, hedge: Hedge | null, sources: Sources): Source | null {
  const { figures } = sources;
  return (
    figures.find((source) => source.by === "said" && isEqual(figure, source)) ??
    figures.find((source) => isSameSum(figure, source)) ??
    figures.find((source) => source.by === "code" && isEqual(figure, source) && sameText(figure, source)) ??
    figures.find((source) => follows(figure, hedge, source, figures)) ??
    figures.find((source) => source.by === "said" && isFairRounding(figure, hedge, source, source.isHedged)) ??
    null
  );
}

/** "It cost us 2.4 million" leaves out of what; a sum of that size in the story says it. */
function isSameSum(figure: Quantity, source: Source): boolean {
  const isBare = figure.kind === "count" && figure.unit === null && figure.value >= 1e5;
  return isBare && source.kind === "money" && sameValue(figure.value, source.value);
}

/** What follows from a change has any number of digits, so every number is rounder: it has to be nearer. */
const WIDEST_DERIVED_ROUNDING = 0.1;

/** A bare number of code vouches for the same number only, not for so many hospitals. */
function sameText(figure: Quantity, source: Source): boolean {
  return figure.unit === source.unit && figure.kind === source.kind;
}

function follows(figure: Quantity, hedge: Hedge | null, source: Source, all: readonly Source[]): boolean {
  if (source.by === "change") {
    if (!canCompare(figure, source)) return false;
    if (figure.kind === "percent" || figure.kind === "multiple")
      return (
        roundsTo(figure.value, source.value) || isFairRounding(figure, hedge, source, false, WIDEST_DERIVED_ROUNDING)
      );
    return sameValue(baseValue(figure), baseValue(source));
  }
  if (source.by === "sum") return isEqual(figure, source) || isFairRounding(figure, hedge, source, source.isHedged);
  // How many points a list has is only a figure of the story where it counts the same things nowhere else.
  return (
    source.by === "length" &&
    figure.kind === "count" &&
    figure.unit !== null &&
    figure.value === source.value &&
    !all.some((other) => other.by === "said" && other.unit !== null && canCompare(figure, other))
  );
}

/** The change of the story that a post tells the wrong way round; null where it tells none so. */
export function findReversed(
  { from, to, kind }: Pick<TextFigure, "from" | "to" | "kind">,
  sources: Sources,
): Figure | null {
  if (kind !== "change" || from === null || to === null || isEqual(from, to)) return null;
  const { changes } = sources;
  if (
    changes.some(
      (change) => change.from !== null && change.to !== null && isEqual(change.from, from) && isEqual(change.to, to),
    )
  )
    return null;
  return (
    changes.find(
      (change) => change.from !== null && change.to !== null && isEqual(change.from, to) && isEqual(change.to, from),
    ) ?? null
  );
}

/** The story's figure that a wrong one was most likely meant to be; null where the story has none of its kind. */
export function nearestSource(figure: Quantity, sources: Sources): Source | null {
  const said = sources.figures.filter((source) => source.by === "said");
  const distance = (source: Source): number => {
    const [a, b] = [roughValue(figure), roughValue(source)];
    const ratio = a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : Math.abs(a - b);
    const sameThing =
      figure.unit === source.unit ||
      (figure.unit !== null && source.unit !== null && figure.kind === "count" && sameNoun(figure.unit, source.unit));
    return ratio + (sameThing ? 0 : 2);
  };
  let nearest: Source | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const source of said) {
    const away = source.kind === figure.kind ? distance(source) : Number.POSITIVE_INFINITY;
    if (away < least) [nearest, least] = [source, away];
  }
  return nearest ?? said.find((source) => source.value === figure.value) ?? null;
}

/** Whether a wrong figure is near enough to be a slip for the other: of the same kind, of the same things, and not three times as much. */
export function isSlipFor(figure: Quantity, source: Source): boolean {
  const [a, b] = [roughValue(figure), roughValue(source)];
  const isOfSame =
    figure.kind !== "count" || (figure.unit !== null && source.unit !== null && sameNoun(figure.unit, source.unit));
  return isOfSame && figure.kind === source.kind && a > 0 && b > 0 && Math.max(a / b, b / a) <= 3;
}

const LONG_UNITS: readonly string[] = ["months", "quarters", "years", "decades"];
const MONTH_IN_SECONDS = 2_629_800;

/** For finding what is near, a month may be taken for so many seconds. */
function roughValue(quantity: Quantity): number {
  const isLong = quantity.kind === "duration" && LONG_UNITS.includes(quantity.unit ?? "");
  return baseValue(quantity) * (isLong ? MONTH_IN_SECONDS : 1);
}
