import { listed, type WordList } from "./dictionary.ts";
import { lex } from "./lex.ts";

/** Whether a header or label speaks of what was: "Before", "Before the fix", "Vorher". */
export function isBeforeLabel(text: string): boolean {
  return opensWith("before", text);
}

/** Whether a header or label speaks of what is. */
export function isAfterLabel(text: string): boolean {
  return opensWith("after", text);
}

/** Whether a label names a sum: "Total", "The total", "Insgesamt"; what is left over or gained is none. */
export function isTotalLabel(text: string): boolean {
  const tokens = lex(text);
  return listed("total").at(tokens, 0) !== null && listed("notTotal").find(tokens) === null;
}

/** Whether a text speaks of a sum anywhere. */
export function speaksOfTotal(text: string): boolean {
  return listed("total").find(lex(text)) !== null;
}

function opensWith(category: WordList, text: string): boolean {
  return listed(category).at(lex(text), 0) !== null;
}
