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

const NUMBER = "(\\d+(?:[.,]\\d+)?)\\s?(K|k|M)?\\s?%?";
const RANGE = new RegExp(`^~?\\s*${NUMBER}\\s*(?:-|–|—|to|bis)\\s*${NUMBER}(?![\\d%])`, "u");
const OPEN = new RegExp(
  `^(?:>=?|≥|over|above|more than|at least|min\\.?)\\s*${NUMBER}|^${NUMBER}\\s*(?:\\+|or more)`,
  "iu",
);
const UNDER = new RegExp(`^(?:<=?|≤|under|below|less than|at most|max\\.?)\\s*${NUMBER}`, "iu");
const ONE = new RegExp(`^~?\\s*${NUMBER}\\s*$`, "u");

function readRange(written: string): { from: number; to: number } | null {
  const text = written.trim();
  const range = RANGE.exec(text);
  if (range !== null) {
    const [from, to] = [numberOf(range[1], range[2] ?? range[4]), numberOf(range[3], range[4])];
    return from <= to ? { from, to } : { from: to, to: from };
  }
  const open = OPEN.exec(text);
  if (open !== null) return { from: numberOf(open[1] ?? open[3], open[2] ?? open[4]), to: Number.POSITIVE_INFINITY };
  const under = UNDER.exec(text);
  if (under !== null) return { from: 0, to: numberOf(under[1], under[2]) };
  const one = ONE.exec(text);
  return one === null ? null : { from: numberOf(one[1], one[2]), to: Number.POSITIVE_INFINITY };
}

function numberOf(digits: string | undefined, scale: string | undefined): number {
  const factor = scale === undefined ? 1 : scale === "M" ? 1e6 : 1e3;
  return Number((digits ?? "").replace(",", ".")) * factor;
}

/** How a value compares with its target: below it, in it, or above; null where the target is words. */
export function judgeTarget(target: Target, value: number): "below" | "met" | "above" | null {
  if (target.range === null) return null;
  return value < target.range.from ? "below" : value > target.range.to ? "above" : "met";
}

/** The metric a target is of: "comments", "engagement", "shares" for reposts. */
export function plainMetric(name: string): string {
  const word = name.toLowerCase();
  return word.startsWith("share") || word.startsWith("repost") ? "reposts" : word.replace(/ rate$/, "");
}
