import type { Amount } from "./amount.ts";
import { isIdle, isMark, isNumbered } from "./amount-marks.ts";
import { closeAmount, type Reading } from "./amount-reading.ts";
import { behindArticle, gapEnd, measureOf, secondsOf, timeBehind } from "./amount-units.ts";
import { readUnit } from "./amount-with-unit.ts";
import { DICTIONARY } from "./dictionary.ts";
import { letterScale } from "./find-quantities.ts";
import { readFraction, readMultiple } from "./fraction.ts";
import { joinLengths } from "./join-lengths.ts";
import { lendLabel } from "./lend-unit.ts";
import { mayOpenNumber, readNumber } from "./number.ts";
import { shareUnits } from "./share-units.ts";
import { isGlued, isNext, type Token } from "./token.ts";

/** Finds the amounts of a text. `taken` are the tokens of dates and clock times, which are read for themselves. */
export function findAmounts(text: string, tokens: readonly Token[], taken: ReadonlySet<number>): Amount[] {
  const found: Amount[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || taken.has(index) || !mayOpen(token)) continue;
    const amount = amountAt(text, tokens, index);
    if (amount === null) continue;
    found.push(amount);
    index = amount.next - 1;
  }
  // "3 h 50 → 1 h 40": the 50 is one of minutes before it could be one of hours.
  const joined = joinLengths(lendLabel(found, tokens), text, tokens);
  return joinLengths(shareUnits(joined, tokens), text, tokens);
}

/** Whether an amount may begin with a token: most words begin none. */
function mayOpen(token: Token): boolean {
  return mayOpenNumber(token) || (token.kind === "word" && (OPENERS.has(token.key) || isMultiple(token.key)));
}

const OPENERS: ReadonlySet<string> = new Set(["a", "an", "half", "every", "fortnight"]);

function isMultiple(key: string): boolean {
  return DICTIONARY.multiples.get(key) !== undefined;
}

function amountAt(text: string, tokens: readonly Token[], index: number): Amount | null {
  return (
    andMore(text, tokens, index) ??
    everyAt(text, tokens, index) ??
    fortnightAt(text, tokens, index) ??
    fractionAt(text, tokens, index) ??
    multipleAt(text, tokens, index) ??
    numberAt(text, tokens, index)
  );
}

/** "every day" */
function everyAt(text: string, tokens: readonly Token[], index: number): Amount | null {
  const key = tokens[index + 1]?.key ?? "";
  const unit = tokens[index]?.key === "every" ? DICTIONARY.timeUnits.get(key) : undefined;
  if (unit === undefined || !/^(?:second|minute|hour|day|week|month|year)$/.test(key)) return null;
  const reading: Reading = { first: index, next: index + 2, value: secondsOf(unit), isSpelled: true };
  return { ...closeAmount(text, tokens, reading, "duration", unit, false), isImplied: true };
}

/** "the first fortnight": a length by itself. */
function fortnightAt(text: string, tokens: readonly Token[], index: number): Amount | null {
  const unit = tokens[index]?.key === "fortnight" ? DICTIONARY.timeUnits.get("fortnight") : undefined;
  if (unit === undefined) return null;
  const reading: Reading = { first: index, next: index + 1, value: secondsOf(unit), isSpelled: true };
  return { ...closeAmount(text, tokens, reading, "duration", unit, false), isImplied: true };
}

/** "a third", "half an hour" */
function fractionAt(text: string, tokens: readonly Token[], index: number): Amount | null {
  const fraction = readFraction(tokens, index);
  if (fraction === null) return null;
  const reading: Reading = { first: index, next: fraction.next, value: fraction.value, isSpelled: true };
  const length = timeBehind(
    tokens,
    isHalfYear(tokens, fraction.next) ? fraction.next + 1 : behindArticle(tokens, fraction.next),
  );
  if (length === null) return closeAmount(text, tokens, reading, "share", "fraction", true);
  const long = { ...reading, next: length.next, value: fraction.value * secondsOf(length.unit) };
  return closeAmount(text, tokens, long, "duration", length.unit, true);
}

/** "the first half-year"; a "half-day" may be any part of one. */
function isHalfYear(tokens: readonly Token[], next: number): boolean {
  return gapEnd(tokens, next) > next && tokens[next + 1]?.key === "year";
}

function multipleAt(text: string, tokens: readonly Token[], index: number): Amount | null {
  const multiple = readMultiple(tokens, index);
  if (multiple === null) return null;
  return closeAmount(text, tokens, { first: index, ...multiple, isSpelled: true }, "multiple", "x", true);
}

function numberAt(text: string, tokens: readonly Token[], index: number): Amount | null {
  if (isMark(tokens, index) || isNumbered(tokens, index)) return null;
  const number = readNumber(text, tokens, index);
  if (number === null || (number.isSpelled && isIdle(tokens, index, number.next, number.value))) return null;
  const reading: Reading = { first: index, next: number.next, value: number.value, isSpelled: number.isSpelled };
  const mark = tokens[index - 1];
  const dollar = dollarBefore(tokens, index);
  const currency =
    dollar ??
    (mark?.kind === "money" && isNext(mark, tokens[index])
      ? DICTIONARY.currencies.get(mark.key)
      : codeBefore(tokens, index));
  takeScale(reading, tokens, currency !== undefined);
  if (currency !== undefined)
    return closeAmount(
      text,
      tokens,
      { ...reading, first: index - (dollar === undefined ? 1 : 2) },
      "money",
      currency,
      false,
    );
  return readUnit(text, tokens, reading);
}

/** "half a degree", "a month and a half", "an hour and three quarters", "an hour and twenty minutes". */
function andMore(text: string, tokens: readonly Token[], index: number): Amount | null {
  const [one = "", second = "", third = ""] = tokens.slice(index, index + 3).map(({ key }) => key);
  if (/^an?$/.test(one) && third === "and") return oneAndMore(text, tokens, index, second);
  if (one !== "half" || !/^an?$/.test(second)) return null;
  return ofUnit(text, tokens, { first: index, next: index + 3, value: 0.5, isSpelled: true }, third);
}

/** "a month" with a part of one, or with so many of a smaller unit, behind "and". */
function oneAndMore(text: string, tokens: readonly Token[], index: number, unit: string): Amount | null {
  const part = readFraction(tokens, index + 3) ?? halfAt(tokens, index + 3);
  if (part !== null)
    return ofUnit(text, tokens, { first: index, next: part.next, value: 1 + part.value, isSpelled: true }, unit);
  const time = DICTIONARY.timeUnits.get(unit);
  const rest = time === undefined ? null : numberAt(text, tokens, index + 3);
  if (time === undefined || rest?.kind !== "duration" || rest.value >= secondsOf(time)) return null;
  const reading: Reading = { first: index, next: rest.next, value: secondsOf(time) + rest.value, isSpelled: true };
  return closeAmount(text, tokens, reading, "duration", rest.unit, false);
}

/** "a half" */
function halfAt(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  return tokens[index]?.key === "a" && tokens[index + 1]?.key === "half" ? { value: 0.5, next: index + 2 } : null;
}

function ofUnit(text: string, tokens: readonly Token[], reading: Reading, word: string): Amount | null {
  const time = DICTIONARY.timeUnits.get(word);
  if (time !== undefined)
    return closeAmount(text, tokens, { ...reading, value: reading.value * secondsOf(time) }, "duration", time, false);
  const measure = measureOf(word);
  return measure === null ? null : closeAmount(text, tokens, reading, "measure", measure, false);
}

/** "R$ 96,000", "US$5": the letters say whose dollars. */
function dollarBefore(tokens: readonly Token[], index: number): string | undefined {
  const [letters, mark] = tokens.slice(Math.max(0, index - 2), index);
  if (mark?.kind !== "money" || letters === undefined || !isGlued(letters, mark) || !isNext(mark, tokens[index]))
    return undefined;
  return DICTIONARY.currencies.get(`${letters.key}${mark.key}`);
}

function codeBefore(tokens: readonly Token[], index: number): string | undefined {
  const code = tokens[index - 1];
  return /^(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|JPY|PLN)$/.test(code?.text ?? "") && isNext(code, tokens[index])
    ? code?.text
    : undefined;
}

function takeScale(reading: Reading, tokens: readonly Token[], isMoney: boolean): void {
  if (tokens[reading.next]?.text === "+" && isGlued(tokens[reading.next - 1], tokens[reading.next])) reading.next++;
  const behind = tokens[reading.next];
  if (behind === undefined || !isNext(tokens[reading.next - 1], behind)) return;
  const isHyphened =
    behind.text === "-" && isGlued(tokens[reading.next - 1], behind) && isGlued(behind, tokens[reading.next + 1]);
  const at = isHyphened ? reading.next + 1 : reading.next;
  if (isHyphened && tokens[at]?.key === "odd") {
    reading.next = at + 1;
    takeScale(reading, tokens, isMoney);
    return;
  }
  const scale = letterScale(tokens[at]?.text ?? "", isMoney) ?? DICTIONARY.scales.get(tokens[at]?.key ?? "");
  if (scale === undefined || scale === null || (scale < 1000 && tokens[at]?.key !== "hundred")) return;
  reading.value *= scale;
  reading.next = at + 1;
}
