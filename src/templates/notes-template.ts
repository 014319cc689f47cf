import type { Document } from "../front-matter/values.ts";
import { readText } from "../story/schema.ts";

/** A Liquid file that lays the strategy notes of a draft out. */
export interface NotesTemplate {
  name: string;
  about: string;
  body: string;
}

export function readNotesTemplate(fileName: string, { data, body }: Document): NotesTemplate {
  return {
    name: readText(data.get("name")) ?? fileName,
    about: readText(data.get("about")) ?? "",
    body: body.trim(),
  };
}
