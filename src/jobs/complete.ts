import type { Bank } from "../bank/bank.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { type DateText, formatDate } from "../calendar/dates.ts";
import { DAYS } from "../calendar/days.ts";
import { currentWeek, weekStart } from "../calendar/weeks.ts";
import { countTags } from "../story/tags.ts";

/** What a bank, or the calendar, can list. */
export type ListedKind =
  | "story"
  | "post"
  | "story-or-post"
  | "trashed"
  | "tag"
  | "name"
  | "seed"
  | "series"
  | "hook"
  | "post-template"
  | "week"
  | "day";

export interface Completion {
  value: string;
  /** A few words on what it is. */
  about: string;
}

type ListedBank = ReadableBank & Pick<Bank, "trashed">;

export interface ListOptions {
  openBank: () => ListedBank;
  today: DateText;
}

/** Lists the values of a kind as they are in the bank right now. */
export async function listValues(kind: ListedKind, options: ListOptions): Promise<Completion[]> {
  return LISTERS[kind](options);
}

const LISTERS: Record<ListedKind, (options: ListOptions) => Promise<Completion[]>> = {
  story: async ({ openBank }) => (await openBank().stories()).map(byTitle),
  post: async ({ openBank }) => (await openBank().posts()).map(byTitle),
  "story-or-post": async (options) => [...(await LISTERS.story(options)), ...(await LISTERS.post(options))],
  trashed: async ({ openBank }) =>
    (["stories", "posts"] as const).flatMap((folder) =>
      openBank()
        .trashed(folder)
        .map((id) => ({ value: id, about: folder === "stories" ? "a story" : "a post" })),
    ),
  tag: async ({ openBank }) =>
    countTags(await openBank().stories()).map(({ tag, stories }) => ({
      value: tag,
      about: stories === 1 ? "1 story" : `${stories} stories`,
    })),
  name: async ({ openBank }) =>
    (await (await import("./names.ts")).listNames(openBank())).map(({ name, kind, decided }) => ({
      value: name,
      about: `${kind === "other" ? "" : `${kind}, `}${decided}`,
    })),
  seed: async ({ openBank, today }) =>
    (await import("./seeds.ts"))
      .listSeeds(openBank(), today)
      .map(({ number, text }) => ({ value: String(number), about: text })),
  series: async ({ openBank }) => listSeries(openBank()),
  hook: async ({ openBank }) => [
    { value: "own", about: "the story's own line" },
    ...(await openBank().hookTemplates()).map(({ name, angle }) => ({ value: name, about: angle })),
  ],
  "post-template": async ({ openBank }) =>
    (await openBank().postTemplates()).map(({ name }) => ({ value: name, about: "" })),
  week: async ({ openBank, today }) => listWeeks(openBank(), today),
  day: async () => DAYS.map((day) => ({ value: day, about: "" })),
};

function byTitle({ id, title }: { id: string; title: string }): Completion {
  return { value: id, about: title === id ? "" : title };
}

async function listSeries(bank: ListedBank): Promise<Completion[]> {
  const { calendar } = await bank.config();
  const names = new Set([...calendar.slots.values()].flatMap(({ series }) => series ?? []));
  for (const { series } of await bank.stories()) if (series !== null) names.add(series);
  return [...names].map((value) => ({ value, about: "" }));
}

/** This week and the next, then every week with a story, a post or a theme. */
async function listWeeks(bank: ListedBank, today: DateText): Promise<Completion[]> {
  const { start } = (await bank.config()).calendar;
  const themes = new Map((await bank.weeks()).map(({ week, theme }) => [week, theme]));
  const known = new Set([...themes.keys(), currentWeek(start, today)]);
  for (const { week } of [...(await bank.stories()), ...(await bank.posts())]) if (week !== null) known.add(week);
  const about = (week: number): string =>
    themes.get(week) ?? (start === null ? "" : `from ${formatDate(weekStart(start, week))}`);
  const relative = start === null ? [] : ["this", "next"].map((value) => ({ value, about: `${value} week` }));
  return [
    ...relative,
    ...[...known].sort((a, b) => a - b).map((week) => ({ value: String(week), about: about(week) })),
  ];
}
