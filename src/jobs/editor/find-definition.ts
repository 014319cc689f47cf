import type { LiveBank } from "../../bank/live-bank.ts";
import { lineExtent } from "../../check/examine.ts";
import type { PlacedEntry } from "../../front-matter/entry-places.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import { chooseEvidence } from "../../truth/show.ts";
import { statementAt } from "./explain.ts";
import { entryIn, storyNamedBy } from "./named-story.ts";
import { type FilePlace, type OpenFile, readOpenPost } from "./open-file.ts";

/** Keys whose value is the name of a template, by its kind. */
const TEMPLATE_KEYS: Readonly<Record<string, "hooks" | "posts" | "notes">> = {
  template: "posts",
  "hook-template": "hooks",
  hook: "hooks",
  notes: "notes",
};

/** Where what stands at a place comes from: the story's line of a figure or sentence, the file of a story or template. */
export async function findDefinition(bank: LiveBank, file: OpenFile, at: number): Promise<FilePlace | null> {
  const entry = entryIn(file, at);
  if (entry !== null) return definitionOfEntry(bank, file, entry);
  const open = file.kind === "post" ? await readOpenPost(bank, file) : null;
  const found = statementAt(open?.statements ?? [], at);
  if (open?.story == null || found === null) return null;
  const { detail, statement } = found;
  const source = detail?.source ?? chooseEvidence(statement)[0] ?? null;
  return source === null ? null : storyLine(bank, open.story.story.path, source.line);
}

async function definitionOfEntry(bank: LiveBank, file: OpenFile, entry: PlacedEntry): Promise<FilePlace | null> {
  const { keys, value } = entry;
  const { kind } = file;
  const story = storyNamedBy(file, entry);
  if (story !== null) {
    const found = await bank.wholeStoryById(story);
    return found === null ? null : { path: found.path, start: 0, end: 0 };
  }
  if (value === null) return null;
  const key = keys.at(-1) ?? "";
  const isOfSlot = kind === "settings" && keys[1] === "slots";
  const isTemplate = isOfSlot || (kind === "post" && keys.length === 1 && key !== "hook");
  const templates = isTemplate && Object.hasOwn(TEMPLATE_KEYS, key) ? TEMPLATE_KEYS[key] : undefined;
  const path = templates === undefined ? null : await bank.templateFile(templates, value);
  return path === null ? null : { path, start: 0, end: 0 };
}

/** A line of a story; its hook where there is none. */
function storyLine(bank: LiveBank, path: string, line: number | null): FilePlace {
  const text = bank.read(path) ?? "";
  return { path, ...lineExtent(text, line ?? keyLine(text, "hook")) };
}
