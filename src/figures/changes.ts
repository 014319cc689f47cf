import type { Quantity } from "../language/quantity.ts";
import { baseValue, canCompare } from "./equal.ts";

/** What follows from a change: by how many percent, how many times, in the change's own unit. Null where nothing does. */
export function followChange(from: Quantity, to: Quantity): { percent: number; times: number; by: number } | null {
  if (!canCompare(from, to) || from.kind === "clock") return null;
  const [a, b] = [baseValue(from), baseValue(to)];
  if (a <= 0 || b <= 0) return null;
  return { percent: (Math.abs(b - a) / a) * 100, times: Math.max(a / b, b / a), by: (Math.abs(b - a) * to.value) / b };
}
