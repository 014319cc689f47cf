import { type FrontMatter, isList, isMap, isSameValue, type Value } from "../front-matter/values.ts";
import { readApprovals } from "../post/approvals.ts";
import { readConfirmations } from "../post/confirmations.ts";
import { isSamePerson } from "../post/person.ts";
import { readPostHead } from "../post/post.ts";
import { readText, readTextList } from "../story/schema.ts";
import type { BankEvent } from "./events.ts";

/** Keys that events of their own tell. */
const TOLD = new Set(["status", "published", "approved", "results", "confirmed", "date", "time"]);

/** What was done to the front matter of a story or week. */
export function compareKeys(
  before: FrontMatter,
  after: FrontMatter,
  told: ReadonlySet<string> = new Set(),
): BankEvent[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter((key) => !told.has(key));
  return keys.flatMap((key) => compareValues(key, before.get(key), after.get(key)));
}

/** The same of a post: where it stands, when it goes out, what was counted, and who stands for it. */
export function comparePostKeys(before: FrontMatter, after: FrontMatter): BankEvent[] {
  const [old, now] = [readPostHead("", "", before), readPostHead("", "", after)];
  const told = new Set(TOLD);
  const events: BankEvent[] = [];
  if (old.status !== now.status) {
    events.push({ event: "status", from: old.status, to: now.status, moment: { date: now.date, time: now.time } });
    if (now.status === "published") told.add("url");
  }
  if (old.planned.date !== now.planned.date || old.planned.time !== now.planned.time) {
    // The weekday and week of another date are no news.
    if (old.planned.date !== now.planned.date) for (const key of ["day", "week"]) told.add(key);
    if (now.status !== "scheduled" || old.status === "scheduled")
      events.push({ event: "moved", from: old.planned, to: now.planned });
  }
  return [
    ...events,
    ...compareApprovals(before.get("approved"), after.get("approved")),
    ...newIn(before.get("results"), after.get("results")).map((results): BankEvent => ({ event: "recorded", results })),
    ...compareConfirmed(before.get("confirmed"), after.get("confirmed")),
    ...compareKeys(before, after, told),
  ];
}

function compareApprovals(before: Value | undefined, after: Value | undefined): BankEvent[] {
  const [old, now] = [readApprovals(before), readApprovals(after)];
  return [
    ...now
      .filter(({ by, text }) => !old.some((each) => isSamePerson(each.by, by) && each.text === text))
      .map(({ by }): BankEvent => ({ event: "approved", by })),
    ...old
      .filter(({ by }) => !now.some((each) => isSamePerson(each.by, by)))
      .map(({ by }): BankEvent => ({ event: "approval-withdrawn", by })),
  ];
}

function compareConfirmed(before: Value | undefined, after: Value | undefined): BankEvent[] {
  const old = readConfirmations(before);
  return readConfirmations(after)
    .filter(({ words, sentence }) => !old.some((each) => each.words === words && each.sentence === sentence))
    .map(({ words }) => ({ event: "confirmed", words }));
}

function newIn(before: Value | undefined, after: Value | undefined): string[] {
  const old = readTextList(before);
  return readTextList(after).filter((line) => !old.includes(line));
}

function compareValues(key: string, before: Value | undefined, after: Value | undefined): BankEvent[] {
  if (isSameValue(before, after)) return [];
  if (isMap(before) || isMap(after)) {
    const [old, now] = [before, after].map((value): FrontMatter => (isMap(value) ? value : new Map()));
    const parts = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
    return parts.flatMap((part) => compareValues(`${key}.${part}`, old?.get(part), now?.get(part)));
  }
  if (isList(before) || isList(after)) {
    const [added, removed] = [newIn(before, after), newIn(after, before)];
    return added.length + removed.length === 0 ? [{ event: "changed" }] : [{ event: "list", key, added, removed }];
  }
  const [from, to] = [readText(before), readText(after)];
  return from === to ? [] : [{ event: "key", key, from, to }];
}
