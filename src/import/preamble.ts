import { findWeekNumber, metaName } from "../language/document.ts";
import type { DocumentProblem } from "./document.ts";
import { escapeFrame, punchHole } from "./frame.ts";
import { readMetaLine } from "./meta-line.ts";

export interface Preamble {
  week: number | null;
  theme: string | null;
  metadata: ReadonlyMap<string, string>;
  frame: string;
  problems: readonly DocumentProblem[];
}

/** Keys that mean something else in a week's file. */
const RESERVED = new Set(["week", "document", "title", "stories", "guidance"]);

/** Reads what stands above the first story: the title with its week and theme, and the metadata lines. */
export function readPreamble(lines: readonly string[], codeLines: ReadonlySet<number>, fileName: string): Preamble {
  const titleAt = lines.findIndex((line, index) => /^#{1,2}\s/.test(line) && !codeLines.has(index + 1));
  const titleLine = lines[titleAt] ?? "";
  const week = weekOf([titleLine, ...lines, fileName.replace(/[-_]+/g, " ")]);
  const problems: DocumentProblem[] =
    week === null
      ? [{ line: titleAt + 1 || 1, message: "no week number in the title or the file's name; name it with --week" }]
      : [];

  const metadata = new Map<string, string>();
  const framed = lines.map((line, index) =>
    index === titleAt || codeLines.has(index + 1) ? null : frameMetadata(line, metadata),
  );
  const theme = metadata.get("theme") ?? themeOfTitle(titleLine);
  const frame = lines
    .map(
      (line, index) => `${framed[index] ?? (index === titleAt ? frameTitle(line, week, theme) : escapeFrame(line))}\n`,
    )
    .join("");
  return {
    week,
    theme,
    metadata: theme === null ? metadata : new Map([["theme", theme], ...metadata]),
    frame,
    problems,
  };
}

/** The first week that any of the texts names; there is no week 0. */
function weekOf(texts: readonly string[]): number | null {
  for (const text of texts) {
    const found = findWeekNumber(text);
    if (found !== null) return Number(found.digits) || null;
  }
  return null;
}

/** Takes a metadata line's value out, and returns the line with a hole; null for a line that is none. */
function frameMetadata(line: string, metadata: Map<string, string>): string | null {
  if (/^\s*#/.test(line)) return null;
  const meta = readMetaLine(line);
  if (meta === null || meta.value === "") return null;
  const key = metaName(meta.label) ?? keyOf(meta.label);
  if (key === "" || RESERVED.has(key) || metadata.has(key) || /^[{[]/.test(meta.value)) return null;
  metadata.set(key, meta.value);
  return `${escapeFrame(meta.before)}{${key}}${meta.after}`;
}

/** "Total Stories" → `total-stories` */
function keyOf(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** "# Week 1 Story Bank: Technical Leadership Foundations" → what stands behind the colon or dash. */
function themeOfTitle(line: string): string | null {
  const theme = /[:–—]\s*(\S.*?)\s*#*\s*$/.exec(line)?.[1] ?? null;
  return theme === null ? null : theme.replace(/^(\*{1,3})(.*)\1$/, "$2").replace(/\*+$/, "");
}

function frameTitle(line: string, week: number | null, theme: string | null): string {
  const framed = (theme === null ? null : punchHole(line, theme, "theme")) ?? escapeFrame(line);
  const number = week === null ? null : findWeekNumber(framed);
  if (number === null || String(Number(number.digits)) !== number.digits) return framed;
  return `${framed.slice(0, number.start)}{week}${framed.slice(number.end)}`;
}
