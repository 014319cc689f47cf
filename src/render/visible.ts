/**
 * Shows control characters instead of sending them: C0 and C1 codes, bidirectional marks and zero-width characters come
 * out as `\u{…}`. Line feeds stay; the joiners inside emoji stay.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character, at: number) =>
    joinsEmoji(text, at) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}}`,
  );
}

/** The same on one line: line feeds and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\s*[\n\t]+\s*/g, " "));
}

/** Writes a value as JSON that hides nothing: what a terminal would act on is written as an escape. */
export function toJson(value: unknown): string {
  const plain = JSON.stringify(value, (_, item: unknown) => (item instanceof Map ? Object.fromEntries(item) : item), 2);
  return `${plain.replace(HIDDEN, (character, at: number) => (joinsEmoji(plain, at) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`))}\n`;
}

const HIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200d-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const JOINER = "\u200d";

/** Whether a joiner stands between two parts of one emoji. */
function joinsEmoji(text: string, at: number): boolean {
  return (
    text[at] === JOINER &&
    /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u.test(text.slice(0, at)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(at + 1))
  );
}
