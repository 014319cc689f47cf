import type { LeftFile } from "../jobs/incoming.ts";
import { visibleLine } from "./visible.ts";

const SENTENCES: Readonly<Partial<Record<LeftFile["code"], string>>> = {
  empty: "it is empty",
  "no-words": "it has no words of its own",
  "no-prose": "it has no sentences to tell anything in",
  "no-past": "little in it says what was",
  nobody: "nobody is in it, and no figure",
  template: "it is a template",
  drawing: "it is a drawing",
  board: "it is a board of cards",
  damaged: "it is damaged",
  "no-text": "it is no text",
  table: "it is a table; its pages come in from their own files",
  workbook: "it is a workbook; one of LinkedIn's comes in by its own name",
  zip: "it is a zip; it comes in by its own name",
  "old-word": "it is an old Word file; save it as .docx",
  "rich-text": "it is rich text; save it as .docx",
  pdf: "it is a PDF; bring in what it was made of",
  "open-document": "it is an OpenDocument file; save it as .docx",
  "broken-word": "it is no Word document that can be read",
  "broken-html": "it is HTML that can't be read",
  "leads-out": "its path leads out of the zip",
  link: "it is a link",
  encrypted: "it has a password",
  "same-name": "another file of the zip has its name",
};

/** Why a file is left out, in words that go on behind its name. */
export function wordLeft(why: LeftFile): string {
  switch (why.code) {
    case "front-matter":
      return visibleLine(why.detail);
    case "too-large":
      return `it is larger than ${why.megabytes} MB`;
    case "unreadable":
    case "no-export":
      return visibleLine(why.sentence);
    case "other-kinds":
      return why.endings.map((ending) => `.${visibleLine(ending)}`).join(" ");
    default:
      return SENTENCES[why.code] ?? why.code;
  }
}
