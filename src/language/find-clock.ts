import { readClock } from "./clock.ts";
import { DICTIONARY } from "./dictionary.ts";
import { type NumberMatch, readNumber } from "./number.ts";
import { isGlued, type Token } from "./token.ts";

/** A time of the clock: its minutes since midnight, and the index behind its last token. */
interface ClockTime {
  value: number;
  isHalfOpen: boolean;
  next: number;
}

const HALF_A_DAY = 720;

/** The time of the clock that begins at a token. */
export function clockAt(text: string, tokens: readonly Token[], index: number): ClockTime | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const spoken = spokenClock(tokens, index) ?? minutesTo(tokens, index) ?? middleOfDay(token, index + 1);
  if (spoken !== null) return spoken;
  if (token.kind !== "number" && !/^[a-z]+$/.test(token.key)) return null;
  const pointed = token.kind === "number" ? pointedClock(tokens, index) : null;
  if (pointed !== null) return pointed;
  const number = readNumber(text, tokens, index);
  if (number === null) return null;
  return writtenClock(text, tokens, index, number) ?? bareHour(tokens, index, number);
}

function middleOfDay({ kind, key }: Token, next: number): ClockTime | null {
  if (kind !== "word" || !/^(?:noon|midday|midnight)$/.test(key)) return null;
  return { value: key === "midnight" ? 0 : HALF_A_DAY, isHalfOpen: false, next };
}

/** "14:30", "3 a.m.", "18 Uhr". */
function writtenClock(text: string, tokens: readonly Token[], index: number, number: NumberMatch): ClockTime | null {
  const clock = readClock(tokens, index, number);
  if (clock === null) return null;
  const hasHalf = /[ap]\.?m/i.test(text.slice(tokens[index]?.start, tokens[clock.next - 1]?.end));
  return { value: clock.value % 1440, isHalfOpen: clock.value < HALF_A_DAY && !hasHalf, next: clock.next };
}

/** "at six", "before six one morning", "at 9 in the morning". */
function bareHour(tokens: readonly Token[], index: number, { value, next }: NumberMatch): ClockTime | null {
  const lead = tokens[index - 1]?.key ?? "";
  if (tokens[index]?.key === "one" && tokens[next]?.kind !== "word") return null;
  if (!Number.isInteger(value) || value < 1 || value > 12 || tokens[index]?.text.includes(".")) return null;
  if (endsClock(tokens, index)) return halfOf(tokens, next, value * 60);
  if (!/^(?:at|before|until|till)$/.test(lead) && !isJustAfter(tokens, index)) return null;
  return endsHour(tokens, next, lead) ? halfOf(tokens, next, value * 60) : null;
}

/** "From 8:30 to 10 people waited": the end of a stretch that opens with a time of the clock. */
function endsClock(tokens: readonly Token[], index: number): boolean {
  const [hour, colon, minutes, to] = tokens.slice(Math.max(0, index - 4), index);
  return (
    /^(?:to|until|till|-|–)$/.test(to?.key ?? "") &&
    colon?.text === ":" &&
    isGlued(hour, colon) &&
    isGlued(colon, minutes)
  );
}

/** "just after seven", "shortly before six" */
function isJustAfter(tokens: readonly Token[], index: number): boolean {
  const [nearly, turn] = tokens.slice(Math.max(0, index - 2), index).map(({ key }) => key);
  return /^(?:after|past|gone)$/.test(turn ?? "") && /^(?:just|shortly|soon|little|bit)$/.test(nearly ?? "");
}

/** Whether a number is an hour by what stands behind it: "before six," may go on to count something. */
function endsHour(tokens: readonly Token[], next: number, lead: string): boolean {
  const behind = tokens[next];
  if (behind === undefined) return true;
  if (behind.text === ",") return lead === "at";
  if (behind.key === "in") return tokens[next + 1]?.key === "the";
  // "at six the evening before"
  if (behind.key === "the") return /^(?:morning|afternoon|evening)$/.test(tokens[next + 1]?.key ?? "");
  return /^[.;:!?)–—]$/.test(behind.text) || /^(?:on|that|every|one|sharp|o'clock|this|and)$/.test(behind.key);
}

const POINTED = /^\d{1,2}\.[0-5]\d$/;

/** "9.12 in the morning", "6.15", behind "at", "from" or "until", or with its half of the day. */
function pointedClock(tokens: readonly Token[], index: number): ClockTime | null {
  const text = tokens[index]?.text ?? "";
  if (!POINTED.test(text) || tokens[index - 1]?.kind === "money") return null;
  const [hours = 0, rest = 0] = text.split(".").map(Number);
  if (hours > 23) return null;
  const minutes = hours * 60 + rest;
  const half = halfBehind(tokens, index + 1);
  if (half !== null)
    return { value: (minutes % HALF_A_DAY) + (half.isLate ? HALF_A_DAY : 0), isHalfOpen: false, next: half.next };
  const isTime =
    isLedIn(tokens, index) ||
    opensStretch(tokens, index) ||
    isInPartOfDay(tokens, index) ||
    endsStretch(tokens, index) ||
    isInstead(tokens, index);
  return isTime ? halfOf(tokens, index + 1, minutes) : null;
}

/** "pm", "p.m." */
function halfBehind(tokens: readonly Token[], at: number): { isLate: boolean; next: number } | null {
  const [letter, point, m, end] = tokens.slice(at, at + 4);
  if (/^[ap]m$/.test(letter?.key ?? "")) return { isLate: letter?.key === "pm", next: at + 1 };
  if (!/^[ap]$/.test(letter?.key ?? "") || point?.text !== "." || m?.key !== "m") return null;
  return { isLate: letter?.key === "p", next: at + (end?.text === "." ? 4 : 3) };
}

/** "at 6.15", "from 9.12 to": behind any other word than "at", "6.15 kilos" is none. */
function isLedIn(tokens: readonly Token[], index: number): boolean {
  const lead = tokens[index - 1]?.key ?? "";
  const behind = tokens[index + 1];
  if (!/^(?:at|from|until|till|by|before|after|since)$/.test(lead)) return false;
  if (behind === undefined) return true;
  if (/^[%°]$/.test(behind.text)) return false;
  if (behind.kind !== "word" || lead === "at") return true;
  return /^(?:in|on|to|and|until|every|a|the|that|I|we|he|she|when|this)$/.test(behind.key);
}

/** "7.15 to 9.30 pm", "7.30–9 p.m.": the half of the day stands at the end. */
function opensStretch(tokens: readonly Token[], index: number): boolean {
  const [to, end] = tokens.slice(index + 1, index + 3);
  const isStretch = /^(?:to|until|till|-|–)$/.test(to?.key ?? "") && /^\d{1,2}(?:\.[0-5]\d)?$/.test(end?.text ?? "");
  return isStretch && halfBehind(tokens, index + 3) !== null;
}

/** "9.12 in the morning". */
function isInPartOfDay(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.key === "in" && /^(?:morning|afternoon|evening)$/.test(tokens[index + 3]?.key ?? "");
}

/** "9.12 to 11.40". */
function endsStretch(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.key === "to" && POINTED.test(tokens[index - 2]?.text ?? "");
}

/** "at 9.12 instead of 8.30". */
function isInstead(tokens: readonly Token[], index: number): boolean {
  return (
    /^(?:of|than)$/.test(tokens[index - 1]?.key ?? "") &&
    tokens.slice(0, index).some(({ text }, at) => POINTED.test(text) && tokens[at - 1]?.key === "at")
  );
}

/** The minutes of "quarter past" and "half past". */
const PARTS: ReadonlyMap<string, number> = new Map([
  ["quarter", 15],
  ["half", 30],
]);
const HOURS: ReadonlyMap<string, number> = new Map([
  ["midnight", 0],
  ["noon", 12],
]);

/** "quarter past six", "twenty to nine", "half past ten". */
function spokenClock(tokens: readonly Token[], index: number): ClockTime | null {
  const start = tokens[index]?.key === "a" && tokens[index + 1]?.key === "quarter" ? index + 1 : index;
  return halfTwelve(tokens, index) ?? partOfHour(tokens, start);
}

/** "eight minutes to midnight", "three minutes past six". */
function minutesTo(tokens: readonly Token[], index: number): ClockTime | null {
  const [part, unit, turn] = tokens.slice(index, index + 3);
  if (unit?.key !== "minutes" || !/^(?:to|past|before|after)$/.test(turn?.key ?? "")) return null;
  // "from 31 minutes to 12"
  if (tokens[index - 1]?.key === "from") return null;
  const minutes = DICTIONARY.numbers.get(part?.key ?? "") ?? Number(part?.text);
  const hour = tokens[index + 3]?.key ?? "";
  const hours = HOURS.get(hour) ?? DICTIONARY.numbers.get(hour) ?? Number(hour || Number.NaN);
  if (!(minutes > 0 && minutes < 60 && hours >= 0 && hours <= 12)) return null;
  const isPast = /^(?:past|after)$/.test(turn?.key ?? "");
  return halfOf(tokens, index + 4, (hours * 60 + (isPast ? minutes : -minutes) + 1440) % 1440);
}

/** "half twelve" is half past twelve. */
function halfTwelve(tokens: readonly Token[], index: number): ClockTime | null {
  if (tokens[index]?.key !== "half") return null;
  const hour = DICTIONARY.numbers.get(tokens[index + 1]?.key ?? "");
  if (hour === undefined || hour > 12) return null;
  return /^(?:at|by|until|till|before|after)$/.test(tokens[index - 1]?.key ?? "")
    ? halfOf(tokens, index + 2, hour * 60 + 30)
    : null;
}

function partOfHour(tokens: readonly Token[], start: number): ClockTime | null {
  const [word, turn, hour] = [tokens[start]?.key ?? "", tokens[start + 1]?.key, tokens[start + 2]?.key];
  if (turn !== "past" && (turn !== "to" || !isPartTo(tokens, start))) return null;
  const part = PARTS.get(word) ?? DICTIONARY.numbers.get(word) ?? Number(word);
  if (hour === undefined || !(part > 0 && part < 60)) return null;
  const hours = HOURS.get(hour) ?? DICTIONARY.numbers.get(hour) ?? Number(hour);
  if (!(hours >= 0 && hours <= 24)) return null;
  return halfOf(tokens, start + 3, (hours * 60 + (turn === "past" ? part : -part) + 1440) % 1440);
}

/** "ten to four" is a time behind "at" and the like only, elsewhere a range; from "the first quarter to four" something fell. */
function isPartTo(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.key ?? "";
  if (word === "quarter") return tokens[index - 2]?.key !== "the";
  const hour = tokens[index + 2]?.key ?? "";
  const isNamed = HOURS.has(hour) || /^(?:at|until|till|by)$/.test(tokens[index - 1]?.key ?? "");
  if (isNamed) return /^(?:five|ten|twenty)$/.test(word);
  // One counts upwards: "twenty to seven" is no range.
  return word === "twenty" && (DICTIONARY.numbers.get(hour) ?? Number.POSITIVE_INFINITY) <= 12;
}

/** Which half of the day it is, by what the next words say. */
function halfOf(tokens: readonly Token[], next: number, value: number): ClockTime {
  const behind = tokens.slice(next, next + 4).map(({ key }) => key);
  if (behind.includes("morning")) return { value: value % HALF_A_DAY, isHalfOpen: false, next };
  if (
    behind.includes("evening") ||
    behind.includes("afternoon") ||
    (behind.includes("night") && value % HALF_A_DAY > 300)
  )
    return { value: (value % HALF_A_DAY) + HALF_A_DAY, isHalfOpen: false, next };
  return { value, isHalfOpen: value < 780, next };
}
