import type { Amount } from "./amount.ts";
import type { Token } from "./token.ts";

/** Joins what is one length of time: "1 hour 40 minutes", "two years and three months". */
export function joinLengths(amounts: readonly Amount[], text: string, tokens: readonly Token[]): Amount[] {
  const joined: Amount[] = [];
  for (const amount of amounts) {
    const before = joined.at(-1);
    const isMinute = before !== undefined && isMinutes(before, amount);
    if (before !== undefined && (isMinute || isRest(before, amount, tokens))) {
      const whole = isMinute
        ? { ...before, value: before.value + amount.value * 60, unit: "minutes" }
        : { ...before, value: before.value + amount.value, unit: amount.unit };
      joined[joined.length - 1] = {
        ...whole,
        text: text.slice(before.start, amount.end),
        end: amount.end,
        next: amount.next,
        nouns: amount.nouns,
      };
    } else if (before !== undefined && isCents(before, amount, tokens)) {
      joined[joined.length - 1] = {
        ...before,
        value: before.value + amount.value,
        text: text.slice(before.start, amount.end),
        end: amount.end,
        next: amount.next,
      };
    } else joined.push(amount);
  }
  return joined;
}

/** "twelve euros and fifty cents" */
function isCents(before: Amount, amount: Amount, tokens: readonly Token[]): boolean {
  const between = tokens.slice(before.next, amount.first).map(({ key }) => key);
  return (
    before.kind === "money" &&
    (between.length === 0 || (between.length === 1 && between[0] === "and")) &&
    amount.kind === "money" &&
    (amount.unit === "cent" || /(?:pence|\dp)$/.test(amount.text))
  );
}

/** "4 hours 31": the minutes go without saying. */
function isMinutes(before: Amount, { kind, value, nouns, isCount, first, hedge, isSpelled }: Amount): boolean {
  return (
    before.unit === "hours" &&
    !before.isImplied &&
    !before.isRough &&
    first === before.next &&
    kind === "number" &&
    Number.isInteger(value) &&
    value < 60 &&
    nouns.length === 0 &&
    !(isCount || isSpelled || hedge !== null)
  );
}

/** A length in a smaller unit right behind another, less than one of that. */
function isRest(before: Amount, amount: Amount, tokens: readonly Token[]): boolean {
  if (before.kind !== "duration" || amount.kind !== "duration" || before.unit === amount.unit) return false;
  if (before.isImplied || amount.isImplied || before.isRough || amount.isRough || amount.hedge !== null) return false;
  const between = tokens.slice(before.next, amount.first).map(({ key }) => key);
  return amount.value < before.value / 1.01 && (between.length === 0 || (between.length === 1 && between[0] === "and"));
}
