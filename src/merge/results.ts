import { isSameValue, type Value } from "../front-matter/values.ts";
import { type Metric, readSnapshots, writeSnapshot } from "../post/results.ts";

/**
 * Merges what was counted of a post: each line of either side stands. Where both counted on one day they become one line, with
 * the higher number of each, since counts of a post do not fall.
 */
export function mergeResults(base: readonly Value[], ours: readonly Value[], theirs: readonly Value[]): Value[] {
  const isIn = (list: readonly Value[], line: Value): boolean => list.some((other) => isSameValue(other, line));
  const kept = ours.filter((line) => isIn(theirs, line) || !isIn(base, line));
  const added = theirs.filter((line) => !isIn(base, line) && !isIn(kept, line));
  const merged = kept.map((line) => {
    const same = added.find((other) => dayOfLine(other) !== null && dayOfLine(other) === dayOfLine(line));
    if (same === undefined) return line;
    added.splice(added.indexOf(same), 1);
    return joinLines(line, same);
  });
  // Lines of no day stay where they are: sorting moves only what it knows.
  const all = [...merged, ...added];
  return all.every((line) => dayOfLine(line) !== null)
    ? all.sort((a, b) => (String(a).slice(0, 10) < String(b).slice(0, 10) ? -1 : 1))
    : all;
}

function dayOfLine(line: Value): string | null {
  return readSnapshots([line])[0]?.at ?? null;
}

function joinLines(one: Value, other: Value): Value {
  const [mine, theirs] = [readSnapshots([one])[0], readSnapshots([other])[0]];
  if (mine === undefined || theirs === undefined) return one;
  const values = new Map<Metric, number>(mine.values);
  for (const [metric, count] of theirs.values) values.set(metric, Math.max(count, values.get(metric) ?? 0));
  return writeSnapshot({ at: mine.at, values });
}
