import { foldCase } from "../text/letters.ts";

/** A story as it is compared with others. */
interface Told {
  id: string;
  title: string;
  body: string;
}

/** Another story that tells what a story tells. */
export interface Twin {
  id: string;
  /** The other story. */
  of: string;
  why: "title" | "text";
}

/** Words in a row that two texts rarely share by chance. */
const RUN = 5;
/** The share of a text's runs that make it the other one again. */
const STRONG = 0.4;
/** A text of fewer runs says too little to be compared. */
const FEWEST = 8;
/** A run that stands in more of the stories is a phrase of the house and makes nobody a twin. */
const COMMON = 50;

/** Finds for each of the stories the others that have its title, or much of its text; each of the others is looked at once. */
export async function findTwins(
  stories: readonly Told[],
  others: Iterable<Told> | AsyncIterable<Told>,
): Promise<Twin[]> {
  const own = stories.map(({ body }) => runsOf(body));
  const byRun = new Map<string, number[]>();
  for (const [index, runs] of own.entries()) for (const run of runs) addTo(byRun, run, index);
  const byTitle = new Map<string, number[]>();
  for (const [index, { title }] of stories.entries()) addTo(byTitle, foldCase(title), index);
  const found: Twin[][] = stories.map(() => []);
  for await (const other of others) {
    const runs = runsOf(other.body);
    const titled = new Set(byTitle.get(foldCase(other.title)));
    const shared = countShared(runs, byRun);
    const telling = [...shared].filter(([index, count]) => isMuchOf(count, Math.min(runs.size, own[index]?.size ?? 0)));
    for (const index of new Set([...titled, ...telling.map(([at]) => at)])) {
      const id = stories[index]?.id ?? other.id;
      if (id !== other.id) found[index]?.push({ id, of: other.id, why: titled.has(index) ? "title" : "text" });
    }
  }
  return found.flat();
}

function addTo(map: Map<string, number[]>, key: string, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [index]);
  else known.push(index);
}

/** With how many of its runs a text shares each story's. */
function countShared(runs: ReadonlySet<string>, byRun: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const run of runs) {
    const holders = byRun.get(run) ?? [];
    if (holders.length > COMMON) continue;
    for (const index of holders) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return shared;
}

function isMuchOf(shared: number, shorter: number): boolean {
  return shorter >= FEWEST && shared / shorter >= STRONG;
}

function runsOf(text: string): Set<string> {
  const words = foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(" "));
  return runs;
}
