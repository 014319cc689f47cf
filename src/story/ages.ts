import { NUMBER_WORDS } from "./figures/words.ts";

/** How long ago something is said to have happened. */
export interface Age {
  text: string;
  days: number;
}

const DAYS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 30.4,
  quarter: 91,
  year: 365,
  decade: 3652,
  tag: 1,
  woche: 7,
  monat: 30.4,
  jahr: 365,
};

/** What words such as "last week" come to, in days. */
const SPOKEN: readonly (readonly [RegExp, number])[] = [
  [/\b(?:this morning|today|tonight|heute)\b/gi, 0],
  [/\b(?:yesterday|last night|gestern)\b/gi, 1],
  [/\b(?:this week|the other day|diese Woche)\b/gi, 3],
  [/\b(?:last|letzte) (?:week|Woche)\b/gi, 7],
  [/\bthis month\b/gi, 15],
  [/\b(?:last month|letzten Monat)\b/gi, 30],
  [/\blast quarter\b/gi, 91],
  [/\b(?:last year|letztes Jahr)\b/gi, 365],
];

const AGO = new RegExp(
  `(?<![\\w,.-]|\\bhalf\\s)(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|an?|a couple of|a few|several|${[...NUMBER_WORDS.keys()].join("|")})\\+?\\s(days?|weeks?|months?|quarters?|years?|decades?)\\sago\\b`,
  "gi",
);
const GERMAN = new RegExp(
  `\\bvor\\s(\\d+|einem|einer|${[...NUMBER_WORDS.keys()].join("|")})\\s(Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)\\b`,
  "gi",
);

/** Finds what a text says of how long ago it was: "last week", "three years ago", "vor drei Jahren". */
export function findAges(text: string): Age[] {
  const spoken = SPOKEN.flatMap(([pattern, days]) =>
    [...text.matchAll(pattern)].map(([found]) => ({ text: found, days })),
  );
  const counted = [...text.matchAll(AGO), ...text.matchAll(GERMAN)].map(([found, count = "", unit = ""]) => ({
    text: found,
    days: numberOf(count) * (DAYS[unit.toLowerCase().replace(/(?:s|en|n)$/, "")] ?? 1),
  }));
  return [...spoken, ...counted];
}

function numberOf(word: string): number {
  const lower = word.toLowerCase();
  if (/^(?:an?|einem|einer)$/.test(lower)) return 1;
  if (lower === "a couple of") return 2;
  if (lower === "a few" || lower === "several") return 3;
  return NUMBER_WORDS.get(lower) ?? Number(lower.replaceAll(",", ""));
}

/** Whether two ages can be of the same day, as people round them: a year and 14 months, a week and 10 days. */
export function sameAge(a: Age, b: Age): boolean {
  const [less, more] = a.days < b.days ? [a.days, b.days] : [b.days, a.days];
  return more - less <= 3 || (less > 0 && more / less <= 1.4);
}
