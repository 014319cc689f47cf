import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";

/** The regular expressions that stand in a file's code, without their slashes and flags. */
export function patternsOf(file: string, text: string): string[] {
  const patterns: string[] = [];
  walk(parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }), (node) => {
    const regex = node["type"] === "Literal" ? (node["regex"] as { pattern: string } | undefined) : undefined;
    if (regex !== undefined) patterns.push(regex.pattern);
  });
  return patterns;
}

/** The files that a file imports at any time, types too, as seen from the folder it is named from. */
export function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map(([, path = ""]) => join(file, "..", path));
}

function walk(node: unknown, visit: (node: Readonly<Record<string, unknown>>) => void): void {
  if (node === null || typeof node !== "object") return;
  visit(node as Readonly<Record<string, unknown>>);
  for (const [key, value] of Object.entries(node)) if (key !== "parent") walk(value, visit);
}
