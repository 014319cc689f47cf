import { findChangeColumns, findTimeColumns } from "../language/change-label.ts";

/** `| Failover | 90 s | 4 s |` under Before and After, or under March and April, becomes `Failover: 90 s → 4 s`. */
export function wordRow(header: readonly string[], row: readonly string[]): string {
  const [name = "", ...cells] = row;
  const columns = header.slice(1);
  const change = cells.length === 2 ? (findChangeColumns(columns) ?? findTimeColumns(columns)) : null;
  if (change !== null) return `${name}: ${cells[change.before]} → ${cells[change.after]}`;
  if (cells.length <= 1) return [name, ...cells].join(": ");
  return `${name}: ${cells.map((cell, index) => `${header[index + 1] ?? ""} ${cell}`.trim()).join(", ")}`;
}

/** A task's box, which the tree leaves in the words. */
export function wordTask(text: string): string {
  return text.replace(/^\[ \] /, "☐ ").replace(/^\[[xX]\] /, "☑ ");
}
