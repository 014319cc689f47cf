import { listed } from "./dictionary.ts";
import { findQuantities, letterScale } from "./find-quantities.ts";
import { findHedge } from "./hedge.ts";
import { lex } from "./lex.ts";
import { mayHoldNumber } from "./number.ts";
import type { PlacedQuantity, Quantity, TextFigure } from "./quantity.ts";
import { remembered } from "./remembered.ts";
import { isGlued, type Token } from "./token.ts";

/** Finds the figures of a plain text: its quantities, and the changes and ranges they form. Bare numbers count only in a pair. */
export function findTextFigures(text: string): readonly TextFigure[] {
  return mayHoldNumber(text) ? readFigures(text) : NONE;
}

const NONE: readonly TextFigure[] = [];

/** No figure goes beyond the end of a sentence, so that only sentences with a number are taken apart. */
const readFigures = remembered((text): readonly TextFigure[] => {
  const figures: TextFigure[] = [];
  let start = 0;
  for (const sentence of text.split(SENTENCE_END)) {
    if (mayHoldNumber(sentence))
      for (const figure of readSentence(sentence, start > 0))
        figures.push(start === 0 ? figure : { ...figure, start: figure.start + start, end: figure.end + start });
    start += sentence.length + 1;
  }
  return figures;
});

/** Behind a word that is too long for most abbreviations, and in front of one with a capital. */
const SENTENCE_END = /(?<=[a-z]{4}[.!?]) (?=[A-Z])/;

function readSentence(text: string, isLed: boolean): TextFigure[] {
  const tokens = lex(text);
  const quantities = findQuantities(text, tokens);
  const figures: TextFigure[] = [];
  for (let index = 0; index < quantities.length; index++) {
    const [first, second] = [quantities[index], quantities[index + 1]];
    if (first === undefined) continue;
    const relation = second === undefined ? null : relate(tokens, first, second);
    if (second === undefined || relation === null) {
      if (!first.isBare || isLed || isWorthTelling(text, first)) figures.push(single(first, tokens));
      continue;
    }
    figures.push(...pair(text, tokens, first, second, relation));
    index++;
  }
  return figures;
}

/** A number without a noun says something after "at exactly" or "to"; alone on a line it is a mark. */
function isWorthTelling(text: string, { start, end }: PlacedQuantity): boolean {
  return /\p{L}/u.test(text.slice(0, start)) || /^\s+\p{L}/u.test(text.slice(end));
}

/** `arrow` and `from` lead from the first to the second, `back` the other way round. */
type Relation = "arrow" | "from" | "back" | "range";

function relate(tokens: readonly Token[], a: PlacedQuantity, b: PlacedQuantity): Relation | null {
  if (!fitTogether(a, b)) return null;
  const between = tokens.slice(a.next, b.first);
  if (isArrow(between)) return "arrow";
  if (isFromTo(tokens, a, between)) return "from";
  if (isBackTo(between)) return "back";
  return isRange(tokens, a, b, between) ? "range" : null;
}

function fitTogether(a: PlacedQuantity, b: PlacedQuantity): boolean {
  return a.kind === b.kind || (a.isBare && b.kind !== "clock") || (b.isBare && a.kind !== "clock");
}

const ARROWS = /^(?:→|⟶|➜|➔|⇒|-+>|=+>)$/u;

function isArrow(between: readonly Token[]): boolean {
  const [arrow, ...rest] = between.filter(({ text }) => text !== "*");
  return ARROWS.test(arrow?.text ?? "") && rest.every(({ text }) => /^[~≈]$/.test(text));
}

/** So many letters may be between the sides of "from 5 developers in one room to 50". */
const WIDEST_GAP = 45;

/** "from 6 hours down to just 12 minutes" */
function isFromTo(tokens: readonly Token[], a: PlacedQuantity, between: readonly Token[]): boolean {
  if (!isLedBy(tokens, a.first, "from") || widthOf(between) > WIDEST_GAP || breaks(between)) return false;
  const end = between.length - hedgeLength(between);
  return listed("to").get(between[end - 1]?.key ?? "") === true;
}

/** How many words at the end of a gap only soften what follows: "just", "about", "just under". */
function hedgeLength(between: readonly Token[]): number {
  let length = 0;
  while (isSoftener(between[between.length - 1 - length])) length++;
  return length;
}

function isSoftener(token: Token | undefined): boolean {
  return listed("softeners").get(token?.key ?? "") === true;
}

function isLedBy(tokens: readonly Token[], first: number, lead: "from" | "between"): boolean {
  let at = first - 1;
  while (lead === "from" && isSoftener(tokens[at])) at--;
  return listed(lead).get(tokens[at]?.key ?? "") === true;
}

function breaks(between: readonly Token[]): boolean {
  return between.some(({ text }) => /^[.;:()!?]$/.test(text));
}

function widthOf(between: readonly Token[]): number {
  return (between.at(-1)?.end ?? 0) - (between[0]?.start ?? 0);
}

/** "(was 30 minutes)", "up from 94%" */
function isBackTo(between: readonly Token[]): boolean {
  const keys = between.map(({ key }) => key);
  const open = keys.lastIndexOf("(");
  if (open >= 0 && open <= 5 && !breaks(between.slice(0, open))) {
    const inside = keys.slice(open + 1).filter((key) => key !== ":");
    return inside.length === 1 && listed("was").get(inside[0] ?? "") === true;
  }
  return keys.at(-1) === "from" && /^(?:up|down)$/.test(keys.at(-2) ?? "") && keys.length <= 6 && !breaks(between);
}

/** "5-15 developers", "3 to 4 weeks", "between 5 and 10 people" */
function isRange(tokens: readonly Token[], a: PlacedQuantity, b: PlacedQuantity, between: readonly Token[]): boolean {
  const [mark, ...rest] = between;
  if (mark === undefined || rest.length > 0) return false;
  const isDash = /^[-–—]$/.test(mark.text);
  if (b.isBare && isDash && isGlued(tokens[a.next - 1], mark) && isGlued(mark, tokens[b.first])) return true;
  if (!a.isBare && a.kind !== b.kind) return false;
  if (isDash || listed("rangeTo").get(mark.key) === true) return true;
  return listed("and").get(mark.key) === true && isLedBy(tokens, a.first, "between");
}

function pair(
  text: string,
  tokens: readonly Token[],
  first: PlacedQuantity,
  second: PlacedQuantity,
  relation: Relation,
): TextFigure[] {
  const [a, b] = agree(first, second, relation);
  const [from, to] = relation === "back" ? [b, a] : [a, b];
  const written = text.slice(first.start, second.end);
  return [
    {
      text: written.includes("(") && !written.includes(")") ? `${written})` : written,
      kind: relation === "range" ? "range" : "change",
      value: to.value,
      unit: to.unit,
      from: plain(from),
      to: plain(to),
      hedge: null,
      start: first.start,
      end: second.end,
    },
    single(a, tokens),
    single(b, tokens),
  ];
}

/** "5 → 50 developers", "$5-10K": the side that does not say what it counts takes the other's word, in a range its scale too. */
function agree(first: PlacedQuantity, second: PlacedQuantity, relation: Relation): [PlacedQuantity, PlacedQuantity] {
  const scale = relation === "range" && scaleIn(first.text) === null ? (scaleIn(second.text) ?? 1) : 1;
  const a = { ...first, value: first.value * scale };
  if (a.isBare && !second.isBare) return [adopt(a, second), second];
  if (second.isBare && !a.isBare) return [a, adopt(second, a)];
  if (a.kind !== "count" || second.kind !== "count") return [a, second];
  return [
    { ...a, unit: a.unit ?? second.unit },
    { ...second, unit: second.unit ?? a.unit },
  ];
}

/** What the scale of a written amount multiplies by; null where it has none. */
export function scaleIn(written: string): number | null {
  const mark = /\d[\s-]?(K|k|M|B|bn|thousand|million|billion)\b/.exec(written)?.[1];
  if (mark === undefined) return null;
  return letterScale(mark, true) ?? { thousand: 1e3, million: 1e6, billion: 1e9 }[mark] ?? null;
}

function adopt(bare: PlacedQuantity, other: PlacedQuantity): PlacedQuantity {
  return { ...bare, kind: other.kind, unit: other.unit, isBare: false };
}

function single(quantity: PlacedQuantity, tokens: readonly Token[]): TextFigure {
  const { text, kind, value, unit, start, end, first, next } = quantity;
  return { text, kind, value, unit, from: null, to: null, hedge: findHedge(tokens, first, next), start, end };
}

function plain({ text, kind, value, unit }: PlacedQuantity): Quantity {
  return { text, kind, value, unit };
}
