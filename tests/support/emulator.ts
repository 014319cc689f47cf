import stringWidth from "string-width";

/** The rows a terminal shows down to the last that has something, after all that was sent to it, and where its cursor is. Knows what prompts use, and wraps as terminals do. */
export function emulate(sent: string, columns: number): { rows: string[]; row: number; column: number } {
  const cells: string[][] = [[]];
  let [row, column] = [0, 0];
  const line = (): string[] => {
    while (cells.length <= row) cells.push([]);
    return cells[row] ?? [];
  };
  for (const [token = "", final] of sent.matchAll(/\u001b\[[0-?]*([@-~])|\r|\n|./gu)) {
    const count = Number(/\d+/.exec(token)?.[0] ?? 1);
    if (token === "\r") column = 0;
    else if (token === "\n") row++;
    else if (token === "\b") column = Math.max(0, column - 1);
    else if (final === "A") row = Math.max(0, row - count);
    else if (final === "B") row += count;
    else if (final === "C") column = Math.min(columns - 1, column + count);
    else if (final === "D") column = Math.max(0, column - count);
    else if (final === "G") column = count - 1;
    else if (final === "K") line().splice(token === "\u001b[2K" ? 0 : column);
    else if (final === "J") {
      line().splice(column);
      cells.splice(row + 1);
    } else if (final === undefined) {
      const width = stringWidth(token);
      if (width === 0) {
        const before = line()[column - 1] === "" ? column - 2 : column - 1;
        line()[before] = `${line()[before] ?? ""}${token}`;
        continue;
      }
      if (column + width > columns) [row, column] = [row + 1, 0];
      const cellsOfRow = line();
      while (cellsOfRow.length < column) cellsOfRow.push(" ");
      cellsOfRow[column] = token;
      if (width === 2) cellsOfRow[column + 1] = "";
      column += width;
    }
  }
  const rows = cells.map((each) => each.join("").trimEnd());
  return { rows: rows.slice(0, rows.findLastIndex((each) => each !== "") + 1), row, column };
}
