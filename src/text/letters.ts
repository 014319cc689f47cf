// Combining marks of the Latin, Greek and Cyrillic scripts; spelled out, since \\p{M} costs every start.
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** Lower case without accents, for comparing. */
export function foldCase(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : text.normalize("NFD").replace(MARKS, "").toLowerCase();
}

/** Letters that no accent can be taken off, and what they are written as without them. */
const SPELLED: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const PLAIN_SIGNS = "·×÷–—‘-‟•€←-↓≈≤≥";
/** The halves of emoji, and what makes a sign one. */
const EMOJI = "\\ufe0f\\ud83d\\udc00-\\udfff";

/** Characters that may be more than small letters without accents; the signs and emoji most texts have are none of them. */
const MAY_FOLD = new RegExp(`[^\\0-\\x7f${PLAIN_SIGNS}${EMOJI}]`);

/** Small letters without accents, and plain where they were bold or wide (NFKD). */
export function foldLetters(text: string): string {
  if (!MAY_FOLD.test(text)) return text.toLowerCase();
  return foldCase(text.normalize("NFKD")).replace(/[øłßæœđðþı]/g, (letter) => SPELLED[letter] ?? letter);
}

/** The text as {@link foldLetters} gives it, without soft hyphens, and for each of its units the place in the original. */
export function foldLettersWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldLetters(character).replace(/[\u00ad\u200b]/g, "");
    for (let unit = 0; unit < plain.length; unit++) places.push(at);
    folded += plain;
    at += character.length;
  }
  places.push(text.length);
  return { folded, places };
}
