import { basename } from "node:path";
import { readGivenFile } from "../bank/given-file.ts";
import { wordReadProblem } from "../bank/read-problem.ts";
import { isGivenFolder, walkGiven } from "../bank/walk-given.ts";
import { UserError } from "../errors.ts";
import { type FileKind, fileEnding, fileKind, LARGEST_WORD, largestOf } from "./file-kind.ts";
import type { Incoming, LeftFile } from "./incoming.ts";
import { type OpenZip, openZip, refuseBomb, type ZipFile } from "./open-zip.ts";

/** What was named on the command line: one file, or a folder or zip of many. */
export interface Gathered {
  /** As it was named. */
  name: string;
  isMany: boolean;
  files: Incoming[];
}

/** Finds the files of a path that was named; nothing but directories, and a zip, is read for it. */
export function gatherFiles(name: string, path: string, bankRoot: string): Gathered {
  if (isGivenFolder(path)) return gatherFolder(name, path, bankRoot);
  const source = basename(path);
  const kind = fileKind(name);
  if (kind !== "zip")
    return { name, isMany: false, files: [{ file: name, source, isNamed: true, read: () => readAt(path, kind) }] };
  const bytes = readAt(path, kind);
  const zip = bytes instanceof Uint8Array ? openZip(bytes) : null;
  if (zip === null || !isOfNotes(zip))
    return { name, isMany: false, files: [{ file: name, source, isNamed: true, read: () => bytes }] };
  return { name, isMany: true, files: gatherZip(name, "", zip, true) };
}

function readAt(path: string, kind: FileKind): Uint8Array | LeftFile {
  const read = readGivenFile(path, largestOf(kind));
  if ("bytes" in read) return read.bytes;
  if (read.problem.code === "too-large") return tooLarge(kind);
  return { code: "unreadable", sentence: wordReadProblem(read.problem) };
}

function tooLarge(kind: FileKind): LeftFile {
  return { code: "too-large", megabytes: Math.min(largestOf(kind), LARGEST_WORD) / 1e6 };
}

function gatherFolder(name: string, path: string, bankRoot: string): Gathered {
  const shown = name.replace(/[\\/]+$/, "");
  const found = walkGiven(path, bankRoot);
  const known = found.filter((each) => each.problem !== null || fileKind(each.name) !== "other");
  const files = known.map((each): Incoming => {
    const kind = fileKind(each.name);
    const odd: LeftFile | null =
      each.problem === null
        ? oddKind(kind, each.size)
        : { code: "unreadable", sentence: wordReadProblem(each.problem) };
    return {
      file: `${shown}/${each.name}`,
      source: each.name,
      isNamed: false,
      read: () => odd ?? readAt(each.path, kind),
    };
  });
  return {
    name,
    isMany: true,
    files: [
      ...files,
      ...otherKinds(
        shown,
        found.filter((each) => !known.includes(each)).map((each) => each.name),
      ),
    ],
  };
}

/** What is said of a file before it is read: its kind is none that comes in with others, or it is too large. */
function oddKind(kind: FileKind, size: number): LeftFile | null {
  if (
    kind === "workbook" ||
    kind === "zip" ||
    kind === "old-word" ||
    kind === "rich-text" ||
    kind === "pdf" ||
    kind === "open-document"
  )
    return { code: kind };
  return size > Math.min(largestOf(kind), LARGEST_WORD) ? tooLarge(kind) : null;
}

/** Files of other kinds are counted, not listed. */
function otherKinds(place: string, names: readonly string[]): Incoming[] {
  if (names.length === 0) return [];
  const endings = [...new Set(names.map(fileEnding).filter((ending) => ending !== ""))].sort();
  const why: LeftFile = { code: "other-kinds", endings, count: names.length };
  return [{ file: place, source: null, isNamed: false, read: () => why }];
}

/** A zip of notes; LinkedIn's archives, workbooks and Word documents are zips, too. */
function isOfNotes({ entries }: OpenZip): boolean {
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /^(?:xl\/workbook|word\/document|content)\.xml$/.test(name))) return false;
  const kinds = new Set(names.filter(isMeant).map(fileKind));
  const isLinkedIn = names.some((name) => /(?:^|\/)Shares\.csv$|(?:^|\/)Articles\/.+\.html?$/i.test(name));
  if (isLinkedIn) return names.some((name) => /\.(?:md|docx)$/i.test(name));
  return kinds.has("note") || kinds.has("word") || kinds.has("zip");
}

/** What a Mac and programs put into a zip beside the files is not meant. */
function isMeant(name: string): boolean {
  return !name.startsWith("__MACOSX/") && !name.split("/").some((part) => part.startsWith(".") && part !== "..");
}

/** The files of a zip; Notion packs its zips into another one, which is opened as well. */
function gatherZip(shown: string, below: string, zip: OpenZip, opensInner: boolean): Incoming[] {
  const meant = zip.entries.filter(({ name }) => isMeant(name));
  const known = meant.filter(({ name, problem }) => problem !== null || fileKind(name) !== "other");
  refuseBomb(
    shown,
    known.filter((entry) => entry.problem === null && oddKind(fileKind(entry.name), entry.size) === null),
  );
  const files = known.flatMap((entry): Incoming[] => {
    if (opensInner && fileKind(entry.name) === "zip" && entry.problem === null) return gatherInner(shown, entry);
    return [
      { file: `${shown}/${entry.name}`, source: `${below}${entry.name}`, isNamed: false, read: () => readEntry(entry) },
    ];
  });
  return [
    ...files,
    ...otherKinds(
      shown,
      meant.filter((entry) => !known.includes(entry)).map(({ name }) => name),
    ),
  ];
}

function gatherInner(shown: string, entry: ZipFile): Incoming[] {
  if (entry.size > LARGEST_INNER)
    throw new UserError(`${shown} has another zip in it that is larger than 500 MB.`, {
      hint: "Unpack it yourself, and import the folder with your notes.",
    });
  const bytes = entry.read();
  const zip = bytes === null ? null : openZip(bytes);
  const file = `${shown}/${entry.name}`;
  if (zip === null) return [{ file, source: entry.name, isNamed: false, read: () => ({ code: "damaged" }) }];
  return gatherZip(file, "", zip, false);
}

const LARGEST_INNER = 500_000_000;

function readEntry(entry: ZipFile): Uint8Array | LeftFile {
  if (entry.problem !== null) return { code: entry.problem };
  return oddKind(fileKind(entry.name), entry.size) ?? entry.read() ?? { code: "damaged" };
}
