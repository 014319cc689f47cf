import type { Finding, Fix } from "./finding.ts";

/** A fix that was applied, with what stood there. */
export interface AppliedFix extends Pick<Finding, "file" | "line" | "rule"> {
  from: string;
  to: string;
}

/** Makes a file's text with the fixes of its findings. Of two that touch the same words the first one stands. */
export function applyFixes(text: string, findings: readonly Finding[]): { text: string; applied: AppliedFix[] } {
  const applied: AppliedFix[] = [];
  let fixed = "";
  let copied = 0;
  for (const { file, line, rule, fix } of findings.toSorted((a, b) => (a.fix?.start ?? 0) - (b.fix?.start ?? 0))) {
    if (fix === null || fix.start < copied) continue;
    applied.push({ file, line, rule, from: text.slice(fix.start, fix.end), to: fix.text });
    fixed += text.slice(copied, fix.start) + fix.text;
    copied = fix.end;
  }
  return { text: fixed + text.slice(copied), applied };
}

/** The fix by which a line of a file becomes another: the words that differ, whole. Null where none do. */
export function fixLine(text: string, line: number, change: (written: string) => string): Fix | null {
  const lines = text.split("\n");
  const before = lines[line - 1] ?? "";
  const after = change(before);
  if (after === before) return null;
  const offset = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const lead = sharedStart(before, after);
  const rest = Math.min(before.length, after.length) - lead;
  const tail = Math.min(rest, sharedStart(reversed(before), reversed(after)));
  return { start: offset + lead, end: offset + before.length - tail, text: after.slice(lead, after.length - tail) };
}

/** How far two lines are the same, up to the end of a word. */
function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  while (at > 0 && !/\s/.test(a[at - 1] ?? "")) at--;
  return at;
}

function reversed(text: string): string {
  return text.split("").reverse().join("");
}

/** A finding's place and fix, where the fix is all that it is about. */
export function fixPlace(fix: Fix | null): { start?: number; end?: number; fix: Fix | null } {
  return fix === null ? { fix } : { start: fix.start, end: fix.end, fix };
}
