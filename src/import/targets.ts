import { metricOf, speaksOf } from "../language/document.ts";
import { readBeats } from "../story/beats.ts";

/** Reads the targets a post's notes name: `**Target Engagement**: 6-8% (…)` → engagement: 6-8%. */
export function findTargets(notes: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const beat of readBeats({ body: notes, bodyLine: 1 })) {
    if (!speaksOf("targetTitles", beat.title ?? "")) continue;
    for (const { kind, text } of beat.lines) {
      if (kind !== "bullet") continue;
      const [, label = "", value = ""] = /^([^:]{3,40}):\s*(.+)$/.exec(text) ?? [];
      const name = metricOf(label);
      if (name !== null && !targets.has(name)) targets.set(name, targetValue(value));
    }
  }
  return targets;
}

/** The range or number a target opens with, else its words up to the first bracket, comma or dash. */
function targetValue(value: string): string {
  const range = /^(?:[<>≥≤~]\s?)?\d[\d.,]*\s?%?(?:\s?[-–—]\s?\d[\d.,]*\s?%?)?[Kk+]?/.exec(value)?.[0];
  return (range ?? value.split(/\s*[(,;]|\s[–—-]\s/)[0] ?? value).trim();
}
