import type { DateText } from "../calendar/dates.ts";
import { compareTexts } from "../text/compare.ts";
import { readLeadingDate } from "./seed-date.ts";
import { type InboxLine, isStruck, readInboxLine, splitTags } from "./seed-line.ts";

/** A story not yet written: a line of the inbox, with what is indented below it. */
export interface Seed {
  /** Its place among those that wait, from 1; what is appended later changes none. */
  number: number;
  text: string;
  tags: readonly string[];
  /** The line's own date, else that of the heading above it. */
  date: DateText | null;
  /** The date of the last line above that has one: what is appended without a date is no older. */
  above: DateText | null;
  /** The file's line, from 1. */
  line: number;
  /** Its first line as it is written, without bullet and box. */
  written: string;
  places: readonly SeedPlace[];
}

/** A line of a seed, and where it begins in the file (UTF-16). */
interface SeedPlace extends InboxLine {
  offset: number;
}

/**
 * Reads the seeds that wait in an inbox, in the order of the file. Every line is one, with or without bullet, box, date and tags,
 * but headings, rules, comments, front matter, and what is ticked off or struck through.
 */
export function readSeeds(inbox: string, today: DateText): Seed[] {
  const reading: Reading = { found: [], open: null, heading: null };
  for (const line of linesOf(inbox)) readOn(reading, line, today);
  return reading.found
    .filter(({ isDone }) => !isDone)
    .map(({ date, above, line, written, own, places }, index) => ({
      ...{ number: index + 1, ...splitTags(own), date, above, line, written, places },
    }));
}

interface Reading {
  found: OpenSeed[];
  /** The seed that an indented line belongs to. */
  open: OpenSeed | null;
  /** The date of the heading above. */
  heading: DateText | null;
}

function readOn(reading: Reading, line: FileLine, today: DateText): void {
  const { found, open, heading } = reading;
  reading.open = null;
  const title = HEADING.exec(line.text)?.[1];
  if (title !== undefined) {
    reading.heading = readLeadingDate(title.trim(), today)?.date ?? null;
    return;
  }
  const read = readInboxLine(line.text);
  if (read === null) return;
  if (open !== null && read.indent > open.indent) {
    addLine(open, line, read);
    reading.open = open;
    return;
  }
  const seed = openSeed(line, read, today);
  // A date alone is the heading of what follows.
  if (seed.own === "") reading.heading = seed.date;
  else {
    const last = found.at(-1);
    seed.date ??= heading;
    seed.above = last?.date ?? last?.above ?? null;
    found.push(seed);
    reading.open = seed;
  }
}

/** The oldest first; one without a date is as old as what stands above it. */
export function byAge(seeds: readonly Seed[]): Seed[] {
  const ageOf = ({ date, above }: Seed): string => date ?? above ?? "";
  return seeds.toSorted((a, b) => compareTexts(ageOf(a), ageOf(b)));
}

const HEADING = /^\ufeff?#{1,6}\s+(.*)$/;

interface OpenSeed extends Pick<Seed, "line" | "written"> {
  date: DateText | null;
  above: DateText | null;
  indent: number;
  /** What is told, without the date. */
  own: string;
  isDone: boolean;
  places: SeedPlace[];
}

interface FileLine {
  text: string;
  offset: number;
  number: number;
}

function openSeed({ text, offset, number }: FileLine, read: InboxLine, today: DateText): OpenSeed {
  const written = text.slice(read.start, read.end);
  const lead = readLeadingDate(written, today);
  const own = written.slice(lead?.end ?? 0);
  return {
    ...{ date: lead?.date ?? null, above: null, line: number, written, indent: read.indent, own },
    isDone: read.isDone || isStruck(own),
    places: [{ ...read, offset }],
  };
}

function addLine(seed: OpenSeed, { text, offset }: FileLine, read: InboxLine): void {
  seed.own += ` ${text.slice(read.start, read.end)}`;
  seed.places.push({ ...read, offset });
}

/** The lines of a text, those of front matter left out. */
function linesOf(text: string): FileLine[] {
  const lines = [...text.matchAll(/[^\r\n]+|\r\n|\r|\n/g)];
  const found: FileLine[] = [];
  let number = 1;
  for (const { 0: own, index } of lines) {
    if (/^[\r\n]/.test(own)) number++;
    else found.push({ text: own, offset: index, number });
  }
  const end = /^\ufeff?---$/.test(found[0]?.text ?? "")
    ? found.findIndex((line, at) => at > 0 && line.text === "---")
    : -1;
  return found.slice(end + 1);
}
