import type { Line } from "./line.ts";
import { splitSentences } from "./sentences.ts";

/** A line of what gets pasted. */
export interface PlacedLine {
  text: string;
  /** The line of the post's file that it comes from; null where that is unknown. */
  line: number | null;
}

/**
 * Finds for every line of a post's parts the line of the file it comes from. Parts are what a platform makes of the lines:
 * all of them, fewer sentences, or cut into a thread.
 */
export function placeLines(parts: readonly string[], lines: readonly Line[]): PlacedLine[][] {
  let at = 0;
  const find = (text: string): number | null => {
    const words = bare(splitSentences(text)[0] ?? "");
    if (words === "") return null;
    for (let index = at; index < lines.length; index++) {
      const line = lines[index];
      if (line === undefined || !line.text.includes(words)) continue;
      at = index;
      return line.line;
    }
    return null;
  };
  return parts.map((part) => part.split("\n").map((text) => ({ text, line: find(text) })));
}

/** Without indent and list mark: the points of a shortened list are counted anew. */
function bare(text: string): string {
  return text.trim().replace(/^(?:\d+[.)]|[•▪‣◦]) /u, "");
}
