import type { NextStep } from "../jobs/next-step.ts";
import { quoteWord } from "../story/quote-word.ts";
import { visible, visibleLine } from "./visible.ts";
import { widthOf } from "./width.ts";
import { fitText } from "./wrap.ts";

/** Says what comes next; a remark or another command stands behind three spaces, or below where there are not columns enough. */
export function renderNextStep({ lead = "", command, remark, other }: NextStep, columns: number): string {
  const gap = lead === "" || lead.endsWith("\n") ? "" : " ";
  const next = `Next: ${visible(lead)}${gap}${write(command)}`;
  const behind = other === undefined ? visible(remark ?? "") : `${visible(other.lead)} ${write(other.command)}`;
  if (behind === "") return fitText(next, columns);
  const line = `${next}   ${behind}`;
  return fitText(widthOf(line) <= columns ? line : `${next}\n  ${behind}`, columns);
}

function write(command: readonly string[]): string {
  return ["storybank", ...command.map((word) => quoteWord(visibleLine(word)))].join(" ");
}
