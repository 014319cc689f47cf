import { DICTIONARY, isListed } from "./dictionary.ts";
import { isPlural } from "./noun.ts";
import { isPast } from "./past.ts";
import { isGlued, type Token } from "./token.ts";

interface Part {
  value: number;
  next: number;
}

const small = (token: Token | undefined): number | null => {
  if (token?.kind === "number" && /^\d{1,2}$/.test(token.text)) return Number(token.text);
  const value = DICTIONARY.numbers.get(token?.key ?? "");
  return value === undefined || value > 20 ? null : value;
};

function totalOf(token: Token | undefined, count: number): number | null {
  if (token?.key === "hundred") return 100;
  return count === 1 ? many(token) : null;
}

/** "one in 2,300": no year. */
function many(token: Token | undefined): number | null {
  return token?.kind === "number" && /^(?:\d{3}|\d{1,3}(?:,\d{3})+)$/.test(token.text)
    ? Number(token.text.replaceAll(",", ""))
    : null;
}

/** Reads a fraction: "a third", "two-thirds", "three quarters", "half", "one in four", "nine out of ten". */
export function readFraction(tokens: readonly Token[], index: number): Part | null {
  return inWords(tokens, index) ?? oneIn(tokens, index);
}

function inWords(tokens: readonly Token[], index: number): Part | null {
  const token = tokens[index];
  if (token?.key === "half") return isHalf(tokens, index) ? { value: 0.5, next: index + 1 } : null;
  const count = countOf(token);
  if (count === null || count === 0) return null;
  const at = tokens[index + 1]?.text === "-" && isGlued(token, tokens[index + 1]) ? index + 2 : index + 1;
  const name = tokens[at]?.key ?? "";
  const part = name === "half" ? undefined : DICTIONARY.fractions.get(name);
  if (part === undefined || (count > 1 && !name.endsWith("s"))) return null;
  return count === 1 && isOrdinal(name, tokens[at + 1]) ? null : { value: count * part, next: at + 1 };
}

/** How many parts: "a", "two". */
function countOf(token: Token | undefined): number | null {
  if (token?.key === "a" || token?.key === "an") return 1;
  return token?.kind === "word" ? small(token) : null;
}

/** "a third party", "a second half": in front of what it counts. */
function isOrdinal(name: string, behind: Token | undefined): boolean {
  return !/quarter|half/.test(name) && behind?.kind === "word" && !isListed("behindFractions", behind.key);
}

function isHalf(tokens: readonly Token[], index: number): boolean {
  // "the other half of it" is a part, not a share.
  if (/^(?:other|second|first)$/.test(tokens[index - 1]?.key ?? "")) return false;
  const behind = tokens[index + 1]?.key ?? "";
  if (behind === "past" || behind === "way" || isListed("halfStates", behind)) return false;
  if (behind === "-") return /^(?:hour|day|year)$/.test(tokens[index + 2]?.key ?? "");
  return !(behind === "a" && /^(?:dozen|million|billion|hundred|thousand)$/.test(tokens[index + 2]?.key ?? ""));
}

/** "one in four", "nine out of ten", "4 in 5". */
function oneIn(tokens: readonly Token[], index: number): Part | null {
  const count = small(tokens[index]);
  if (count === null || count === 0 || tokens[index - 1]?.kind === "money") return null;
  const isCounted = (count === 1 && isOneOfThem(tokens, index)) || isTimesOutOf(tokens, index);
  const behind = isCounted ? index + 2 : index + 1;
  const out = behind + lengthOfIn(tokens, behind);
  if (out === behind) return null;
  const isHundred = tokens[out]?.key === "a" && tokens[out + 1]?.key === "hundred";
  const at = tokens[out]?.key === "every" || isHundred ? out + 1 : out;
  const total = tokens[behind]?.key === "per" ? 100 : (small(tokens[at]) ?? totalOf(tokens[at], count));
  if (total === null || total <= count || total < 2) return null;
  return DICTIONARY.timeUnits.get(tokens[at + 1]?.key ?? "") === undefined
    ? { value: count / total, next: at + 1 }
    : null;
}

/** "nine times out of ten", "nine bottles out of every ten" */
function isTimesOutOf(tokens: readonly Token[], index: number): boolean {
  const counted = tokens[index + 1];
  const isOfEvery =
    tokens[index + 2]?.key === "in" ? tokens[index + 3]?.key === "every" : tokens[index + 4]?.key === "every";
  if (counted?.kind === "word" && isPlural(counted.key) && isOfEvery) return true;
  return counted?.key === "times" && /^(?:out|in)$/.test(tokens[index + 2]?.key ?? "");
}

/** "one oboe in seventeen": what is counted stands between, and not behind. */
function isOneOfThem(tokens: readonly Token[], index: number): boolean {
  const [one, noun, mark, , behind] = tokens.slice(index, index + 5);
  // "the new one brought in 57"
  const isNoun = noun?.kind === "word" && !isListed("functionWords", noun.key) && !isPast(noun.key);
  return one?.kind === "word" && isNoun && mark?.key === "in" && !(behind?.kind === "word" && isPlural(behind.key));
}

/** How many words "in", "out of", "per" of "per 100" or "for" of "for every" is; 0 where neither stands there. */
function lengthOfIn(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.key === "in") return 1;
  if (tokens[at]?.key === "per" && /^(?:100|hundred)$/.test(tokens[at + 1]?.key ?? "")) return 1;
  if (tokens[at]?.key === "for" && tokens[at + 1]?.key === "every") return 1;
  return tokens[at]?.key === "out" && tokens[at + 1]?.key === "of" ? 2 : 0;
}

/** Reads a multiple in words: "doubled", "halved", "twice as many", "tenfold". */
export function readMultiple(tokens: readonly Token[], index: number): Part | null {
  const key = tokens[index]?.key ?? "";
  const value = DICTIONARY.multiples.get(key);
  if (value === undefined) return null;
  if (key !== "twice" && key !== "thrice") return { value, next: index + 1 };
  return /^(?:as|the|what|that|my|our|its|their|his|her)$/.test(tokens[index + 1]?.key ?? "")
    ? { value, next: index + 1 }
    : null;
}
