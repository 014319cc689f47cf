import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { stemOf } from "../language/stem.ts";
import { isPerOther } from "./compare-amounts.ts";
import type { Stated } from "./follow.ts";
import type { Passage } from "./passage.ts";

/** "78 years old", "an 83-year-old": in the story the number may stand behind a name. */
export function isAge({ unit, next }: Amount, { tokens }: Passage): boolean {
  return unit === "years" && tokens.slice(next, next + 2).some(({ key }) => /^olds?(?:'s)?$/.test(key));
}

/** A bare number says an amount with a unit only where that unit stands beside it or in front: "from 41 days to 6". */
export function isOfKind({ amount, passage }: Stated, stated: Amount, before: Passage | undefined): boolean {
  if (amount.kind === stated.kind || amount.kind !== "number" || stated.kind === "measure" || stated.kind === "money")
    return true;
  const unit = stated.kind === "duration" ? `=${stemOf((stated.unit ?? "").replace(/s$/, ""))}` : "";
  return (
    passage.amounts.some(
      ({ kind, unit: own }) => kind === stated.kind && (kind !== "duration" || own === stated.unit),
    ) ||
    before?.amounts.some(({ kind, unit: other }) => kind === stated.kind && other === stated.unit) === true ||
    passage.context.has(unit) ||
    passage.context.has(unit.slice(1))
  );
}

/** "days" for "hours", "€" for "£": both are units, and not the same. */
export function isOtherUnit(a: Amount, b: Amount): boolean {
  // "two weeks later" is no slip for "two slots".
  if (a.kind === "duration" && a.isSpelled && b.kind !== "duration") return false;
  // "a mile and a half" is none for "$1.50".
  if ([a, b].some(({ kind }) => kind === "measure") && [a, b].some(({ kind }) => kind === "money")) return false;
  // "900 calls an hour" for 900 a day
  return a.kind !== "number" || b.kind !== "number" || isPerOther(a.per, b.per);
}

/** "9 to 1" are hours of the clock where the story has these. */
export function isHour({ kind, value, isCount }: Amount, passages: readonly Passage[]): boolean {
  return (
    kind === "number" &&
    !isCount &&
    passages.some(({ times }) => times.some((time) => time.kind === "clock" && time.value % 720 === (value * 60) % 720))
  );
}

/** Small numbers in words are how people talk; "1 credit I can't claim" counts its own. */
export function isSmall({ kind, value, isSpelled, hedge, next }: Amount, { tokens }: Passage): boolean {
  if (value === 0) return true;
  if (kind !== "number" || hedge !== null) return false;
  return (isSpelled && value <= 4) || (value === 1 && !/^(?:and|to|or|-|–)$/.test(tokens[next]?.key ?? ""));
}

/** "one in 15" is no fraction that one says of many things. */
export function isOdd({ kind, value }: Amount): boolean {
  return kind === "share" && value < 0.1 - 1e-6;
}

/** "50% below" is of the larger of two, "50% above" of the smaller. */
export function isOtherSide({ kind, next, hedge }: Amount, { tokens }: Passage, isOf: "up" | "down"): boolean {
  const word = tokens[next]?.key ?? "";
  if (kind !== "share" || hedge === "over" || hedge === "under" || listed("sides").get(word) !== true) return false;
  const side = DICTIONARY.direction.get(word);
  return side !== undefined && side !== isOf;
}
