import { createHash } from "node:crypto";

/** A text's mark: the first 16 digits of its SHA-256, enough to see whether it is still the one that was read. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
