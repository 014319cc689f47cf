import { DICTIONARY } from "./dictionary.ts";
import type { Hedge } from "./lexicon.ts";
import { isGlued, type Token } from "./token.ts";

/** How the words around the tokens of a figure soften it; null where nothing does. */
export function findHedge(tokens: readonly Token[], first: number, next: number): Hedge | null {
  const before =
    tokens[first - 1]?.text === "." && isGlued(tokens[first - 2], tokens[first - 1]) ? first - 2 : first - 1;
  const meaning = DICTIONARY.hedges.endingAt(tokens, before)?.meaning;
  if (meaning !== undefined) return meaning;
  if (tokens.slice(first, next).some(({ text }) => text === "+")) return "over";
  if (tokens[next]?.text === "+" && isGlued(tokens[next - 1], tokens[next])) return "over";
  if (tokens[next]?.key === "or" && tokens[next + 1]?.key === "more") return "over";
  return isOdd(tokens, next) ? "about" : null;
}

/** "sixty-odd", "20-odd people", "three or so". */
function isOdd(tokens: readonly Token[], next: number): boolean {
  if (tokens[next]?.key === "or" && tokens[next + 1]?.key === "so") return true;
  return tokens[next - 1]?.key === "odd" || (tokens[next]?.text === "-" && tokens[next + 1]?.key === "odd");
}
