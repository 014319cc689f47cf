import { type ChangeRelation, readRelation } from "./changes.ts";
import type { Figure } from "./figure.ts";
import { findHedge } from "./hedges.ts";
import { type Found, findQuantities } from "./quantities.ts";
import { scaleOf } from "./words.ts";

/** A figure of a text with its place there; the caller knows its label and line. */
export interface TextFigure extends Omit<Figure, "label" | "line"> {
  start: number;
  end: number;
}

/** Finds the figures of a plain text: its quantities, and the changes and ranges they form. Bare numbers count only in a pair. */
export function findTextFigures(text: string): readonly TextFigure[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const figures = readFigures(text);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(text, figures);
  return figures;
}

/** What was found in the last lines: a story's line is read for its figures, its sums, its arithmetic, and again in its post. */
const recent = new Map<string, readonly TextFigure[]>();
const MOST_RECENT = 2000;

function readFigures(text: string): TextFigure[] {
  const quantities = findQuantities(text);
  const figures: TextFigure[] = [];
  for (let index = 0; index < quantities.length; index++) {
    const first = quantities[index];
    const second = quantities[index + 1];
    if (first === undefined) continue;
    const relation = second === undefined ? null : relate(text, first, second);
    if (second === undefined || relation === null) {
      if (!first.isBare || isWorthTelling(text, first)) figures.push(single(first, text));
      continue;
    }
    const [a, b] = agree(first, second, relation);
    const [from, to] = relation === "back" ? [b, a] : [a, b];
    const kind = relation === "range" ? "range" : "change";
    const written = text.slice(first.start, second.end);
    const whole = {
      start: first.start,
      end: second.end,
      text: written.includes("(") && !written.includes(")") ? `${written})` : written,
    };
    figures.push(
      { ...whole, kind, value: to.value, unit: to.unit, from: plain(from), to: plain(to), hedge: null },
      single(a, text),
      single(b, text),
    );
    index++;
  }
  return figures;
}

/** A number without a noun says something after "at exactly" or "to"; alone on a line it is a mark. */
function isWorthTelling(text: string, found: Found): boolean {
  return /\p{L}/u.test(text.slice(0, found.start)) || /^\s+\p{L}/u.test(text.slice(found.end));
}

type Relation = ChangeRelation | "range";

function relate(text: string, a: Found, b: Found): Relation | null {
  if (!fitTogether(a, b)) return null;
  const [ahead, between] = [text.slice(0, a.start), text.slice(a.end, b.start)];
  const change = readRelation(ahead, between);
  if (change !== null) return change;
  if (b.isBare && /^[-–—]$/.test(between)) return "range";
  if (a.isBare || a.kind === b.kind) {
    if (/^\s?[-–—]\s?$/.test(between) || /^\s(?:to|bis|à)\s$/.test(between)) return "range";
    if (/^\s(?:and|und|et|y)\s$/.test(between) && /\b(?:between|zwischen|entre)\s$/i.test(ahead)) return "range";
  }
  return null;
}

function fitTogether(a: Found, b: Found): boolean {
  return a.kind === b.kind || (a.isBare && b.kind !== "clock") || (b.isBare && a.kind !== "clock");
}

/** "5 → 50 developers", "$5-10K": the side that does not say what it counts takes the other's word, in a range its scale too. */
function agree(first: Found, second: Found, relation: Relation): [Found, Found] {
  const scale = relation === "range" && !SCALED.test(first.text) ? (SCALED.exec(second.text)?.[1] ?? "") : "";
  const a = { ...first, value: first.value * (scaleOf(scale, true) ?? 1) };
  if (a.isBare && !second.isBare) return [adopt(a, second), second];
  if (second.isBare && !a.isBare) return [a, adopt(second, a)];
  if (a.kind !== "count" || second.kind !== "count") return [a, second];
  return [
    { ...a, unit: a.unit ?? second.unit },
    { ...second, unit: second.unit ?? a.unit },
  ];
}

const SCALED = /\d\s?(K|k|M|B|bn|thousand|million|billion)\b/;

function adopt(bare: Found, other: Found): Found {
  return { ...bare, kind: other.kind, unit: other.unit, isBare: false };
}

function single(found: Found, text: string): TextFigure {
  const { start, end } = found;
  return { ...plain(found), from: null, to: null, hedge: findHedge(text, start, end), start, end };
}

function plain({ text, kind, value, unit }: Found): {
  text: string;
  kind: Found["kind"];
  value: number;
  unit: string | null;
} {
  return { text, kind, value, unit };
}
