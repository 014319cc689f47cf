import { isCalendarWord } from "../language/calendar-word.ts";
import { lex } from "../language/lex.ts";
import type { Token } from "../language/token.ts";
import { splitSentences } from "../text/sentences.ts";
import { opensAny } from "./traits.ts";

/**
 * Makes the function that reads the names off a text of a story: words with a capital inside a sentence, those that open one
 * where they stand inside another, and what is named by a letter and a number: "v7".
 */
export function createNameReader(texts: readonly string[]): (text: string) => string[] {
  const inside = new Set(
    texts.flatMap((text) => capitalsIn(text).filter(({ opens }) => !opens)).map(({ name }) => name),
  );
  return (text) => [
    ...new Set([...capitalsIn(text).flatMap(({ name }) => (inside.has(name) ? [name] : [])), ...versionsIn(text)]),
  ];
}

/** "Ajay Menon" opens a sentence as a name: another stands behind it. */
function isForename(next: Token | undefined): boolean {
  return next?.kind === "word" && /^\p{Lu}\p{Ll}+$/u.test(next.text) && !isCalendarWord(next.text);
}

function versionsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\d-])\p{Ll}\d{1,2}(?![\p{L}\d-])/gu)].map(([name]) => name);
}

function capitalsIn(text: string): { name: string; opens: boolean }[] {
  return splitSentences(text).flatMap((sentence) => {
    const tokens = lex(sentence).filter(({ kind }) => kind !== "quote");
    return tokens.flatMap(({ kind, key, text: word }, index) => {
      const isCapital = kind === "word" && /^\p{Lu}\p{Ll}{2,}(?:['’]s)?$/u.test(word) && !isCalendarWord(word);
      const before = tokens[index - 1]?.text ?? "";
      const opens = (index === 0 || /[:.!?]/.test(before)) && (opensAny(key) || !isForename(tokens[index + 1]));
      return isCapital ? [{ name: word.replace(/['’]s$/, ""), opens }] : [];
    });
  });
}
