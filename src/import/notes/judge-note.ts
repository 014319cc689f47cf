import { readDocument } from "../../front-matter/read.ts";
import { type Document, FrontMatterError } from "../../front-matter/values.ts";
import { isPostDocument } from "../post-document.ts";
import { isWeekDocument } from "../week-document.ts";
import { type Note, readNote } from "./note.ts";
import { splitNote } from "./split-note.ts";
import { type NoteTelling, readTelling, type Untold, whyUntold } from "./telling.ts";

/** Why a file gives no story and no post. */
export type LeftNote =
  | { code: Untold | "empty" | "no-words" | "template" | "drawing" | "board" }
  /** `detail` says what its front matter holds. */
  | { code: "front-matter"; detail: string };

/** A part of a document that was left out of it. */
export interface LeftPart {
  title: string;
  why: LeftNote;
}

/** A note that becomes a story or post, and what speaks for it. */
export interface JudgedNote {
  note: Note;
  telling: NoteTelling;
}

/** What a text is, and why. */
export type Judgement =
  | { kind: "week" }
  | { kind: "post" }
  /** Stories; more than one where the document has many. */
  | { kind: "story"; notes: readonly JudgedNote[]; left: readonly LeftPart[] }
  /** A note that is to be a post, since somebody said so. */
  | { kind: "note-as-post"; note: Note }
  | { kind: "none"; why: LeftNote };

/** Tells what a text is: a week document, a finished post, a story or several, or none of these; `as` decides of notes. */
export async function judgeNote(text: string, file: string, as: "story" | "post" | undefined): Promise<Judgement> {
  if (text.trim() === "") return none("empty");
  if (isWeekDocument(text)) return { kind: "week" };
  if (isPostDocument(text)) return { kind: "post" };
  let document: Document;
  try {
    document = await readDocument(text);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return { kind: "none", why: { code: "front-matter", detail: error.message } };
  }
  const made = madeFor(document);
  if (made !== null) return none(made);
  const note = readNote(document, file);
  if (!/\p{L}{2}/u.test(note.body)) return none("no-words");
  if (as === "post") return { kind: "note-as-post", note };
  const parts = splitNote(note.title, note.body);
  if (parts !== null) return several(note, parts);
  const telling = readTelling(note.body);
  // Who has written a hook above a text has meant it to be told.
  const why = as === "story" || note.data.has("hook") ? null : whyUntold(telling);
  return why === null ? { kind: "story", notes: [{ note, telling }], left: [] } : none(why);
}

function none(code: Exclude<LeftNote["code"], "front-matter">): Judgement {
  return { kind: "none", why: { code } };
}

function several(note: Note, parts: NonNullable<ReturnType<typeof splitNote>>): Judgement {
  return {
    kind: "story",
    notes: parts
      .filter(({ why }) => why === null)
      .map(({ title, body }) => ({ note: partOf(note, title, body), telling: readTelling(body) })),
    left: parts.flatMap(({ title, why }) => (why === null ? [] : [{ title, why: { code: why } }])),
  };
}

/** A story of a document of many has its own hook, and shares its tags and date. */
function partOf(whole: Note, title: string, body: string): Note {
  const own = readNote({ data: new Map([["title", title]]), body }, "");
  return {
    ...own,
    data: new Map([...whole.data].filter(([key]) => key !== "hook").concat([...own.data])),
    tags: [...new Set([...whole.tags, ...own.tags])],
    created: own.created ?? whole.created,
    links: whole.links,
  };
}

/** Notes that a plugin or a template's placeholders fill. */
function madeFor({ data, body }: Document): "template" | "drawing" | "board" | null {
  if (data.has("excalidraw-plugin")) return "drawing";
  if (data.has("kanban-plugin")) return "board";
  return /<%[\s\S]*?%>|\{\{\s*(?:title|date|time)\b[^}\n]*\}\}/i.test(body) ? "template" : null;
}
