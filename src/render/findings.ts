import { type Finding, LEVELS, type Level } from "../check/finding.ts";
import type { AppliedFix } from "../check/fix.ts";
import { slotTaken } from "../check/rules/slot-taken.ts";
import type { Paint } from "./paint.ts";
import { visible, visibleLine } from "./visible.ts";
import { loadWidths, readableWidth } from "./width.ts";
import { wrapText } from "./wrap.ts";

/** Findings by file, the worst first: where, what, the words it is about, and what to do. */
export async function renderFindings(findings: readonly Finding[], paint: Paint, columns: number): Promise<string> {
  await loadWidths(findings.flatMap(({ message, excerpt, remedy }) => [message, excerpt ?? "", remedy]));
  const width = readableWidth(columns, 90);
  const byFile = new Map<string, string>();
  for (const finding of findings) {
    const above = byFile.get(finding.file) ?? `${paint.strong(visibleLine(finding.file))}\n`;
    byFile.set(finding.file, above + renderFinding(finding, paint, width));
  }
  return [...byFile.values()].join("\n");
}

/** One finding below the name of its file. */
export function renderFinding(finding: Finding, paint: Paint, width: number): string {
  const { level, rule, line, message, excerpt, remedy } = finding;
  const indent = " ".repeat(11);
  const lines = (text: string, lead = indent): string[] =>
    wrapText(visibleLine(text), width - lead.length).map((each) => lead + each);
  const head = `  ${paintLevel(level, paint)(level.padEnd(9))}${paint.faint(`line ${line}  ${visibleLine(rule)}`)}`;
  const quoted =
    excerpt === null
      ? []
      : wrapText(visible(excerpt), width - indent.length - 2).map((each) => indent + paint.faint(`│ ${each}`));
  return `${[head, ...lines(message), ...quoted, ...lines(remedy, `${indent}→ `).map((each, index) => (index === 0 ? each : each.replace("→", " ")))].join("\n")}\n`;
}

function paintLevel(level: Level, paint: Paint): (text: string) => string {
  return { error: paint.bad, warning: paint.warn, advice: paint.accent }[level];
}

/** "2 errors, 1 warning and 3 pieces of advice in 2 files" */
export function countFindings(findings: readonly Finding[]): string {
  const words: Record<Level, [one: string, more: string]> = {
    error: ["error", "errors"],
    warning: ["warning", "warnings"],
    advice: ["piece of advice", "pieces of advice"],
  };
  const counts = LEVELS.flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [`${count} ${words[level][count === 1 ? 0 : 1]}`];
  });
  const list = counts.length > 1 ? `${counts.slice(0, -1).join(", ")} and ${counts.at(-1)}` : (counts[0] ?? "nothing");
  const files = new Set(findings.map((finding) => finding.file)).size;
  return `${list} in ${files === 1 ? "1 file" : `${files} files`}`;
}

/** Findings as annotations of GitHub Actions; the paths are relative to the work tree, which `folder` is the bank's place in. */
export function renderAnnotations(findings: readonly Finding[], folder: string): string {
  const commands = { error: "error", warning: "warning", advice: "notice" };
  return findings
    .map(({ rule, level, file, line, message, remedy }) => {
      const path = folder === "" ? file : `${folder}/${file}`;
      return `::${commands[level]} file=${property(path)},line=${line},title=${property(rule)}::${data(`${visibleLine(message)} ${visibleLine(remedy)}`)}\n`;
    })
    .join("");
}

/** What workflow commands need escaped (docs.github.com, workflow commands). */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(visible(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A finding as `check --json` shows it; the shape is public. */
export function findingJson({ rule, level, file, line, message, start, end, fix }: Finding) {
  return { rule, level, file, line, message, start, end, fix };
}

/** Says of posts that they share a slot with others, and what to do; nothing of their other findings. */
export async function renderTaken(findings: readonly Finding[], columns: number): Promise<string> {
  const taken = findings.filter(({ rule }) => rule === slotTaken.id);
  await loadWidths(taken.map(({ message }) => message));
  return taken
    .flatMap(({ message, remedy }) => [message, remedy])
    .flatMap((line) => wrapText(visibleLine(line), Math.min(columns, 90) - 2))
    .map((line) => `  ${line}\n`)
    .join("");
}

/** Says which fixes were applied: "Fixed posts/the-pager.md, line 9: “Acme” is now “a client” (private-name)." */
export function wordFixes(applied: readonly AppliedFix[]): string {
  if (applied.length === 0) return "Nothing could be fixed with certainty.\n";
  return applied
    .map(({ file, line, rule, from, to }) => {
      const change =
        to === "" ? `“${visibleLine(from)}” is gone` : `“${visibleLine(from)}” is now “${visibleLine(to)}”`;
      return `Fixed ${visibleLine(file)}, line ${line}: ${change} (${visibleLine(rule)}).\n`;
    })
    .join("");
}
