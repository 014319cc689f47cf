import { join } from "node:path";
import { readText } from "../bank/read.ts";
import { EXIT, UserError } from "../errors.ts";
import type { Asset } from "./app.tsx";

const TYPES: readonly [name: string, type: string][] = [
  ["page.css", "text/css; charset=utf-8"],
  ["page.js", "text/javascript; charset=utf-8"],
  ["icon.svg", "image/svg+xml"],
];

/** Reads what the build has put beside the program for the pages: style, script, icon. */
export function readAssets(folder: string): Asset[] {
  return TYPES.map(([name, type]) => {
    const result = readText(join(folder, name));
    if ("problem" in result)
      throw new UserError(`dist/page/${name} of the program can't be read: ${result.problem}.`, {
        hint: "In a clone, build it with npm ci; else install it again.",
        code: EXIT.findings,
      });
    return { name, type, text: result.text };
  });
}
