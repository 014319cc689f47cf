import type { Document } from "../front-matter/values.ts";
import { readText } from "../story/schema.ts";
import { type HookTemplate, readHookTemplate } from "../templates/hook-template.ts";
import { type NotesTemplate, readNotesTemplate } from "../templates/notes-template.ts";
import { type PostTemplate, readPostTemplate } from "../templates/post-template.ts";
import { readFilesWithText } from "./files-with-text.ts";
import type { ReadProblem } from "./read-problem.ts";
import type { Entry } from "./walk.ts";

/** The folder of the bank, and that of the program with the built-in templates. */
export interface Folders {
  root: string;
  packageDir: string;
}

export type TemplateKind = "hooks" | "posts" | "notes";

type Skip = (path: string, problem: ReadProblem) => void;

export async function readHookTemplates(folders: Folders, skip: Skip): Promise<HookTemplate[]> {
  return readTemplates("templates/hooks", folders, readHookTemplate, skip);
}

export async function readPostTemplates(folders: Folders, skip: Skip): Promise<PostTemplate[]> {
  return readTemplates("templates/posts", folders, readPostTemplate, skip);
}

export async function readNotesTemplates(folders: Folders, skip: Skip): Promise<NotesTemplate[]> {
  return readTemplates("templates/notes", folders, readNotesTemplate, skip);
}

/** The file of a template, the bank's own before the built-in one; null where there is none of the name. */
export async function findTemplateFile(
  kind: TemplateKind,
  name: string,
  { packageDir, root }: Folders,
): Promise<string | null> {
  const read = ({ id, path }: Entry, { data }: Document) => ({ name: readText(data.get("name")) ?? id, path });
  for (const place of [root, packageDir])
    for await (const { item } of readFilesWithText(place, `templates/${kind}`, read, () => {}))
      if (item.name === name) return `${place}/${item.path}`;
  return null;
}

/** Reads the templates of a folder, by name: the built-in ones, and the bank's own, which win over those of the same name. */
async function readTemplates<T extends { name: string }>(
  folder: string,
  { packageDir, root }: Folders,
  read: (fileName: string, document: Document) => T,
  skip: Skip,
): Promise<T[]> {
  const byName = new Map<string, T>();
  for (const place of new Set([packageDir, root]))
    for await (const { item } of readFilesWithText(
      place,
      folder,
      (entry, document) => read(entry.id, withUnixLines(document)),
      skip,
    ))
      byName.set(item.name, item);
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A template saved on Windows makes no mixed line ends. */
function withUnixLines(document: Document): Document {
  return { ...document, body: document.body.replaceAll("\r\n", "\n") };
}
