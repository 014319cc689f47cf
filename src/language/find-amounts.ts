import type { Amount, AmountKind } from "./amount.ts";
import { amountHedge } from "./amount-hedge.ts";
import { DICTIONARY, LEXICONS, listed } from "./dictionary.ts";
import { letterScale } from "./find-quantities.ts";
import { readFraction, readMultiple } from "./fraction.ts";
import { isYear } from "./name-numbers.ts";
import { isPlural } from "./noun.ts";
import { readNumber } from "./number.ts";
import { stemOf } from "./stem.ts";
import { isGlued, isNext, type Token } from "./token.ts";

const SECONDS: Readonly<Record<string, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
  weeks: 604_800,
  months: 2_629_800,
  quarters: 7_889_400,
  years: 31_557_600,
  decades: 315_576_000,
};

/** How many seconds a unit of time has, a month and a year on average. */
export function secondsOf(unit: string): number {
  return SECONDS[unit] ?? 1;
}

const MEASURES: ReadonlyMap<string, string> = new Map(
  LEXICONS.flatMap(({ measures }) =>
    Object.entries(measures).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
  ),
);

/** The unit of length, weight or data that a word is. */
export function measureOf(key: string): string | null {
  return MEASURES.get(key) ?? null;
}

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
  return shareUnits(
    label === null
      ? found
      : found.map((amount) =>
          amount.per === null && amount.first > label.at ? { ...amount, per: label.per } : amount,
        ),
    tokens,
  );
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

/** "one day", "the one thing"; "no one"; "a zero": words, not numbers. */
function isIdle(tokens: readonly Token[], index: number, next: number, value: number): boolean {
  if (next > index + 1) return false;
  if (value === 1) return !/^(?:hour|minute|second|percent|in|million|thousand|per)$/.test(tokens[next]?.key ?? "");
  return false;
}

/** "1.", "2)", "3/" in front of a line, "#4", "1st", "v2", "Q4": numbers that name. */
function isMark(tokens: readonly Token[], index: number): boolean {
  const [before, token, behind] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.kind !== "number") return false;
  if (index === 0 && isGlued(token, behind) && /^[.)/:]$/.test(behind?.text ?? "") && !isGlued(behind, tokens[2]))
    return true;
  if (before?.text === "#" || (isGlued(before, token) && before?.kind === "word")) return true;
  if (isGlued(token, behind) && /^(?:st|nd|rd|th)$/.test(behind?.key ?? "")) return true;
  if (isGlued(before, token) && /^[./]$/.test(before?.text ?? "") && tokens[index - 2]?.kind === "number") return true;
  const isNamed =
    before?.kind === "word" &&
    /^(?:week|day|phase|step|lesson|chapter|clause|level|round|section|story|part|number|version|unit|room|page|line|rule|act|episode)$/.test(
      before.key,
    );
  return isNamed || isYear(tokens, index);
}

/** "day two", "week eight". */
function isNumbered(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    before?.kind === "word" &&
    /^(?:week|day|month|year|phase|step|lesson|chapter|round|season|part|version|act|episode)$/.test(before.key)
  );
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
    return takeScale(draft, tokens, isMoney);
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

/** Behind a space or a hyphen. */
function gapEnd(tokens: readonly Token[], next: number): number {
  return tokens[next]?.text === "-" &&
    isGlued(tokens[next - 1], tokens[next]) &&
    isGlued(tokens[next], tokens[next + 1])
    ? next + 1
    : next;
}

/** "half an hour", "a quarter of a minute". */
function behindArticle(tokens: readonly Token[], index: number): number {
  const at = tokens[index]?.key === "of" ? index + 1 : index;
  return /^an?$/.test(tokens[at]?.key ?? "") ? at + 1 : index;
}

/** "hours", "working days", "more weeks". */
function timeBehind(tokens: readonly Token[], index: number): { unit: string; next: number } | null {
  let at = index;
  if (
    /^(?:more|working|full|whole|long|paid|business|consecutive|straight|calendar|other|extra|unpaid)$/.test(
      tokens[at]?.key ?? "",
    )
  )
    at++;
  const word = tokens[at];
  if (
    word?.kind !== "word" ||
    (isGlued(tokens[at - 1], word) && tokens[at - 1]?.kind === "number" && word.text.length > 3)
  )
    return null;
  const unit = DICTIONARY.timeUnits.get(word.key.replace(/'s?$/, ""));
  return unit === undefined ? null : { unit, next: at + 1 };
}

function measureAt(tokens: readonly Token[], index: number): { unit: string; next: number } | null {
  const word = tokens[index];
  if (word?.text === "°") return { unit: "degree", next: index + 1 };
  if (/^(?:square|cubic)$/.test(word?.key ?? "")) {
    const unit = measureOf(tokens[index + 1]?.key ?? "");
    return unit === null ? null : { unit: `${word?.key} ${unit}`, next: index + 2 };
  }
  const unit = word?.kind === "word" ? measureOf(word.key) : null;
  return unit === null ? null : { unit, next: index + 1 };
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

/** "a week", "per user", "/month", "an hour". */
function perBehind(tokens: readonly Token[], next: number): string | null {
  for (let at = next; at < Math.min(next + 3, tokens.length); at++) {
    const word = tokens[at];
    const isPer = word?.text === "/" || /^(?:per|each|every)$/.test(word?.key ?? "");
    const isArticle =
      /^an?$/.test(word?.key ?? "") && DICTIONARY.timeUnits.get(tokens[at + 1]?.key ?? "") !== undefined;
    if (isPer || isArticle) return tokens[at + 1]?.kind === "word" ? stemOf(tokens[at + 1]?.key ?? "") : null;
    if (word?.kind !== "word") return null;
  }
  return null;
}

function countsPlural(tokens: readonly Token[], next: number): boolean {
  const at = tokens[next]?.text === "-" ? next + 1 : next;
  return [tokens[at], tokens[at + 1]].some(
    (token, offset) =>
      token?.kind === "word" &&
      isPlural(token.key) &&
      (offset === 0 || (tokens[at]?.kind === "word" && listed("functionWords").get(tokens[at]?.key ?? "") !== true)),
  );
}

/** "Agency cover, per month: £2,900 → £450": what the label's figures are per. */
function labelPer(tokens: readonly Token[]): { per: string; at: number } | null {
  const colon = tokens.findIndex(({ text }) => text === ":");
  const at = tokens
    .slice(0, Math.max(0, colon))
    .findIndex(
      ({ key }, index) =>
        (key === "per" || key === "a") && DICTIONARY.timeUnits.get(tokens[index + 1]?.key ?? "") !== undefined,
    );
  return at < 0 ? null : { per: stemOf(tokens[at + 1]?.key ?? ""), at: colon };
}

const MOST_NOUNS = 4;

function nounsBehind(tokens: readonly Token[], next: number): string[] {
  const nouns: string[] = [];
  for (let at = next; at < tokens.length && at < next + 7 && nouns.length < MOST_NOUNS; at++) {
    const token = tokens[at];
    if (token?.text === "-" || /^(?:of|the|our|my|her|his|their)$/.test(token?.key ?? "")) continue;
    if (token?.kind !== "word" || listed("functionWords").get(token.key) === true) break;
    nouns.push(stemOf(token.key));
  }
  return nouns;
}

/** "3–5 minutes", "from 6 to 12 hours": the first side takes the unit of the second. */
function shareUnits(amounts: readonly Amount[], tokens: readonly Token[]): Amount[] {
  return amounts.map((amount, index) => {
    const before = amounts[index - 1];
    if (
      before !== undefined &&
      amount.kind === "number" &&
      !amount.isCount &&
      /^(?:duration|money|share|measure)$/.test(before.kind) &&
      before.unit !== "fraction"
    ) {
      const gap = tokens.slice(before.next, amount.first).map(({ key }) => key);
      const isTo =
        gap.length <= 5 &&
        gap.includes("to") &&
        tokens.slice(Math.max(0, before.first - 3), before.first).some(({ key }) => key === "from");
      if (isTo)
        return {
          ...amount,
          kind: before.kind,
          unit: before.unit,
          value: Number(
            (
              amount.value *
              (before.kind === "duration" ? secondsOf(before.unit ?? "") : before.unit === "%" ? 0.01 : 1)
            ).toPrecision(12),
          ),
        };
    }
    const behind = amounts[index + 1];
    if (behind === undefined || amount.kind !== "number" || behind.kind === "number" || behind.kind === "multiple")
      return amount;
    const between = tokens.slice(amount.next, behind.first);
    const isPair = between.length === 1 && /^(?:[-–—→]|to|and|or|->)$/.test(between[0]?.key ?? "");
    if (!isPair || behind.unit === "fraction") return amount;
    const factor = behind.kind === "duration" ? secondsOf(behind.unit ?? "") : behind.unit === "%" ? 0.01 : 1;
    const scale = behind.kind === "money" && /\d\s?[KMk]|million|thousand/.test(behind.text) ? scaleOf(behind.text) : 1;
    return {
      ...amount,
      kind: behind.kind,
      unit: behind.unit,
      per: behind.per,
      value: Number((amount.value * factor * scale).toPrecision(12)),
    };
  });
}

function scaleOf(text: string): number {
  return /[Kk]|thousand/.test(text) ? 1e3 : 1e6;
}
