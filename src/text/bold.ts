/** The first code points of the bold sans-serif letters and digits (Unicode, Mathematical Alphanumeric Symbols). */
const CAPITALS = 0x1d5d4;
const SMALL = 0x1d5ee;
const DIGITS = 0x1d7ec;

/**
 * Writes Latin letters and digits in Unicode's bold ones. Screen readers spell such letters out or skip them, and a
 * search does not find them: only on request.
 */
export function toBold(text: string): string {
  return text.replace(/[A-Za-z0-9]/g, (letter) => {
    const code = letter.charCodeAt(0);
    return String.fromCodePoint(firstOf(code) + code);
  });
}

function firstOf(code: number): number {
  if (code >= 97) return SMALL - 97;
  return code >= 65 ? CAPITALS - 65 : DIGITS - 48;
}
