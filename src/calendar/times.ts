/** Reads a time of day as `HH:MM`: `9:00` and `09:00` are one. Null for what is none. */
export function parseTime(written: string): string | null {
  const text = written.trim();
  return /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text) ? text.padStart(5, "0") : null;
}
