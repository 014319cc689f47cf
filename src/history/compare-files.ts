import { readDocument } from "../front-matter/read.ts";
import { type Document, FrontMatterError } from "../front-matter/values.ts";
import { findLearned } from "../post/learned.ts";
import { postFromDocument } from "../post/post.ts";
import { findNotes, findPublished } from "../post/sections.ts";
import { readText, readWeek, storyFromDocument } from "../story/schema.ts";
import { compareFigures, differsInFigures } from "./compare-figures.ts";
import { compareKeys, comparePostKeys } from "./compare-keys.ts";
import { compareSentences, type SentenceChange } from "./compare-sentences.ts";
import { type BankEvent, type BankFileKind, type FileEvents, fileKindOf, type Version } from "./events.ts";
import { type PlacedSentence, readSentences } from "./sentences.ts";

/**
 * What was done to a file between two of its versions, in the words of a bank: null on one side where it was not there yet, or
 * is gone. Null for a file that storybank does not read.
 */
export async function compareFiles(before: Version | null, after: Version | null): Promise<FileEvents | null> {
  const path = after?.path ?? before?.path ?? "";
  const kind = fileKindOf(path);
  if (kind === null) return null;
  const [old, now] = [await readVersion(before), await readVersion(after)];
  const name = nameOf(kind, path, now ?? old);
  const renamed: BankEvent[] =
    before !== null && after !== null && before.path !== after.path
      ? [{ event: "renamed", from: fileIdOf(before.path), to: fileIdOf(after.path) }]
      : [];
  const events = [...renamed, ...compareVersions(kind, before, after, old, now)];
  return { kind, path, name, events };
}

function compareVersions(
  kind: BankFileKind,
  before: Version | null,
  after: Version | null,
  old: Document | null,
  now: Document | null,
): BankEvent[] {
  if (before === null) return [{ event: "added" }];
  if (after === null) return [{ event: "removed" }];
  if (before.text !== null && before.text === after.text) return [];
  if (old === null || now === null || kind === "settings" || kind === "template") return [{ event: "changed" }];
  if (kind === "inbox") return compareSeeds(old, now);
  const events = kind === "post" ? comparePosts(old, now) : compareTold(kind, old, now);
  return events.length === 0 ? [{ event: "changed" }] : events;
}

function comparePosts(old: Document, now: Document): BankEvent[] {
  const [text, notes] = [changesOf("post", "text", old, now), changesOf("post", "notes", old, now)];
  const known = findLearned(old.body).map((each) => each.text);
  const learned = findLearned(now.body).filter((each) => !known.includes(each.text));
  return [
    ...comparePostKeys(old.data, now.data),
    ...tellSentences("text", text),
    ...learned.map((each): BankEvent => ({ event: "learned", text: each.text })),
    // A line that was learned brings its sentences with it.
    ...(learned.length > 0 ? [] : tellSentences("notes", notes)),
  ];
}

/** Each line of the inbox is a seed. */
function compareSeeds(old: Document, now: Document): BankEvent[] {
  const seeds = [old, now].map(({ body }) =>
    body.split(/\r?\n/).flatMap((line) => line.replace(/^\s*[-*+]\s+/, "").trim() || []),
  );
  const [before = [], after = []] = seeds;
  const [added, removed] = [
    after.filter((seed) => !before.includes(seed)),
    before.filter((seed) => !after.includes(seed)),
  ];
  return added.length + removed.length === 0
    ? [{ event: "changed" }]
    : [{ event: "list", key: "seeds", added, removed }];
}

function compareTold(kind: BankFileKind, old: Document, now: Document): BankEvent[] {
  return [...compareKeys(old.data, now.data), ...tellSentences("text", changesOf(kind, "text", old, now))];
}

/** What became of the sentences of a part of a file: of what a post publishes or a story tells, or of a post's notes. */
export function changesOf(kind: BankFileKind, part: "text" | "notes", old: Document, now: Document): SentenceChange[] {
  return compareSentences(sentencesOf(kind, part, old), sentencesOf(kind, part, now));
}

function sentencesOf(kind: BankFileKind, part: "text" | "notes", { body, bodyLine }: Document): PlacedSentence[] {
  if (part === "notes") {
    const notes = findNotes({ body }) ?? "";
    const at = notes === "" ? 0 : body.replaceAll("\r\n", "\n").indexOf(notes);
    return readSentences(notes, bodyLine + (body.replaceAll("\r\n", "\n").slice(0, at).split("\n").length - 1));
  }
  if (kind !== "post") return readSentences(body, bodyLine);
  const { markdown, firstLine } = findPublished({ body, bodyLine });
  return readSentences(markdown, firstLine);
}

function tellSentences(part: "text" | "notes", changes: readonly SentenceChange[]): BankEvent[] {
  const figures = part === "notes" ? [] : changes.map((change) => ({ change, figures: compareFigures(change) }));
  const told = new Set(
    figures.filter((each) => differsInFigures(each.change, each.figures)).map(({ change }) => change),
  );
  const left = changes.filter((change) => !told.has(change));
  const [added, removed] = [
    left.filter(({ before }) => before === null).length,
    left.filter(({ after }) => after === null).length,
  ];
  return [
    ...figures.flatMap((each) => each.figures.map(({ from, to }): BankEvent => ({ event: "figure", from, to }))),
    ...(left.length === 0
      ? []
      : [{ event: "text" as const, part, added, removed, reworded: left.length - added - removed }]),
  ];
}

/** The file taken apart; null where it is not there, or can't be read safely. */
export async function readVersion(version: Version | null): Promise<Document | null> {
  if (version === null || version.text === null) return null;
  try {
    return await readDocument(version.text);
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
}

/** The path below its folder, without `.md`. */
export function fileIdOf(path: string): string {
  return path.replace(/^[^/]*\//, "").replace(/\.md$/, "");
}

function nameOf(kind: BankFileKind, path: string, document: Document | null): string {
  const id = fileIdOf(path);
  switch (kind) {
    case "story":
      return document === null ? id : storyFromDocument(id, path, document).title;
    case "post":
      return document === null ? id : postFromDocument(id, path, document).title;
    case "week": {
      const week = readWeek(document?.data.get("week"));
      return week === null ? path : `week ${week}`;
    }
    case "template":
      return `the template ${readText(document?.data.get("name")) ?? id}`;
    case "settings":
      return "the settings";
    case "inbox":
      return "the inbox";
  }
}
