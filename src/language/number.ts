import { DICTIONARY, LEXICONS, listed } from "./dictionary.ts";
import { isGlued, isNext, type Token } from "./token.ts";
import { createWordSieve } from "./word-sieve.ts";

/** A number at a token: what it comes to, and behind which token it ends. */
export interface NumberMatch {
  value: number;
  /** The index behind its last token. */
  next: number;
  /** Whether it is written out. */
  isSpelled: boolean;
}

/** Whether a text may hold a number; most lines hold none, and need not be taken apart to tell. */
export function mayHoldNumber(text: string): boolean {
  return /\d/.test(text) || mayHoldNumberWord(text);
}

function numberWords(): string[] {
  return [...LEXICONS.flatMap(({ numbers }) => Object.keys(numbers)), "half", "hundred"];
}

const mayHoldNumberWord = createWordSieve(numberWords);

let openers: ReadonlySet<string> | undefined;

/** Whether a number may begin with a token. */
export function mayOpenNumber({ kind, key }: Token): boolean {
  if (kind !== "word") return kind === "number";
  openers ??= new Set(numberWords());
  return openers.has(key);
}

/** Reads the number that begins at a token, in digits or words; null where none does. Scales (`K`, `million`) are not part of it. */
export function readNumber(text: string, tokens: readonly Token[], index: number): NumberMatch | null {
  const token = tokens[index];
  if (token?.kind === "number") return readDigits(text, tokens, index);
  return token?.kind === "word" ? readWords(tokens, index) : null;
}

function readDigits(text: string, tokens: readonly Token[], index: number): NumberMatch | null {
  const spaced = spacedThousands(text, tokens, index);
  if (spaced !== null) return spaced;
  const token = tokens[index] as Token;
  // Euros have two decimals: three digits behind a point are thousands.
  const isEuro =
    (isNext(tokens[index - 1], token) && tokens[index - 1]?.text === "€") || isEuroMark(tokens[index + 1], token);
  const value = parseDigits(token.text, isEuro);
  return value === null ? null : { value, next: index + 1, isSpelled: false };
}

function isEuroMark(mark: Token | undefined, before: Token): boolean {
  return isNext(before, mark) && /^(?:€|eur)/.test(mark?.key ?? "");
}

/** "1 234 567 €": groups of three parted by spaces, beside money or in front of a counted noun. */
function spacedThousands(text: string, tokens: readonly Token[], index: number): NumberMatch | null {
  const first = tokens[index] as Token;
  if (!/^\d{1,3}$/.test(first.text)) return null;
  let next = index + 1;
  while (isGroup(text, tokens[next - 1], tokens[next])) next++;
  if (next === index + 1) return null;
  const last = tokens[next - 1] as Token;
  const behind = tokens[next];
  const isMoney =
    (tokens[index - 1]?.kind === "money" && isNext(tokens[index - 1], first)) ||
    (isNext(last, behind) && (behind?.kind === "money" || /^(?:eur|usd|gbp)/.test(behind?.key ?? "")));
  const isCount = behind?.kind === "word" && !isGlued(last, behind) && /^\p{Ll}{3}/u.test(behind.text);
  if (!isMoney && (!isCount || last.text.includes(","))) return null;
  const digits = tokens.slice(index, next).map((token) => token.text);
  return { value: Number(digits.join("").replace(",", ".")), next, isSpelled: false };
}

function isGroup(text: string, before: Token | undefined, token: Token | undefined): boolean {
  if (before === undefined || token?.kind !== "number" || token.start - before.end !== 1) return false;
  return text[before.end] === " " && !before.text.includes(",") && /^\d{3}(?:,\d+)?$/.test(token.text);
}

/** Reads digits with thousands marks or a decimal mark of either kind; null for versions, dates and addresses. */
export function parseDigits(written: string, isEuro = false): number | null {
  if (/^\d+$/.test(written)) return Number(written);
  const points = written.split(".").length - 1;
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written) && (isEuro || written.includes(",") || points > 1))
    return Number(written.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?$/.test(written))
    return Number(written.replace(/[,'’\u00a0\u202f]/g, ""));
  return /^\d+[.,]\d+$/.test(written) ? Number(written.replace(",", ".")) : null;
}

/** "twenty-five", "two hundred and fifty", "twelve hundred", "half a dozen", "two and a half". */
function readWords(tokens: readonly Token[], index: number): NumberMatch | null {
  const key = tokens[index]?.key ?? "";
  if (key !== "half" && key !== "hundred" && DICTIONARY.numbers.get(key) === undefined) return null;
  const half = halfOf(tokens, index);
  if (half !== null) return half;
  const small = smallNumber(tokens, index) ?? bareHundred(tokens, index);
  if (small === null) return null;
  const large = withHundreds(tokens, small);
  return withHalf(tokens, large);
}

/** "half a dozen", "half a million" (as the half, whose scale is read behind it). */
function halfOf(tokens: readonly Token[], index: number): NumberMatch | null {
  if (tokens[index]?.key !== "half" || tokens[index + 1]?.key !== "a") return null;
  const key = tokens[index + 2]?.key ?? "";
  if (key === "dozen") return { value: 6, next: index + 3, isSpelled: true };
  return DICTIONARY.scales.get(key) === undefined ? null : { value: 0.5, next: index + 2, isSpelled: true };
}

function smallNumber(tokens: readonly Token[], index: number): NumberMatch | null {
  const value = DICTIONARY.numbers.get(tokens[index]?.key ?? "");
  if (value === undefined) return null;
  if (value < 20 || value % 10 !== 0) return { value, next: index + 1, isSpelled: true };
  // "twenty-five", and "twenty five" and "twenty - five" of those who write down what is said.
  const at = tokens[index + 1]?.text === "-" ? index + 2 : index + 1;
  const unit = isNext(tokens[at - 1], tokens[at]) ? DICTIONARY.numbers.get(tokens[at]?.key ?? "") : undefined;
  if (unit !== undefined && unit > 0 && unit < 10) return { value: value + unit, next: at + 1, isSpelled: true };
  return { value, next: index + 1, isSpelled: true };
}

/** "hundred people", with or without its "a". */
function bareHundred(tokens: readonly Token[], index: number): NumberMatch | null {
  return tokens[index]?.key === "hundred" ? { value: 100, next: index + 1, isSpelled: true } : null;
}

/** "two hundred and fifty", "two dozen". */
function withHundreds(tokens: readonly Token[], small: NumberMatch): NumberMatch {
  const behind = tokens[small.next];
  if (!isNext(tokens[small.next - 1], behind)) return small;
  if (behind?.key === "dozen" && small.value < 12) return { ...small, value: small.value * 12, next: small.next + 1 };
  if (behind?.key !== "hundred") return small;
  const hundreds = { ...small, value: small.value * 100, next: small.next + 1 };
  const joined = listed("and").get(tokens[hundreds.next]?.key ?? "") === true ? hundreds.next + 1 : hundreds.next;
  const rest = smallNumber(tokens, joined);
  return rest === null || rest.value >= 100 || rest.value < 1
    ? hundreds
    : { value: hundreds.value + rest.value, next: rest.next, isSpelled: true };
}

/** "two and a half": the half belongs to the number. */
function withHalf(tokens: readonly Token[], number: NumberMatch): NumberMatch {
  const isHalf =
    ["and", "a", "half"].every((word, offset) => tokens[number.next + offset]?.key === word) && number.value < 100;
  return isHalf ? { ...number, value: number.value + 0.5, next: number.next + 3 } : number;
}
