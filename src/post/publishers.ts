import type { DateText } from "../calendar/dates.ts";
import { refusedValue } from "../errors.ts";
import type { Platform } from "./platforms.ts";

/** A post as a publisher's file gets it. */
export interface PublishedRow {
  text: string;
  platform: Platform;
  date: DateText;
  /** `HH:MM` */
  time: string;
  /** The same moment in UTC; empty where the publisher wants none. */
  utc: string;
}

/** A program that publishes posts at their time, and the CSV it takes. Sources: docs/publishers.md. */
export interface Publisher {
  name: string;
  title: string;
  /** Null where the first line is a post. */
  header: readonly string[] | null;
  /** How many posts a file may have; null where nothing is known of a limit. */
  most: number | null;
  /** A file is uploaded for one channel; null where a column names it. */
  isForOneChannel: boolean;
  needsUtc: boolean;
  cellsOf(row: PublishedRow): string[];
}

export const PUBLISHERS: readonly Publisher[] = [
  {
    name: "buffer",
    title: "Buffer",
    header: ["Text", "Image URL", "Tags", "Posting Time"],
    most: 100,
    isForOneChannel: true,
    needsUtc: false,
    cellsOf: ({ text, date, time }) => [text, "", "", `${date} ${time}`],
  },
  {
    name: "postiz",
    title: "Postiz",
    header: ["content", "date", "type", "integrations"],
    most: null,
    isForOneChannel: false,
    needsUtc: true,
    cellsOf: ({ text, utc, platform }) => [text, utc, "schedule", platform.name],
  },
  {
    name: "hootsuite",
    title: "Hootsuite",
    header: null,
    most: 350,
    isForOneChannel: true,
    needsUtc: false,
    cellsOf: ({ text, date, time }) => [`${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)} ${time}`, text, ""],
  },
];

/** The publisher of a name. Throws a UserError that lists them for any other. */
export function choosePublisher(name: string): Publisher {
  const found = PUBLISHERS.find((publisher) => publisher.name === name.toLowerCase());
  if (found === undefined)
    throw refusedValue(
      name,
      `There is no publisher "${name}".`,
      `Choose one of: ${PUBLISHERS.map((each) => each.name).join(", ")}.`,
    );
  return found;
}
