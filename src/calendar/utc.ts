import { Temporal } from "temporal-polyfill";
import type { DateText } from "./dates.ts";

/** The moment of a clock time (`HH:MM`) in a time zone, in UTC: `2025-01-07T08:00:00Z`. Null where there is no such zone. */
export function toUtc(date: DateText, time: string, timezone: string): string | null {
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timezone).toInstant().toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
