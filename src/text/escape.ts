import { plainTextOf } from "./plain.ts";

/**
 * Writes plain text as markdown that {@link plainTextOf} reads back as the same text. Almost always that is the text itself; only
 * lines that markdown would take for something else (`__init__`, `<div>`) get backslashes.
 */
export function toMarkdown(text: string): string {
  if (plainTextOf(text) === text) return text;
  const escaped = text.split("\n\n").map(escapeBlock).join("\n\n");
  return plainTextOf(escaped) === text ? escaped : text;
}

/** Escapes the lines that need it; where a line is only taken wrongly beside the others, all of them. */
function escapeBlock(block: string): string {
  if (plainTextOf(block) === block) return block;
  const lines = block.split("\n");
  const some = lines.map((line) => (plainTextOf(line) === line ? line : escapeLine(line))).join("\n");
  return plainTextOf(some) === block ? some : lines.map(escapeLine).join("\n");
}

function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_[\]<>&~|]/g, "\\$&")
    .replace(/^(\s*)([-+=#])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}
