import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Part } from "./parts.ts";

/**
 * Finds who "she" is, in the paragraph of a sentence: the nearest sentence in front that names somebody or their role, where all between
 * speak of the same person or of nobody. Those between can be left out.
 */
export function findAntecedent(
  parts: readonly Part[],
  index: number,
  namesIn: (text: string) => readonly string[],
): Part | undefined {
  const own = pronounsIn(parts[index]?.text ?? "");
  for (let at = index - 1; at >= 0; at--) {
    const part = parts[at] as Part;
    if (namesIn(part.text).length > 0 || namesRole(part.text)) return part;
    if ([...pronounsIn(part.text)].some((pronoun) => !own.has(pronoun))) return undefined;
  }
  return undefined;
}

/** Of whom a text speaks by a pronoun: "she" for "she" and "her", "he" for the others. */
function pronounsIn(text: string): Set<"she" | "he"> {
  return new Set(
    lex(text)
      .filter(({ key }) => listed("personPronouns").get(key) === true)
      .map(({ key }) => (listed("shePronouns").get(key) === true ? "she" : "he")),
  );
}

function namesRole(text: string): boolean {
  return lex(text).some(({ kind, key }) => kind === "word" && listed("people").get(key) === true);
}
