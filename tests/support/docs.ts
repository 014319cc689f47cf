import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./bank.ts";

/** A page of the docs, so that a test can hold the code to the numbers written there. */
function readDocs(page: string): string {
  return readFileSync(join(PROJECT, "docs", page), "utf8");
}

/** The table of a page that has these columns: what stands in the second, by the first. */
export function readTable(page: string, columns: readonly [string, string]): Map<string, string> {
  const lines = readDocs(page).split("\n").map(cellsOf);
  const head = lines.findIndex(([first, second]) => first === columns[0] && second === columns[1]);
  if (head < 0) throw new Error(`docs/${page} has no table of ${columns.join(" and ")}`);
  const end = lines.findIndex((cells, index) => index > head && cells.length === 0);
  return new Map(lines.slice(head + 2, end).map(([first = "", second = ""]) => [first, second]));
}

/** The number that a page says in a sentence, where the expression has it in its first group. */
export function readNumber(page: string, sentence: RegExp): number {
  const found = sentence.exec(readDocs(page).replace(/\s+/g, " "))?.[1];
  if (found === undefined) throw new Error(`docs/${page} does not say ${sentence}`);
  return Number(found);
}

function cellsOf(line: string): string[] {
  return line.startsWith("|")
    ? line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];
}
