/** A line of a text with its place. */
export interface SourceLine {
  text: string;
  /** From 1. */
  number: number;
  offset: number;
}

export function toLines(text: string): SourceLine[] {
  let offset = 0;
  return text.split("\n").map((line, index) => {
    const made = { text: line, number: index + 1, offset };
    offset += line.length + 1;
    return made;
  });
}

export function isBlank(text: string): boolean {
  return /^ *$/.test(text);
}

/** The position of a node between two places, each a line and the index of a column. */
export function positionOf(from: SourceLine, fromColumn: number, to: SourceLine, toColumn: number) {
  return {
    start: { line: from.number, column: fromColumn + 1, offset: from.offset + fromColumn },
    end: { line: to.number, column: toColumn + 1, offset: to.offset + toColumn },
  };
}
