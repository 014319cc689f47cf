import { formatDate } from "../calendar/dates.ts";
import type { Draft } from "../jobs/draft.ts";
import { afterDraft } from "../jobs/next-step.ts";
import { foldAt } from "../post/fold.ts";
import { nameHook, wordLeftOut } from "../post/notes.ts";
import { thousands } from "../post/thousands.ts";
import { findingJson, renderFinding } from "./findings.ts";
import { renderNextStep } from "./next-step.ts";
import type { Paint } from "./paint.ts";
import { renderFields } from "./table.ts";
import { visible } from "./visible.ts";
import { loadWidths, readableWidth } from "./width.ts";
import { fitText, wrapText } from "./wrap.ts";

/** Shows a drafted post as it will read, with the fold marked, then what there is to know of it and what to do next. */
export async function renderDraft(
  draft: Draft,
  options: { isDryRun: boolean },
  paint: Paint,
  columns: number,
): Promise<string> {
  const { choice, post, published } = draft;
  await loadWidths([post.text, choice.story.title]);
  const width = readableWidth(columns, 80);
  const fields = fieldsOf(draft, options.isDryRun);
  const text = renderPost(
    published.parts.join("\n---\n"),
    draft.fold,
    paint,
    columns === Number.POSITIVE_INFINITY ? columns : width,
  );
  const serious = draft.findings.filter(({ level }) => level !== "advice");
  const found = serious.map((finding) => renderFinding(finding, paint, width)).join("");
  return [
    text,
    `${paint.faint("─".repeat(Math.min(width, 60)))}\n`,
    renderFields(fields, paint.faint, width),
    found === "" ? "" : `\n${paint.strong("Before anybody reads it")}\n${found}`,
    `\n${options.isDryRun ? fitText(UNWRITTEN, width) : renderNextStep(afterDraft(draft), width)}\n`,
  ].join("");
}

const UNWRITTEN = "Write it with the same command without --dry-run.";

function fieldsOf(draft: Draft, isDryRun: boolean): [label: string, value: string][] {
  const { choice, hook, platform, post } = draft;
  const limit = platform.limit === null ? "" : ` of ${thousands(platform.limit)}`;
  const leftOut = [
    ...post.leftOut.map((left) => wordLeftOut(left).slice(2)),
    ...post.dropped.map((what) => `the ${what}, for want of room`),
  ];
  const old = isDryRun ? "stays" : "now in the trash";
  const fields: [string, string][] = [
    ["story", `${choice.story.title}, because ${choice.reasons.join("; ")}`],
    ["for", `${formatDate(choice.date)} on ${platform.title}`],
    ["hook", nameHook(hook.template)],
    ["template", `${draft.template}, because ${draft.templateBecause}`],
    ["length", `${thousands(post.characters)}${limit} ${platform.unitName}`],
    ["left out", leftOut.join("\n")],
    ["beside", draft.beside.map(({ id }) => id).join(", ")],
    ["told before", draft.toldBefore.map((told) => told.id).join(", ")],
    [
      "question",
      draft.questionFrom === "template" && !post.dropped.includes("question")
        ? `the template's; give the story its own with: storybank edit ${choice.story.id} --set question="…"`
        : "",
    ],
    ["replaced", draft.replaced.map((each) => `${each.id} (${old})`).join(", ")],
    ["file", isDryRun ? `${draft.path} (not written: --dry-run)` : draft.path],
  ];
  return fields.filter(([, value]) => value !== "").map(([label, value]) => [label, visible(value)]);
}

const FOLD = "┄┄┄ the fold: a phone shows about this much ┄┄┄";
const SHORT_FOLD = "┄┄┄ the fold of a phone ┄┄┄";

/** The post's lines, with a mark where a phone stops showing it: after about so many characters or three lines. */
function renderPost(text: string, fold: number | null, paint: Paint, width: number): string {
  const show = (part: string): string =>
    part
      .split("\n")
      .flatMap((line) => wrapText(visible(line), width))
      .map((line) => `${line}\n`)
      .join("");
  const shown = fold === null ? text.length : foldAt(text, fold);
  if (shown >= text.length) return show(text);
  // A line that is cut goes on below the mark; between two lines nothing is added.
  const rest = text.slice(shown).replace(/^(?:\n| )/, "");
  return `${show(text.slice(0, shown))}${paint.faint(width < FOLD.length ? SHORT_FOLD : FOLD)}\n${show(rest)}`;
}

/** A draft as `draft --json` shows it; the shape is public. */
export function draftJson({ id, path, choice, hook, template, platform, post, published, findings }: Draft) {
  return {
    id,
    path,
    story: choice.story.id,
    week: choice.week,
    day: choice.day,
    date: choice.date,
    platform: platform.name,
    template,
    hook: { template: hook.template, text: hook.text },
    characters: published.characters[0],
    limit: platform.limit,
    leftOut: post.leftOut.map(({ role, title, characters }) => ({ role, title, characters })),
    text: published.parts.join("\n---\n"),
    findings: findings.map(findingJson),
  };
}
