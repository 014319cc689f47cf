import type { NameKind } from "../language/name-kind.ts";
import { findNames } from "../language/names.ts";
import { isHashtagLine } from "./hashtag-line.ts";
import type { Line } from "./line.ts";

/** A name in a line, from `start` to `end` of its text. */
export interface LineName {
  name: string;
  kind: NameKind;
  line: Line;
  start: number;
  end: number;
}

/** Finds the names in what lines say: no labels, code, nor hashtags, whose capitals tell nothing. */
export function findLineNames(lines: readonly Line[]): LineName[] {
  const told = lines.filter(({ kind, text }) => kind !== "label" && kind !== "code" && !isHashtagLine(text));
  const leads = told.map(({ label }) => (label?.hasColon === true ? label.end : 0));
  return findNames(told.map(({ text }, index) => text.slice(leads[index]))).flatMap((names, index) => {
    const [line, lead = 0] = [told[index], leads[index]];
    if (line === undefined) return [];
    return names.map(({ text, kind, start, end }) => ({
      name: text,
      kind,
      line,
      start: start + lead,
      end: end + lead,
    }));
  });
}
