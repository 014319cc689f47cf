import type { Tickable, TickPreview } from "../context.ts";
import { Cancelled } from "../errors.ts";
import type { Paint } from "../render/paint.ts";
import { visible, visibleLine } from "../render/visible.ts";
import { fitWidth, padEnd } from "../render/width.ts";
import { wrapText } from "../render/wrap.ts";
import { isGivenUp, nameOf } from "./answer.ts";
import type { Keyboard } from "./keyboard.ts";
import { createScreen, type Output, type ScreenContent } from "./screen.ts";

/** From so many columns on what comes of the choice is beside the list, else below it. */
const WIDE = 100;
/** Heading, help and a row between. */
const FRAME = 4;
const HELP = "Space ticks, Enter takes it, Esc gives up.";

/** Lets rows be ticked, and shows after every tick what comes of it. */
export function askTicks(
  keyboard: Keyboard,
  output: Output,
  paint: Paint,
  question: string,
  rows: readonly Tickable[],
  previewOf: (ticked: ReadonlySet<number>) => TickPreview,
): Promise<ReadonlySet<number>> {
  const ticked = new Set(rows.filter(({ isTicked }) => isTicked).map(({ number }) => number));
  let preview = previewOf(ticked);
  let at = 0;
  let page = 10;

  /** The rows around the cursor, each part's label above its first. */
  function listRows(room: number, width: number): string[] {
    const lines = rows.flatMap((row, index) => {
      const label = row.label !== null && row.label !== rows[index - 1]?.label ? [{ text: row.label, index: -1 }] : [];
      return [...label, { text: wordRow(row), index }];
    });
    const place = lines.findIndex(({ index }) => index === at);
    const from = Math.max(0, Math.min(place - Math.floor(room / 2), lines.length - room));
    return lines.slice(from, from + room).map(({ text, index }) => {
      if (index < 0) return paint.faint(padEnd(fitWidth(`  ${visibleLine(text)}`, width), width));
      const isHere = index === at;
      const line = padEnd(fitWidth(`${isHere ? "❯" : " "} ${text}`, width), width);
      return isHere ? paint.accent(line) : line;
    });
  }

  function wordRow({ number, note, text }: Tickable): string {
    return `${ticked.has(number) ? "[x]" : "[ ]"} ${note.padStart(3)}  ${visibleLine(text)}`;
  }

  /** What comes of the choice, around the words under the cursor. */
  function previewRows(room: number, width: number): string[] {
    const lines = wrapText(visible(preview.text), width);
    const words = visibleLine(rows[at]?.text ?? "").slice(0, 24);
    const place = words === "" ? -1 : lines.findIndex((line) => line.includes(words.slice(0, width - 4)));
    const from = Math.max(0, Math.min(place - Math.floor(room / 2), lines.length - room));
    return lines.slice(from, from + room).map((line) => paint.faint(fitWidth(line, width)));
  }

  function contentOf(columns: number, height: number): ScreenContent {
    const width = Math.max(columns, 20) - 1;
    const heading = [
      `${paint.accent("?")} ${paint.strong(fitWidth(visibleLine(question), width - 2))}`,
      `  ${preview.isTooLong ? paint.warn(preview.note) : preview.note}`,
    ];
    const room = Math.max(2, height - FRAME - 1);
    const isWide = width >= WIDE;
    page = isWide ? room : Math.max(1, Math.floor(room * 0.6));
    const listWidth = isWide ? Math.floor(width / 2) : width;
    const list = listRows(page, listWidth);
    const help = paint.faint(fitWidth(HELP, width));
    if (!isWide) {
      const below = previewRows(Math.max(1, room - page - 1), width - 2).map((row) => `  ${row}`);
      const cells = [...heading, ...list.map((row) => row.trimEnd()), "", ...below, help];
      return { rows: cells, cursor: { row: cells.length - 1, column: 0 } };
    }
    const beside = previewRows(room, width - listWidth - 3);
    const joined = Array.from({ length: Math.max(list.length, beside.length) }, (_, index) =>
      `${list[index] ?? " ".repeat(listWidth)} ${paint.faint("│")} ${beside[index] ?? ""}`.trimEnd(),
    );
    const cells = [...heading, ...joined, help];
    return { rows: cells, cursor: { row: cells.length - 1, column: 0 } };
  }

  return keyboard.ask(true, (settle) => {
    const screen = createScreen(output, contentOf);
    screen.draw();

    function fail(error: unknown): void {
      screen.end();
      settle.fail(error);
    }

    function submit(): void {
      screen.end([`${paint.good("✔")} ${fitWidth(`${visibleLine(question)}: ${preview.note}`, 70)}`]);
      settle.done(ticked);
    }

    function move(name: string): void {
      const pages: Readonly<Record<string, number>> = { "page-up": -page, "page-down": page };
      at = Math.max(0, Math.min(rows.length - 1, at + (pages[name] ?? STEPS[name] ?? 0)));
    }

    function toggle(): void {
      const number = rows[at]?.number;
      if (number === undefined) return;
      if (!ticked.delete(number)) ticked.add(number);
      preview = previewOf(ticked);
    }

    return {
      fail,
      draw: screen.draw,
      redraw: screen.redraw,
      onKey(key) {
        const name = nameOf(key);
        if (isGivenUp(name, "")) return fail(new Cancelled());
        if (name === "enter") return submit();
        if (key.kind === "text" && key.text === " ") toggle();
        else move(name ?? "");
      },
    };
  });
}

const STEPS: Readonly<Record<string, number>> = { up: -1, down: 1, home: -10_000, end: 10_000 };
