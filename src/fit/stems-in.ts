import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { stemsOf } from "../language/same-noun.ts";

/** The telling words and the numbers of a text, by their stems. */
export function stemsIn(text: string): Set<string> {
  return new Set(
    lex(text).flatMap(({ kind, key }) => {
      if (kind === "number") return [key];
      if (kind !== "word" || key.length < 4 || listed("common").get(key) === true) return [];
      return [stemsOf(key).at(-1) ?? key];
    }),
  );
}
