import type { Amount } from "../language/amount.ts";
import { fits } from "./compare-amounts.ts";
import type { Following } from "./follow.ts";
import type { Passage } from "./passage.ts";
import { isRow, type StoryIndex } from "./story-index.ts";

/** Follows what a column of a table adds up to: "2,265 new bugs" of four rows. */
export function followColumn(stated: Amount, { passages }: StoryIndex): Following | null {
  for (const rows of tablesOf(passages)) {
    const width = Math.min(...rows.map(({ amounts }) => amounts.length));
    for (let back = 1; back <= width; back++) {
      const column = rows.map(({ amounts }) => amounts.at(-back) as Amount);
      const [first] = column;
      if (first === undefined || !column.every((each) => isLike(each, first))) continue;
      const sum = column.reduce((total, { value }) => total + value, 0);
      if (isStated(stated, first) && fits(stated, sum))
        return { because: column.map(({ text }) => text).join(" and "), passage: rows[0] as Passage };
    }
  }
  return null;
}

/** The rows of each table of more than two. */
function tablesOf(passages: readonly Passage[]): Passage[][] {
  const tables: Passage[][] = [];
  for (const passage of passages.filter(isRow)) {
    const last = tables.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before?.index === passage.index - 1 && before.label?.text === passage.label?.text)
      last.push(passage);
    else tables.push([passage]);
  }
  return tables.filter(({ length }) => length > 2);
}

function isLike(a: Amount, b: Amount): boolean {
  return a.kind === b.kind && a.unit === b.unit && a.kind !== "share" && a.kind !== "multiple";
}

/** A bare number may say any of them. */
function isStated({ kind, unit }: Amount, of: Amount): boolean {
  return (kind === of.kind && (unit === of.unit || kind === "duration")) || kind === "number" || of.kind === "number";
}
