import type { Amount, AmountKind } from "./amount.ts";
import { closeAmount, type Reading } from "./amount-reading.ts";
import { gapEnd, measureAt, secondsOf, timeBehind } from "./amount-units.ts";
import { DICTIONARY, listed } from "./dictionary.ts";
import type { Token } from "./token.ts";

/** The amount of a number with the unit that stands behind it. */
export function readUnit(text: string, tokens: readonly Token[], reading: Reading): Amount {
  const at = gapEnd(tokens, reading.next);
  const end = (rest: Partial<Reading>, kind: AmountKind, unit: string | null, isRough = false): Amount =>
    closeAmount(text, tokens, { ...reading, ...rest }, kind, unit, isRough);
  const money = DICTIONARY.currencies.at(tokens, at);
  // "5 $3" is two amounts, the mark that of the second.
  if (money !== null && !(tokens[at]?.kind === "money" && tokens[at + 1]?.kind === "number"))
    return end({ next: at + money.length }, "money", money.meaning);
  const minor = MINOR[tokens[at]?.key ?? ""];
  if (minor !== undefined) return end({ next: at + 1, value: reading.value / 100 }, "money", minor);
  const percent = listed("percent").at(tokens, at);
  if (percent !== null) {
    const kind = isPoints(tokens, at, percent.length) ? "points" : "share";
    return end({ next: at + percent.length, value: reading.value / 100 }, kind, "%");
  }
  if (isDifferenceOfShares(tokens, at)) return end({ next: at + 1, value: reading.value / 100 }, "points", "%");
  return readMultiple(text, tokens, reading, at) ?? readMeasure(text, tokens, reading, at);
}

/** "4 ×", "three times as many" */
function readMultiple(text: string, tokens: readonly Token[], reading: Reading, at: number): Amount | null {
  const isMark = isTimesMark(tokens[at]) && !isFactor(tokens[at + 1]);
  const behind = tokens[at + 1]?.key ?? "";
  // "19 times a usual morning's", not "19 times a week"
  const isOfA = /^an?$/.test(behind) && DICTIONARY.timeUnits.get(tokens[at + 2]?.key ?? "") === undefined;
  const isOfTime = behind === "that" && DICTIONARY.timeUnits.get(tokens[at + 2]?.key ?? "") !== undefined;
  const isTimes = tokens[at]?.key === "times" && (isOfA || (listed("timesOf").get(behind) === true && !isOfTime));
  if (!isMark && !isTimes) return null;
  return closeAmount(text, tokens, { ...reading, next: at + 1 }, "multiple", "x", isTimes && reading.isSpelled);
}

function readMeasure(text: string, tokens: readonly Token[], reading: Reading, at: number): Amount {
  const time = timeBehind(tokens, at);
  if (time !== null) {
    const length = { ...reading, next: time.next, value: reading.value * secondsOf(time.unit) };
    return closeAmount(text, tokens, length, "duration", time.unit, false);
  }
  const measure = measureAt(tokens, at);
  if (measure === null) return closeAmount(text, tokens, reading, "number", null, false);
  return closeAmount(text, tokens, { ...reading, next: measure.next }, "measure", measure.unit, false);
}

/** "50p", "nine pence"; whose cents are meant the rest of the text says. */
const MINOR: Readonly<Record<string, string>> = {
  p: "GBP",
  pence: "GBP",
  cent: "cent",
  cents: "cent",
  centimes: "cent",
};

function isPoints(tokens: readonly Token[], at: number, length: number): boolean {
  const [first = "", last = ""] = [tokens[at]?.key, tokens[at + length - 1]?.key];
  return /^(?:percentage|percent|point)/.test(first) && /points?$/.test(last);
}

/** "23 points higher": of two shares; "23 points" alone may be those of a list. */
function isDifferenceOfShares(tokens: readonly Token[], at: number): boolean {
  if (!/^points?$/.test(tokens[at]?.key ?? "")) return false;
  if (tokens[at - 2]?.key === "by") return true;
  const behind = tokens[at + 1]?.key ?? "";
  return DICTIONARY.direction.get(behind) !== undefined || listed("comparing").get(behind) === true || behind === "too";
}

/** What "23 × $82" is multiplied with. */
function isFactor(token: Token | undefined): boolean {
  return token?.kind === "number" || token?.kind === "money" || token?.kind === "quote";
}

function isTimesMark(token: Token | undefined): boolean {
  return token?.text === "×" || token?.key === "x";
}
