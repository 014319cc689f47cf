import { join } from "node:path";
import { readText } from "../bank/read.ts";
import type { Asset } from "./app.tsx";

const TYPES: readonly [name: string, type: string][] = [
  ["page.css", "text/css; charset=utf-8"],
  ["page.js", "text/javascript; charset=utf-8"],
  ["icon.svg", "image/svg+xml"],
];

/** Reads what the build has put beside the program for the pages: style, script, icon. */
export function readAssets(packageDir: string): Asset[] {
  return TYPES.map(([name, type]) => {
    const result = readText(join(packageDir, "dist", "page", name));
    if ("problem" in result) throw new Error(`dist/page/${name} is missing from the package: ${result.problem}`);
    return { name, type, text: result.text };
  });
}
