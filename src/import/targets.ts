import { readBeats } from "../story/beats.ts";

const TARGETS: readonly (readonly [string, RegExp])[] = [
  ["engagement", /\bengagement\b/i],
  ["impressions", /\b(?:impressions?|reach|views?)\b/i],
  ["reactions", /\b(?:reactions?|likes?)\b/i],
  ["comments", /\bcomments?\b/i],
  ["shares", /\b(?:shares?|reposts?)\b/i],
  ["saves", /\bsaves?\b/i],
  ["inquiries", /\b(?:inquir(?:y|ies)|enquir(?:y|ies)|leads?|consultations?)\b/i],
];

/** Reads the targets a post's notes name: `**Target Engagement**: 6-8% (…)` → engagement: 6-8%. */
export function findTargets(notes: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const beat of readBeats({ body: notes, bodyLine: 1 })) {
    if (
      !/\b(?:metrics?|performance|targets?|expect\w*|goals?|predict\w*|forecast|ziele?|objectifs?|objetivos?)\b/i.test(
        beat.title ?? "",
      )
    )
      continue;
    for (const { kind, text } of beat.lines) {
      if (kind !== "bullet") continue;
      const [, label = "", value = ""] = /^([^:]{3,40}):\s*(.+)$/.exec(text) ?? [];
      const name = TARGETS.find(([, pattern]) => pattern.test(label))?.[0];
      if (name !== undefined && !targets.has(name)) targets.set(name, targetValue(value));
    }
  }
  return targets;
}

/** The range or number a target opens with, else its words up to the first bracket, comma or dash. */
function targetValue(value: string): string {
  const range = /^(?:[<>≥≤~]\s?)?\d[\d.,]*\s?%?(?:\s?[-–—]\s?\d[\d.,]*\s?%?)?[Kk+]?/.exec(value)?.[0];
  return (range ?? value.split(/\s*[(,;]|\s[–—-]\s/)[0] ?? value).trim();
}
