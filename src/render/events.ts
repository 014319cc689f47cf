import { formatDate, parseDate } from "../calendar/dates.ts";
import type { BankEvent, FileEvents } from "../history/events.ts";
import type { Moment } from "../post/moment.ts";
import { isSamePerson } from "../post/person.ts";

/** How the file is called in the words of an event. */
interface Names {
  it: string;
  /** " of The Bill", or nothing where the file needs no telling. */
  of: string;
  in: string;
  on: string;
  isPost: boolean;
  who: string | null;
}

/** What was done, in words that follow the name of who did it; `file` null leaves the file's name out. */
export function wordEvent(
  event: BankEvent,
  file: Pick<FileEvents, "kind" | "name"> | null,
  who: string | null,
): string {
  const name = file === null ? "it" : `${file.kind === "story" ? "the story " : ""}${file.name}`;
  const behind = (word: string): string => (file === null ? "" : ` ${word} ${name}`);
  const names = { it: name, of: behind("of"), in: behind("in"), on: behind("on"), isPost: file?.kind === "post", who };
  return (WORDS[event.event] as (event: BankEvent, names: Names) => string)(event, names);
}

type Words = { [Name in BankEvent["event"]]: (event: Extract<BankEvent, { event: Name }>, names: Names) => string };

const WORDS: Words = {
  added: (_, { it, isPost }) => `added ${isPost ? "the post " : ""}${it}`,
  removed: (_, { it }) => `removed ${it}`,
  renamed: ({ from, to }) => `renamed ${from} to ${to}`,
  status: ({ to, moment }, { it }) => wordStatus(to, moment, it),
  approved: ({ by }, { it, who }) => `approved ${it}${who === null || isSamePerson(who, by) ? "" : ` as ${by}`}`,
  "approval-withdrawn": ({ by }, { it }) => `took back that ${by} approved ${it}`,
  moved: ({ to }, { it }) => (to.date === null ? `took the date off ${it}` : `moved ${it} to ${wordMoment(to)}`),
  recorded: ({ results }, { of }) => `recorded results${of}: ${wordResults(results)}`,
  confirmed: ({ words }, names) => `confirmed “${words}”${names.in}`,
  learned: ({ text }, { on }) => `noted${on}: ${text}`,
  list: ({ key, added, removed }, { of }) =>
    `${key}${key === "seeds" ? "" : of}: ${[...added.map((each) => `+${each}`), ...removed.map((each) => `−${each}`)].join(", ")}`,
  key: ({ key, from, to }, { of }) => `${key}${of}: ${shorten(from)} → ${shorten(to)}`,
  figure: ({ from, to }, names) => `figure ${from} → ${to}${names.in}`,
  text: ({ part, added, removed, reworded }, { of }) =>
    wordSentences({ reworded, added, "took out": removed }, `${part === "notes" ? " of the notes" : ""}${of}`),
  changed: (_, { it }) => `changed ${it}`,
};

function wordStatus(to: Extract<BankEvent, { event: "status" }>["to"], moment: Moment, it: string): string {
  switch (to) {
    case "published":
      return `published ${it}`;
    case "scheduled":
      return `scheduled ${it}${moment.date === null ? "" : ` for ${wordMoment(moment)}`}`;
    case "ready":
      return `marked ${it} ready`;
    case "draft":
      return `took ${it} back to draft`;
  }
}

function wordMoment({ date, time }: Moment): string {
  const day = parseDate(date ?? "");
  return [day === null ? date : formatDate(day), time].filter((part) => part !== null).join(", ");
}

/** `2025-01-20 impressions=4000 reactions=120` → `impressions 4000, reactions 120` */
function wordResults(results: string): string {
  return results.replace(/^\S+ /, "").replaceAll(" ", ", ").replaceAll("=", " ");
}

function wordSentences(counts: Readonly<Record<string, number>>, where: string): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([verb, count], index) =>
      index === 0 ? `${verb} ${count} ${count === 1 ? "sentence" : "sentences"}${where}` : `${verb} ${count}`,
    )
    .join(", ");
}

const LONGEST_VALUE = 60;

function shorten(value: string | null): string {
  if (value === null) return "none";
  const line = value.replace(/\s+/g, " ");
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}
