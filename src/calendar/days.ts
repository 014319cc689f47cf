/** The weekdays in the order of a week that starts on Monday. */
export const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export type Day = (typeof DAYS)[number];

/** Reads a weekday in any case, whole or from its first three letters on (`tue`, `Thurs`). */
export function parseDay(text: string): Day | null {
  if (isDay(text)) return text;
  const written = text.trim().toLowerCase().replace(/\.$/, "");
  return written.length < 3 ? null : (DAYS.find((day) => day.startsWith(written)) ?? null);
}

const WHOLE: ReadonlySet<string> = new Set(DAYS);

function isDay(text: string): text is Day {
  return WHOLE.has(text);
}

/** `tuesday` → `Tuesday`. */
export function dayName(day: Day): string {
  return day.charAt(0).toUpperCase() + day.slice(1);
}

/** 0 for Monday to 6 for Sunday; 7 for no day, so that it sorts last. */
export function dayOrder(day: Day | null): number {
  return day === null ? DAYS.length : DAYS.indexOf(day);
}
