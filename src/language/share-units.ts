import type { Amount } from "./amount.ts";
import { secondsOf } from "./amount-units.ts";
import type { Token } from "./token.ts";

/** "3–5 minutes", "from 6 to 12 hours": the first side takes the unit of the second. */
export function shareUnits(amounts: readonly Amount[], tokens: readonly Token[]): Amount[] {
  return amounts.map((amount, index) => {
    const before = amounts[index - 1];
    if (
      before !== undefined &&
      amount.kind === "number" &&
      !amount.isCount &&
      /^(?:duration|money|share|measure)$/.test(before.kind) &&
      before.unit !== "fraction"
    ) {
      const gap = tokens.slice(before.next, amount.first).map(({ key }) => key);
      const isTo =
        gap.length <= 5 &&
        gap.includes("to") &&
        tokens.slice(Math.max(0, before.first - 3), before.first).some(({ key }) => key === "from");
      if (isTo)
        return {
          ...amount,
          kind: before.kind,
          unit: before.unit,
          value: Number(
            (
              amount.value *
              (before.kind === "duration" ? secondsOf(before.unit ?? "") : before.unit === "%" ? 0.01 : 1)
            ).toPrecision(12),
          ),
        };
    }
    const behind = amounts[index + 1];
    if (behind === undefined || amount.kind !== "number" || behind.kind === "number" || behind.kind === "multiple")
      return amount;
    const between = tokens.slice(amount.next, behind.first);
    const isPair = between.length === 1 && /^(?:[-–—→]|to|and|or|->)$/.test(between[0]?.key ?? "");
    if (!isPair || behind.unit === "fraction") return amount;
    const factor = behind.kind === "duration" ? secondsOf(behind.unit ?? "") : behind.unit === "%" ? 0.01 : 1;
    const scale = behind.kind === "money" && /\d\s?[KMk]|million|thousand/.test(behind.text) ? scaleOf(behind.text) : 1;
    return {
      ...amount,
      kind: behind.kind,
      unit: behind.unit,
      per: behind.per,
      value: Number((amount.value * factor * scale).toPrecision(12)),
    };
  });
}

function scaleOf(text: string): number {
  return /[Kk]|thousand/.test(text) ? 1e3 : 1e6;
}
