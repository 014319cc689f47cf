import { readClock } from "./clock.ts";
import { DICTIONARY, listed } from "./dictionary.ts";
import { findNameNumbers, isYear } from "./name-numbers.ts";
import { countedNoun, pluralOf, singleNoun } from "./noun.ts";
import { mayOpenNumber, readNumber } from "./number.ts";
import type { PlacedQuantity, QuantityKind } from "./quantity.ts";
import { isGlued, isNext, type Token } from "./token.ts";
import { withMinutes } from "./with-minutes.ts";

/** Finds every quantity of a line of plain text, in order. */
export function findQuantities(text: string, tokens: readonly Token[]): PlacedQuantity[] {
  const names = tokens.some(({ kind }) => kind === "number") ? findNameNumbers(text, tokens) : NO_NAMES;
  const found: PlacedQuantity[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || !mayOpenNumber(token) || names.has(index)) continue;
    const own = quantityAt(text, tokens, index);
    if (own === null) continue;
    const quantity = withMinutes(text, tokens, own);
    found.push(quantity);
    index = quantity.next - 1;
  }
  return found;
}

const NO_NAMES: ReadonlySet<number> = new Set();

function quantityAt(text: string, tokens: readonly Token[], index: number): PlacedQuantity | null {
  const token = tokens[index];
  if (token?.kind === "number" && isPartOfNumber(tokens, index)) return null;
  const reading = openReading(text, tokens, index);
  const quantity = reading === null ? null : readUnit(reading);
  if (quantity === null) return null;
  if (reading?.isSpelled === true) return isFigureInWords(tokens, index, quantity) ? quantity : null;
  if ((quantity.isBare || quantity.kind === "count") && isYear(tokens, index) && !isCountOfYearLength(tokens, quantity))
    return null;
  return quantity;
}

/** "v2.3", "1:30:15": what is right behind another number and its mark is a part of it. */
function isPartOfNumber(tokens: readonly Token[], index: number): boolean {
  const [before, mark, token] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  return isGlued(mark, token) && isGlued(before, mark) && before?.kind === "number" && /^[.,:]$/.test(mark?.text ?? "");
}

/** "One day" and "one engineer" are how stories are told, not figures; a clock time in words has its own words. */
function isFigureInWords(tokens: readonly Token[], index: number, quantity: PlacedQuantity): boolean {
  if (quantity.isBare || quantity.kind === "clock") return false;
  const word = tokens[index]?.key;
  const isAlone = quantity.value === 1 || quantity.value === 0;
  if (isAlone && word === "one") return quantity.kind !== "count" && quantity.unit !== "days";
  return word !== "zero" || quantity.kind === "count";
}

/** "2000 users" counts; "in 2019 users left" does not. */
function isCountOfYearLength(tokens: readonly Token[], { unit, first }: PlacedQuantity): boolean {
  return unit !== null && listed("yearLeads").get(tokens[first - 1]?.key ?? "") !== true;
}

/** A number that is being read: what was taken of it, and up to where. */
interface Reading {
  text: string;
  tokens: readonly Token[];
  first: number;
  next: number;
  value: number;
  isSpelled: boolean;
  /** The currency of a mark in front. */
  currency: string | null;
}

/** Takes the number, the money mark in front of it, its plus and its scale. */
function openReading(text: string, tokens: readonly Token[], index: number): Reading | null {
  const number = readNumber(text, tokens, index);
  if (number === null) return null;
  const mark = tokens[index - 1];
  const currency = mark?.kind === "money" && isNext(mark, tokens[index]) ? currencyOf(mark) : null;
  const clock = currency === null ? readClock(tokens, index, number) : null;
  const reading: Reading = {
    text,
    tokens,
    first: currency === null ? index : index - 1,
    next: number.next,
    value: number.value,
    isSpelled: number.isSpelled,
    currency,
  };
  if (clock !== null) return { ...reading, value: clock.value, next: clock.next, currency: "clock" };
  takePlus(reading);
  takeScale(reading);
  takePlus(reading);
  takeOdd(reading);
  return reading;
}

function currencyOf(mark: Token): string | null {
  return DICTIONARY.currencies.get(mark.key) ?? null;
}

function takePlus(reading: Reading): void {
  const { tokens, next } = reading;
  if (tokens[next]?.text === "+" && isGlued(tokens[next - 1], tokens[next])) reading.next++;
  else if (tokens[next]?.text === "-" && tokens[next + 1]?.key === "plus") reading.next += 2;
}

/** "sixty-odd people". */
function takeOdd(reading: Reading): void {
  const { tokens, next } = reading;
  if (tokens[next]?.text === "-" && tokens[next + 1]?.key === "odd" && isGlued(tokens[next], tokens[next + 1]))
    reading.next += 2;
}

/** `K`, `M`, `bn`, `Mio.` and "million"; a small m or b only counts behind a money mark. */
function takeScale(reading: Reading): void {
  const { tokens, next, currency } = reading;
  const behind = tokens[next];
  const factor =
    behind === undefined || !isNext(tokens[next - 1], behind) ? null : letterScale(behind.text, currency !== null);
  if (factor !== null) {
    reading.value *= factor;
    const isPointed = /^(?:Mio|Mrd|Tsd)$/.test(behind?.text ?? "") && tokens[next + 1]?.text === ".";
    reading.next = isPointed && isGlued(behind, tokens[next + 1]) ? next + 2 : next + 1;
    return;
  }
  const isHyphened = behind?.text === "-" && isGlued(tokens[next - 1], behind) && isGlued(behind, tokens[next + 1]);
  const at = isHyphened ? next + 1 : next;
  const scale = isNext(tokens[at - 1], tokens[at]) ? DICTIONARY.scales.get(tokens[at]?.key ?? "") : undefined;
  if (scale === undefined || scale < 1000) return;
  reading.value *= scale;
  reading.next = at + 1;
}

/** What a letter behind a number multiplies it by. */
export function letterScale(mark: string, isMoney: boolean): number | null {
  if (/^(?:k|K|Tsd)$/.test(mark)) return 1e3;
  if (/^(?:M|mn|Mio)$/.test(mark)) return 1e6;
  if (/^(?:B|bn|Mrd)$/.test(mark)) return 1e9;
  if (isMoney && mark === "m") return 1e6;
  return isMoney && mark === "b" ? 1e9 : null;
}

/** Finds what a number is of, by what is behind and in front of it. */
function readUnit(reading: Reading): PlacedQuantity | null {
  if (reading.currency === "clock") return close(reading, "clock", "clock");
  if (reading.currency !== null) return close(reading, "money", reading.currency);
  return (
    moneyBehind(reading) ??
    codeInFront(reading) ??
    percentBehind(reading) ??
    multipleBehind(reading) ??
    durationBehind(reading) ??
    countBehind(reading)
  );
}

function moneyBehind(reading: Reading): PlacedQuantity | null {
  const at = behindGap(reading);
  const found = at === null ? null : DICTIONARY.currencies.at(reading.tokens, at);
  if (at === null || found === null) return null;
  // "5 $3" is two amounts, the mark that of the second.
  const isOfNext = reading.tokens[at]?.text === "$" && reading.tokens[at + 1]?.kind === "number";
  return isOfNext ? null : close({ ...reading, next: at + found.length }, "money", found.meaning);
}

function codeInFront(reading: Reading): PlacedQuantity | null {
  const { tokens, first } = reading;
  const code = tokens[first - 1];
  if (!/^(?:USD|EUR|GBP)$/.test(code?.text ?? "") || !isNext(code, tokens[first])) return null;
  return {
    ...close({ ...reading, first: first - 1 }, "money", code?.text ?? null),
    first,
    start: tokens[first]?.start ?? 0,
  };
}

function percentBehind(reading: Reading): PlacedQuantity | null {
  const at = behindGap(reading);
  const found = at === null ? null : listed("percent").at(reading.tokens, at);
  return at === null || found === null ? null : close({ ...reading, next: at + found.length }, "percent", "%");
}

/** "3x", "10× cheaper", "5-fold", "ten times faster". */
function multipleBehind(reading: Reading): PlacedQuantity | null {
  const { tokens, next } = reading;
  const behind = tokens[next];
  if (!isNext(tokens[next - 1], behind)) return null;
  if (behind?.text === "×" || behind?.key === "x") return close({ ...reading, next: next + 1 }, "multiple", "x");
  const fold = behind?.text === "-" ? next + 1 : next;
  if (tokens[fold]?.key === "fold") return close({ ...reading, next: fold + 1 }, "multiple", "x");
  const isTimes = behind?.key === "times" && listed("comparatives").get(tokens[next + 1]?.key ?? "") === true;
  return isTimes ? close({ ...reading, next: next + 1 }, "multiple", "x") : null;
}

function durationBehind(reading: Reading): PlacedQuantity | null {
  const { tokens, next } = reading;
  const at = behindGap(reading);
  const word = at === null ? undefined : tokens[at];
  if (at === null || word?.kind !== "word") return null;
  // Right behind its number is a short unit only: "90s", "15min".
  if (isGlued(tokens[next - 1], word) && at === next && word.text.length > 3) return null;
  const unit = DICTIONARY.timeUnits.get(word.key);
  return unit === undefined ? null : close({ ...reading, next: at + 1 }, "duration", unit);
}

/** The counted noun behind a number; a number that letters follow is a name ("2FA"). */
function countBehind(reading: Reading): PlacedQuantity | null {
  const { text, tokens, next } = reading;
  const behind = tokens[next];
  const isHyphened = behind?.text === "-" && isGlued(tokens[next - 1], behind) && isGlued(behind, tokens[next + 1]);
  const joined = tokens[next + 1];
  if (isHyphened && joined?.kind === "word" && joined.text.length >= 3) {
    return close({ ...reading, next: next + 2 }, "count", pluralOf(joined.text));
  }
  if (behind?.kind === "word" && isGlued(tokens[next - 1], behind)) return null;
  if (behind?.key === "times" && isNext(tokens[next - 1], behind))
    return close({ ...reading, next: next + 1 }, "count", "times");
  const noun = isGlued(tokens[next - 1], behind)
    ? null
    : (countedNoun(text, tokens, next) ?? (isOne(reading) ? singleNoun(text, tokens, next) : null));
  if (noun !== null) return close({ ...reading, next: noun.next }, "count", noun.noun);
  return { ...close(reading, "count", null), isBare: true };
}

/** "1 bug": in digits, since "one bug" is how stories are told. */
function isOne({ tokens, first, next, value, isSpelled }: Reading): boolean {
  return value === 1 && !isSpelled && next === first + 1 && tokens[first]?.text === "1";
}

/** The index of what is behind the number: right there, behind a space, or behind a hyphen; null where nothing is. */
function behindGap({ tokens, next }: Reading): number | null {
  const behind = tokens[next];
  if (behind === undefined || !isNext(tokens[next - 1], behind)) return null;
  if (behind.text !== "-") return next;
  return isGlued(tokens[next - 1], behind) && isGlued(behind, tokens[next + 1]) ? next + 1 : null;
}

function close(reading: Reading, kind: QuantityKind, unit: string | null): PlacedQuantity {
  const { text, tokens, first, next, value } = reading;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  return { text: text.slice(start, end), kind, value: tidy(value), unit, start, end, isBare: false, first, next };
}

/** 2.4 × 1,000,000 is 2400000, not 2400000.0000000005. */
function tidy(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
}
