import { findChangeColumns, findTimeColumns, tellTimes } from "../language/change-label.ts";
import { findTextFigures } from "../language/find-figures.ts";
import type { Line } from "../text/line.ts";
import { type Group, group, part } from "./parts.ts";

/** A table as lines: two columns of values become `Dishes: 74 → 26` below their names, anything else names its columns in each line. */
export function tableGroups(rows: readonly Line[], isLed: boolean): Group[] {
  const header = rows[0]?.row?.header ?? [];
  if (header.length === 2 && findChangeColumns(header)?.before === 0)
    return [
      group(
        "rows",
        rows.filter(hasValue).map(({ row, line }) => part(row?.cells.join(" → ") ?? "", "row", line)),
      ),
    ];
  const turned = turnTable(header, rows);
  if (turned !== null) return turned;
  const paired = rows.filter((row) => !goesFromNothing(row));
  const isPair =
    header.length === 3 && paired.length > 0 && paired.every(({ row }) => isPairOfValues(row?.cells ?? []));
  if (!isPair) {
    const named = group(
      "rows",
      rows.filter(hasValue).map(({ text, line }) => part(text, "row", line)),
    );
    const heading = isLed ? null : headingOf(header);
    return heading === null ? [named] : [leadLine(heading, rows), named];
  }
  const [, before = "", after = ""] = header;
  const mark = tellTimes([before, after]) ? "→" : "/";
  const lines = paired.map(({ row, line }) => {
    const [name = "", first = "", second = ""] = row?.cells ?? [];
    return part(`${name}: ${first} ${mark} ${second}`, "row", line);
  });
  if (findChangeColumns([before, after]) !== null && before.split(" ").length === 1) return [group("rows", lines)];
  return [leadLine(`${before} ${mark} ${after}`, rows), group("rows", lines)];
}

/** What stands above a table's lines: it leads on to them. */
function leadLine(words: string, [first]: readonly Line[]): Group {
  return { kind: "line", ordered: false, parts: [part(`${words}:`, "sentence", first?.line ?? 1)], leadsOn: true };
}

/** What a table of names and figures shows, where its header says so in more than a word: "Spores per litre", "Main reason". */
function headingOf([names = "", values = "", ...others]: readonly string[]): string | null {
  if (others.length > 0) return null;
  return [values, names].find((words) => /\p{L}\s\p{L}/u.test(words)) ?? null;
}

/** "Standby pay", "–", "€49,900" tells of no change. */
function goesFromNothing({ row }: Line): boolean {
  return row?.cells.slice(1).some(isEmpty) === true;
}

function isEmpty(cell: string): boolean {
  return /^(?:n\/a|[-–—]|)$/i.test(cell.trim());
}

/** A table of two times with their values side by side becomes a line for each value: "Decisions: 412 → 438". */
function turnTable(header: readonly string[], rows: readonly Line[]): Group[] | null {
  const [before, after] = rows.map(({ row }) => row?.cells ?? []);
  if (rows.length !== 2 || header.length < 3 || before === undefined || after === undefined) return null;
  const times = [before[0] ?? "", after[0] ?? ""];
  const columns = findChangeColumns(times) ?? findTimeColumns(times);
  if (columns?.before !== 0) return null;
  const names = header.slice(1);
  if (!names.every((_, at) => isPairOfValues(["", before[at + 1] ?? "", after[at + 1] ?? ""]))) return null;
  const line = rows[0]?.line ?? 1;
  const changes = names.map((name, at) => part(`${name}: ${before[at + 1]} → ${after[at + 1]}`, "row", line));
  return [leadLine(times.join(" → "), rows), group("rows", changes)];
}

/** Two values of one kind: a change from tons to dollars is none. */
function isPairOfValues([, first = "", second = ""]: readonly string[]): boolean {
  if (!isValue(first) || !isValue(second)) return false;
  return [first, second].every((cell) => /^\d+$/.test(cell)) || kindOfValue(first) === kindOfValue(second);
}

function kindOfValue(cell: string): string {
  const [figure] = findTextFigures(`to ${cell}`);
  if (figure === undefined) return "";
  return figure.kind === "money" ? `${figure.unit}` : figure.kind;
}

function isValue(cell: string): boolean {
  return /\d/.test(cell) && cell.length <= LONGEST_VALUE;
}

const LONGEST_VALUE = 24;

/** A row with nothing in its cells tells nothing. */
function hasValue({ row }: Line): boolean {
  return row?.cells.slice(1).some((cell) => !isEmpty(cell)) === true;
}
