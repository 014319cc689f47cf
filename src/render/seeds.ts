import { type DateText, daysBetween, formatDate } from "../calendar/dates.ts";
import type { WaitingSeeds } from "../jobs/seeds.ts";
import type { Seed } from "../story/seed.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";

/** The seeds with their dates and ages; below each other where a line is too long for the terminal. */
export async function renderSeeds(
  seeds: readonly Seed[],
  today: DateText,
  paint: Paint,
  columns: number,
): Promise<string> {
  const rows = seeds.map(({ number, date, text, tags }) => [
    String(number),
    date === null ? "no date" : formatDate(date),
    date === null ? "" : wordAge(daysBetween(date, today)),
    visibleLine([text, ...tags.map((tag) => `#${tag}`)].join("  ")),
  ]);
  return renderTable([{ alignRight: true }, {}, { paint: paint.faint }, { stacks: "whole" }], rows, columns);
}

function wordAge(days: number): string {
  if (days < 0) return "to come";
  if (days < 2) return days === 0 ? "today" : "yesterday";
  return `${days} days`;
}

/** A seed as `seeds --json` shows it, its age in days; the shape is public. */
export function seedJson({ number, date, text, tags, line }: Seed, today: DateText) {
  return { number, date, age: date === null ? null : daysBetween(date, today), text, tags, line };
}

/** A seed as it is named where something is made of it. */
export function wordSeed({ text, date }: Pick<Seed, "text" | "date">): string {
  return `From your seed${date === null ? "" : ` of ${formatDate(date)}`}: ${visibleLine(text)}`;
}

/** Reminds of seeds where a week has room. */
export function wordWaitingSeeds({ seeds, slots, oldest: { text, date } }: WaitingSeeds): string {
  const room = slots === 1 ? "a slot is empty" : `${slots} slots are empty`;
  const since = date === null ? "" : ` of ${formatDate(date)}`;
  const which = seeds === 1 ? `1 seed${since} waits` : `${seeds} seeds wait`;
  const first = seeds === 1 ? "" : `The oldest${since}: `;
  return `${which} while ${room}: storybank seeds\n${first}${visibleLine(text)}`;
}
