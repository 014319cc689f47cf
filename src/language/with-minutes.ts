import type { PlacedQuantity } from "./quantity.ts";
import { isNext, type Token } from "./token.ts";

/** "3 h 20", "4 hours 31": the minutes behind go without saying. */
export function withMinutes(text: string, tokens: readonly Token[], quantity: PlacedQuantity): PlacedQuantity {
  const { kind, unit, next, start } = quantity;
  const [minutes, behind] = [tokens[next], tokens[next + 1]];
  if (kind !== "duration" || unit !== "hours" || !isNext(tokens[next - 1], minutes)) return quantity;
  if (
    minutes?.kind !== "number" ||
    !/^[0-5]?\d$/.test(minutes.text) ||
    /^(?:word|unit|money)$/.test(behind?.kind ?? "")
  )
    return quantity;
  return {
    ...quantity,
    value: quantity.value + Number(minutes.text) / 60,
    text: text.slice(start, minutes.end),
    end: minutes.end,
    next: next + 1,
  };
}
