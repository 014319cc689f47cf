import type { Amount, AmountKind } from "./amount.ts";
import { measureOf, secondsOf } from "./amount-units.ts";
import { DICTIONARY, listed } from "./dictionary.ts";
import { lex } from "./lex.ts";
import { isPlural } from "./noun.ts";
import { stemOf } from "./stem.ts";
import type { Token } from "./token.ts";

/** What a label says of the figures behind it. */
interface LabelUnit {
  kind: AmountKind;
  unit: string;
  /** What a figure in this unit is multiplied with. */
  times: number;
}

/** Gives the figures behind a label what it says of them: "Agency cover, per month: £2,900", "Served after, min: 13". */
export function lendLabel(amounts: readonly Amount[], tokens: readonly Token[]): readonly Amount[] {
  const colon = tokens.findIndex(({ text }) => text === ":");
  if (colon <= 0) return amounts;
  const label = tokens.slice(0, colon);
  const [per, unit] = [perOf(label), unitOf(label)];
  if (per === null && unit === null) return amounts;
  return amounts.map((amount) => {
    if (amount.first < colon) return amount;
    const whole = unit === null ? amount : inUnit(amount, unit);
    return per !== null && whole.per === null ? { ...whole, per } : whole;
  });
}

/** Gives bare figures the unit that the header of their column names: "Minutes on average". */
export function lendHeader(amounts: readonly Amount[], header: string): readonly Amount[] {
  const unit = unitOf(lex(header));
  return unit === null ? amounts : amounts.map((amount) => inUnit(amount, unit));
}

function inUnit(amount: Amount, { kind, unit, times }: LabelUnit): Amount {
  if (amount.kind !== "number" || amount.isCount || amount.nouns.length > 0) return amount;
  return { ...amount, kind, unit, value: Number((amount.value * times).toPrecision(12)) };
}

function perOf(label: readonly Token[]): string | null {
  const at = label.findIndex(
    ({ key }, index) =>
      (key === "per" || key === "a") && DICTIONARY.timeUnits.get(label[index + 1]?.key ?? "") !== undefined,
  );
  return at < 0 ? null : stemOf(label[at + 1]?.key ?? "");
}

/** A unit that opens a label, or stands in it behind a comma, a bracket or "in". */
function unitOf(label: readonly Token[]): LabelUnit | null {
  // What stands last says it: "Pages a night, in minutes".
  for (const [at, token] of [...label.entries()].reverse()) {
    const before = label[at - 1];
    const isOpen = before === undefined || /^[,(]$/.test(before.text) || before.key === "in";
    // "Sick days per driver"
    if (!isOpen && label[at + 1]?.key !== "per") continue;
    const unit = unitAt(label, at, token);
    if (unit !== null) return unit;
  }
  return null;
}

/** "Hours" and "h", not the "week" of "Week 12". */
function unitAt(label: readonly Token[], at: number, { key, text }: Token): LabelUnit | null {
  const money = DICTIONARY.currencies.at(label, at);
  if (money !== null) return { kind: "money", unit: money.meaning, times: 1 };
  if (listed("percent").at(label, at) !== null) return { kind: "share", unit: "%", times: 0.01 };
  if (!(isPlural(key) || (key.length <= 3 && text === key))) return null;
  const time = DICTIONARY.timeUnits.get(key);
  if (time !== undefined) return { kind: "duration", unit: time, times: secondsOf(time) };
  const measure = measureOf(key);
  return measure === null ? null : { kind: "measure", unit: measure, times: 1 };
}
