import { diffIndices } from "node-diff3";
import { findTextFigures } from "../language/find-figures.ts";
import type { SentenceChange } from "./compare-sentences.ts";

/** A figure that took another's place in a sentence. */
export interface FigureChange {
  from: string;
  to: string;
}

/** The figures of a reworded sentence that took the place of others, one for one. */
export function compareFigures({ before, after }: SentenceChange): FigureChange[] {
  if (before === null || after === null) return [];
  const [old, now] = [before.text, after.text].map((text) => findTextFigures(text).map((figure) => figure.text));
  return diffIndices(old ?? [], now ?? []).flatMap(({ buffer1Content, buffer2Content }) =>
    buffer1Content.length === buffer2Content.length
      ? buffer1Content.map((from, index) => ({ from, to: buffer2Content[index] ?? "" }))
      : [],
  );
}

/** Whether two sentences differ in nothing but these figures. */
export function differsInFigures({ before, after }: SentenceChange, figures: readonly FigureChange[]): boolean {
  if (before === null || after === null || figures.length === 0) return false;
  let text = before.text;
  let at = 0;
  for (const { from, to } of figures) {
    const found = text.indexOf(from, at);
    if (found < 0) return false;
    text = text.slice(0, found) + to + text.slice(found + from.length);
    at = found + to.length;
  }
  return text === after.text;
}
