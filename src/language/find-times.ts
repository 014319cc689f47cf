import { readClock } from "./clock.ts";
import { findDates } from "./date.ts";
import { DICTIONARY, ENGLISH_MONTHS } from "./dictionary.ts";
import { isYear } from "./name-numbers.ts";
import { mayOpenNumber, readNumber } from "./number.ts";
import { isGlued, type Token } from "./token.ts";

type TimeKind = "date" | "month" | "year" | "weekday" | "season" | "clock" | "feast";

/** A point in time that a text names. */
export interface TimeMention {
  kind: TimeKind;
  /** Of a month its number, of a weekday its index from Monday (0), of a clock time its minutes, else as it is. */
  value: number;
  year: number | null;
  month: number | null;
  day: number | null;
  /** "6.15" may be a quarter past six of either half of the day. */
  isHalfOpen: boolean;
  first: number;
  next: number;
  text: string;
  start: number;
  end: number;
}

/** Finds the dates, months, years, weekdays, seasons and clock times of a text. */
export function findTimes(text: string, tokens: readonly Token[]): TimeMention[] {
  const found: TimeMention[] = [];
  const make = (kind: TimeKind, value: number, first: number, next: number, rest: Partial<TimeMention> = {}): void => {
    const start = tokens[first]?.start ?? 0;
    const end = tokens[next - 1]?.end ?? start;
    found.push({
      kind,
      value,
      year: null,
      month: null,
      day: null,
      isHalfOpen: false,
      first,
      next,
      text: text.slice(start, end),
      start,
      end,
      ...rest,
    });
  };
  const dates = new Map(findDates(text, tokens).map((date) => [date.first, date]));
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || !mayName(token)) continue;
    const date = dates.get(index);
    const clock = clockAt(text, tokens, index);
    if (date !== undefined && date.month !== null) {
      const { year, month, day } = date;
      make(day === null ? "month" : "date", day ?? month, index, date.last + 1, { year, month, day });
      index = date.last;
    } else if (clock !== null) {
      make("clock", clock.value, index, clock.next, { isHalfOpen: clock.isHalfOpen });
      index = clock.next - 1;
    } else wordAt(tokens, index, make);
  }
  return found;
}

/** Whether a time may begin with a token: most words begin none. */
function mayName(token: Token): boolean {
  if (token.kind !== "word") return token.kind === "number";
  return (
    /^\p{Lu}/u.test(token.text) ||
    mayOpenNumber(token) ||
    CLOCK_WORDS.has(token.key) ||
    DICTIONARY.months.get(token.key) !== undefined ||
    DICTIONARY.seasons.get(token.key.replace(/'s$/, "")) !== undefined
  );
}

const CLOCK_WORDS: ReadonlySet<string> = new Set(["a", "quarter", "half", "noon", "midday", "midnight"]);

function wordAt(
  tokens: readonly Token[],
  index: number,
  make: (kind: TimeKind, value: number, first: number, next: number, rest?: Partial<TimeMention>) => void,
): void {
  const token = tokens[index];
  if (token === undefined) return;
  const key = token.key.replace(/'s$/, "");
  const isCapital = /^\p{Lu}/u.test(token.text);
  const weekday =
    DICTIONARY.weekdays.get(key) ?? (/s$/.test(key) ? DICTIONARY.weekdays.get(key.slice(0, -1)) : undefined);
  if (weekday !== undefined && isCapital) {
    const isDayBehind =
      /^\d{1,2}$/.test(tokens[index + 1]?.text ?? "") && /^(?:and|,|to|or|–|-)$/.test(tokens[index + 2]?.key ?? "");
    make("weekday", weekday, index, index + (isDayBehind ? 2 : 1));
    return;
  }
  const month = DICTIONARY.months.get(key);
  if (month !== undefined && isCapital && ENGLISH_MONTHS.has(key) && key.length > 2 && !isVerb(key, tokens, index)) {
    make("month", month, index, index + 1, { month });
    return;
  }
  const feast = isCapital ? DICTIONARY.feasts.get(key) : undefined;
  if (feast !== undefined) {
    make("feast", feast[1], index, index + 1, { month: feast[0], day: feast[1] });
    return;
  }
  const season = DICTIONARY.seasons.get(key);
  if (
    season !== undefined &&
    key !== "fall" &&
    !(key === "spring" && /^(?:to|for)$/.test(tokens[index + 1]?.key ?? ""))
  ) {
    make("season", season, index, index + 1);
    return;
  }
  if (token.kind === "number" && isYear(tokens, index)) {
    make("year", Number(token.text), index, index + 1, { year: Number(token.text) });
    return;
  }
  const day =
    /^\d{1,2}$/.test(token.text) &&
    isGlued(token, tokens[index + 1]) &&
    /^(?:st|nd|rd|th)$/.test(tokens[index + 1]?.key ?? "");
  if (day && tokens[index - 1]?.key === "the")
    make("date", Number(token.text), index, index + 2, { day: Number(token.text) });
}

/** "May I", "March on": at the start of a sentence these are verbs unless a preposition stands in front. */
function isVerb(key: string, tokens: readonly Token[], index: number): boolean {
  if (key !== "may" && key !== "march") return false;
  const before = tokens[index - 1];
  return before === undefined || /^[.!?:]$/.test(before.text);
}

interface Clock {
  value: number;
  isHalfOpen: boolean;
  next: number;
}

function clockAt(text: string, tokens: readonly Token[], index: number): Clock | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const spoken = spokenClock(tokens, index);
  if (spoken !== null) return spoken;
  if (token.kind === "word" && /^(?:noon|midday|midnight)$/.test(token.key))
    return { value: token.key === "midnight" ? 0 : 720, isHalfOpen: false, next: index + 1 };
  if (token.kind !== "number" && !/^[a-z]+$/.test(token.key)) return null;
  if (token.kind === "number") {
    const pointed = pointedClock(tokens, index);
    if (pointed !== null) return pointed;
  }
  const number = readNumber(text, tokens, index);
  const clock = number === null ? null : readClock(tokens, index, number);
  if (clock !== null)
    return {
      value: clock.value % 1440,
      isHalfOpen: clock.value < 720 && !/[ap]\.?m/i.test(text.slice(token.start, tokens[clock.next - 1]?.end)),
      next: clock.next,
    };
  // "at six", "before six one morning", "at 9 in the morning"
  if (
    number !== null &&
    Number.isInteger(number.value) &&
    number.value >= 1 &&
    number.value <= 12 &&
    /^(?:at|before|by|until|till)$/.test(tokens[index - 1]?.key ?? "")
  ) {
    const behind = tokens[number.next];
    const isPart =
      behind === undefined ||
      /^[.,;:!?)–—]$/.test(behind.text) ||
      /^(?:in|on|that|every|one|sharp|o'clock|this|and|the)$/.test(behind.key);
    const isCount =
      behind?.key === "the" ||
      (behind?.key === "in" && !/^the$/.test(tokens[number.next + 1]?.key ?? "")) ||
      (/^[,]$/.test(behind?.text ?? "") && tokens[index - 1]?.key !== "at");
    if (isPart && !isCount && tokens[index - 1]?.key !== "by") return halfOf(tokens, number.next, number.value * 60);
  }
  return null;
}

/** "9.12 in the morning", "6.15", behind "at", "from" or "until", or with its half of the day. */
function pointedClock(tokens: readonly Token[], index: number): Clock | null {
  const token = tokens[index];
  const parts = /^(\d{1,2})\.([0-5]\d)$/.exec(token?.text ?? "");
  if (parts === null || Number(parts[1]) > 23 || tokens[index - 1]?.kind === "money") return null;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  const behind = tokens[index + 1];
  const half = /^(am|pm)$/.exec(behind?.key ?? "")?.[1];
  if (half !== undefined)
    return { value: (minutes % 720) + (half === "pm" ? 720 : 0), isHalfOpen: false, next: index + 2 };
  const isLed = /^(?:at|from|until|till|by|before|after|since)$/.test(tokens[index - 1]?.key ?? "");
  const isTime =
    isLed &&
    !/^[%°]$/.test(behind?.text ?? "") &&
    (behind === undefined ||
      behind.kind !== "word" ||
      tokens[index - 1]?.key === "at" ||
      /^(?:in|on|to|and|until|every|a|the|that|I|we|he|she|when|this)$/.test(behind.key));
  const isBehind = behind?.key === "in" && /^(?:morning|afternoon|evening)$/.test(tokens[index + 3]?.key ?? "");
  const isInstead =
    /^(?:of|than)$/.test(tokens[index - 1]?.key ?? "") &&
    tokens.slice(0, index).some(({ text }, at) => /^\d{1,2}\.[0-5]\d$/.test(text) && tokens[at - 1]?.key === "at");
  const isTo = tokens[index - 1]?.key === "to" && /^\d{1,2}\.[0-5]\d$/.test(tokens[index - 2]?.text ?? "");
  return isTime || isBehind || isTo || isInstead ? halfOf(tokens, index + 1, minutes) : null;
}

/** "quarter past six", "twenty to nine", "half past ten". */
function spokenClock(tokens: readonly Token[], index: number): Clock | null {
  const start = tokens[index]?.key === "a" && tokens[index + 1]?.key === "quarter" ? index + 1 : index;
  const word = tokens[start]?.key ?? "";
  const part = word === "quarter" ? 15 : word === "half" ? 30 : (DICTIONARY.numbers.get(word) ?? Number(word));
  // "half twelve" is half past twelve.
  if (
    word === "half" &&
    (DICTIONARY.numbers.get(tokens[start + 1]?.key ?? "") ?? 13) <= 12 &&
    /^(?:at|by|until|till|before|after)$/.test(tokens[index - 1]?.key ?? "")
  )
    return halfOf(tokens, start + 2, (DICTIONARY.numbers.get(tokens[start + 1]?.key ?? "") ?? 0) * 60 + 30);
  const [turn, hour] = [tokens[start + 1]?.key, tokens[start + 2]];
  if (
    !(part > 0 && part < 60) ||
    (turn !== "past" && !(turn === "to" && (word === "quarter" || isClockTo(tokens, start))))
  )
    return null;
  const hours =
    hour?.key === "midnight"
      ? 0
      : hour?.key === "noon"
        ? 12
        : (DICTIONARY.numbers.get(hour?.key ?? "") ?? Number(hour?.key));
  if (!(hours >= 0 && hours <= 24)) return null;
  return halfOf(tokens, start + 3, (hours * 60 + (turn === "past" ? part : -part) + 1440) % 1440);
}

/** "ten to four" is a time behind "at" only; elsewhere it is a range. */
function isClockTo(tokens: readonly Token[], index: number): boolean {
  return /^at$/.test(tokens[index - 1]?.key ?? "") && /^(?:five|ten|twenty)$/.test(tokens[index]?.key ?? "");
}

function halfOf(tokens: readonly Token[], next: number, value: number): Clock {
  const behind = tokens.slice(next, next + 4).map(({ key }) => key);
  if (behind.includes("morning")) return { value: value % 720, isHalfOpen: false, next };
  if (behind.includes("evening") || behind.includes("afternoon") || (behind.includes("night") && value % 720 > 300))
    return { value: (value % 720) + 720, isHalfOpen: false, next };
  return { value, isHalfOpen: value < 780, next };
}
