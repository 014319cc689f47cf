import { createHash } from "node:crypto";
import type { Bank } from "../bank/bank.ts";
import { fileName, freeName } from "../bank/names.ts";
import { nameKey } from "../bank/resolve.ts";
import type { FrontMatter, Value } from "../front-matter/values.ts";
import type { JudgedNote } from "../import/notes/judge-note.ts";
import { readText, storyFromDocument } from "../story/schema.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { trimLines, writeImported } from "./write-imported.ts";

/** A story that was made of a note, as twins are looked for. */
export interface MadeStory {
  id: string;
  title: string;
  body: string;
}

/** The stories of a bank, as a note that comes in again is looked for among them. */
export interface KnownStories {
  byPrint: Map<string, KnownStory[]>;
  byTitle: Map<string, KnownStory[]>;
  byFile: Map<string, KnownStory[]>;
  taken: Set<string>;
  /** Each is one note's only. */
  matched: Set<string>;
}

interface KnownStory {
  id: string;
  path: string;
  title: string;
  source: string | null;
  /** The print that its note had when it came in; null for a story that was no note. */
  print: string | null;
  /** The print of its text as it is in the bank. */
  textPrint: string;
}

/** Reads which stories the bank has, and of which notes they were made. */
export async function indexStories(bank: Bank): Promise<KnownStories> {
  const known: KnownStories = {
    byPrint: new Map(),
    byTitle: new Map(),
    byFile: new Map(),
    taken: new Set(bank.ids("stories").map(nameKey)),
    matched: new Set(),
  };
  for await (const { item } of bank.documentsInOrder("stories")) {
    const { id, path, document } = item;
    const { title, source } = storyFromDocument(id, path, document);
    const print = readText(document.data.get("imported"));
    const story = { id, path, title, source, print, textPrint: textPrintOf(title, document.body) };
    addTo(known.byTitle, nameKey(title), story);
    if (print !== null) addTo(known.byPrint, print, story);
    if (source !== null) addTo(known.byFile, fileOf(source), story);
  }
  return known;
}

function addTo(map: Map<string, KnownStory[]>, key: string, story: KnownStory): void {
  map.set(key, [...(map.get(key) ?? []), story]);
}

/** The name of a source's file, by which sources are compared that begin in different folders. */
function fileOf(source: string): string {
  return nameKey(source.split("/").at(-1) ?? source);
}

/** Puts the stories of a note where they belong: creates them, or compares them with those that came of it before. */
export async function putNotes(
  bank: Bank,
  notes: readonly JudgedNote[],
  source: string | null,
  known: KnownStories,
  options: ImportOptions,
  report: ImportReport,
): Promise<MadeStory[]> {
  report.kind = "story";
  const made: MadeStory[] = [];
  for (const judged of notes) {
    const id = await placeNote(bank, judged, { source, isOnly: notes.length === 1 }, known, options, report);
    if (id !== null) made.push({ id, title: judged.note.title, body: judged.note.body });
  }
  return made;
}

/** Returns the id of a story that is new. */
async function placeNote(
  bank: Bank,
  { note, telling }: JudgedNote,
  from: { source: string | null; isOnly: boolean },
  known: KnownStories,
  options: ImportOptions,
  report: ImportReport,
): Promise<string | null> {
  const { person, isFirstPerson, figure, parts } = telling;
  report.stories.push({ title: note.title, signs: { person, isFirstPerson, figure, parts } });
  report.links.push(...note.links.filter((link) => !report.links.includes(link)));
  const source = readText(note.data.get("source")) ?? from.source;
  const print = `${printOf([...withWeek(note.data, options), note.tags])}-${textPrintOf(note.title, note.body)}`;
  const before = findKnown(note.title, { ...from, source }, print, known);
  if (before !== null) known.matched.add(before.id);
  if (before?.print === print) {
    report.unchanged.push(before.id);
    return null;
  }
  const id =
    before?.id ?? freeName(fileName(note.title, `story-${options.today}`), (name) => known.taken.has(nameKey(name)));
  known.taken.add(nameKey(id));
  known.matched.add(id);
  const data = new Map<string, Value>([["title", note.title], ...withWeek(note.data, options)]);
  const extra = new Map<string, Value>([
    ["tags", note.tags],
    ["created", note.created ?? options.today],
    ["source", source ?? ""],
    ["imported", print],
  ]);
  for (const key of data.keys()) extra.delete(key);
  const path = before?.path ?? `stories/${id}.md`;
  await writeImported(bank, { id, path, data, extra, body: note.body, known: before !== null }, options, report);
  if (before?.print != null && report.conflicts.includes(id))
    report.changed[id] = before.print.endsWith(`-${before.textPrint}`) ? "there" : "there and here";
  return report.created.includes(id) ? id : null;
}

function withWeek(data: FrontMatter, { week }: ImportOptions): FrontMatter {
  return week === undefined || data.has("week") ? data : new Map([...data, ["week", String(week)]]);
}

/**
 * Which of the bank's stories a note's is: the one that came of the very same words, else of the same file, else the one of its title,
 * unless that came of another file.
 */
function findKnown(
  title: string,
  { source, isOnly }: { source: string | null; isOnly: boolean },
  print: string,
  known: KnownStories,
): KnownStory | null {
  const isFree = ({ id }: KnownStory): boolean => !known.matched.has(id);
  const same = known.byPrint.get(print)?.find(isFree);
  if (same !== undefined) return same;
  const titled = (known.byTitle.get(nameKey(title)) ?? []).filter(isFree);
  const ofFile = (source === null ? [] : (known.byFile.get(fileOf(source)) ?? [])).filter(
    (story) => isFree(story) && isSameSource(story.source ?? "", source ?? ""),
  );
  const both = ofFile.find((story) => titled.includes(story));
  if (both !== undefined) return both;
  if (isOnly && ofFile.length === 1 && ofFile[0] !== undefined && ofFile[0].print !== null) return ofFile[0];
  return titled.find((story) => story.print === null || story.source === null || source === null) ?? null;
}

/** `vault/Work/x.md` and `Work/x.md`: the same file, named from another folder. */
function isSameSource(a: string, b: string): boolean {
  const [one, other] = [nameKey(a), nameKey(b)];
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}

function textPrintOf(title: string, body: string): string {
  return printOf([title, trimLines(body)]);
}

/** A short print of values: two that differ have, for all that ever comes in, different ones. */
function printOf(values: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(values, plain)).digest("hex").slice(0, 12);
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
