import type { ReadableBank } from "../bank/readable-bank.ts";
import { currentWeek } from "../calendar/weeks.ts";
import { weeksOf } from "../jobs/week.ts";
import type { PrivateName } from "../post/private-names.ts";
import { readAssets } from "./assets.ts";
import { pageHiderOf } from "./hide-names.ts";
import { exportedLinks, type Links } from "./links.ts";
import { toDocument } from "./page-layout.tsx";
import { PAGES, type PageSource } from "./pages.tsx";
import { TroublePage } from "./views/trouble.tsx";
import { wordError } from "./word-error.ts";

export interface ExportedFile {
  /** Relative to the export's folder, with forward slashes. */
  path: string;
  text: string;
  /** How many files there are in all. */
  of: number;
}

interface ExportWorld {
  assetsDir: string;
  today: string;
  /** Names that no page may show. */
  names: readonly PrivateName[];
}

/** No programme is planned for longer; weeks that are further apart are written without those between them. */
const LONGEST_SPAN = 520;

/** Makes the pages of a bank as files that link to each other, ready to be put on any server or opened as they are. */
export async function* exportPages(bank: ReadableBank, world: ExportWorld): AsyncGenerator<ExportedFile> {
  const [stories, posts] = [await bank.stories(), await bank.posts()];
  const now = currentWeek((await bank.config()).calendar.start, world.today);
  const weeks = await chooseWeeks(bank, now);
  const first = weeks.includes(now) ? now : (weeks.at(-1) ?? now);
  const from = (path: string): PageSource => {
    const links: Links = exportedLinks(path.split("/").length - 1, new Set(weeks));
    return { bank, ...world, place: { links, isLive: false }, skipped: [] };
  };
  const pages: { path: string; make: (source: PageSource) => Promise<string | null> }[] = [
    { path: "index.html", make: (source) => PAGES.week(source, first) },
    ...weeks.map((week) => ({ path: `week/${week}.html`, make: (source: PageSource) => PAGES.week(source, week) })),
    { path: "stories.html", make: PAGES.stories },
    ...stories.map(({ id }) => ({ path: `stories/${id}.html`, make: (source: PageSource) => PAGES.story(source, id) })),
    { path: "posts.html", make: PAGES.posts },
    ...posts.map(({ id }) => ({ path: `posts/${id}.html`, make: (source: PageSource) => PAGES.post(source, id) })),
    { path: "stats.html", make: PAGES.stats },
  ];
  const assets = readAssets(world.assetsDir).map(({ name, text }) => ({ path: `assets/${name}`, text }));
  const hide = pageHiderOf(world.names);
  const of = assets.length + pages.length;
  for (const asset of assets) yield { ...asset, of };
  for (const { path, make } of pages) {
    const source = from(path);
    const text = await make(source).catch((error: unknown) => wordTrouble(error, source));
    if (text !== null) yield { path, text: hide(text), of };
  }
}

/** What can't be shown has a page that says so; the others are written all the same. */
function wordTrouble(error: unknown, { place }: PageSource): string {
  const said = wordError(error);
  if (said === null) throw error;
  return toDocument(<TroublePage title="This can’t be shown" {...said} {...place} skipped={[]} />);
}

/** Every week from the first that has something to the last; this week where none has. */
async function chooseWeeks(bank: ReadableBank, now: number): Promise<number[]> {
  const { calendar } = await bank.config();
  const known = weeksOf(calendar, await bank.stories(), await bank.posts(), await bank.weeks());
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [now];
  if (last - first > LONGEST_SPAN) return known;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
