import type { FoundText } from "../jobs/search.ts";
import type { Term } from "../search/query.ts";
import { cutAround, markMatches } from "../search/snippet.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { fitWidth, loadWidths, readableWidth, widthOf } from "./width.ts";

/** Each text that was found: its kind, title and id on a line, below them its best line with its number. */
export async function renderFound(
  found: readonly FoundText[],
  terms: readonly Term[],
  paint: Paint,
  columns: number,
): Promise<string> {
  await loadWidths(found.flatMap(({ title, snippet, id }) => [title, snippet, id]));
  const width = readableWidth(columns, 100);
  return found
    .map((each) => {
      const kind = each.kind.padEnd(KIND);
      const id = visibleLine(each.id);
      const title = fitWidth(visibleLine(each.title), Math.max(20, width - KIND - GAP));
      const room = width - KIND - GAP - widthOf(title) - GAP;
      const shownId = widthOf(id) <= room ? `${" ".repeat(GAP)}${paint.faint(id)}` : "";
      const head = `${paint.faint(kind)}${" ".repeat(GAP)}${highlight(title, terms, paint.strong, paint)}${shownId}\n`;
      if (each.snippet === each.title) return head;
      const number = String(each.line).padStart(KIND);
      const snippet = fitAround(visibleLine(each.snippet), terms, width - KIND - GAP);
      return `${head}${paint.faint(number)}${" ".repeat(GAP)}${highlight(snippet, terms, (text) => text, paint)}\n`;
    })
    .join("");
}

/** The width of the column of the kind, with the line's number below it. */
const KIND = 5;
const GAP = 2;

/** Cuts a line to so many columns around its first match; of wide characters fewer are kept. */
function fitAround(line: string, terms: readonly Term[], columns: number): string {
  const length = Math.floor(columns * Math.min(1, line.length / Math.max(1, widthOf(line))));
  return fitWidth(cutAround(line, terms, length), columns);
}

function highlight(text: string, terms: readonly Term[], plain: (text: string) => string, paint: Paint): string {
  return markMatches(text, terms)
    .map((part) => (part.isMatch ? paint.accent(paint.strong(part.text)) : plain(part.text)))
    .join("");
}

/** What was found as `search --json` shows it; the shape is public. */
export function foundJson({ kind, id, title, score, line, snippet }: FoundText) {
  return { kind, id, title, score, line, snippet };
}
