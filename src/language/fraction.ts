import { DICTIONARY } from "./dictionary.ts";
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

/** Reads a fraction: "a third", "two-thirds", "three quarters", "half", "one in four", "nine out of ten". */
export function readFraction(tokens: readonly Token[], index: number): Part | null {
  return inWords(tokens, index) ?? oneIn(tokens, index);
}

function inWords(tokens: readonly Token[], index: number): Part | null {
  const key = tokens[index]?.key ?? "";
  if (key === "half") return isHalf(tokens, index) ? { value: 0.5, next: index + 1 } : null;
  const count = key === "a" || key === "an" ? 1 : tokens[index]?.kind === "word" ? small(tokens[index]) : null;
  if (count === null || count === 0) return null;
  const at = tokens[index + 1]?.text === "-" && isGlued(tokens[index], tokens[index + 1]) ? index + 2 : index + 1;
  const name = tokens[at]?.key ?? "";
  const part = DICTIONARY.fractions.get(name);
  if (part === undefined || name === "half" || (count > 1 && !name.endsWith("s"))) return null;
  // "a third party", "a second half": an ordinal in front of what it counts.
  const behind = tokens[at + 1];
  const isOrdinal =
    count === 1 &&
    !/quarter|half/.test(name) &&
    behind?.kind === "word" &&
    !/^(?:of|as|less|more|fewer|the|had|were|was|is|are|in|on|to|from|at|lower|higher|faster|sooner|slower|said|into|came|went|by|and|or|cheaper|longer|shorter|didn't|did|have|has|now|off|then)$/.test(
      behind.key,
    );
  return isOrdinal ? null : { value: count * part, next: at + 1 };
}

function isHalf(tokens: readonly Token[], index: number): boolean {
  const behind = tokens[index + 1]?.key ?? "";
  if (behind === "past" || behind === "way" || behind === "-")
    return behind === "-" && /^(?:hour|day|year)$/.test(tokens[index + 2]?.key ?? "");
  return !(behind === "a" && /^(?:dozen|million|billion|hundred|thousand)$/.test(tokens[index + 2]?.key ?? ""));
}

/** "one in four", "nine out of ten", "4 in 5". */
function oneIn(tokens: readonly Token[], index: number): Part | null {
  const count = small(tokens[index]);
  if (count === null || count === 0 || tokens[index - 1]?.kind === "money") return null;
  const isOut = tokens[index + 1]?.key === "out" && tokens[index + 2]?.key === "of";
  const at = tokens[index + 1]?.key === "in" ? index + 2 : isOut ? index + 3 : index + 1;
  const total = at === index + 1 ? null : (small(tokens[at]) ?? (tokens[at]?.key === "hundred" ? 100 : null));
  if (total === null || total <= count || total < 2) return null;
  return DICTIONARY.timeUnits.get(tokens[at + 1]?.key ?? "") === undefined
    ? { value: count / total, next: at + 1 }
    : null;
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
