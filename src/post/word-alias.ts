import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";

/** How much of the text before a name decides how its alias is written. */
const NEAR = 60;

/** The start of a text, a sentence, or a bullet. */
const OPENING = /(?:^|[.!?…]["”’)]*\s+|[:,]\s+(?=["“])|\n\s*)(?:[•→-]\s*|\d+[.)]\s*)?[*_]{0,3}["“‘']?$/u;

/** Writes an alias where a private name stood, behind the text before it: as a plural, without a second article, with a capital. */
export function wordAlias(alias: string, suffix: string, before: string): string {
  const near = before.slice(-NEAR);
  const isPlural = /^s['’]?$/.test(suffix);
  let words = isPlural || isDetermined(near) ? withoutArticle(alias) : alias;
  if (isPlural) words = pluralOf(words) + suffix.slice(1);
  else words += /s$/.test(words) && /['’]$/.test(suffix) ? suffix.slice(-1) : suffix;
  const isOpening = OPENING.test(before.length <= NEAR ? near : ` ${near}`);
  return isOpening ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

export function hasArticle(alias: string): boolean {
  return withoutArticle(alias) !== alias;
}

export function withoutArticle(alias: string): string {
  const [, first = "", rest = ""] = /^(\p{L}+)\s+(.*)$/su.exec(alias) ?? [];
  return listed("articles").get(first.toLowerCase()) === true ? rest : alias;
}

/** A text without the "a" or "an" it ends with. */
export function withoutIndefinite(text: string): string {
  return text.replace(/(^|[\s(“"‘'])an?\s+$/i, "$1");
}

/** Whether a text ends with a word behind which no article can stand: "our", "the old", "Anna's". */
function isDetermined(text: string): boolean {
  if (!/\s$/.test(text)) return false;
  const words = lex(text);
  const last = words.findLastIndex(({ key }) => listed("adjectives").get(key) !== true);
  const word = words[last];
  if (word === undefined) return false;
  return listed("determiners").get(word.key) === true || (last === words.length - 1 && /['’]s$/i.test(word.text));
}

function pluralOf(words: string): string {
  if (/(?:s|x|ch|sh)$/i.test(words)) return `${words}es`;
  return /[^aeiou]y$/i.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;
}
