import { DICTIONARY, listed, type WordList } from "./dictionary.ts";
import { findTimes, type TimeMention } from "./find-times.ts";
import { lex } from "./lex.ts";
import { remembered } from "./remembered.ts";

/** Whether a header or label speaks of what was: "Before", "Before the fix", "Vorher". */
export const isBeforeLabel = remembered((text): boolean => names(text, "before", "beforeAlone"));

/** Whether a header or label speaks of what is. */
export const isAfterLabel = remembered((text): boolean => names(text, "after", "afterAlone"));

interface ChangeColumns {
  before: number;
  after: number;
}

/** The columns of a table that say before and after, in whatever order; null where it does not have both. */
export function findChangeColumns(header: readonly string[]): ChangeColumns | null {
  // "Before 8 p.m." and "After 8 p.m." are parts of a day.
  if (header.some((name) => timesIn(name).some(({ kind }) => kind === "clock"))) return null;
  const [before, after] = [
    header.findIndex((name) => isBeforeLabel(name)),
    header.findIndex((name) => isAfterLabel(name)),
  ];
  return before < 0 || after < 0 ? null : { before, after };
}

/** The two columns of a table that name a time each: "March" and "November", "Planned in 2023" and "Planned in 2024". */
export function findTimeColumns(header: readonly string[]): ChangeColumns | null {
  const [one, other] = header.map(timeOf);
  if (header.length !== 2 || one == null || other == null || one.kind !== other.kind || one.rest !== other.rest)
    return null;
  return one.kind === "year" && one.value > other.value ? { before: 1, after: 0 } : { before: 0, after: 1 };
}

/** Whether each of two columns says when: "July 2022 to June 2023", "Now", "Before"; else they are two of a kind, "Chip A" and "Chip B". */
export function tellTimes(header: readonly string[]): boolean {
  return header.every((name) => {
    const times = timesIn(name);
    if (times.some(({ kind }) => kind === "clock")) return false;
    return times.length > 0 || timeOf(name) !== null || isBeforeLabel(name) || isAfterLabel(name);
  });
}

/** Whether a header's last word would make another number, a day or a name of one behind it: "Oct–Feb", "to Feb 2023", "Hours per week". */
export const endsInNumber = remembered((header): boolean => {
  const last = lex(header).at(-1);
  const key = last?.key ?? "";
  return (
    last?.kind === "number" || DICTIONARY.months.get(key) !== undefined || DICTIONARY.timeUnits.get(key) !== undefined
  );
});

function timesIn(text: string): readonly TimeMention[] {
  return findTimes(text, lex(text));
}

/** The one time or stretch that a header names, and what it says besides. */
function timeOf(text: string): { kind: string; value: number; rest: string } | null {
  const tokens = lex(text);
  const times = findTimes(text, tokens);
  // A month's name may be another word, but not as a header.
  if (tokens.length === 1) {
    const month = DICTIONARY.months.get(tokens[0]?.key ?? "");
    if (month !== undefined) return { kind: "month", value: month, rest: "" };
  }
  const [time] = times;
  // "Oct–Feb" is one stretch.
  if (time === undefined || times.length > 2 || times.some(({ kind }) => kind !== time.kind)) return null;
  const rest = tokens.filter((_, at) => !times.some(({ first, next }) => at >= first && at < next));
  return { kind: time.kind, value: time.value, rest: rest.map(({ key }) => key).join(" ") };
}

/** Some words say so with others behind them, some only where they are alone. */
function names(text: string, leading: WordList, alone: WordList): boolean {
  const tokens = lex(text);
  return listed(leading).at(tokens, 0) !== null || (tokens.length === 1 && listed(alone).at(tokens, 0) !== null);
}
