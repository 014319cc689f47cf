import { stripVTControlCharacters } from "node:util";
import { widthOf } from "../render/width.ts";

/** What of a terminal's output is used; standard output is one. */
export interface Output extends NodeJS.WritableStream {
  columns?: number;
  rows?: number;
}

/** What a question shows: rows that fit the screen, and where the cursor is. */
export interface ScreenContent {
  rows: readonly string[];
  cursor: { row: number; column: number };
}

export interface Screen {
  draw(): void;
  /** Draws the content at the cursor, below whatever came in between. */
  redraw(): void;
  /** Shows the last content and leaves the cursor below it. */
  end(rows?: readonly string[]): void;
}

const NOTHING: ScreenContent = { rows: [], cursor: { row: 0, column: 0 } };

/** Draws a question's content over the one before, only the rows that differ; a screen that changes its size is drawn anew. */
export function createScreen(output: Output, contentOf: (columns: number, rows: number) => ScreenContent): Screen {
  let shown = NOTHING;

  function show(next: ScreenContent): void {
    let sent = `${up(shown.cursor.row)}\r`;
    for (const [at, row] of next.rows.entries()) {
      if (at > 0) sent += "\r\n";
      if (row !== shown.rows[at] || at === next.rows.length - 1) sent += `${row}\u001b[K`;
    }
    if (shown.rows.length > next.rows.length) sent += "\u001b[J";
    sent += `${up(next.rows.length - 1 - next.cursor.row)}\r`;
    if (next.cursor.column > 0) sent += `\u001b[${next.cursor.column}C`;
    output.write(sent);
    shown = next;
  }

  const size = (): [number, number] => [output.columns || 80, output.rows || 24];
  const draw = (): void => show(contentOf(...size()));

  const redraw = (): void => {
    shown = NOTHING;
    draw();
  };

  const onResize = (): void => {
    // The terminal has broken the old rows to its new width.
    const [columns] = size();
    const above = shown.rows.slice(0, shown.cursor.row).map((row) => widthOf(stripVTControlCharacters(row)));
    const height = above.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
    output.write(`${up(height)}\r\u001b[J`);
    redraw();
  };
  output.on("resize", onResize);

  return {
    draw,
    redraw,
    end(rows = shown.rows) {
      output.off("resize", onResize);
      show({ rows, cursor: { row: rows.length - 1, column: 0 } });
      output.write("\r\n");
    },
  };
}

function up(rows: number): string {
  return rows > 0 ? `\u001b[${rows}A` : "";
}
