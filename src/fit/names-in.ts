import { isCalendarWord } from "../language/calendar-word.ts";
import { lex } from "../language/lex.ts";
import { splitSentences } from "../text/sentences.ts";

/**
 * Makes the function that reads the names off a text of a story: words with a capital inside a sentence, and those that open one
 * where they stand inside another.
 */
export function createNameReader(texts: readonly string[]): (text: string) => string[] {
  const inside = new Set(
    texts.flatMap((text) => capitalsIn(text).filter(({ opens }) => !opens)).map(({ name }) => name),
  );
  return (text) => [...new Set(capitalsIn(text).flatMap(({ name }) => (inside.has(name) ? [name] : [])))];
}

function capitalsIn(text: string): { name: string; opens: boolean }[] {
  return splitSentences(text).flatMap((sentence) => {
    const tokens = lex(sentence).filter(({ kind }) => kind !== "quote");
    return tokens.flatMap(({ kind, text: word }, index) => {
      const isCapital = kind === "word" && /^\p{Lu}\p{Ll}{2,}(?:['’]s)?$/u.test(word) && !isCalendarWord(word);
      const before = tokens[index - 1]?.text ?? "";
      return isCapital ? [{ name: word.replace(/['’]s$/, ""), opens: index === 0 || /[:.!?]/.test(before) }] : [];
    });
  });
}
