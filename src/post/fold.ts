/** How many characters of a hook show, by the `fold:` of the settings, else on a phone. */
export function foldOf(setting: number | null): number {
  return setting ?? PHONE_FOLD;
}

/** LinkedIn cuts at about 140 characters on a phone; it publishes no number (preview tools and creators agree on the range). */
export const PHONE_FOLD = 140;

/** On a desktop it cuts at about 210, by the same sources. */
export const DESKTOP_FOLD = 210;

/** It shows three lines at most, whatever their length. */
export const FOLD_LINES = 3;

/** How far back the cut goes for the end of a word. */
const LONGEST_WORD = 20;

/** How many UTF-16 units of a text show above the fold: so many characters, or three lines, and no half words. */
export function foldAt(text: string, characters: number): number {
  const lines = text.split("\n").slice(0, FOLD_LINES).join("\n");
  if (lines.length <= characters) return lines.length;
  const gap = text.slice(0, characters + 1).search(/\s\S*$/);
  if (gap > characters - LONGEST_WORD) return text.slice(0, gap).trimEnd().length;
  const isInPair = /[\ud800-\udbff]/.test(text.charAt(characters - 1));
  return isInPair ? characters - 1 : characters;
}
