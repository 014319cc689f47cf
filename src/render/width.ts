/** Letters and signs that take one column each, so that most text needs no tables. */
const NARROW =
  /^[\n\x20-\x7e\xa0-\u02ff\u0370-\u03ff\u0400-\u04ff\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u2190-\u21ff]*$/;

let measure: ((text: string) => number) | undefined;

/** Loads the tables of wide characters when any of the texts needs them: they cost more than the rest of a list. */
export async function loadWidths(texts: readonly string[]): Promise<void> {
  if (measure !== undefined || texts.every((text) => NARROW.test(text))) return;
  measure = (await import("string-width")).default;
}

/** The columns a text takes on a terminal: wide characters take two, marks and colours none. Call {@link loadWidths} first. */
export function widthOf(text: string): number {
  return NARROW.test(text) || measure === undefined ? text.length : measure(text);
}

/** Cuts a text to a number of columns, with … where something was cut off. */
export function fitWidth(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  if (columns < 1) return "";
  if (NARROW.test(text)) return `${text.slice(0, columns - 1).trimEnd()}…`;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

/** Breaks a text between words into lines of at most so many columns; words that are longer stay whole. */
export function wrapText(text: string, columns: number): string[] {
  return text.split("\n").flatMap((line) => {
    const lines: string[] = [];
    const indent = /^ */.exec(line)?.[0] ?? "";
    let current = "";
    for (const word of line.slice(indent.length).split(" ")) {
      if (current !== "" && indent.length + widthOf(current) + 1 + widthOf(word) > columns) {
        lines.push(current);
        current = word;
      } else current = current === "" ? word : `${current} ${word}`;
    }
    return [...lines, current].map((each) => indent + each);
  });
}
