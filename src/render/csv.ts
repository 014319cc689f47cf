/**
 * Writes rows as CSV that spreadsheets take for text and numbers only: what begins like a formula gets an apostrophe in front
 * (OWASP, CSV injection).
 */
export async function writeCsv(header: readonly string[], rows: readonly (readonly unknown[])[]): Promise<string> {
  const { stringify } = await import("csv-stringify/sync");
  const safe = (value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    return /^[=+\-@\t\r]/.test(String(value)) ? `'${String(value)}` : String(value);
  };
  return stringify([header, ...rows].map((row) => row.map(safe)));
}

/** Writes rows as CSV with every text as it is: what a publisher reads is published, apostrophe and all. */
export async function writeExactCsv(rows: readonly (readonly string[])[]): Promise<string> {
  const { stringify } = await import("csv-stringify/sync");
  return stringify(rows.map((row) => [...row]));
}
