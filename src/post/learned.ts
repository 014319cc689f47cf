import { findHeadings, findSections, NOTES_HEADING } from "./sections.ts";

/** What was learned from a post, a line of its notes. */
export interface Learned {
  /** `YYYY-MM-DD`; null of a line that was written by hand without one. */
  date: string | null;
  text: string;
}

export const LEARNED_HEADING = "### Learned";

/** Reads what was learned: the points under "Learned" in a post's notes, in their order. */
export function findLearned(body: string): Learned[] {
  const lines = body.split(/\r?\n/);
  const place = findPlace(lines);
  if (place === null || place.heading === null) return [];
  return lines.slice(place.heading + 1, place.last + 1).flatMap((line): Learned[] => {
    const [, date = null, text = ""] = /^[-*+] (?:(\d{4}-\d{2}-\d{2}): )?(.*)$/.exec(line) ?? [];
    return text.trim() === "" ? [] : [{ date, text: text.trim() }];
  });
}

export function wordLearned({ date, text }: Learned): string {
  return `- ${date === null ? "" : `${date}: `}${text}`;
}

/** Adds a line to what was learned, with the headings it needs; every other byte of the body stays. */
export function addLearned(body: string, learned: Learned): string {
  const newline = body.includes("\r\n") ? "\r\n" : "\n";
  const lines = body.split("\n");
  const place = findPlace(lines.map((line) => line.replace(/\r$/, "")));
  const headings = place === null ? [NOTES_HEADING, "", LEARNED_HEADING] : [LEARNED_HEADING];
  const added = [...(place !== null && place.heading !== null ? [] : ["", ...headings]), wordLearned(learned)];
  const last = place?.last ?? lastWritten(lines, 0, lines.length);
  const before = lines.slice(0, last + 1).join("\n");
  const end = before.endsWith("\r") ? before.length - 1 : before.length;
  return `${body.slice(0, end)}${added.map((line) => `${newline}${line}`).join("")}${body.slice(end)}`;
}

/** Where lines are added: the heading (null where there is none yet) and the last line in front of them; null without notes. */
function findPlace(lines: readonly string[]): { heading: number | null; last: number } | null {
  const { post, notes } = findSections(lines);
  if (notes < 0) return null;
  const until = post > notes ? post : lines.length;
  const inside = findHeadings(lines).filter(({ index }) => index > notes && index < until);
  const own = inside.find(({ words }) => words.toLowerCase() === "learned");
  if (own === undefined) return { heading: null, last: lastWritten(lines, notes, until) };
  const next = inside.find(({ index, level }) => index > own.index && level <= own.level);
  return { heading: own.index, last: lastWritten(lines, own.index, next?.index ?? until) };
}

/** The last line of a stretch that is neither blank nor a rule. */
function lastWritten(lines: readonly string[], from: number, until: number): number {
  let last = until - 1;
  while (last > from && /^\s*(?:-{3,}|\*{3,}|_{3,})?\s*$/.test(lines[last] ?? "")) last--;
  return last;
}
