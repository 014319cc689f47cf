import { parseYamlFile } from "../front-matter/parse.ts";
import { FrontMatterError } from "../front-matter/values.ts";
import { dress, mergeDress, undress } from "./line-ends.ts";
import type { Aside, Log, Merged } from "./merged.ts";
import { cutLines, mergeTexts } from "./text.ts";
import { mergeTokens } from "./tokens.ts";

/**
 * Merges two versions of storybank.yaml by lines: what both added stands where it can be read so; else ours stands, and theirs
 * is kept aside.
 */
export function mergeSettings(base: string, ours: string, theirs: string): Merged {
  const [b, o, t] = [undress(base), undress(ours), undress(theirs)];
  const log: Log = { asides: [], decided: [] };
  const together = readable({ text: mergeTexts(b.words, o.words, t.words, log), ...log });
  const merged = together ?? { ...preferOurs(b.words, o.words, t.words), decided: [] };
  return { ...merged, text: dress(merged.text, mergeDress(b.dress, o.dress, t.dress)) };
}

function preferOurs(base: string, ours: string, theirs: string): { text: string; asides: Aside[] } {
  const asides: Aside[] = [];
  const lines = mergeTokens(cutLines(ours), cutLines(base), cutLines(theirs)).map((run) => {
    if ("agreed" in run) return run.agreed.join("");
    asides.push({ key: null, ours: run.ours.join("").trim(), theirs: run.theirs.join("").trim() });
    return run.ours.join("");
  });
  return readable({ text: lines.join(""), asides }) ?? { text: ours, asides: [{ key: null, ours: "", theirs }] };
}

function readable<T extends { text: string }>(merged: T): T | null {
  try {
    parseYamlFile(merged.text, "storybank.yaml");
    return merged;
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
}
