import { measureOf } from "../language/amount-units.ts";
import { DICTIONARY, wordsOf } from "../language/dictionary.ts";
import type { Token } from "../language/token.ts";
import type { Passage } from "./passage.ts";

/** Words that say of how many something holds: from what share to what share. */
export interface Scope {
  from: number;
  to: number;
  first: number;
  next: number;
  isNever: boolean;
}

/** Finds the words of scope in tokens. */
export function findScopes(tokens: readonly Token[]): Scope[] {
  const found: Scope[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const phrase = DICTIONARY.scopeBounds.at(tokens, index);
    if (
      phrase === null ||
      isIdiom(tokens, index) ||
      isUnderNor(tokens, index) ||
      isOfThose(tokens, index + phrase.length)
    )
      continue;
    const [from, to] = phrase.meaning;
    found.push({ from, to, first: index, next: index + phrase.length, isNever: tokens[index]?.key === "never" });
    index += phrase.length - 1;
  }
  return found;
}

/** Whether a passage says as much as a scope: in words, with a "per" for "every", or with a 0 for "none". */
export function saysAsMuch({ tokens, amounts }: Passage, scope: Scope): boolean {
  if (findScopes(tokens).some((told) => isWithin(told, scope))) return true;
  if (scope.from === 1 && tokens.some(({ key }) => key === "per")) return true;
  return scope.to === 0 && amounts.some(({ kind, value }) => kind === "number" && value === 0);
}

/** Who says "most" where the story says "all" says no more than it. */
export function isWithin(told: Scope, { from, to }: Scope): boolean {
  return told.from === from || (told.from >= from && told.to <= to);
}

/** "everyone who asked", "all eleven people who opened it": of those alone. */
function isOfThose(tokens: readonly Token[], behind: number): boolean {
  return tokens.slice(behind, behind + 3).some(({ key }) => key === "who");
}

/** "at all", "after all", "every third day", "all day", "every 15 minutes", "whole thing", "all-year" widen nothing. */
export function isIdiom(tokens: readonly Token[], index: number): boolean {
  const [before, word, behind] = [tokens[index - 1]?.key ?? "", tokens[index]?.key ?? "", tokens[index + 1]?.key ?? ""];
  if (isClosing(word, before, behind) || isBound(before, behind) || isOfTime(word, behind)) return true;
  if (word === "all") return isPartOf(tokens, index) || isListed(`${before} all`) || isListed(`all ${behind}`);
  if (before === "not") return true;
  if (word === "every" && measureOf(behind) !== null) return true;
  if (word === "every")
    return (
      /^\d+$/.test(behind) ||
      isListed(`every ${behind}`) ||
      DICTIONARY.weekdays.get(behind) !== undefined ||
      /^\p{L}+th$/u.test(behind)
    );
  if (word === "most") return !/^(?:of|people|\p{L}+s)$/u.test(behind) || before === "the" || before === "at";
  return false;
}

/** "all-year", "him and nobody else", "42% full" */
function isBound(before: string, behind: string): boolean {
  return behind === "-" || behind === "else" || before === "%";
}

/** "the whole quarter" */
function isOfTime(word: string, behind: string): boolean {
  return word === "whole" && DICTIONARY.timeUnits.get(behind) !== undefined;
}

/** "Nor does it please everyone." */
function isUnderNor(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 5), index).some(({ key }) => key === "nor");
}

/** "58% of all call-outs" are no more than 58% of them. */
function isPartOf(tokens: readonly Token[], all: number): boolean {
  return tokens[all - 1]?.key === "of" && /[%\d]/.test(tokens[all - 2]?.text ?? "");
}

/** "that was all", "never more than six" */
function isClosing(word: string, before: string, behind: string): boolean {
  if (word === "never") return /^(?:more|less|fewer)$/.test(behind);
  return word === "all" && /^(?:was|is|that's)$/.test(before) && !/^\p{L}/u.test(behind);
}

let idioms: ReadonlySet<string> | undefined;

function isListed(phrase: string): boolean {
  idioms ??= new Set(wordsOf("scopeIdioms"));
  return idioms.has(phrase);
}
