import { replacePrivateNames } from "./aliases.ts";
import { hasPrivateName, squeeze } from "./joined-names.ts";
import { findPrivateNames, type PrivateName } from "./private-names.ts";

/** What stands where a private name was, and nobody has said what to say instead. */
export const HIDDEN = "(private)";

/**
 * Makes what hides every private name of a text that is given to others: those without an alias too, and those inside
 * addresses and words that are joined of several.
 */
export function hiderOf(names: readonly PrivateName[]): (text: string) => string {
  const all = names.map(({ name, alias }) => ({ name, alias: alias ?? HIDDEN }));
  const squeezed = names.map(({ name }) => squeeze(name));
  const holds = (text: string): boolean => findPrivateNames(text, all).length > 0;
  return (text) => {
    const letters = squeeze(plainAddress(text));
    const mayHold = squeezed.some((name) => letters.includes(name)) || holds(text);
    if (!mayHold) return text;
    const hasName = (word: string): boolean => all.some((each) => hasPrivateName(word, each));
    const isAddress = (word: string): boolean => /:\/\/|@|^www\./.test(word);
    const told = replacePrivateNames(
      hideWords(text, (word) => isAddress(word) && (hasName(plainAddress(word)) || holds(plainAddress(word)))),
      all,
    );
    // An address with a space in it ends in the middle of a name.
    const bare = findPrivateNames(told, all).reduceRight(
      (rest, { start, end }) => rest.slice(0, start) + HIDDEN + rest.slice(end),
      told,
    );
    return hideWords(bare, hasName);
  };
}

/** An address as it is meant: its escaped letters, too. */
function plainAddress(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

function hideWords(text: string, isHidden: (word: string) => boolean): string {
  return text.replace(/[^\s"'()[\]{}<>]+/g, (word) => (isHidden(word) ? HIDDEN : word));
}
