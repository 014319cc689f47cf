/** How long a post is to be: so many characters, or all that the platform takes. */
export type Length = number | "full";

/** Reads a length as `length:` gives it; null where it is none. */
export function parseLength(written: string): Length | null {
  if (written.toLowerCase() === "full") return "full";
  return /^[1-9]\d{2,4}$/.test(written) ? Number(written) : null;
}
