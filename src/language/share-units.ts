import type { Amount } from "./amount.ts";
import { secondsOf } from "./amount-units.ts";
import type { Token } from "./token.ts";

/** "3–5 minutes", "from 6 to 12 hours": a number without a unit takes that of the other side. */
export function shareUnits(amounts: readonly Amount[], tokens: readonly Token[]): Amount[] {
  return amounts.map((amount, index) => {
    if (amount.kind !== "number") return amount;
    const [before, behind] = [amounts[index - 1], amounts[index + 1]];
    if (before !== undefined && !amount.isCount && mayLend(before) && leadsTo(before, amount, tokens))
      return inUnitOf(before, amount, 1);
    if (behind !== undefined && mayLendBack(behind) && isPair(amount, behind, tokens))
      return { ...inUnitOf(behind, amount, scaleOf(behind)), per: behind.per };
    return amount;
  });
}

function mayLend({ kind, unit }: Amount): boolean {
  return /^(?:duration|money|share|measure)$/.test(kind) && unit !== "fraction";
}

function mayLendBack({ kind, unit }: Amount): boolean {
  return kind !== "number" && kind !== "multiple" && unit !== "fraction";
}

/** "from 6 hours to 12" */
function leadsTo(before: Amount, amount: Amount, tokens: readonly Token[]): boolean {
  const gap = tokens.slice(before.next, amount.first);
  const isTo = gap.length <= 5 && gap.some(({ key }) => key === "to");
  return isTo && tokens.slice(Math.max(0, before.first - 3), before.first).some(({ key }) => key === "from");
}

/** "3–5 minutes", "3 or 5 minutes" */
function isPair(amount: Amount, behind: Amount, tokens: readonly Token[]): boolean {
  const between = tokens.slice(amount.next, behind.first);
  return between.length === 1 && /^(?:[-–—→]|to|and|or|->)$/.test(between[0]?.key ?? "");
}

function inUnitOf({ kind, unit }: Amount, amount: Amount, scale: number): Amount {
  return { ...amount, kind, unit, value: Number((amount.value * factorOf(kind, unit) * scale).toPrecision(12)) };
}

function factorOf(kind: Amount["kind"], unit: string | null): number {
  if (kind === "duration") return secondsOf(unit ?? "");
  return unit === "%" ? 0.01 : 1;
}

/** "$5-10K" */
function scaleOf({ kind, text }: Amount): number {
  if (kind !== "money" || !/\d\s?[KMk]|million|thousand/.test(text)) return 1;
  return /[Kk]|thousand/.test(text) ? 1e3 : 1e6;
}
