import type { Amount, AmountKind } from "./amount.ts";
import { amountHedge } from "./amount-hedge.ts";
import { isIdle, isMark, isNumbered } from "./amount-marks.ts";
import {
  behindArticle,
  countsPlural,
  gapEnd,
  labelPer,
  measureAt,
  measureOf,
  nounsBehind,
  perBehind,
  secondsOf,
  timeBehind,
} from "./amount-units.ts";
import { DICTIONARY, listed } from "./dictionary.ts";
import { letterScale } from "./find-quantities.ts";
import { readFraction, readMultiple } from "./fraction.ts";
import { joinLengths } from "./join-lengths.ts";
import { readNumber } from "./number.ts";
import { shareUnits } from "./share-units.ts";
import { isGlued, isNext, type Token } from "./token.ts";

/** Finds the amounts of a text. `taken` are the tokens of dates and clock times, which are read for themselves. */
export function findAmounts(text: string, tokens: readonly Token[], taken: ReadonlySet<number>): Amount[] {
  const found: Amount[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (taken.has(index)) continue;
    const amount = amountAt(text, tokens, index);
    if (amount === null) continue;
    found.push(amount);
    index = amount.next - 1;
  }
  const label = labelPer(tokens);
  const shared = shareUnits(
    label === null
      ? found
      : found.map((amount) =>
          amount.per === null && amount.first > label.at ? { ...amount, per: label.per } : amount,
        ),
    tokens,
  );
  return joinLengths(shared, text, tokens);
}

/** What is being read: where it begins and ends, what it comes to. */
interface Draft {
  first: number;
  next: number;
  value: number;
  isSpelled: boolean;
}

function amountAt(text: string, tokens: readonly Token[], index: number): Amount | null {
  const token = tokens[index];
  if (token === undefined || (token.kind !== "number" && token.kind !== "word")) return null;
  const half = andAHalf(tokens, index);
  if (half !== null)
    return close(
      text,
      tokens,
      { first: index, next: half.next, value: half.value, isSpelled: true },
      half.kind,
      half.unit,
      false,
    );
  const every = token.key === "every" ? DICTIONARY.timeUnits.get(tokens[index + 1]?.key ?? "") : undefined;
  if (every !== undefined && /^(?:second|minute|hour|day|week|month|year)$/.test(tokens[index + 1]?.key ?? ""))
    return {
      ...close(
        text,
        tokens,
        { first: index, next: index + 2, value: secondsOf(every), isSpelled: true },
        "duration",
        every,
        false,
      ),
      isImplied: true,
    };
  const fraction = readFraction(tokens, index);
  if (fraction !== null) {
    const length = timeBehind(tokens, behindArticle(tokens, fraction.next));
    if (length !== null)
      return close(
        text,
        tokens,
        { first: index, next: length.next, value: fraction.value * secondsOf(length.unit), isSpelled: true },
        "duration",
        length.unit,
        true,
      );
    return close(
      text,
      tokens,
      { first: index, next: fraction.next, value: fraction.value, isSpelled: true },
      "share",
      "fraction",
      true,
    );
  }
  const multiple = readMultiple(tokens, index);
  if (multiple !== null)
    return close(text, tokens, { first: index, ...multiple, isSpelled: true }, "multiple", "x", true);
  if (isMark(tokens, index) || isNumbered(tokens, index)) return null;
  const number = readNumber(text, tokens, index);
  if (number === null || (number.isSpelled && isIdle(tokens, index, number.next, number.value))) return null;
  const draft: Draft = { first: index, next: number.next, value: number.value, isSpelled: number.isSpelled };
  const mark = tokens[index - 1];
  const currency =
    mark?.kind === "money" && isNext(mark, token) ? DICTIONARY.currencies.get(mark.key) : codeBefore(tokens, index);
  takeScale(draft, tokens, currency !== undefined);
  if (currency !== undefined) return close(text, tokens, { ...draft, first: index - 1 }, "money", currency, false);
  return readUnit(text, tokens, draft);
}

/** "a month and a half", "half a degree". */
function andAHalf(
  tokens: readonly Token[],
  index: number,
): { next: number; value: number; kind: AmountKind; unit: string } | null {
  const keys = tokens.slice(index, index + 5).map(({ key }) => key);
  const [one = "", unit = "", and, a, half] = keys;
  const word =
    /^an?$/.test(one) && and === "and" && a === "a" && half === "half"
      ? unit
      : one === "half" && /^an?$/.test(unit)
        ? (and ?? "")
        : null;
  if (word === null) return null;
  const value = one === "half" ? 0.5 : 1.5;
  const next = index + (one === "half" ? 3 : 5);
  const time = DICTIONARY.timeUnits.get(word);
  if (time !== undefined) return { next, value: value * secondsOf(time), kind: "duration", unit: time };
  const measure = measureOf(word);
  return measure === null ? null : { next, value, kind: "measure", unit: measure };
}

function codeBefore(tokens: readonly Token[], index: number): string | undefined {
  const code = tokens[index - 1];
  return /^(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|JPY|PLN)$/.test(code?.text ?? "") && isNext(code, tokens[index])
    ? code?.text
    : undefined;
}

function takeScale(draft: Draft, tokens: readonly Token[], isMoney: boolean): void {
  if (tokens[draft.next]?.text === "+" && isGlued(tokens[draft.next - 1], tokens[draft.next])) draft.next++;
  const behind = tokens[draft.next];
  if (behind === undefined || !isNext(tokens[draft.next - 1], behind)) return;
  const isHyphened =
    behind.text === "-" && isGlued(tokens[draft.next - 1], behind) && isGlued(behind, tokens[draft.next + 1]);
  const at = isHyphened ? draft.next + 1 : draft.next;
  if (isHyphened && tokens[at]?.key === "odd") {
    draft.next = at + 1;
    takeScale(draft, tokens, isMoney);
    return;
  }
  const scale = letterScale(tokens[at]?.text ?? "", isMoney) ?? DICTIONARY.scales.get(tokens[at]?.key ?? "");
  if (scale === undefined || scale === null || (scale < 1000 && tokens[at]?.key !== "hundred")) return;
  draft.value *= scale;
  draft.next = at + 1;
}

function readUnit(text: string, tokens: readonly Token[], draft: Draft): Amount {
  const at = gapEnd(tokens, draft.next);
  const behind = tokens[at];
  const money = DICTIONARY.currencies.at(tokens, at);
  if (money !== null && !(behind?.kind === "money" && tokens[at + 1]?.kind === "number"))
    return close(text, tokens, { ...draft, next: at + money.length }, "money", money.meaning, false);
  const percent = listed("percent").at(tokens, at);
  if (percent !== null) {
    const isPoints =
      /^(?:percentage|percent|point)/.test(behind?.key ?? "") &&
      /points?$/.test(tokens[at + percent.length - 1]?.key ?? "");
    return close(
      text,
      tokens,
      { ...draft, next: at + percent.length, value: draft.value / 100 },
      isPoints ? "points" : "share",
      "%",
      false,
    );
  }
  if (behind?.text === "×" || behind?.key === "x")
    return close(text, tokens, { ...draft, next: at + 1 }, "multiple", "x", false);
  if (
    behind?.key === "times" &&
    /^(?:as|the|more|less|what|longer|faster|over|larger|bigger|higher|fewer|that|cheaper|better|slower|smaller|my|our|its|their|his|her)$/.test(
      tokens[at + 1]?.key ?? "",
    )
  )
    return close(text, tokens, { ...draft, next: at + 1 }, "multiple", "x", draft.isSpelled);
  const time = timeBehind(tokens, at);
  if (time !== null)
    return close(
      text,
      tokens,
      { ...draft, next: time.next, value: draft.value * secondsOf(time.unit) },
      "duration",
      time.unit,
      false,
    );
  const measure = measureAt(tokens, at);
  if (measure !== null) return close(text, tokens, { ...draft, next: measure.next }, "measure", measure.unit, false);
  return close(text, tokens, draft, "number", null, false);
}

function close(
  text: string,
  tokens: readonly Token[],
  draft: Draft,
  kind: AmountKind,
  unit: string | null,
  isRough: boolean,
): Amount {
  const { first, next, value, isSpelled } = draft;
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
