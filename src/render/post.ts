import { formatDate, parseDate } from "../calendar/dates.ts";
import { dayName } from "../calendar/days.ts";
import type { ShownPost } from "../jobs/show-post.ts";
import { wordLearned } from "../post/learned.ts";
import type { Moment } from "../post/moment.ts";
import { nameHook } from "../post/notes.ts";
import { thousands } from "../post/thousands.ts";
import { wordWhoWaits } from "../post/word-review.ts";
import { findingJson, renderFinding } from "./findings.ts";
import { postJson, reviewJson } from "./json.ts";
import type { Paint } from "./paint.ts";
import { renderCounts } from "./results.ts";
import { renderFields } from "./table.ts";
import { visible, visibleLine } from "./visible.ts";
import { loadWidths } from "./width.ts";
import { wrapText } from "./wrap.ts";

/** Shows a post: what is known of it, its text as it is pasted with its length, what is wrong with it, what it has brought. */
export async function renderShownPost(shown: ShownPost, paint: Paint, columns: number): Promise<string> {
  const { post, text, findings, learned } = shown;
  const width = Math.min(columns, 90);
  await loadWidths([post.title, text, ...findings.map(({ message }) => message)]);
  const fields = fieldsOf(shown).filter(([, value]) => value !== "");
  const shownFields = fields.map(([label, value]): [string, string] => [label, visibleLine(value)]);
  const lines = text.split("\n").flatMap((line) => (line === "" ? [""] : wrapText(visible(line), width - 2)));
  const sections = [
    `${paint.strong(visibleLine(post.title))}\n${renderFields(shownFields, paint.faint, width)}`,
    `${paint.strong("Text")}${paint.faint(` · ${wordLength(shown)}`)}\n${indent(lines)}`,
    findings.length === 0
      ? null
      : `${paint.strong("Findings")}\n${findings.map((finding) => renderFinding(finding, paint, width)).join("")}`,
    post.snapshots.length === 0
      ? null
      : `${paint.strong("Results")}\n${await renderCounts(post, post.snapshots, paint, width)}`,
    learned.length === 0
      ? null
      : `${paint.strong("Learned")}\n${indent(learned.flatMap((each) => wrapText(visibleLine(wordLearned(each)), width - 2)))}`,
  ];
  return sections.filter((section) => section !== null).join("\n");
}

/** A post as `show --json` shows it; the shape is public. */
export function shownPostJson({ shown, text, notes, learned, review, lengths, platform, findings }: ShownPost) {
  return {
    ...postJson(shown),
    text,
    notes,
    learned,
    review: reviewJson(review),
    characters: Math.max(...lengths),
    limit: platform.limit,
    findings: findings.map(findingJson),
  };
}

function fieldsOf({ post, story, platform, review }: ShownPost): [label: string, value: string][] {
  const missing = post.story === null ? "" : `${post.story}, which is not there`;
  const place = [post.week === null ? null : `week ${post.week}`, post.day === null ? null : dayName(post.day)];
  return [
    ["id", post.id],
    ["story", story === null ? missing : `${story.title} (${story.id})`],
    [post.published === null ? "date" : "planned", wordMoment(post.planned)],
    ["for", [...place, post.series].filter((part) => part !== null).join(", ")],
    ["author", post.author ?? ""],
    ["status", post.status],
    ["review", review === null ? "" : wordWhoWaits(post, review)],
    ["published", post.published === null ? "" : wordMoment(post.published)],
    ["platform", platform.title],
    ["hook", post.hookTemplate === null ? "" : nameHook(post.hookTemplate)],
    ["template", post.template ?? ""],
    ["targets", [...post.targets].map(([name, value]) => `${name}: ${value}`).join("; ")],
    ["url", post.url ?? ""],
    ["file", post.path],
  ];
}

function wordMoment({ date, time }: Moment): string {
  const day = date === null ? null : parseDate(date);
  return [day === null ? date : formatDate(day), time].filter((part) => part !== null).join(", ");
}

function wordLength({ lengths, platform }: ShownPost): string {
  const limit = platform.limit === null ? "" : ` of ${thousands(platform.limit)}`;
  const counted = lengths.map((length) => thousands(length)).join(", ");
  const parts = lengths.length === 1 ? "" : `${lengths.length} parts: `;
  return `${parts}${counted}${limit} ${platform.unitName}`;
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `${line === "" ? "" : `  ${line}`}\n`).join("");
}
