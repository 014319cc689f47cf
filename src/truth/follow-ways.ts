import type { Amount, AmountKind } from "../language/amount.ts";

/** One step of arithmetic from two amounts. */
export interface Step {
  /** The kind of what comes out, given those of both sides; null where the two can't be taken together. */
  kind(a: Amount, b: Amount): AmountKind | null;
  value(a: number, b: number): number;
  say(a: Amount, b: Amount): string;
  /** Both are amounts of the same kind. */
  isOfOneKind?: boolean;
  /** What comes out is seldom a whole number, and told as one. */
  isQuotient?: boolean;
  isOf?: "up" | "down";
}

const isAlike = (a: Amount, b: Amount): boolean =>
  (a.kind === "measure" && b.kind === "number" && !b.isCount) ||
  (b.kind === "measure" && a.kind === "number" && !a.isCount) ||
  (a.kind === "money" && b.kind === "number" && !b.isCount && b.value >= LEAST_MONEY) ||
  (a.kind === b.kind && (a.kind === "duration" || a.kind === "number" || a.unit === b.unit || a.kind === "share"));

const same = (a: Amount, b: Amount): AmountKind | null =>
  isAlike(a, b) && a.kind !== "share" && a.kind !== "multiple" ? a.kind : null;
const toKind =
  (kind: AmountKind) =>
  (a: Amount, b: Amount): AmountKind | null =>
    isAlike(a, b) ? kind : null;

export const addUp = (a: number, b: number): number => a + b;

/** The ways in which one amount follows from two of the story. Each is tried both ways round. */
export const WAYS: readonly Step[] = [
  { isOfOneKind: true, kind: same, value: (a, b) => a - b, say: (a, b) => `${a.text} less ${b.text}` },
  { isOfOneKind: true, kind: same, value: addUp, say: (a, b) => `${a.text} and ${b.text} together` },
  {
    isOfOneKind: true,
    kind: toKind("share"),
    value: (a, b) => (a < b ? a / b : Number.NaN),
    say: (a, b) => `${a.text} of ${b.text}`,
  },
  {
    isOfOneKind: true,
    kind: toKind("share"),
    isOf: "down",
    value: (a, b) => (a > b ? (a - b) / a : Number.NaN),
    say: (a, b) => `from ${a.text} to ${b.text}`,
  },
  {
    isOfOneKind: true,
    kind: toKind("share"),
    isOf: "up",
    value: (a, b) => (b > a && b < 3 * a ? (b - a) / a : Number.NaN),
    say: (a, b) => `from ${a.text} to ${b.text}`,
  },
  { isOfOneKind: true, kind: toKind("multiple"), value: (a, b) => a / b, say: (a, b) => `${a.text} against ${b.text}` },
  {
    kind: (a, b) => (a.kind === "share" && b.kind === "share" ? "points" : null),
    value: (a, b) => a - b,
    say: (a, b) => `from ${a.text} to ${b.text}`,
  },
  {
    kind: (a, b) => (a.kind === "money" && (b.kind === "number" || b.kind === "measure") ? "money" : null),
    value: (a, b) => (b === 1 ? Number.NaN : a * b),
    say: (a, b) => `${a.text} times ${b.text}`,
  },
  {
    kind: (a, b) =>
      (a.kind === "money" && (b.kind === "number" || b.kind === "measure")) ||
      (a.kind === "duration" && b.kind === "number")
        ? a.kind
        : null,
    value: (a, b) => (b === 1 ? Number.NaN : a / b),
    say: (a, b) => `${a.text} over ${b.text}`,
    isQuotient: true,
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

/** A bare number may be money where it is no smaller: "Costs: 17,400". */
export const LEAST_MONEY = 20;
