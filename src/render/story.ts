import { formatDate, parseDate } from "../calendar/dates.ts";
import { dayName } from "../calendar/days.ts";
import { type Figure, withoutSides } from "../figures/figure.ts";
import type { ShownIngredient } from "../jobs/ingredients.ts";
import { statusOf, type Uses } from "../post/uses.ts";
import type { Beat } from "../story/beats.ts";
import type { Story } from "../story/story.ts";
import type { Paint } from "./paint.ts";
import { renderFields, renderTable } from "./table.ts";
import { visible, visibleLine } from "./visible.ts";
import { loadWidths, readableWidth } from "./width.ts";
import { wrapText } from "./wrap.ts";

interface ShownStory {
  story: Story;
  beats: readonly Beat[];
  figures: readonly Figure[];
  ingredients: readonly ShownIngredient[];
}

/** Shows a story: what is known of it, its hook, its beats with their first words, its figures, what it has for a post, its posts. */
export async function renderStory(
  { story, beats, figures, ingredients }: ShownStory,
  uses: Uses,
  paint: Paint,
  columns: number,
): Promise<string> {
  const width = readableWidth(columns, 90);
  await loadWidths([story.title, story.hook ?? ""]);
  const place = [
    story.week === null ? null : `week ${story.week}`,
    story.day === null ? null : dayName(story.day),
    story.series,
  ]
    .filter((part) => part !== null)
    .join(", ");
  const posts = uses.get(story.id) ?? [];
  const fields: [string, string][] = [
    ["id", visibleLine(story.id)],
    ["for", visibleLine(place)],
    ["status", statusOf(uses, story.id)],
    ["tags", visibleLine(story.tags.join(", "))],
    ["angle", visibleLine(story.angle ?? "")],
    ["facts", visibleLine([...story.facts].map(([name, value]) => `${name}: ${value}`).join("; "))],
    ["file", visibleLine(story.path)],
  ];
  const known = fields.filter(([, value]) => value !== "");
  const sections = [
    `${wrapText(visibleLine(story.title), width)
      .map((line) => paint.strong(line))
      .join("\n")}\n${renderFields(known, paint.faint, width)}`,
    story.hook === null ? null : `${paint.strong("Hook")}\n${indent(wrapText(visible(story.hook), width - 2))}`,
    beats.length === 0 ? null : `${paint.strong("Beats")}\n${await renderBeats(beats, paint, width)}`,
    figures.length === 0 ? null : `${paint.strong("Figures")}\n${await renderFigures(figures, paint, width)}`,
    ingredients.length === 0
      ? null
      : `${paint.strong("Ingredients")}\n${await renderIngredients(ingredients, paint, width)}`,
    posts.length === 0
      ? null
      : `${paint.strong("Posts")}\n${await renderTable(
          [{}, {}, { stacks: "whole" }],
          posts.map((post) => [
            post.date === null || parseDate(post.date) === null ? "no date" : formatDate(post.date),
            post.status,
            visibleLine(post.id),
          ]),
          width,
          2,
        )}`,
  ];
  return sections.filter((section) => section !== null).join("\n");
}

async function renderBeats(beats: readonly Beat[], paint: Paint, width: number): Promise<string> {
  const rows = beats.map((beat) => [
    `${beat.line}`,
    beat.role,
    visibleLine([beat.title, firstWords(beat)].filter((part) => part !== null && part !== "").join(": ")),
  ]);
  return renderTable(
    [{ alignRight: true, paint: paint.faint }, { paint: paint.accent }, { shrinks: true }],
    rows,
    width,
    2,
  );
}

function firstWords(beat: Beat): string {
  const [line] = beat.lines;
  if (line === undefined) return "";
  const count = beat.lines.filter(({ list, depth }) => list === line.list && depth === line.depth).length;
  if (line.kind === "bullet") return `${count} ${count === 1 ? "bullet" : "bullets"}`;
  if (line.kind === "row") return `table of ${count}`;
  return line.kind === "code" ? "code" : line.text;
}

/** A change is shown once, its two sides not again. */
async function renderFigures(figures: readonly Figure[], paint: Paint, width: number): Promise<string> {
  const rows = withoutSides(figures).map((figure) => [
    `${figure.line}`,
    figure.kind,
    visibleLine(figure.text),
    visibleLine(figure.label ?? ""),
  ]);
  return renderTable(
    [
      { alignRight: true, paint: paint.faint },
      { needs: 50, paint: paint.accent },
      { shrinks: true, paint: paint.strong },
      { shrinks: true },
    ],
    rows,
    width,
    2,
  );
}

/** Each ingredient with its first line, and how many more there are. */
async function renderIngredients(
  ingredients: readonly ShownIngredient[],
  paint: Paint,
  width: number,
): Promise<string> {
  const rows = ingredients.map(({ ingredient, parts }) => {
    const more = parts.length > 1 ? `${parts.length}×` : "";
    return [`${parts[0]?.line ?? ""}`, ingredient, more, visibleLine(parts[0]?.text ?? "")];
  });
  return renderTable(
    [{ alignRight: true, paint: paint.faint }, { paint: paint.accent }, { alignRight: true }, { shrinks: true }],
    rows,
    width,
    2,
  );
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join("");
}
