import { foldLetters } from "../text/letters.ts";
import { findPrivateNames, type PrivateName } from "./private-names.ts";

/** What was decided of a name: `alias` is private with something to say instead. */
export type Decision = "public" | "alias" | "private" | "undecided";

/** The names of which somebody has decided whether they may be published. */
export interface NameRegister {
  author: string | null;
  /** Null where nobody has decided that any may. */
  public: readonly string[] | null;
  private: readonly PrivateName[];
}

/** What was decided of a name. Half of a public name ("Priya" of "Priya Raman") is public, too; what holds a private one is private. */
export function decisionOf(name: string, register: NameRegister): { decided: Decision; alias: string | null } {
  const [hidden] = findPrivateNames(name, register.private);
  if (hidden !== undefined) return { decided: hidden.alias === null ? "private" : "alias", alias: hidden.alias };
  const isPublic = [register.author ?? "", ...(register.public ?? [])].some((known) => isPartOf(name, known));
  return { decided: isPublic ? "public" : "undecided", alias: null };
}

/** Whether words stand side by side in others, whatever their case and accents. */
function isPartOf(part: string, whole: string): boolean {
  return ` ${wordsOf(whole)} `.includes(` ${wordsOf(part)} `);
}

function wordsOf(text: string): string {
  return foldLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .join(" ")
    .trim();
}

/** Whether two ways to write a name are the same one. */
export function isSameName(a: string, b: string): boolean {
  return wordsOf(a) === wordsOf(b);
}
