import type { Tickable, TickPreview } from "../context.ts";
import { visibleLine } from "../render/visible.ts";

/** Lets rows be ticked by their numbers, line by line. */
export async function askPlainTicks(
  say: (line: string) => void,
  ask: (question: string) => Promise<string>,
  question: string,
  rows: readonly Tickable[],
  preview: (ticked: ReadonlySet<number>) => TickPreview,
): Promise<ReadonlySet<number>> {
  const ticked = new Set(rows.filter(({ isTicked }) => isTicked).map(({ number }) => number));
  const sayRow = ({ number, note, text }: Tickable, at: number): void =>
    say(`${at + 1}. ${ticked.has(number) ? "told" : "not told"} (${note}): ${visibleLine(text)}`);
  const change = (written: string): void => {
    const row = rows[Number(written) - 1];
    if (row === undefined) say(`There is no ${visibleLine(written)}.`);
    else {
      if (!ticked.delete(row.number)) ticked.add(row.number);
      sayRow(row, Number(written) - 1);
    }
  };
  say(visibleLine(question));
  for (const [at, row] of rows.entries()) sayRow(row, at);
  for (;;) {
    say(preview(ticked).note);
    const answer = (await ask("Numbers to change (Enter takes it as it is):")).trim();
    if (answer === "") return ticked;
    for (const written of answer.split(/[\s,]+/)) change(written);
  }
}
