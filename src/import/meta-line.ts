/** A line such as `**For**: Tuesday`, `- Hook: "…"` or `### Hook`, cut at its value. */
export interface MetaLine {
  label: string;
  /** What stands in front of the value, and behind it: marks and spaces. */
  before: string;
  value: string;
  after: string;
}

/** A list's or a quote's mark, or a heading's, then an emoji, then marks of emphasis. */
const LEAD = /^\s*(?:#{1,6}\s+|[-*+]\s+|>\s*)?(?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:\*{1,3}|_{1,3})?/u;
const LABEL = /\p{L}[\p{L}\p{N} '’/&-]{0,40}/uy;
/** A colon, with the marks that end the emphasis on either side of it. */
const COLON = /\s*(?:(?:\*{1,3}|_{1,3})\s*[:：]|[:：]\s*(?:\*{1,3}|_{1,3})(?=\s|$)|[:：])\s*/y;
const HEADING = /^(\s*#{1,6}\s+(?:\*{1,3})?)([\p{L}][\p{L} ]{0,30}?)(\*{0,3}\s*)$/u;

export function readMetaLine(line: string): MetaLine | null {
  const start = LEAD.exec(line)?.[0].length ?? 0;
  const label = stickyAt(LABEL, line, start).trimEnd();
  const colon = label === "" ? "" : stickyAt(COLON, line, start + label.length);
  if (colon !== "") {
    const at = start + label.length + colon.length;
    const value = line.slice(at).trimEnd();
    return { label, before: line.slice(0, at), value, after: line.slice(at + value.length) };
  }
  const heading = HEADING.exec(line);
  return heading === null ? null : { label: heading[2] ?? "", before: line, value: "", after: "" };
}

function stickyAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
