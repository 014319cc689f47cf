/** Letters and signs that take one column each, so that most text needs no tables. */
const NARROW = /^[\n\x20-\x7e\xa0-\u02ff\u0370-\u04ff\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u2190-\u21ff]*$/;

let measure: ((text: string) => number) | undefined;

/** Loads the tables of wide characters when any of the texts needs them: they cost more than the rest of a list. */
export async function loadWidths(texts: readonly string[]): Promise<void> {
  if (measure !== undefined || texts.every((text) => NARROW.test(text))) return;
  measure = (await import("string-width")).default;
}

/** The columns a text takes on a terminal: wide characters take two, marks and colours none. Call {@link loadWidths} first. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  if (measure !== undefined) return measure(text);
  const shown = text.replace(COLOUR, "");
  return shown.length + (shown.match(WIDE)?.length ?? 0);
}

/** What is measured by without the tables: most of the signs that take two columns and are one unit of UTF-16. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
const COLOUR = /\u001b\[\d+m/g;

/** Cuts a text to a number of columns, between words where it can, with … where something was cut off. */
export function fitWidth(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  if (columns < 1) return "";
  let kept = NARROW.test(text) ? text.slice(0, columns - 1) : "";
  if (kept === "")
    for (const { segment } of new Intl.Segmenter().segment(text)) {
      if (widthOf(kept + segment) > columns - 1) break;
      kept += segment;
    }
  return `${wholeWords(text, kept.length, columns).replace(/[\s,;:]+$/, "")}…`;
}

/** Takes off the beginning of a word that was cut, unless the word is too long for any line of so many columns. */
function wholeWords(text: string, cut: number, columns: number): string {
  const start = text.lastIndexOf(" ", cut - 1) + 1;
  const [rest = ""] = text.slice(cut).split(" ");
  const isWhole = start === 0 || /^[,;:.!?)]*$/.test(rest);
  return text.slice(0, isWhole || widthOf(text.slice(start, cut) + rest) > columns ? cut : start);
}

export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

/** The columns to fill: all of a narrow terminal, no more of a wide one than reads well; what is piped is never cut. */
export function readableWidth(columns: number, most: number): number {
  return columns === Number.POSITIVE_INFINITY ? columns : Math.min(columns, most);
}
