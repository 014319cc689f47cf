import type { KeyChoice } from "../context.ts";
import { Cancelled } from "../errors.ts";
import type { Paint } from "../render/paint.ts";
import { visibleLine } from "../render/visible.ts";
import { widthOf } from "../render/width.ts";
import { wrapText } from "../render/wrap.ts";
import type { Keyboard } from "./keyboard.ts";
import { createScreen, type Output, type ScreenContent } from "./screen.ts";

const GAP = "   ";

/** Lets one of a few be chosen with a single key; other keys do nothing, nor do letters that come at once, as from a paste. */
export function askKey<T>(
  keyboard: Keyboard,
  output: Output,
  paint: Paint,
  question: string,
  choices: readonly KeyChoice<T>[],
): Promise<T> {
  const heading = (mark: string, columns: number): string[] =>
    wrapText(`${mark} ${visibleLine(question)}`, columns - 1);

  function frameOf(columns: number): ScreenContent {
    const rows = heading("?", columns).map((row, at) =>
      at === 0 ? `${paint.accent("?")}${paint.strong(row.slice(1))}` : paint.strong(row),
    );
    const legend = legendRows(choices, columns - 1).map(
      (row) => `  ${row.map(({ key, name }) => `${paint.accent(key)} ${name}`).join(GAP)}`,
    );
    const all = [...rows, ...legend];
    return { rows: all, cursor: { row: all.length - 1, column: 0 } };
  }

  return keyboard.ask(false, (settle) => {
    const screen = createScreen(output, frameOf);
    screen.draw();
    function fail(error: unknown): void {
      screen.end();
      settle.fail(error);
    }
    return {
      fail,
      draw: screen.draw,
      redraw: screen.redraw,
      onKey(key) {
        if (key.kind === "key" && (key.name === "cancel" || key.name === "end-of-input")) return fail(new Cancelled());
        const typed = key.kind === "text" ? key.text.toLowerCase() : "";
        const chosen = choices.find((choice) => choice.key === typed);
        if (chosen === undefined) return;
        const said = heading("✔", output.columns || 80);
        said[said.length - 1] += ` ${paint.accent(chosen.name)}`;
        screen.end(said.map((row, at) => (at === 0 ? row.replace("✔", paint.good("✔")) : row)));
        settle.done(chosen.value);
      },
    };
  });
}

/** The keys with their names, as many beside each other as there is room for. */
function legendRows<T>(choices: readonly KeyChoice<T>[], columns: number): (readonly KeyChoice<T>[])[] {
  const rows: KeyChoice<T>[][] = [];
  let width = columns;
  for (const choice of choices) {
    const own = GAP.length + 2 + widthOf(choice.name);
    if (width + own > columns || rows.length === 0) {
      rows.push([]);
      width = 0;
    }
    rows.at(-1)?.push(choice);
    width += own;
  }
  return rows;
}
