/** A line of a text with its markdown marks taken off: what stories and posts are read as. */
export interface Line {
  /** Its words, without indent, list mark or number. */
  text: string;
  /** The file's line it starts on, from 1. */
  line: number;
  kind: "prose" | "quote" | "label" | "bullet" | "row" | "code";
  /** How deep in lists, from 0. */
  depth: number;
  /** Of a heading, from 1; 0 of anything else. */
  level: number;
  /** All its words are bold, and it is a paragraph of its own. */
  isBold: boolean;
  /** The bold words it opens with, or those in front of a bullet's colon. */
  label: Label | null;
  /** `•`, or a number as it is written; empty where the line is no list's. */
  marker: string;
  /** The white space in front of it, as a platform without markdown shows it. */
  indent: string;
  /** What parts it from the line before: a line break that only wraps a paragraph, one that is meant, or a blank line. */
  gap: "wrap" | "line" | "blank";
  /** Which paragraph, list or table it is of; numbers rise through the text. */
  block: number;
  /** Which list a bullet is of, or which table a row. */
  list: number | null;
  /** Of a table's row. */
  row: { header: readonly string[]; cells: readonly string[] } | null;
  /** The file's last line of its block. */
  through: number;
  /** The places of its parts: from `at` on (an index into `text`), the text is on `line` of the file. */
  places: readonly { at: number; line: number }[];
}

/** Words that name what follows them. */
export interface Label {
  words: string;
  isBold: boolean;
  /** A colon sets them off. */
  hasColon: boolean;
  /** The index in the line's text behind the label and its colon. */
  end: number;
  /** No other bold words are in its paragraph. */
  isOnly: boolean;
}

/** The file's line of a place in a line's text. */
export function lineAt({ places, line }: Pick<Line, "places" | "line">, at: number): number {
  let found = line;
  for (const place of places) if (place.at <= at) found = place.line;
  return found;
}

/** What follows a line's label. */
export function textBehindLabel({ text, label }: Pick<Line, "text" | "label">): string {
  return label === null ? text : text.slice(label.end).trim();
}

/** Whether a line goes on with the paragraph or list entry of the one before it. */
export function goesOn(line: Line, before: Line | undefined): boolean {
  return before !== undefined && line.block === before.block && line.gap !== "blank" && line.marker === "";
}

/** The bullets of each list, and the rows of each table, in the order of the text. */
export function listsOf(lines: readonly Line[]): Line[][] {
  const lists = new Map<number, Line[]>();
  for (const line of lines) {
    if (line.list === null) continue;
    const known = lists.get(line.list);
    if (known === undefined) lists.set(line.list, [line]);
    else known.push(line);
  }
  return [...lists.values()];
}

/** A heading, or a short line that ends in a colon, leads on to what follows. */
export function leadsOn({ kind, text }: Line): boolean {
  return kind === "label" || (kind === "prose" && /[:：]$/.test(text) && text.length <= LONGEST_LEAD);
}

const LONGEST_LEAD = 80;
