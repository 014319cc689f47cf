import { listed, type WordList } from "./dictionary.ts";
import { lex } from "./lex.ts";
import { remembered } from "./remembered.ts";

/** Whether a header or label speaks of what was: "Before", "Before the fix", "Vorher". */
export const isBeforeLabel = remembered((text): boolean => names(text, "before", "beforeAlone"));

/** Whether a header or label speaks of what is. */
export const isAfterLabel = remembered((text): boolean => names(text, "after", "afterAlone"));

/** The columns of a table that say before and after, in whatever order; null where it does not have both. */
export function findChangeColumns(header: readonly string[]): { before: number; after: number } | null {
  const [before, after] = [
    header.findIndex((name) => isBeforeLabel(name)),
    header.findIndex((name) => isAfterLabel(name)),
  ];
  return before < 0 || after < 0 ? null : { before, after };
}

/** Some words say so with others behind them, some only where they are alone. */
function names(text: string, leading: WordList, alone: WordList): boolean {
  const tokens = lex(text);
  return listed(leading).at(tokens, 0) !== null || (tokens.length === 1 && listed(alone).at(tokens, 0) !== null);
}
