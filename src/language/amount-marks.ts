import { isYear } from "./name-numbers.ts";
import { isGlued, type Token } from "./token.ts";

/** "one day", "the one thing"; "no one"; "a zero": words, not numbers. */
export function isIdle(tokens: readonly Token[], index: number, next: number, value: number): boolean {
  if (next > index + 1) return false;
  if (value === 1) return !/^(?:hour|minute|second|percent|in|million|thousand|per)$/.test(tokens[next]?.key ?? "");
  return false;
}

/** "1.", "2)", "3/" in front of a line, "#4", "1st", "v2", "Q4": numbers that name. */
export function isMark(tokens: readonly Token[], index: number): boolean {
  const [before, token, behind] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.kind !== "number") return false;
  if (isKeycap(token, behind)) return true;
  if (index === 0 && tokens.length > 2 && opensLine(token, behind) && !isGlued(behind, tokens[2])) return true;
  if (isGluedMark(tokens, index)) return true;
  const isNamed =
    before?.kind === "word" &&
    /^(?:week|day|phase|step|lesson|chapter|clause|level|round|section|story|part|number|version|unit|room|page|line|rule|act|episode)$/.test(
      before.key,
    );
  return isNamed || isYear(tokens, index);
}

/** "1.", "2)", "3/", "4:"; "61: flight or train" counts. */
function opensLine(token: Token, behind: Token | undefined): boolean {
  return isGlued(token, behind) && (behind?.text === ":" ? token.text.length < 2 : /^[.)/]$/.test(behind?.text ?? ""));
}

/** "#4", "v2", "1st", the second of "4.2.0". */
function isGluedMark(tokens: readonly Token[], index: number): boolean {
  const [before, token, behind] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  // "the over-60s"
  if (/^[a-z]?s$/.test(behind?.key ?? "") && isGlued(token, behind) && /^(?:-|the|their)$/.test(before?.key ?? ""))
    return true;
  if (before?.text === "#" || (isGlued(before, token) && before?.kind === "word")) return true;
  if (isGlued(token, behind) && /^(?:st|nd|rd|th)$/.test(behind?.key ?? "")) return true;
  if (!isGlued(before, token)) return false;
  // "R3,000" is one word.
  if (before?.text === "," && tokens[index - 2]?.kind === "word") return isGlued(tokens[index - 2], before);
  return /^[./]$/.test(before?.text ?? "") && tokens[index - 2]?.kind === "number";
}

/** "day two", "week eight". */
export function isNumbered(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  // "in the first week nine people left"
  if (isPointed(tokens[index - 2]?.key ?? "")) return false;
  return (
    before?.kind === "word" &&
    /^(?:week|day|month|year|phase|step|lesson|chapter|round|season|part|version|act|episode)$/.test(before.key)
  );
}

function isPointed(key: string): boolean {
  return /^(?:first|second|third|last|next|same|that|this)$/.test(key);
}

/** "1️⃣" */
function isKeycap(token: Token, behind: Token | undefined): boolean {
  return isGlued(token, behind) && /^[\ufe0f\u20e3]/u.test(behind?.text ?? "");
}
