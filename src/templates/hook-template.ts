import type { Document } from "../front-matter/values.ts";
import { readText, readTextList } from "../story/schema.ts";

/** A Liquid file that makes a hook from a story's facts. */
export interface HookTemplate {
  name: string;
  /** What the hook leads with: money, exact figures, breaking point … */
  angle: string;
  /** When to use it, in a sentence. */
  guidance: string;
  /** The facts it can't do without. */
  needs: readonly string[];
  body: string;
}

export function readHookTemplate(fileName: string, document: Document): HookTemplate {
  const { data, body } = document;
  return {
    name: readText(data.get("name")) ?? fileName,
    angle: readText(data.get("angle")) ?? "own angle",
    guidance: readText(data.get("guidance")) ?? "",
    needs: readTextList(data.get("needs")),
    body: body.trim(),
  };
}
