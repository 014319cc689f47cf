import { DICTIONARY, listed } from "./dictionary.ts";
import { keyOf, lex } from "./lex.ts";
import type { Role } from "./lexicon.ts";
import { remembered } from "./remembered.ts";
import type { Token } from "./token.ts";

/** The role a label gives its beat: by its head words, before any "of", "with" or "for"; `detail` where none fits. */
export const roleOf = remembered((label): Role => {
  for (const segment of label.split(/\s*(?:[:–—(]|\s-\s)\s*/)) {
    const tokens = lex(segment);
    const role = wholeRole(tokens) ?? lastRole(headOf(tokens));
    if (role !== "detail") return role;
  }
  return "detail";
});

/** Whether a label is, as a whole, one of those by which stories are told: "Situation", "So what?". */
export function isTelling(label: string): boolean {
  return wholeRole(lex(label)) !== null;
}

/** The role of a label that is, but for its number, its article and its marks, one of a way of telling. */
function wholeRole(tokens: readonly Token[]): Exclude<Role, "detail"> | null {
  const named = tokens.filter(({ kind }) => kind === "word");
  const from = WORDS_IN_FRONT.some((list) => listed(list).get(named[0]?.key ?? "") === true) ? 1 : 0;
  for (const words of [named, named.slice(from), headOf(named.slice(from))]) {
    const found = DICTIONARY.tellings.at(words, 0);
    if (found !== null && found.length === words.length) return found.meaning;
  }
  return null;
}

const WORDS_IN_FRONT = ["articles", "possessives"] as const;

/** Which ending of a post a label names ("Question:", "P.S."); null for the label of a beat. */
export function endingOf(label: string): "question" | "postscript" | null {
  const words = keyOf(label.replace(/\s*[:：]$/, "").trim());
  return DICTIONARY.endings.get(words) ?? DICTIONARY.endings.get(words.replace(/\s+/g, "")) ?? null;
}

/** Whether a label is one that what follows answers: "What was in it", "Whose fault it was". */
export function isAnswered(label: string): boolean {
  return listed("questionHeads").get(lex(label)[0]?.key ?? "") === true;
}

/** Whether a line begins a postscript: "P.S. …", "PPS: …". */
export function opensPostscript(text: string): boolean {
  return /^P\.?\s?P?\.?\s?S\b/.test(text);
}

/** The words in front of the first that leads on: "The cost of waiting" is about a cost. */
function headOf(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ key }, index) => index > 0 && listed("labelEnds").get(key) === true);
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** The last word decides ("Crisis Response" is a turn), as the head of an English compound does. */
function lastRole(tokens: readonly Token[]): Role {
  for (let index = tokens.length - 1; index >= 0; index--) {
    const found = DICTIONARY.beats.endingAt(tokens, index)?.meaning ?? DICTIONARY.beats.get(tokens[index]?.key ?? "");
    if (found !== undefined) return found;
  }
  return "detail";
}
