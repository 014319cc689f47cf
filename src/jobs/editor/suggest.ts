import { CONFIG_KEYS } from "../../bank/config.ts";
import type { LiveBank } from "../../bank/live-bank.ts";
import type { DateText } from "../../calendar/dates.ts";
import { DAYS } from "../../calendar/days.ts";
import { LEVELS } from "../../check/finding.ts";
import { RULES } from "../../check/rules.ts";
import { withoutSides } from "../../figures/figure.ts";
import { writeFlowItem, writeScalar } from "../../front-matter/write.ts";
import { POST_KEYS } from "../../post/keys.ts";
import { PLATFORMS } from "../../post/platforms.ts";
import { STATUSES } from "../../post/post.ts";
import { STORY_KEYS } from "../../story/keys.ts";
import { type Completion, type ListedKind, listValues } from "../complete.ts";
import { type OpenFile, readOpenPost } from "./open-file.ts";
import { findWritingPlace, type WritingPlace } from "./writing-place.ts";

/** Something that could stand where it is being written. */
export interface TextSuggestion extends Completion {
  kind: "key" | "value" | "figure";
  /** The stretch that it takes the place of, and what goes there. */
  start: number;
  end: number;
  text: string;
}

export interface SuggestOptions {
  today: DateText;
  /** The letter that made the editor ask; null where somebody did. */
  typed: string | null;
}

/** Suggests how what is being written could go on: keys and their values, and in a post its story's figures. */
export async function suggestFor(
  bank: LiveBank,
  file: OpenFile,
  at: number,
  { today, typed }: SuggestOptions,
): Promise<TextSuggestion[]> {
  const place = findWritingPlace(file.text, at, file.kind === "settings");
  if (place === null) return [];
  const range = { start: place.start, end: at + restOf(place, file.text.slice(at)) };
  // Between words nobody asks for figures.
  if (place.kind === "body" && /^[\s:,[]$/.test(typed ?? "")) return [];
  if (place.kind === "body")
    return (await suggestFigures(bank, file, at)).map((each) => ({
      ...each,
      ...range,
      kind: "figure" as const,
      text: each.value,
    }));
  if (place.kind === "key") {
    const colon = /^\s*:/.test(file.text.slice(at)) ? "" : ":";
    return keysFor(file, place).map((each) => ({ ...each, ...range, kind: "key" as const, text: each.value + colon }));
  }
  const write = place.isItem ? writeFlowItem : writeScalar;
  return (await valuesFor(bank, file, place.keys, today)).map((each) => ({
    ...each,
    ...range,
    kind: "value" as const,
    text: write(each.value),
  }));
}

/** How much behind the place is of what is being written there, and goes with it. */
function restOf(place: WritingPlace, behind: string): number {
  const line = /^[^\r\n]*/.exec(behind)?.[0] ?? "";
  if (place.kind === "key") return /^[\p{L}\p{N}_-]*/u.exec(line)?.[0].length ?? 0;
  if (place.kind === "value") return (place.isItem ? /^[^,\]#]*/ : /^[^#]*/).exec(line)?.[0].trimEnd().length ?? 0;
  const word = /^[^\s"“”()[\]*_,;!?]*/.exec(line)?.[0] ?? "";
  return word.replace(/[.:]+$/, "").length;
}

async function suggestFigures(bank: LiveBank, file: OpenFile, at: number): Promise<Completion[]> {
  const open = file.kind === "post" ? await readOpenPost(bank, file) : null;
  const line = file.text.slice(0, at).split("\n").length;
  const end = open === null ? 0 : open.firstLine + open.markdown.split("\n").length;
  if (open?.story == null || line < open.firstLine || line > end) return [];
  const seen = new Set<string>();
  return withoutSides(open.story.figures).flatMap(({ text, label, line: from }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ value: text, about: `line ${from} of the story${label === null ? "" : `: ${label}`}` }];
  });
}

/** Further keys that commands write, or that hold others. */
const MORE_KEYS = {
  story: ["facts", "check"],
  post: ["status", "published", "targets", "results", "confirmed", "urls", "check"],
  week: ["week", "theme", "stories", "extracted", "source"],
};

function keysFor(file: OpenFile, { above, typed }: Extract<WritingPlace, { kind: "key" }>): Completion[] {
  const has = new Set(above.length === 0 ? topKeys(file) : []);
  return namedKeys(file, above).filter(({ value }) => value === typed || !has.has(value));
}

/** The keys that stand at the margin, whether or not all of the file can be read while one is being written. */
function topKeys({ kind, text }: OpenFile): string[] {
  const matter = kind === "settings" ? text : (text.split(/^---[ ]*\r?$/m)[1] ?? "");
  return [...matter.matchAll(/^["']?([\p{L}\p{N}_-]+)["']?:/gmu)].map(([, key = ""]) => key);
}

function namedKeys({ kind }: OpenFile, above: readonly string[]): Completion[] {
  const [first, second] = above;
  if (first === "check" && above.length === 1 && kind !== "week")
    return RULES.map(({ id, about }) => ({ value: id, about }));
  if (kind !== "settings") {
    if (above.length > 0) return [];
    const own = { story: STORY_KEYS, post: POST_KEYS, week: [] }[kind];
    return plain([...own, ...MORE_KEYS[kind]]);
  }
  if (above.length === 0) return plain(CONFIG_KEYS.top);
  if (first === "style") return plain(CONFIG_KEYS.style);
  if (first !== "calendar") return [];
  if (second === undefined) return plain(CONFIG_KEYS.calendar);
  return plain(above.length === 2 ? DAYS : CONFIG_KEYS.slot);
}

function plain(values: readonly string[]): Completion[] {
  return values.map((value) => ({ value, about: "" }));
}

/** Keys whose values a bank lists, in files and in slots. */
const LISTED: Readonly<Record<string, ListedKind>> = {
  story: "story",
  stories: "story",
  tags: "tag",
  series: "series",
  template: "post-template",
  "hook-template": "hook",
  day: "day",
  week: "week",
};

async function valuesFor(
  bank: LiveBank,
  { kind }: OpenFile,
  keys: readonly string[],
  today: DateText,
): Promise<Completion[]> {
  const key = keys.at(-1) ?? "";
  if (keys[0] === "check" && keys.length === 2) return plain(["off", ...LEVELS]);
  if (key === "platform") return PLATFORMS.map(({ name, title }) => ({ value: name, about: title }));
  if (key === "status" && kind === "post") return plain(STATUSES);
  const isOfSlot = kind === "settings" && keys[1] === "slots";
  if (isOfSlot && key === "hook") return listValues("hook", { openBank: () => bank, today });
  const listed = Object.hasOwn(LISTED, key) && (isOfSlot || keys.length === 1) ? LISTED[key] : undefined;
  const values = listed === undefined ? [] : await listValues(listed, { openBank: () => bank, today });
  // A file says which week it is of; "this" and "next" are words of the command line.
  return listed === "week" ? values.filter(({ value }) => /^\d+$/.test(value)) : values;
}
