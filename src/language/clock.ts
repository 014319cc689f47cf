import type { NumberMatch } from "./number.ts";
import { isGlued, isNext, type Token } from "./token.ts";

/** A clock time: minutes after midnight, and the index behind its last token. */
export interface ClockMatch {
  value: number;
  next: number;
}

/** Reads the clock time that begins with a number: `14:30`, `6:00 PM`, `3 a.m.`, `18 Uhr`. */
export function readClock(
  tokens: readonly Token[],
  index: number,
  { value, next, isSpelled }: NumberMatch,
): ClockMatch | null {
  if (next !== index + 1 || !Number.isInteger(value) || value >= 25) return null;
  const minutes = isSpelled ? null : minutesBehind(tokens, next);
  const behind = minutes === null ? next : minutes.next;
  const half = halfOfDay(tokens, behind);
  if (half !== null) {
    const hour = (value % 12) + (half.isAfternoon ? 12 : 0);
    return { value: hour * 60 + (minutes?.value ?? 0), next: half.next };
  }
  if (isSpelled) return null;
  if (tokens[behind]?.text === "Uhr" && isNext(tokens[behind - 1], tokens[behind]))
    return { value: value * 60 + (minutes?.value ?? 0), next: behind + 1 };
  return minutes === null ? null : { value: value * 60 + minutes.value, next: minutes.next };
}

/** ":30", ":30:15" right behind the hour. */
function minutesBehind(tokens: readonly Token[], index: number): ClockMatch | null {
  const [colon, minutes] = [tokens[index], tokens[index + 1]];
  if (colon?.text !== ":" || !isGlued(tokens[index - 1], colon) || !isGlued(colon, minutes)) return null;
  if (!/^[0-5]\d$/.test(minutes?.text ?? "")) return null;
  const [second, seconds] = [tokens[index + 2], tokens[index + 3]];
  const goesOn =
    second?.text === ":" && isGlued(minutes, second) && isGlued(second, seconds) && seconds?.kind === "number";
  if (!goesOn) return { value: Number(minutes?.text), next: index + 2 };
  const isSecond = /^[0-5]\d$/.test(seconds?.text ?? "") && isGlued(second, seconds) && tokens[index + 4]?.text !== ":";
  return isSecond ? { value: Number(minutes?.text), next: index + 4 } : null;
}

/** "am", "p.m." with at most a space in front. */
function halfOfDay(tokens: readonly Token[], index: number): { isAfternoon: boolean; next: number } | null {
  const [first, point, second] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!isNext(tokens[index - 1], first)) return null;
  if (first?.key === "am" || first?.key === "pm") return { isAfternoon: first.key === "pm", next: index + 1 };
  const isPointed = point?.text === "." && isGlued(first, point) && second?.key === "m" && isGlued(point, second);
  return isPointed && (first?.key === "a" || first?.key === "p")
    ? { isAfternoon: first.key === "p", next: index + 3 }
    : null;
}
