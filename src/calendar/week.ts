import type { FrontMatter, Value } from "../front-matter/values.ts";

/** A week of the programme as its file `weeks/week-NN.md` tells it. */
export interface Week {
  week: number;
  path: string;
  theme: string | null;
  data: FrontMatter;
}

/** `weeks/week-01.md` */
export function weekPath(week: number): string {
  return `weeks/week-${String(week).padStart(2, "0")}.md`;
}

/** Reads a week's file; null when neither its front matter nor its name says which week it is. */
export function readWeekFile(path: string, data: FrontMatter): Week | null {
  const named = /week-0*(\d{1,4})\.md$/.exec(path)?.[1];
  const week = Number(textOf(data.get("week")) ?? named);
  return Number.isInteger(week) && week > 0 ? { week, path, theme: textOf(data.get("theme")), data } : null;
}

function textOf(value: Value | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
