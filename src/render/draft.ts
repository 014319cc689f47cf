import { formatDate } from "../calendar/dates.ts";
import { PHONE_FOLD } from "../hooks/criteria.ts";
import type { Draft } from "../jobs/draft.ts";
import { nameHook, wordLeftOut } from "../post/notes.ts";
import type { Paint } from "./paint.ts";
import { renderFields } from "./table.ts";
import { visible, visibleLine } from "./visible.ts";
import { loadWidths, wrapText } from "./width.ts";

/** Shows a drafted post as it will read, with the fold marked, then what there is to know of it and what to do next. */
export async function renderDraft(
  draft: Draft,
  options: { isDryRun: boolean },
  paint: Paint,
  columns: number,
): Promise<string> {
  await loadWidths([draft.post.text, draft.choice.story.title]);
  const width = Math.min(columns, 80);
  const { choice, hook, platform, post } = draft;
  const fields: [string, string][] = [
    ["story", `${choice.story.title}, because ${choice.reasons.join("; ")}`],
    ["for", `${formatDate(choice.date)} on ${platform.title}`],
    ["hook", nameHook(hook.template)],
    [
      "length",
      `${thousands(post.characters)}${platform.limit === null ? "" : ` of ${thousands(platform.limit)}`} ${platform.unitName}`,
    ],
    ...(post.leftOut.length === 0
      ? []
      : [["left out", post.leftOut.map((left) => wordLeftOut(left).slice(2)).join("\n")] as [string, string]]),
    ...(draft.toldBefore.length === 0
      ? []
      : [["told before", draft.toldBefore.map((told) => told.id).join(", ")] as [string, string]]),
    ...(draft.questionFrom === "template"
      ? [
          [
            "question",
            `the template's; give the story its own with: storybank edit ${choice.story.id} --set question="…"`,
          ] as [string, string],
        ]
      : []),
    ...(draft.replaced.length === 0
      ? []
      : [
          [
            "replaced",
            draft.replaced.map((old) => `${old.id} (${options.isDryRun ? "stays" : "now in the trash"})`).join(", "),
          ] as [string, string],
        ]),
    ["file", options.isDryRun ? `${draft.path} (not written: --dry-run)` : draft.path],
  ];
  const labelWidth = Math.max(...fields.map(([label]) => label.length)) + 2;
  const wrapped = fields.map(([label, value]): [string, string] => [
    label,
    value
      .split("\n")
      .flatMap((line) => wrapText(visibleLine(line), width - labelWidth))
      .join(`\n${" ".repeat(labelWidth)}`),
  ]);
  const next = options.isDryRun
    ? "Write it with the same command without --dry-run."
    : "Next: read it aloud, make it yours in its file, and paste it.";
  return `${renderPost(post.text, paint, columns === Number.POSITIVE_INFINITY ? columns : width)}\n${paint.faint("─".repeat(Math.min(width, 60)))}\n${renderFields(wrapped, paint.faint)}\n${next}\n`;
}

/** The post's lines, with a mark where a phone stops showing it: after about 140 characters or three lines. */
function renderPost(text: string, paint: Paint, width: number): string {
  const lines = text.split("\n");
  let shown = 0;
  let foldAt = lines.length;
  for (const [index, line] of lines.entries()) {
    shown += line.length + 1;
    if (shown >= PHONE_FOLD || index === 2) {
      foldAt = index + 1;
      break;
    }
  }
  const show = (part: readonly string[]): string =>
    part
      .flatMap((line) => wrapText(visible(line), width))
      .map((line) => `${line}\n`)
      .join("");
  if (foldAt >= lines.length) return show(lines);
  return `${show(lines.slice(0, foldAt))}${paint.faint("┄┄┄ the fold: a phone shows about this much ┄┄┄")}\n${show(lines.slice(foldAt))}`;
}

/** 3000 → `3,000` */
function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
