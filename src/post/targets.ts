import { DICTIONARY, listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { parseCount } from "./counts.ts";

/** A target as it was written: a range of numbers, open at an end, or words, which are kept and not judged. */
export interface Target {
  name: string;
  written: string;
  /** In the unit of the metric; of shares in percent. Null where the words are no range. */
  range: { from: number; to: number } | null;
  isShare: boolean;
}

/** Reads a target: `6-8%`, `15–25`, `>100`, `at least 40`, `50`; anything else is words. */
export function readTarget(name: string, written: string): Target {
  const isShare = written.includes("%");
  return { name, written, range: readRange(isShare ? written : joinThousands(written)), isShare };
}

/** `4,000-6,000` → `4000-6000`: of a count, three digits behind a mark are thousands. */
function joinThousands(written: string): string {
  return written.replace(/(?<![\d.,])[1-9]\d{0,2}(?:[,.'’\u00a0\u202f]\d{3})+(?![\d.,])/g, (number) =>
    String(parseCount(number) ?? number),
  );
}

/** A number of a target, which a sign of about may stand in front of. */
const NUMBER = /^~?\s*(\d+(?:[.,]\d+)?)\s?([KkM])?\s?%?/u;
const DASHES = ["-", "–", "—"];

interface Stated {
  value: number;
  digits: string;
  scale: string | undefined;
  rest: string;
}

function readRange(written: string): { from: number; to: number } | null {
  const text = written.trim();
  const bound = boundOf(text);
  const first = readNumber(bound?.rest ?? text);
  if (first === null) return null;
  if (bound?.meaning === "least") return { from: first.value, to: Number.POSITIVE_INFINITY };
  if (bound?.meaning === "most") return { from: 0, to: first.value };
  const second = readNumber(behindTo(first.rest) ?? "");
  if (second !== null) {
    const from = first.scale === undefined ? numberOf(first.digits, second.scale) : first.value;
    return { from: Math.min(from, second.value), to: Math.max(from, second.value) };
  }
  const isOpen = first.rest === "" || first.rest.startsWith("+") || listed("orMore").at(lex(first.rest), 0) !== null;
  return isOpen ? { from: first.value, to: Number.POSITIVE_INFINITY } : null;
}

/** What stands in front of the number of an open range: ">", "at least", "max."; the text begins with it. */
function boundOf(text: string): { meaning: "least" | "most"; rest: string } | null {
  const tokens = lex(text);
  const found = DICTIONARY.bounds.at(tokens, 0);
  const last = tokens[(found?.length ?? 0) - 1];
  if (found === null || last === undefined) return null;
  return { meaning: found.meaning, rest: text.slice(last.end).replace(/^[=.]?\s*/, "") };
}

function readNumber(text: string): Stated | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [all, digits = "", scale] = match;
  return { value: numberOf(digits, scale), digits, scale, rest: text.slice(all.length).trim() };
}

/** What stands behind the dash or word between the ends of a range. */
function behindTo(text: string): string | null {
  const [first] = lex(text);
  if (first === undefined || !(DASHES.includes(first.text) || listed("rangeTo").get(first.key) === true)) return null;
  return text.slice(first.end).trim();
}

function numberOf(digits: string, scale: string | undefined): number {
  const factors: Readonly<Record<string, number>> = { K: 1e3, k: 1e3, M: 1e6 };
  return Number(digits.replace(",", ".")) * (factors[scale ?? ""] ?? 1);
}

/** How a value stands to its target: below it, in it, or above; null where the target is words. */
export function judgeTarget(target: Target, value: number): "below" | "met" | "above" | null {
  if (target.range === null) return null;
  if (value < target.range.from) return "below";
  return value > target.range.to ? "above" : "met";
}

/** The metric a target is of: "comments", "engagement", "shares" for reposts. */
export function plainMetric(name: string): string {
  const word = name.toLowerCase();
  return word.startsWith("share") || word.startsWith("repost") ? "reposts" : word.replace(/ rate$/, "");
}
