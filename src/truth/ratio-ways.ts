import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isBy } from "./named-change.ts";
import { type Pair, valuesOf } from "./pairs.ts";
import type { Passage } from "./passage.ts";

/** How a share or a multiple comes out of a pair. */
export type Way = "part" | "rest" | "fall" | "rise" | "times" | "most";

export function ratioOf({ small, large }: Pair, way: Way): number {
  const [lo, hi] = valuesOf(small.amount, large.amount);
  if (way === "part") return lo / hi;
  if (way === "most") return hi / (lo + hi);
  if (way === "rise") return (hi - lo) / lo;
  return way === "times" ? hi / lo : (hi - lo) / hi;
}

/** In tokens: "cut the time per parcel by almost two thirds". */
export const AROUND = 8;

/** The ways in which the words around an amount say that it came about. */
export function waysOf(amount: Amount, { tokens }: Passage): readonly Way[] {
  if (amount.kind === "multiple") return amount.value < 1 ? ["part"] : ["times"];
  const isRest = tokens.some(({ key }) => listed("remainder").get(key) === true || /^un\p{L}+$/u.test(key));
  const parts: readonly Way[] = isRest ? ["part", "rest"] : ["part"];
  if (/^\S+ (?:in|out of) \S+$/.test(amount.text)) return parts;
  const behind = tokens[amount.next]?.key ?? "";
  // "half as much again"
  if (
    /^as \S+ again\b/.test(
      tokens
        .slice(amount.next, amount.next + 3)
        .map(({ key }) => key)
        .join(" "),
    )
  )
    return ["rise"];
  // "calls fell by nearly two thirds, and corrections by more than half"
  const reach = isBy(amount, tokens) ? amount.first : AROUND;
  const before = tokens.slice(Math.max(0, amount.first - reach), amount.first);
  // "more than half": the words of a hedge turn nothing.
  const turns = [
    ...before.filter((_, at) => before[at + 1]?.key !== "than"),
    ...tokens.slice(amount.next, amount.next + 2),
  ].flatMap(({ key }) => turnsOf(key));
  if (turns.length === 0 || (behind === "of" && tokens[amount.first - 1]?.key !== "by")) return parts;
  return isBy(amount, tokens) ? [...new Set(turns)] : [...new Set<Way>([...turns, ...parts])];
}

/** "97% faster" is 97% less time. */
function turnsOf(key: string): readonly Way[] {
  const turn = DICTIONARY.direction.get(key);
  if (turn === undefined) return [];
  if (listed("comparing").get(key) === true) return ["fall", "rise"];
  return [turn === "up" ? "rise" : "fall"];
}
