import { endsInNumber, findChangeColumns, findTimeColumns } from "../language/change-label.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { foldCase } from "./letters.ts";

/** `| Failover | 90 s | 4 s |` under Before and After, or under March and April, becomes `Failover: 90 s → 4 s`. */
export function wordRow(header: readonly string[], row: readonly string[]): string {
  const [first = "", ...cells] = row;
  const name = isCounted(header[0], first) ? `${header[0]} ${first}` : first;
  const columns = header.slice(1);
  const change = cells.length === 2 ? (findChangeColumns(columns) ?? findTimeColumns(columns)) : null;
  if (change !== null) return `${name}: ${cells[change.before]} → ${cells[change.after]}`;
  if (cells.length <= 1)
    return [
      name,
      ...cells.map((cell) => (isCounted(columns[0], cell) ? `${foldCase(columns[0] ?? "")} ${cell}` : cell)),
    ].join(": ");
  return `${name}: ${cells.map((cell, index) => wordCell(header[index + 1] ?? "", cell)).join(", ")}`;
}

/** "of which about the app" under "Tickets" says whose part it is by itself: "Tickets, of which about the app". */
export function nameParts(rows: readonly (readonly string[])[]): string[][] {
  let whole = "";
  return rows.map(([name = "", ...cells]) => {
    const isPart = listed("parting").at(lex(name), 0) !== null;
    if (!isPart) whole = name;
    return [isPart && whole !== "" ? `${whole}, ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name, ...cells];
  });
}

/** "March: 212", "2023: 4 of 6" and "Cost $2K": no day of a month where none is meant. */
function wordCell(header: string, cell: string): string {
  return `${header}${/^\d/.test(cell) && endsInNumber(header) ? ":" : ""} ${cell}`.trim();
}

/** Whether the 2 of a column is "Week 2": one of a count, and no number of weeks. */
function isCounted(column: string | undefined, cell: string): boolean {
  if (column === undefined || column === "") return false;
  return /^\d{1,3}$/.test(cell) && DICTIONARY.timeUnits.get(`${foldCase(column)}s`) !== undefined;
}

/** A task's box, which the tree leaves in the words. */
export function wordTask(text: string): string {
  return text.replace(/^\[ \] /, "☐ ").replace(/^\[[xX]\] /, "☑ ");
}
