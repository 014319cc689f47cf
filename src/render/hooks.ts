import { GIVEN_FACTS } from "../hooks/facts.ts";
import type { OfferedHook } from "../hooks/offer.ts";
import type { HookTemplate } from "../hooks/template.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visible, visibleLine } from "./visible.ts";
import { loadWidths, wrapText } from "./width.ts";

export function renderHookTemplates(templates: readonly HookTemplate[], paint: Paint, columns: number): string {
  const width = Math.min(columns, 100);
  let output = "";
  for (const angle of new Set(templates.map((template) => template.angle))) {
    output += `${paint.strong(angle.charAt(0).toUpperCase() + visibleLine(angle).slice(1))}\n`;
    for (const template of templates.filter((each) => each.angle === angle)) {
      output += `  ${paint.accent(visibleLine(template.name))}${paint.faint(template.needs.length === 0 ? "" : `  needs ${visibleLine(template.needs.join(", "))}`)}\n`;
      if (template.guidance !== "")
        output += wrapText(visibleLine(template.guidance), width - 4)
          .map((line) => `    ${line}\n`)
          .join("");
    }
    output += "\n";
  }
  return `${output}See what they make of a story: storybank hooks STORY\n`;
}

/** Each hook with its score, the facts it used below it; then what the others lack. */
export async function renderOfferedHooks(
  story: string,
  hooks: readonly OfferedHook[],
  paint: Paint,
  columns: number,
): Promise<string> {
  const width = Math.min(columns, 90);
  await loadWidths(hooks.map((hook) => hook.text ?? ""));
  const made = hooks.filter((hook) => hook.text !== null);
  const lacking = hooks.filter((hook) => hook.text === null);
  let output = "";
  for (const hook of made) {
    output += `${String(hook.score).padStart(3)}  ${paint.accent(visibleLine(hook.template))}${paint.faint(`  ${visibleLine(hook.angle)}`)}\n`;
    output += wrapText(visible(hook.text ?? ""), width - 5)
      .map((line) => (line === "" ? "\n" : `     ${line}\n`))
      .join("");
  }
  if (lacking.length > 0) {
    output += `\n${paint.strong("Not on offer, for want of a fact")}\n`;
    output += await renderTable(
      [{ paint: paint.faint }, { shrinks: true }],
      lacking.map((hook) => [
        visibleLine(hook.template),
        hook.missing.length === 0
          ? visibleLine(hook.findings.join(" "))
          : `lacks ${visibleLine(hook.missing.join(", "))}`,
      ]),
      columns,
      5,
    );
    const first = lacking.flatMap((hook) => hook.missing).find((name) => GIVEN_FACTS.includes(name));
    if (first !== undefined)
      output += `     Give a fact with: storybank edit ${visibleLine(story)} --set facts.${visibleLine(first)}="…"\n`;
  }
  if (made.length === 0) output = `No hook can be made of this story yet.\n${output}`;
  return `${output}\nUse one with: storybank draft ${visibleLine(story)} --hook NAME\n`;
}
