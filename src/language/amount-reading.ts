import type { Amount, AmountKind } from "./amount.ts";
import { amountHedge } from "./amount-hedge.ts";
import { countsPlural, nounsBehind, perBehind } from "./amount-units.ts";
import type { Token } from "./token.ts";

/** What is being read: where it begins and ends, what it comes to. */
export interface Reading {
  first: number;
  next: number;
  value: number;
  isSpelled: boolean;
}

/** The amount that was read, with all that the words around say of it. */
export function closeAmount(
  text: string,
  tokens: readonly Token[],
  reading: Reading,
  kind: AmountKind,
  unit: string | null,
  isRough: boolean,
): Amount {
  const { first, next, value, isSpelled } = reading;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  const hedge = amountHedge(tokens, first, next);
  const per = perBehind(tokens, next);
  return {
    kind,
    value: Number(value.toPrecision(12)),
    unit,
    per,
    nouns: nounsBehind(tokens, next),
    isCount: countsPlural(tokens, next),
    isImplied: false,
    hedge,
    isRough,
    isSpelled,
    text: text.slice(start, end),
    start,
    end,
    first,
    next,
  };
}
