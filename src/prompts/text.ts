import type { TextOptions } from "../context.ts";
import { Cancelled } from "../errors.ts";
import type { Paint } from "../render/paint.ts";
import { visibleLine } from "../render/visible.ts";
import { fitWidth, widthOf } from "../render/width.ts";
import { wrapText } from "../render/wrap.ts";
import { type Answer, applyKey, isGivenUp, nameOf } from "./answer.ts";
import type { Keyboard } from "./keyboard.ts";
import { createLayout, findPlace, moveByRows, type Row, showText } from "./rows.ts";
import { createScreen, type Output, type ScreenContent } from "./screen.ts";

/** How many rows of an answer are shown while it is written, and once it is given. */
const ROWS_WRITTEN = 12;
const ROWS_GIVEN = 4;

const INDENT = "  ";
/** Columns of the screen that no row of an answer takes: the indent, a blank at its end, the fold's mark, the last one. */
const MARGIN = 5;

/** Asks for a text, of several lines where they are pasted or broken with Alt-Enter. */
export function askText(
  keyboard: Keyboard,
  output: Output,
  paint: Paint,
  question: string,
  { preset, validate, foldAt }: TextOptions,
): Promise<string> {
  const layRows = createLayout();
  let answer: Answer = { text: "", at: 0 };
  let problem: string | null = null;
  let columns = 80;

  const heading = (mark: string): string[] => wrapText(`${mark} ${visibleLine(question)}`, columns - 1);
  const rowsOf = (): Row[] => layRows(answer.text, columns - MARGIN);

  function showRow({ start, end }: Row): string {
    if (foldAt === undefined || end <= foldAt) return showText(answer.text.slice(start, end));
    const cut = Math.max(start, foldAt);
    const mark = start <= foldAt ? paint.warn("┆") : "";
    return `${showText(answer.text.slice(start, cut))}${mark}${paint.faint(showText(answer.text.slice(cut, end)))}`;
  }

  function notes(): string[] {
    const said = [];
    if (problem !== null) said.push(...wrapText(visibleLine(problem), columns - 3).map((row) => paint.bad(row)));
    if (foldAt !== undefined && answer.text !== "") said.push(paint.faint(wordFold(answer.text.length - foldAt)));
    if (answer.text.includes("\n"))
      said.push(paint.faint(fitWidth("Enter ends the answer, Alt-Enter a line.", columns - 3)));
    return said.map((row) => INDENT + row);
  }

  function hiddenRows(count: number, where: string): string[] {
    return count > 0 ? [INDENT + paint.faint(`… ${countRows(count)} ${where}`)] : [];
  }

  /** The fold's mark takes a column of the row it is in; the row starts at a place of the answer. */
  function markWidth(rowStart: number): number {
    return foldAt !== undefined && answer.at > foldAt && rowStart <= foldAt ? 1 : 0;
  }

  function contentOf(width: number, height: number): ScreenContent {
    columns = Math.max(width, 20);
    const rows = heading("?");
    const last = rows.at(-1) ?? "";
    const painted = rows.map((row, at) => (at === 0 ? `${paint.accent("?")}${paint.strong(row.slice(1))}` : row));
    const hint = answer.text === "" && preset !== undefined ? ` (${visibleLine(preset)})` : "";
    if (isShort(last + hint, answer.text, columns)) {
      painted[rows.length - 1] += `${paint.faint(hint)} ${showRow({ start: 0, end: answer.text.length })}`;
      const column = widthOf(`${last}${hint} ${showText(answer.text.slice(0, answer.at))}`) + markWidth(0);
      return { rows: [...painted, ...notes()], cursor: { row: rows.length - 1, column } };
    }
    const below = notes();
    const laid = rowsOf();
    const place = findPlace(answer.text, laid, answer.at);
    const room = Math.max(1, Math.min(ROWS_WRITTEN, height - painted.length - below.length - 3));
    const from = Math.max(0, Math.min(place.row - Math.floor(room / 2), laid.length - room));
    const until = Math.min(laid.length, from + room);
    const above = hiddenRows(from, "above");
    const more = hiddenRows(laid.length - until, "below");
    const shown = laid
      .slice(from, until)
      .map((row) => INDENT + showRow(row) + paint.faint(fitWidth(hint.trim(), columns - MARGIN)));
    const row = painted.length + above.length + place.row - from;
    const column = INDENT.length + place.column + markWidth(laid[place.row]?.start ?? 0);
    return { rows: [...painted, ...above, ...shown, ...more, ...below], cursor: { row, column } };
  }

  function givenRows(text: string): string[] {
    const rows = heading("✔");
    const last = rows.at(-1) ?? "";
    const painted = rows.map((row, at) => (at === 0 ? `${paint.good("✔")}${paint.strong(row.slice(1))}` : row));
    if (isShort(last, text, columns)) {
      painted[rows.length - 1] += ` ${paint.accent(showText(text))}`;
      return painted;
    }
    const laid = layRows(text, columns - MARGIN);
    const kept = laid.length > ROWS_GIVEN ? ROWS_GIVEN - 1 : laid.length;
    const shown = laid.slice(0, kept).map(({ start, end }) => INDENT + paint.accent(showText(text.slice(start, end))));
    const more = hiddenRows(laid.length - kept, "more");
    return [...painted, ...shown, ...more];
  }

  return keyboard.ask(true, (settle) => {
    const screen = createScreen(output, contentOf);
    screen.draw();

    function submit(): void {
      const text = answer.text === "" ? (preset ?? "") : answer.text;
      const verdict = validate?.(text) ?? true;
      if (verdict !== true) {
        problem = verdict;
        return;
      }
      screen.end(givenRows(text));
      settle.done(text);
    }

    function fail(error: unknown): void {
      screen.end();
      settle.fail(error);
    }

    return {
      fail,
      draw: screen.draw,
      redraw: screen.redraw,
      onKey(key) {
        const name = nameOf(key);
        if (isGivenUp(name, answer.text)) return fail(new Cancelled(undefined, answer.text));
        if (name === "enter") return submit();
        const by = name === null ? undefined : ROW_STEPS[name];
        if (by !== undefined) answer = { ...answer, at: moveByRows(answer.text, rowsOf(), answer.at, by) };
        else answer = applyKey(answer, key) ?? answer;
        problem = null;
      },
    };
  });
}

const ROW_STEPS: Readonly<Record<string, number>> = { up: -1, down: 1 };

/** Whether an answer has room behind its question, with a blank, the fold's mark and the cursor. */
function isShort(question: string, answer: string, columns: number): boolean {
  return !answer.includes("\n") && widthOf(question) + widthOf(showText(answer)) + 4 <= columns;
}

function countRows(count: number): string {
  return count === 1 ? "1 line" : `${count} lines`;
}

function wordFold(beyond: number): string {
  return beyond > 0 ? `${beyond} beyond the fold` : `${-beyond} to the fold`;
}
