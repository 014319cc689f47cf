import { GIVEN_FACTS } from "../hooks/facts.ts";
import type { OfferedHook } from "../hooks/offer.ts";
import type { HookFinding } from "../hooks/score.ts";
import type { HookTemplate } from "../templates/hook-template.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visible, visibleLine } from "./visible.ts";
import { loadWidths, readableWidth, widthOf } from "./width.ts";
import { wrapText } from "./wrap.ts";

export function renderHookTemplates(templates: readonly HookTemplate[], paint: Paint, columns: number): string {
  const width = readableWidth(columns, 100);
  let output = "";
  for (const angle of new Set(templates.map((template) => template.angle))) {
    output += `${paint.strong(angle.charAt(0).toUpperCase() + visibleLine(angle).slice(1))}\n`;
    for (const template of templates.filter((each) => each.angle === angle))
      for (const line of templateLines(template, paint, width)) output += `  ${line}\n`;
    output += "\n";
  }
  return `${output}${tip("See what they make of a story:", "storybank hooks STORY", width)}`;
}

/** A template's name with what it needs beside it, or below where there is no room, and its guidance. */
function templateLines(template: HookTemplate, paint: Paint, width: number): string[] {
  const name = visibleLine(template.name);
  const needs = template.needs.length === 0 ? "" : `needs ${visibleLine(template.needs.join(", "))}`;
  const isBeside = widthOf(`  ${name}  ${needs}`) <= width;
  const below = isBeside ? [] : wrapText(needs, width - 4).map((line) => `  ${paint.faint(line)}`);
  const guidance = template.guidance === "" ? [] : wrapText(visibleLine(template.guidance), width - 4);
  return [
    `${paint.accent(name)}${needs !== "" && isBeside ? `  ${paint.faint(needs)}` : ""}`,
    ...below,
    ...guidance.map((line) => `  ${line}`),
  ];
}

/** Each hook with its score, what it gains and misses, and the facts it used; then what the others lack. */
export async function renderOfferedHooks(
  story: string,
  hooks: readonly OfferedHook[],
  showsWhy: boolean,
  paint: Paint,
  columns: number,
): Promise<string> {
  const width = readableWidth(columns, 90);
  await loadWidths(hooks.map((hook) => hook.text ?? ""));
  const made = hooks.filter((hook) => hook.text !== null);
  const lacking = hooks.filter((hook) => hook.text === null);
  const indented = (text: string, tint = (line: string): string => line): string =>
    (text === "" ? [] : wrapText(text, width - 5))
      .map((line) => (line === "" ? "\n" : `     ${tint(line)}\n`))
      .join("");
  let output = "";
  for (const hook of made) {
    output += `${String(hook.score).padStart(3)}  ${paint.accent(visibleLine(hook.template))}${paint.faint(`  ${visibleLine(hook.angle)}`)}\n`;
    output += indented(visible(hook.text ?? ""));
    if (showsWhy) for (const finding of hook.findings) output += indented(wordPoints(finding), paint.faint);
    else output += indented(wordMisses(hook.findings), paint.faint);
    output += indented(wordFacts(hook), paint.faint);
  }
  if (lacking.length > 0) {
    output += `\n${paint.strong("Not on offer, for want of a fact")}\n`;
    output += await renderTable(
      [{ paint: paint.faint }, { shrinks: true }],
      lacking.map((hook) => [
        visibleLine(hook.template),
        hook.problem === undefined ? `lacks ${visibleLine(hook.missing.join(", "))}` : visibleLine(hook.problem),
      ]),
      columns,
      5,
    );
    const first = lacking.flatMap((hook) => hook.missing).find((name) => GIVEN_FACTS.includes(name));
    if (first !== undefined)
      output += tip(
        "Give a fact with:",
        `storybank edit ${visibleLine(story)} --set facts.${visibleLine(first)}="…"`,
        width,
      );
  }
  if (made.length === 0) output = `No hook can be made of this story yet.\n${output}`;
  const id = visibleLine(story);
  const why = showsWhy || made.length === 0 ? "" : tip("What each point is for:", `storybank hooks ${id} --why`, width);
  return `${output}\n${why}${tip("Use one with:", `storybank draft ${id} --hook NAME`, width)}`;
}

/** A command to go on with: behind its words where there is room, else on a line of its own. */
function tip(words: string, command: string, width: number): string {
  return words.length + 1 + command.length <= width ? `${words} ${command}\n` : `${words}\n  ${command}\n`;
}

function wordPoints({ points, of, message }: HookFinding): string {
  return `${points > 0 ? `+${points}` : `0/${of}`}`.padEnd(6) + visibleLine(message);
}

/** Only what it misses, the dearest first. */
function wordMisses(findings: readonly HookFinding[]): string {
  const missed = findings.filter(({ points }) => points === 0).toSorted((a, b) => b.of - a.of);
  return missed.map(({ of, message }) => `−${of} ${visibleLine(message)}`).join("; ");
}

function wordFacts({ facts }: OfferedHook): string {
  const words = Object.entries(facts).map(
    ([name, { line }]) => `${visibleLine(name)} (${line === null ? "given" : `line ${line}`})`,
  );
  return words.length === 0 ? "" : `from ${words.join(", ")}`;
}
