import { DICTIONARY, isListed, LEXICONS, listed } from "./dictionary.ts";
import { isPlural } from "./noun.ts";
import { stemOf } from "./stem.ts";
import { isGlued, type Token } from "./token.ts";

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
  fortnights: 1_209_600,
  decades: 315_576_000,
  centuries: 3_155_760_000,
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

/** Behind a space or a hyphen. */
export function gapEnd(tokens: readonly Token[], next: number): number {
  return tokens[next]?.text === "-" &&
    isGlued(tokens[next - 1], tokens[next]) &&
    isGlued(tokens[next], tokens[next + 1])
    ? next + 1
    : next;
}

/** "half an hour", "a quarter of a minute". */
export function behindArticle(tokens: readonly Token[], index: number): number {
  const at = tokens[index]?.key === "of" ? index + 1 : index;
  return /^an?$/.test(tokens[at]?.key ?? "") ? at + 1 : index;
}

/** "hours", "working days", "more weeks". */
export function timeBehind(tokens: readonly Token[], index: number): { unit: string; next: number } | null {
  let at = index;
  if (listed("ofLengths").get(tokens[at]?.key ?? "") === true) at++;
  const word = tokens[at];
  if (
    word?.kind !== "word" ||
    (isGlued(tokens[at - 1], word) && tokens[at - 1]?.kind === "number" && word.text.length > 3)
  )
    return null;
  const unit = DICTIONARY.timeUnits.get(word.key.replace(/'s?$/, ""));
  return unit === undefined ? null : { unit, next: at + 1 };
}

export function measureAt(tokens: readonly Token[], index: number): { unit: string; next: number } | null {
  const word = tokens[index];
  if (word?.text === "°") return { unit: "degree", next: index + 1 };
  if (/^(?:square|cubic)$/.test(word?.key ?? "")) {
    const unit = measureOf(tokens[index + 1]?.key ?? "");
    return unit === null ? null : { unit: `${word?.key} ${unit}`, next: index + 2 };
  }
  if (word?.key === "m" && tokens[index + 1]?.text === "/") return { unit: "metre", next: index + 1 };
  const unit = word?.kind === "word" ? measureOf(word.key) : null;
  if (unit !== null) return { unit, next: index + 1 };
  // "410 dead kilos"
  const behind = measureOf(tokens[index + 1]?.key ?? "");
  const isAdjective =
    word?.kind === "word" && word.key.length > 2 && !isPlural(word.key) && !isListed("functionWords", word.key);
  return behind !== null && isAdjective && isPlural(tokens[index + 1]?.key ?? "")
    ? { unit: behind, next: index + 2 }
    : null;
}

/** "a week", "per user", "/month", "an hour". */
export function perBehind(tokens: readonly Token[], next: number): string | null {
  return forTheTime(tokens, next) ?? perUnit(tokens, next);
}

function perUnit(tokens: readonly Token[], next: number): string | null {
  for (let at = next; at < Math.min(next + 3, tokens.length); at++) {
    const word = tokens[at];
    const isPer = word?.text === "/" || /^(?:per|each|every)$/.test(word?.key ?? "");
    const isArticle =
      /^an?$/.test(word?.key ?? "") && DICTIONARY.timeUnits.get(tokens[at + 1]?.key ?? "") !== undefined;
    const of = tokens[at + 1];
    if (word?.key === "each" && endsAt(of)) return null;
    if (isPer || isArticle) return perOf(lastPer(tokens, at) ?? of, word?.text === "/");
    if (word?.kind !== "word") return null;
  }
  return null;
}

/** "At £14 each that's £2,380" */
function endsAt(behind: Token | undefined): boolean {
  return behind === undefined || isListed("functionWords", behind.key.replace(/'.*$/, ""));
}

/** "C$29 per seat per month" */
function lastPer(tokens: readonly Token[], at: number): Token | undefined {
  const isTime = DICTIONARY.timeUnits.get(tokens[at + 3]?.key ?? "") !== undefined;
  return isTime && tokens[at + 2]?.key === "per" ? tokens[at + 3] : undefined;
}

/** "£60 for the month" */
function forTheTime(tokens: readonly Token[], next: number): string | null {
  const [preposition, article, time] = tokens.slice(next, next + 3);
  if (preposition?.key !== "for" || article?.key !== "the" || isPlural(time?.key ?? "")) return null;
  return DICTIONARY.timeUnits.get(time?.key ?? "") === undefined ? null : perOf(time, false);
}

/** "/s" is "a second". */
function perOf(token: Token | undefined, isSlash: boolean): string | null {
  if (token?.kind !== "word") return null;
  const time = isSlash && token.key.length < 3 ? DICTIONARY.timeUnits.get(token.key) : undefined;
  return stemOf(time === undefined ? token.key : time.replace(/s$/, ""));
}

export function countsPlural(tokens: readonly Token[], next: number): boolean {
  const at = tokens[next]?.text === "-" ? next + 1 : next;
  return [tokens[at], tokens[at + 1]].some(
    (token, offset) =>
      token?.kind === "word" &&
      isPlural(token.key) &&
      (offset === 0 || (tokens[at]?.kind === "word" && listed("functionWords").get(tokens[at]?.key ?? "") !== true)),
  );
}

const MOST_NOUNS = 4;

export function nounsBehind(tokens: readonly Token[], next: number): string[] {
  const nouns: string[] = [];
  for (let at = next; at < tokens.length && at < next + 7 && nouns.length < MOST_NOUNS; at++) {
    const token = tokens[at];
    if (token?.text === "-" || /^(?:of|the|our|my|her|his|their)$/.test(token?.key ?? "")) continue;
    if (token?.kind !== "word" || listed("functionWords").get(token.key) === true) break;
    nouns.push(stemOf(token.key));
  }
  return nouns;
}
