import { DICTIONARY, listed } from "../language/dictionary.ts";
import type { Token } from "../language/token.ts";
import { isGlued } from "../language/token.ts";
import type { Passage } from "./passage.ts";

/** A name where it stands: its words in lower case. */
export interface NameUse {
  keys: readonly string[];
  text: string;
  first: number;
  next: number;
  start: number;
  end: number;
  /** It opens a sentence, where every word has a capital. */
  isOpening: boolean;
  /** "in York", "from Leeds": it is used as a place. */
  isPlace: boolean;
}

const JOINING = /^(?:&|-|'|’|\.)$/;

/** Finds the words with a capital that may be names, those that stand together as one. */
export function findNameUses(passage: Passage): readonly NameUse[] {
  const found = known.get(passage);
  if (found !== undefined) return found;
  const names = readNames(passage);
  known.set(passage, names);
  return names;
}

const known = new WeakMap<Passage, readonly NameUse[]>();

function readNames({ tokens, text }: Passage): NameUse[] {
  const found: NameUse[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!isNameWord(tokens, index)) continue;
    let next = index + 1;
    while (
      isNameWord(tokens, next) ||
      (JOINING.test(tokens[next]?.text ?? "") &&
        isNameWord(tokens, next + 1) &&
        (tokens[next]?.text === "&" || isGlued(tokens[next - 1], tokens[next])))
    )
      next++;
    const words = tokens.slice(index, next).filter(({ kind }) => kind === "word");
    const start = tokens[index]?.start ?? 0;
    const end = tokens[next - 1]?.end ?? start;
    found.push({
      keys: words.map(({ key }) => key.replace(/'s$/, "")),
      text: text.slice(start, end),
      first: index,
      next,
      start,
      end,
      isOpening: isOpening(tokens, index),
      isPlace: listed("placePrepositions").get(tokens[index - 1]?.key ?? "") === true,
    });
    index = next - 1;
  }
  return found;
}

function isNameWord(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word" || !/^\p{Lu}(?!\d)/u.test(token.text)) return false;
  const key = token.key.replace(/'s$/, "");
  if (key === "i" || /^i'/.test(key) || (isGrammar(key) && (isOpening(tokens, index) || /^\p{Lu}+$/u.test(token.text))))
    return false;
  if (isGrammar(key) && key.length < 4) return false;
  return (
    DICTIONARY.months.get(key) === undefined &&
    DICTIONARY.weekdays.get(key.replace(/s$/, "")) === undefined &&
    DICTIONARY.weekdays.get(key) === undefined
  );
}

function isGrammar(key: string): boolean {
  return (
    listed("functionWords").get(key) === true ||
    listed("grammar").get(key) === true ||
    DICTIONARY.numbers.get(key) !== undefined ||
    listed("negation").get(key) === true
  );
}

function isOpening(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    before === undefined ||
    before.kind === "quote" ||
    before.kind === "emoji" ||
    /^[.!?:…(–—→•/-]+$|^[\ufe0f\u20e3\u2460-\u2473\u2713-\u2718]/u.test(before.text) ||
    (index === 2 && tokens[1]?.text === ".")
  );
}

/** A word that is all capitals is an abbreviation, or shouted. */
export function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase();
}
