import { findDates } from "./date.ts";
import { listed } from "./dictionary.ts";
import { isGlued, isNext, type Token } from "./token.ts";

/**
 * Finds the tokens whose numbers are names, dates, versions, ordinals or list marks: no quantities of the story. Returns
 * their indexes.
 */
export function findNameNumbers(text: string, tokens: readonly Token[]): Set<number> {
  const found = new Set<number>();
  for (const { first, last } of findDates(text, tokens)) for (let at = first; at <= last; at++) found.add(at);
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]?.kind !== "number" || found.has(index)) continue;
    for (const rule of RULES) {
      const last = rule(tokens, index);
      if (last === null) continue;
      for (let at = index; at <= last; at++) found.add(at);
      break;
    }
  }
  return found;
}

/** Tells whether the number at an index is a name, and up to which token; null where it is none. */
type NameRule = (tokens: readonly Token[], index: number) => number | null;

/** "2.3.1": two points that part no thousands. */
const isVersion: NameRule = (tokens, index) => {
  const { text } = tokens[index] as Token;
  return /^\d+\.\d+\.\d/.test(text) && !/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(text) ? index : null;
};

const ORDINAL_ENDS = new Set(["st", "nd", "rd", "th", "er", "ère", "ème"]);

const isOrdinal: NameRule = (tokens, index) =>
  isGlued(tokens[index], tokens[index + 1]) && ORDINAL_ENDS.has(tokens[index + 1]?.key ?? "") ? index : null;

/** "week 3", "phases 1 to 3", "Lesson #1"; "week 12%" is none. */
const isNumbered: NameRule = (tokens, index) => {
  const sign = tokens[index - 1];
  const isAbbreviated = sign?.text === "." && /^(?:no|nr)$/.test(tokens[index - 2]?.key ?? "");
  const before = sign?.text === "#" || isAbbreviated ? tokens[index - 2] : sign;
  if (before?.kind !== "word" || (tokens[index]?.start ?? 0) - before.end > 2 || isGlued(before, tokens[index]))
    return null;
  if (listed("numbered").get(before.key) !== true || isMeasured(tokens, index)) return null;
  if (/^(?:day|year|jahr|tag)s?$/.test(before.key) && tokens[index + 1]?.kind === "word" && isLower(tokens[index + 1]))
    return null;
  return rangeEnd(tokens, index);
};

function isLower(token: Token | undefined): boolean {
  return /^\p{Ll}/u.test(token?.text ?? "");
}

/** The last token of "1-3" or "1, 2 & 3". */
function rangeEnd(tokens: readonly Token[], index: number): number {
  let last = index;
  while (RANGE_MARKS.has(tokens[last + 1]?.text ?? "") && tokens[last + 2]?.kind === "number") last += 2;
  return last;
}

const RANGE_MARKS = new Set(["-", "–", "—", "&", ","]);

function isMeasured(tokens: readonly Token[], index: number): boolean {
  const behind = tokens[index + 1];
  if (!isNext(tokens[index], behind)) return false;
  return behind?.text === "%" || (/^(?:K|M|x)$/.test(behind?.text ?? "") && isGlued(tokens[index], behind));
}

/** "iOS 14", "PostgreSQL 15.2", "Python 3.11", "HTTP/2". */
const isOfProduct: NameRule = (tokens, index) => {
  const sign = tokens[index - 1];
  const isJoined = (sign?.text === "/" || sign?.text === "-") && isGlued(sign, tokens[index]);
  const before = isJoined ? tokens[index - 2] : sign;
  if (before?.kind !== "word" || (tokens[index]?.start ?? 0) - before.end !== 1) return null;
  const isProduct =
    (!isJoined && /^[\p{L}]*\p{Ll}\p{Lu}\p{L}*$/u.test(before.text)) || listed("versioned").get(before.key) === true;
  return isProduct && (/^\p{Lu}/u.test(before.text) || /\p{Lu}/u.test(before.text)) ? index : null;
};

/** "1:1s", "3:1", "24/7", "2/3", "1920x1080": ratios and dimensions. */
const isRatio: NameRule = (tokens, index) => {
  const [sign, second, behind] = [tokens[index + 1], tokens[index + 2], tokens[index + 3]];
  if (!isGlued(tokens[index], sign)) return null;
  if (/^x\d+$/.test(sign?.key ?? "")) return index + 1;
  if (second?.kind !== "number" || !isGlued(sign, second)) return null;
  if (sign?.text === "/") return index + 2;
  const isPlural = behind?.key === "s" && isGlued(second, behind);
  return sign?.text === ":" && (isPlural || second.text.length === 1) ? index + 2 : null;
};

/** "1. First", "2) Then", "(3) Last" at the front of a line. */
const isListMark: NameRule = (tokens, index) => {
  const isFirst = index === 0 || (index === 1 && tokens[0]?.text === "(");
  const mark = tokens[index + 1];
  if (!isFirst || !isGlued(tokens[index], mark) || isGlued(mark, tokens[index + 2])) return null;
  const isMark = index === 0 ? mark?.text === "." || mark?.text === ")" : mark?.text === ")";
  return isMark && tokens[index + 2] !== undefined ? index : null;
};

/** "#3" with a space or a mark between. */
const isIssue: NameRule = (tokens, index) =>
  tokens[index - 1]?.text === "#" && isGlued(tokens[index - 1], tokens[index]) ? index : null;

const RULES: readonly NameRule[] = [isVersion, isOrdinal, isNumbered, isOfProduct, isRatio, isListMark, isIssue];

/** Four digits that read as a year: no money, no decimals, and nothing that measures them. */
export function isYear(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || !/^(?:19|20)\d{2}$/.test(token.text)) return false;
  const [before, behind] = [tokens[index - 1], tokens[index + 1]];
  if (before?.kind === "money" && isGlued(before, token)) return false;
  if (!isNext(token, behind) || behind === undefined) return true;
  if (["+", "%", "€", "£", "$"].includes(behind.text) || /^(?:eur|usd|gbp)$/.test(behind.key)) return false;
  return !/^(?:x|K|M|B)$/.test(behind.text);
}
