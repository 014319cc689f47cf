import type { MissingPart } from "../jobs/incomplete.ts";
import { afterIncomplete } from "../jobs/next-step.ts";
import type { StoryHead } from "../story/story.ts";
import { renderNextStep } from "./next-step.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";

/** Lists stories with what each lacks, then how to begin. */
export async function renderIncomplete(
  stories: readonly StoryHead[],
  missing: ReadonlyMap<string, readonly MissingPart[]>,
  paint: Paint,
  columns: number,
): Promise<string> {
  const rows = stories.map(({ id, title }) => [
    visibleLine(title),
    `no ${(missing.get(id) ?? []).join(", no ")}`,
    visibleLine(id),
  ]);
  const table = await renderTable(
    [
      { shrinks: true, paint: paint.strong },
      { paint: paint.warn, stacks: 50 },
      { shrinks: "first", needs: 80, paint: paint.faint },
    ],
    rows,
    columns,
  );
  const [first] = stories;
  const next = first === undefined ? null : afterIncomplete(first.id, missing.get(first.id) ?? []);
  return next === null ? table : `${table}\n${renderNextStep(next, columns)}\n`;
}
