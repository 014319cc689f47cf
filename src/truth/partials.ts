import type { Amount } from "../language/amount.ts";
import { DICTIONARY } from "../language/dictionary.ts";
import type { Token } from "../language/token.ts";
import { findScopes, isIdiom } from "./find-scopes.ts";
import type { Passage } from "./passage.ts";

/** A place that says what share of them is meant. */
export interface Partial {
  share: number;
  /** It says how many, and not of how many: "29 of them". */
  isOpen?: true;
  /** Of how many, where it says so in a number. */
  whole?: number;
  first: number;
  next: number;
}

/** What share of them a passage of the story speaks of: "27 of the 32", "38%", "most", "some". */
export function findPartials({ tokens, amounts }: Passage): Partial[] {
  const counted = amounts.map((amount, index) => partialOf(amount, amounts[index + 1], tokens));
  const scopes = findScopes(tokens).filter(({ from, to }) => from === to);
  const words = tokens.map(({ key }, at): Partial | null => {
    const share = DICTIONARY.shareWords.get(key);
    return share === undefined || isIdiom(tokens, at) || isOfNumber(tokens, at)
      ? null
      : { share, first: at, next: at + 1 };
  });
  return [
    ...counted.filter((each) => each !== null),
    ...scopes.map(({ from, first, next }) => ({ share: from, first, next })),
    ...words.filter((each) => each !== null),
  ];
}

/** "three and a half hours" */
function isOfNumber(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.key === "a" && tokens[at - 2]?.key === "and";
}

const SOME = 0.5;

/** The share that an amount is, by itself or of the one behind it. */
function partialOf(amount: Amount, behind: Amount | undefined, tokens: readonly Token[]): Partial | null {
  const { kind, value, first, next } = amount;
  // "29 of them": not all, whatever all are.
  if (kind === "number" && tokens[next]?.key === "of" && /^(?:them|us|these|those)$/.test(tokens[next + 1]?.key ?? ""))
    return { share: SOME, isOpen: true, first, next: first + 1 };
  if (behind !== undefined && isSomeOf(amount, behind, tokens))
    return { share: value / behind.value, whole: behind.value, first, next: first + 1 };
  if (kind === "share" && value < 1) return { share: value, first, next };
  if (kind !== "number" || behind?.kind !== "number" || behind.first - next > 4 || !isPart(value, behind.value))
    return null;
  if (tokens.slice(next, behind.first).some(({ key }) => /^(?:→|->|to)$/.test(key))) return null;
  const whole = Math.max(value, behind.value);
  return { share: Math.min(value, behind.value) / whole, whole, first, next: first + 1 };
}

/** "27 of the 32", "three out of five". */
function isSomeOf(amount: Amount, behind: Amount, tokens: readonly Token[]): boolean {
  if (amount.kind !== "number" || !/^(?:number|measure|money)$/.test(behind.kind)) return false;
  const between = tokens.slice(amount.next, behind.first).map(({ key }) => key);
  return between.length <= 5 && between.includes("of") && amount.value < behind.value;
}

/** "31 invoices, 29 paid on time": the smaller number is a part of the other. */
function isPart(a: number, b: number): boolean {
  const share = Math.min(a, b) / Math.max(a, b);
  return share >= 0.1 && share < 0.99 && Math.max(a, b) >= 4;
}

/** The words of a passage that say how many. */
export function wordsOfPartial({ text, tokens }: Passage, { first, next }: Partial): string {
  return text.slice(tokens[first]?.start, tokens[next - 1]?.end);
}
