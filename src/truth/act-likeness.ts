import type { Act } from "./acts.ts";

/** Whether two acts may be by the same one. */
export function isSame({ who: a, pronoun }: Act, { who: b, pronoun: other }: Act): boolean {
  // Who "he" is may be unknown; the author he is not.
  if (a === null && pronoun !== null && b === "i") return false;
  return (
    a === null ||
    b === null ||
    a === b ||
    (pronoun !== null && other !== null) ||
    (/^(?:i|we)$/.test(a) && /^(?:i|we)$/.test(b))
  );
}

/** Whether what is done in a statement is done in the story, and not only wished for there, or denied in both. */
export function isAlikeDone(act: Act, told: Act): boolean {
  return act.isDenied === told.isDenied && (act.isWished || !told.isWished);
}
