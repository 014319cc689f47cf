import type { LeftNote } from "../import/notes/judge-note.ts";
import type { NoteTelling } from "../import/notes/telling.ts";
import type { ZipProblem } from "./open-zip.ts";

/** A file that may come in: one that was named, one of a folder, one of a zip. */
export interface Incoming {
  /** As it is shown: with the folder or zip that was named. */
  file: string;
  /** What a story keeps of where it came from: the path below what was named; null for standard input. */
  source: string | null;
  /** It was named itself, and is not one of a folder or zip. */
  isNamed: boolean;
  read(): Uint8Array | LeftFile;
}

/** Why a file is left out. */
export type LeftFile =
  | LeftNote
  /** Why it can't be read, in words that go on behind its name. */
  | { code: "unreadable"; sentence: string }
  | { code: ZipProblem | OddFile }
  | { code: "too-large"; megabytes: number }
  /** One of LinkedIn's exports that is none: its own sentence says why. */
  | { code: "no-export"; sentence: string }
  /** Files of kinds that hold no text, by their endings. */
  | { code: "other-kinds"; endings: readonly string[]; count: number };

type OddFile =
  | "damaged"
  | "no-text"
  | "table"
  | "workbook"
  | "zip"
  | "old-word"
  | "rich-text"
  | "pdf"
  | "open-document"
  | "broken-word"
  | "broken-html";

/** What speaks for a story, as the report says it. */
export type Signs = Pick<NoteTelling, "person" | "isFirstPerson" | "figure" | "parts">;

/** Whether something kept a file from being read, so that a part of the job is not done. */
export function isTrouble({ code }: LeftFile): boolean {
  return TROUBLES.has(code);
}

const TROUBLES: ReadonlySet<LeftFile["code"]> = new Set<LeftFile["code"]>([
  "unreadable",
  "damaged",
  "too-large",
  "no-text",
  "broken-word",
  "broken-html",
  "front-matter",
  "leads-out",
  "link",
  "encrypted",
  "same-name",
]);
