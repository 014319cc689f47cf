import { type FrontMatter, isList, isMap, isSameValue, type Value } from "../front-matter/values.ts";
import { writeFlowItem } from "../front-matter/write.ts";
import { STATUSES } from "../post/post.ts";
import { readTextList } from "../story/schema.ts";
import type { Log } from "./merged.ts";
import { mergeResults } from "./results.ts";
import { mergeTexts } from "./text.ts";

/** Keys whose items are words in any order, also where they are written with commas on one line. */
const WORD_LISTS: readonly string[] = ["tags", "hashtags"];

type Maybe = Value | undefined;

/** Merges what three texts say under their keys, each key against the ancestor; new keys of theirs go behind ours. */
export function mergeKeys(
  base: FrontMatter,
  ours: FrontMatter,
  theirs: FrontMatter,
  log: Log,
  above = "",
): FrontMatter {
  const keys = new Set([...ours.keys(), ...theirs.keys()]);
  return new Map(
    [...keys].flatMap((key): [string, Value][] => {
      const value = mergeValue(`${above}${key}`, base.get(key), ours.get(key), theirs.get(key), log);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function mergeValue(key: string, base: Maybe, ours: Maybe, theirs: Maybe, log: Log): Maybe {
  if (isSameValue(ours, theirs) || isSameValue(theirs, base)) return ours;
  if (isSameValue(ours, base)) return theirs;
  if (ours !== undefined && theirs !== undefined) return mergeChanged(key, base, ours, theirs, log);
  const kept = ours ?? theirs;
  log.decided.push({ code: "kept", key, taken: shownValue(kept ?? ""), left: "" });
  return kept;
}

/** What both sides have changed, each in its way. */
function mergeChanged(key: string, base: Maybe, ours: Value, theirs: Value, log: Log): Value {
  if (key === "status" && typeof ours === "string" && typeof theirs === "string") return mergeStatus(ours, theirs, log);
  if (key === "results") return mergeResults(asList(base), asList(ours), asList(theirs));
  if (isMap(ours) && isMap(theirs)) return mergeKeys(isMap(base) ? base : new Map(), ours, theirs, log, `${key}.`);
  if (WORD_LISTS.includes(key)) return mergeSets(readTextList(base), readTextList(ours), readTextList(theirs));
  if (isList(ours) && isList(theirs)) return mergeSets(asList(base), ours, theirs);
  const together = mergeProse(base, ours, theirs);
  if (together !== null) return together;
  log.asides.push({ key, ours: shownValue(ours), theirs: shownValue(theirs) });
  return ours;
}

/** A text of several sentences, of which each side changed others; null where that is not so. */
function mergeProse(base: Maybe, ours: Value, theirs: Value): string | null {
  if (typeof base !== "string" || typeof ours !== "string" || typeof theirs !== "string") return null;
  const log: Log = { asides: [], decided: [] };
  const text = mergeTexts(base, ours, theirs, log);
  return log.asides.length + log.decided.length === 0 ? text : null;
}

/** What one side has added is in, what one side has taken out is out. */
function mergeSets(base: readonly Value[], ours: readonly Value[], theirs: readonly Value[]): Value[] {
  const holds = (list: readonly Value[], item: Value): boolean => list.some((other) => isSameValue(other, item));
  const kept = ours.filter((item) => holds(theirs, item) || !holds(base, item));
  return [...kept, ...theirs.filter((item) => !holds(base, item) && !holds(kept, item))];
}

/** A post only ever goes on: the side on which it has come further is right. */
function mergeStatus(ours: string, theirs: string, log: Log): string {
  const rank = (status: string): number => (STATUSES as readonly string[]).indexOf(status);
  const [taken, left] = rank(theirs) > rank(ours) ? [theirs, ours] : [ours, theirs];
  log.decided.push({ code: "status", key: "status", taken, left });
  return taken;
}

function asList(value: Maybe): readonly Value[] {
  if (isList(value)) return value;
  return value === undefined || value === "" ? [] : [value];
}

/** A value on one line, as it would be written. */
export function shownValue(value: Value): string {
  return typeof value === "string" ? value : writeFlowItem(value);
}
