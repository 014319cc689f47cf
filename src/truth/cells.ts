import type { Amount } from "../language/amount.ts";
import { lex } from "../language/lex.ts";
import { compareAmounts } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import type { FigureColumn, Passage } from "./passage.ts";

/** Finds "23% of the commits were made before 8 p.m." where the table has the 23% under "After 8 p.m.". */
export function judgeCells({ statement, evidence, isFirstPerson }: Held): Judged[] {
  if (!isFirstPerson) return [];
  const said = new Set(statement.tokens.map(({ key }) => key));
  const rows = evidence.map(({ passage }) => ({ passage, cells: cellsOf(passage) }));
  return statement.amounts.flatMap((amount): Judged[] => {
    const isSame = (cell: Cell): boolean => compareAmounts(amount, cell.amount) === "same";
    // "11 hired, 10 times yes", under "Failed" in one row and under "Passed" in another
    const isThere = rows.some(({ cells }) =>
      cells.some((cell) => isSame(cell) && cells.some((each) => isNamedInstead(cell.column, each.column, said))),
    );
    if (isThere) return [];
    for (const { passage, cells } of rows.slice(0, ROWS)) {
      const [cell, second] = cells.filter(isSame);
      const other =
        cell === undefined || second !== undefined
          ? undefined
          : cells.find((each) => each !== cell && isNamedInstead(each.column, cell.column, said));
      if (other !== undefined) return [otherCell(amount, other.amount, passage)];
    }
    return [];
  });
}

function otherCell({ start, end }: Amount, { text }: Amount, source: Passage): Judged {
  const because = `the story says ${text} there`;
  const rule = "figure-of-another-thing";
  return { kind: "figure", rule, start, end, verdict: "contradicted", because, source, fix: null, instead: text };
}

/** How many of the lines that are most alike are looked at. */
const ROWS = 3;

interface Cell {
  column: FigureColumn;
  amount: Amount;
}

/** The only amount of each column of a row. */
function cellsOf({ columns, amounts }: Passage): Cell[] {
  if (columns.length < 2) return [];
  return columns.flatMap((column) => {
    const [amount, second] = amounts.filter(({ start, end }) => start >= column.start && end <= column.end);
    return amount === undefined || second !== undefined ? [] : [{ column, amount }];
  });
}

/** Whether all that sets one header apart is said, and nothing that sets the other apart. */
function isNamedInstead({ header }: FigureColumn, { header: own }: FigureColumn, said: ReadonlySet<string>): boolean {
  const [words, others] = [keysOf(header), keysOf(own)];
  const apart = words.filter((key) => !others.includes(key));
  return (
    apart.length > 0 &&
    apart.every((key) => said.has(key)) &&
    !others.some((key) => !words.includes(key) && said.has(key))
  );
}

function keysOf(header: string): string[] {
  return lex(header)
    .filter(({ kind }) => kind === "word" || kind === "number")
    .map(({ key }) => key);
}
