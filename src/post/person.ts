import { foldCase } from "../text/letters.ts";

/** A name as people compare it: without an address behind it, whatever its case, accents and spaces. */
function personKey(name: string): string {
  return foldCase(withoutAddress(name)).replace(/\s+/g, " ").trim();
}

/** `Ana Lind <ana@example.com>` → `Ana Lind`. */
function withoutAddress(name: string): string {
  return name.replace(/\s*<[^<>]*>\s*$/, "").trim();
}

/** Whether two names are one person's. */
export function isSamePerson(a: string, b: string): boolean {
  return personKey(a) === personKey(b);
}

/** Whether a name begins with what was written, or a word of it does: `ana`, `Lind` and `ana l` all find Ana Lind. */
function isNamed(name: string, written: string): boolean {
  const wanted = personKey(written);
  return wanted !== "" && ` ${personKey(name)}`.includes(` ${wanted}`);
}

/** Picks what a person has written: what does not say its author is by `usual`. */
export function writtenBy(written: string, usual: string | null): (item: { author: string | null }) => boolean {
  return ({ author }) => isNamed(author ?? usual ?? "", written);
}
