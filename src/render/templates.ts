import type { TemplateOffer } from "../jobs/shape.ts";
import { thousands } from "../post/thousands.ts";
import { quoteWord } from "../story/quote-word.ts";
import type { PostTemplate } from "../templates/post-template.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";
import { fitText } from "./wrap.ts";

/** Lists the post templates with what they are for. */
export async function renderPostTemplates(
  templates: readonly PostTemplate[],
  paint: Paint,
  columns: number,
): Promise<string> {
  const rows = templates.map(({ name, about }) => [visibleLine(name), visibleLine(about)]);
  const table = await renderTable([{ paint: paint.accent }, { shrinks: true }], rows, columns);
  return `${table}\n${fitText("See which a story can fill: storybank templates STORY", columns)}\n`;
}

/** Lists the post templates for a story: the best first, then those it can't fill, with what they lack. */
export async function renderOfferedTemplates(
  { id: story, hasPost }: { id: string; hasPost: boolean },
  offers: readonly TemplateOffer[],
  paint: Paint,
  columns: number,
): Promise<string> {
  const fitting = offers.filter(({ fits }) => fits);
  const rows = fitting.map(({ template, score, characters, because }) => [
    String(score),
    visibleLine(template.name),
    characters === null ? "" : thousands(characters),
    because,
  ]);
  const lacking = offers.filter(({ fits }) => !fits);
  const table = await renderTable(
    [{ alignRight: true, paint: paint.faint }, { paint: paint.accent }, { alignRight: true }, { shrinks: true }],
    rows,
    columns,
  );
  const rest = lacking.map(({ template, missing }) => [visibleLine(template.name), `lacks ${missing.join(", ")}`]);
  const others =
    rest.length === 0
      ? ""
      : `\n${paint.strong("Not for this story")}\n${await renderTable([{ paint: paint.accent }, { shrinks: true }], rest, columns, 2)}`;
  const [best] = fitting;
  const next =
    best === undefined
      ? ""
      : `\nNext: storybank draft ${quoteWord(story)} --template ${best.template.name}${hasPost ? " --another" : ""}\n`;
  return `${table}${others}${fitText(next, columns)}`;
}
