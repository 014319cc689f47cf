import { listed } from "../language/dictionary.ts";
import { isGlued } from "../language/token.ts";
import { denies } from "./denies.ts";
import type { Passage } from "./passage.ts";

type Read = Pick<Passage, "tokens">;

/** How far in front of a word its "not" may stand. */
export const REACH = 5;

/** The index of the "not", "never" or "no" that a word stands under, in its own clause; null where there is none. */
export function negatorOf({ tokens }: Read, at: number): number | null {
  for (let index = at - 1; index >= Math.max(0, at - REACH); index--) {
    const token = tokens[index];
    if (
      token === undefined ||
      (token.text === "," && !isList(tokens, index)) ||
      /^[.;:!?()–—…"“”→]/.test(token.text) ||
      listed("clauseStarts").get(token.key) === true ||
      listed("copulas").get(token.key) === true
    )
      return null;
    // "a no-reply number"
    if (!denies(token.key) || isGlued(token, tokens[index + 1])) continue;
    // "not only", "no longer than", "no more than" deny nothing.
    if (listed("pseudoNegation").get(tokens[index + 1]?.key ?? "") === true) return null;
    return isTakenBack(tokens, index) || isAnswer(tokens, index) ? null : index;
  }
  return null;
}

/** "The board said no by four votes to one." */
function isAnswer(tokens: Read["tokens"], negator: number): boolean {
  return tokens[negator]?.key === "no" && listed("saying").get(tokens[negator - 1]?.key ?? "") === true;
}

/** "could not send anyone without a form": the one "not" undoes the other. */
function isTakenBack(tokens: Read["tokens"], negator: number): boolean {
  if (tokens[negator]?.key !== "without") return false;
  return tokens.slice(Math.max(0, negator - REACH), negator).some(({ key }) => denies(key));
}

/** "without an app, a login or a password": what a comma adds to a list stands under its "without", too. */
function isList(tokens: Read["tokens"], comma: number): boolean {
  return (
    tokens.slice(Math.max(0, comma - 4), comma).some(({ key }) => /^(?:without|no)$/.test(key)) &&
    tokens.slice(comma, comma + 5).some(({ key }) => key === "or")
  );
}

/** Whether a word stands under a "not", or in front of a "nobody" that is its object. */
export function isNegated(passage: Read, at: number): boolean {
  if (negatorOf(passage, at) !== null) return true;
  const [behind, second] = [passage.tokens[at + 1]?.key ?? "", passage.tokens[at + 2]?.key ?? ""];
  return (
    /^(?:nobody|nothing|none|no)$/.test(behind) ||
    (/^(?:nobody|nothing)$/.test(second) && /^(?:to|for|at|with)$/.test(behind))
  );
}
