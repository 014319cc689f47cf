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
  if (index === 0 && isGlued(token, behind) && /^[.)/:]$/.test(behind?.text ?? "") && !isGlued(behind, tokens[2]))
    return true;
  if (before?.text === "#" || (isGlued(before, token) && before?.kind === "word")) return true;
  if (isGlued(token, behind) && /^(?:st|nd|rd|th)$/.test(behind?.key ?? "")) return true;
  if (isGlued(before, token) && /^[./]$/.test(before?.text ?? "") && tokens[index - 2]?.kind === "number") return true;
  const isNamed =
    before?.kind === "word" &&
    /^(?:week|day|phase|step|lesson|chapter|clause|level|round|section|story|part|number|version|unit|room|page|line|rule|act|episode)$/.test(
      before.key,
    );
  return isNamed || isYear(tokens, index);
}

/** "day two", "week eight". */
export function isNumbered(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    before?.kind === "word" &&
    /^(?:week|day|month|year|phase|step|lesson|chapter|round|season|part|version|act|episode)$/.test(before.key)
  );
}
