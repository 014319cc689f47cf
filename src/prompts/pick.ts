import type { Pickable } from "../context.ts";
import { Cancelled } from "../errors.ts";
import type { Paint } from "../render/paint.ts";
import { visible, visibleLine } from "../render/visible.ts";
import { fitWidth, padEnd, widthOf } from "../render/width.ts";
import { wrapText } from "../render/wrap.ts";
import { type Answer, edit, isGivenUp, nameOf } from "./answer.ts";
import { createFilter } from "./filter.ts";
import type { Keyboard } from "./keyboard.ts";
import type { Key } from "./keys.ts";
import { showText } from "./rows.ts";
import { createScreen, type Frame, type Output } from "./screen.ts";

/** From so many columns on the first lines of a choice stand beside the list, else below it. */
const WIDE = 80;
const LIST_ROWS = 10;
const PREVIEW_ROWS = 4;

/** Lets one choice be taken from a list that narrows as one types. */
export function askPick<T>(
  keyboard: Keyboard,
  output: Output,
  paint: Paint,
  question: string,
  choices: readonly Pickable<T>[],
  other: ((typed: string) => T) | undefined,
): Promise<T> {
  const find = createFilter(choices, other);
  let typed: Answer = { text: "", at: 0 };
  let found = find("");
  let at = 0;
  let columns = 80;

  /** The rows of the list around the cursor, of equal width where something stands beside them. */
  function listRows(room: number, width: number): string[] {
    if (found.length === 0) return [paint.warn(fitWidth("  Nothing matches; take a word away.", width))];
    const from = Math.max(0, Math.min(at - Math.floor(room / 2), found.length - room));
    const rows = found.slice(from, from + room).map(({ name }, index) => {
      const isChosen = from + index === at;
      const row = padEnd(`${isChosen ? "❯" : " "} ${fitWidth(visibleLine(name), width - 2)}`, width);
      return isChosen ? paint.accent(row) : row;
    });
    const hidden = found.length - rows.length;
    return hidden > 0 ? [...rows, paint.faint(padEnd(fitWidth(`  ${hidden} more`, width), width))] : rows;
  }

  function previewRows(room: number, width: number): string[] {
    const preview = visible(found[at]?.preview ?? "")
      .replaceAll("\t", " ")
      .trim();
    if (preview === "") return [];
    return wrapText(preview, width)
      .slice(0, room)
      .map((row) => paint.faint(fitWidth(row, width)));
  }

  function frameOf(width: number, height: number): Frame {
    columns = Math.max(width, 20);
    const heading = wrapText(`? ${visibleLine(question)}`, columns - 1);
    const last = heading.at(-1) ?? "";
    const rows = heading.map((row, index) =>
      index === 0 ? `${paint.accent("?")}${paint.strong(row.slice(1))}` : paint.strong(row),
    );
    const isBeside = widthOf(last) + widthOf(showText(typed.text)) + 2 < columns;
    const before = isBeside ? `${last} ` : "  ";
    const written = fitWidth(showText(typed.text), columns - 1 - widthOf(before));
    if (isBeside) rows[rows.length - 1] += ` ${written}`;
    else rows.push(`  ${written}`);
    const column = widthOf(before) + widthOf(showText(typed.text.slice(0, typed.at)));
    const cursor = { row: rows.length - 1, column: Math.min(column, columns - 1) };
    const isWide = columns >= WIDE && choices.some(({ preview }) => preview !== undefined);
    const listWidth = isWide ? Math.floor(columns * 0.45) : columns - 1;
    const previewRoom = isWide ? LIST_ROWS + 1 : Math.min(PREVIEW_ROWS, Math.floor(height / 5));
    const room = Math.max(1, Math.min(LIST_ROWS, height - rows.length - (isWide ? 0 : previewRoom) - 3));
    const list = listRows(room, listWidth);
    if (!isWide)
      return { rows: [...rows, ...list, ...previewRows(previewRoom, columns - 3).map((row) => `  ${row}`)], cursor };
    const beside = previewRows(Math.min(previewRoom, room + 1), columns - listWidth - 4);
    const joined = Array.from({ length: Math.max(list.length, beside.length) }, (_, index) => {
      const left = list[index] ?? " ".repeat(listWidth);
      return beside[index] === undefined ? left.trimEnd() : `${left} ${paint.faint("│")} ${beside[index]}`;
    });
    return { rows: [...rows, ...joined], cursor };
  }

  return keyboard.ask(true, (settle) => {
    const screen = createScreen(output, frameOf);
    screen.draw();

    function fail(error: unknown): void {
      screen.end();
      settle.fail(error);
    }

    function submit(): void {
      const chosen = found[at];
      if (chosen === undefined) return;
      const said = fitWidth(visibleLine(`✔ ${question} ${chosen.name}`), columns - 1);
      screen.end([said.replace("✔", paint.good("✔"))]);
      settle.done(chosen.value);
    }

    function filterBy(key: Key): void {
      // A filter is one line, whatever was pasted.
      const flat = key.kind === "paste" ? { ...key, text: key.text.replace(/\s+/g, " ").trim() } : key;
      const next = edit(typed, flat) ?? typed;
      if (next.text !== typed.text) {
        found = find(next.text);
        at = 0;
      }
      typed = next;
    }

    return {
      fail,
      draw: screen.draw,
      redraw: screen.redraw,
      onKey(key) {
        const name = nameOf(key);
        if (isGivenUp(name, typed.text)) return fail(new Cancelled(undefined, typed.text));
        if (name === "enter") return submit();
        const by = STEPS[name ?? ""];
        if (by !== undefined) at = Math.max(0, Math.min(found.length - 1, at + by));
        else if (!NO_FILTER.includes(name)) filterBy(key);
      },
    };
  });
}

const STEPS: Readonly<Record<string, number>> = { up: -1, down: 1, "page-up": -LIST_ROWS, "page-down": LIST_ROWS };
/** They mean nothing to a filter. */
const NO_FILTER: readonly (string | null)[] = ["tab", "line-break"];
