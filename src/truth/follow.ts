import type { Amount, AmountKind } from "../language/amount.ts";
import { fits, isClose } from "./compare-amounts.ts";
import type { Passage } from "./passage.ts";

/** An amount of the story, and where it stands. */
export interface Stated {
  amount: Amount;
  passage: Passage;
}

/** What an amount follows from, in words and with its source. */
export interface Following {
  because: string;
  passage: Passage;
  /** Of a change: up where the story's figure rises, down where it falls. */
  turn?: "up" | "down";
  /** Of a sum: what it adds up. */
  parts?: readonly Amount[];
}

interface Way {
  /** The kind of what comes out, given those of both sides; null where the two can't be taken together. */
  kind(a: Amount, b: Amount): AmountKind | null;
  value(a: number, b: number): number;
  say(a: Amount, b: Amount): string;
}

const isAlike = (a: Amount, b: Amount): boolean =>
  (a.kind === "measure" && b.kind === "number" && !b.isCount) ||
  (b.kind === "measure" && a.kind === "number" && !a.isCount) ||
  (a.kind === b.kind && (a.kind === "duration" || a.kind === "number" || a.unit === b.unit || a.kind === "share"));

const same = (a: Amount, b: Amount): AmountKind | null =>
  isAlike(a, b) && a.kind !== "share" && a.kind !== "multiple" ? a.kind : null;
const toKind =
  (kind: AmountKind) =>
  (a: Amount, b: Amount): AmountKind | null =>
    isAlike(a, b) ? kind : null;

const addUp = (a: number, b: number): number => a + b;

/** The ways in which one amount follows from two of the story. Each is tried both ways round. */
export const WAYS: readonly Way[] = [
  { kind: same, value: (a, b) => a - b, say: (a, b) => `${a.text} less ${b.text}` },
  { kind: same, value: addUp, say: (a, b) => `${a.text} and ${b.text} together` },
  { kind: toKind("share"), value: (a, b) => (a < b ? a / b : Number.NaN), say: (a, b) => `${a.text} of ${b.text}` },
  {
    kind: toKind("share"),
    value: (a, b) => (a > b ? (a - b) / a : Number.NaN),
    say: (a, b) => `from ${a.text} to ${b.text}`,
  },
  {
    kind: toKind("share"),
    value: (a, b) => (b > a && b < 3 * a ? (b - a) / a : Number.NaN),
    say: (a, b) => `from ${a.text} to ${b.text}`,
  },
  { kind: toKind("multiple"), value: (a, b) => a / b, say: (a, b) => `${a.text} against ${b.text}` },
  {
    kind: (a, b) => (a.kind === "share" && b.kind === "share" ? "points" : null),
    value: (a, b) => a - b,
    say: (a, b) => `from ${a.text} to ${b.text}`,
  },
  {
    kind: (a, b) => (a.kind === "money" && (b.kind === "number" || b.kind === "measure") ? "money" : null),
    value: (a, b) => a * b,
    say: (a, b) => `${a.text} times ${b.text}`,
  },
  {
    kind: (a, b) => (a.kind === "money" && (b.kind === "number" || b.kind === "measure") ? "money" : null),
    value: (a, b) => a / b,
    say: (a, b) => `${a.text} over ${b.text}`,
  },
  {
    kind: (a, b) =>
      b.kind === "share" && a.kind !== "share" && a.kind !== "multiple" && a.kind !== "points" ? a.kind : null,
    value: (a, b) => a * b,
    say: (a, b) => `${b.text} of ${a.text}`,
  },
  {
    kind: (a, b) => (b.kind === "share" && (a.kind === "money" || a.kind === "number") ? a.kind : null),
    value: (a, b) => a * (1 - b),
    say: (a, b) => `${a.text} less ${b.text}`,
  },
];

/** Whether kinds agree: a bare number says any, a share may be said as a multiple ("half as often"). */
function agrees(stated: Amount, kind: AmountKind, of: Amount): boolean {
  if (stated.kind === kind) return stated.kind !== "money" || stated.unit === of.unit;
  if (stated.kind === "number")
    return kind === "money" ? stated.value >= 100 : kind !== "share" && kind !== "multiple" && kind !== "points";
  return (
    (stated.kind === "share" && kind === "multiple" && stated.isRough) ||
    (stated.kind === "measure" && kind === "number")
  );
}

/** Follows a single amount: what is left of a share, a rounding, a share as a multiple. */
export function followOne(stated: Amount, { amount, passage }: Stated, isRest: boolean): Following | null {
  const isLike = agrees(stated, amount.kind, amount) && (stated.kind !== "measure" || amount.unit === stated.unit);
  if (isLike && mayRound(stated, amount) && fits(stated, amount.value))
    return { because: `${amount.text}, rounded`, passage };
  if (isLike && stated.kind === "duration" && stated.unit !== amount.unit && isClose(stated.value, amount.value, 0.03))
    return { because: amount.text, passage };
  if (isRest && stated.kind === "share" && amount.kind === "share" && fits(stated, 1 - amount.value))
    return { because: `what ${amount.text} leaves`, passage };
  return null;
}

/** Only what is said in another unit, with a hedge, in words or with decimals may be a rounding. */
function mayRound(stated: Amount, { kind, unit }: Amount): boolean {
  if (kind === "duration" && stated.kind === "number") return false;
  const isOtherUnit = kind === "duration" && stated.unit !== unit;
  return isOtherUnit || stated.hedge !== null || stated.isRough || hasDecimals(stated);
}

const hasDecimals = ({ text }: Amount): boolean => /\d[.,]\d{1,2}(?!\d)|[KM]\b|million|thousand/.test(text);

/** Follows two amounts of the story by one step of arithmetic. */
export function followTwo(stated: Amount, a: Stated, b: Stated): Following | null {
  for (const { kind, value, say } of WAYS) {
    const made = kind(a.amount, b.amount);
    if (made === null || !agrees(stated, made, a.amount)) continue;
    if (!fits(stated, value(a.amount.value, b.amount.value))) continue;
    const turn = turnOf(a, b);
    return {
      because: say(a.amount, b.amount),
      passage: a.passage,
      ...(turn === null ? {} : { turn }),
      ...(value === addUp ? { parts: [a.amount, b.amount] } : {}),
    };
  }
  return null;
}

/** Which way the story goes from one amount to the other, where it says "to" or an arrow between them. */
function turnOf(one: Stated, other: Stated): "up" | "down" | null {
  if (one.passage !== other.passage) return null;
  const [first, second] =
    one.amount.first < other.amount.first ? [one.amount, other.amount] : [other.amount, one.amount];
  const between = one.passage.tokens.slice(first.next, second.first).map(({ key }) => key);
  if (between.length > 7 || !between.some((key) => /^(?:→|->|to)$/.test(key)) || first.value === second.value)
    return null;
  return second.value > first.value ? "up" : "down";
}
