import { type DateText, parseDate } from "../../calendar/dates.ts";
import { listed } from "../../language/dictionary.ts";
import { lex } from "../../language/lex.ts";

/** What a note's file name says: its title, or that it has none; the id that Notion puts behind it; the day a journal is of. */
export interface NoteName {
  title: string | null;
  notionId: string | null;
  date: DateText | null;
}

/** Reads a file's name, with or without its folders: `Work/2024-03-12 The Pager 1a2b….md`. */
export function readNoteName(file: string): NoteName {
  const name = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[A-Za-z0-9]{1,8}$/, "");
  const [, before = name, id] = /^(.*?)(?:\s|%20|-)?([0-9a-f]{32})$/.exec(name) ?? [];
  const [dated = "", year, month, day] = DATED.exec(before) ?? [];
  const date = year === undefined ? null : parseDate(`${year}-${month}-${day}`);
  const words = wordsOf(
    (date === null ? before : before.slice(dated.length).replace(TIME, "")).replace(/^[\s_–—:.-]+/, "").trim(),
  );
  return { title: isTitle(words) ? words : null, notionId: id ?? null, date };
}

/** A date in front, and a time of day behind it: "2024-03-12 09.30". */
const DATED = /^(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)/;
const TIME = /^[T\s_-]\d{2}[-:h.]?\d{2}(?:[-:.]?\d{2})?(?![\p{L}\d])/u;

/** `the-pager_rang` → `The pager rang`; a name with spaces is as it was meant. */
function wordsOf(name: string): string {
  const spaced = /\s/.test(name) ? name : name.replace(/[-_]+/g, " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** "Untitled 3", "Voice memo 12" and numbers name nothing. */
function isTitle(words: string): boolean {
  const named = lex(words).filter(({ kind }) => kind === "word");
  if (named.length === 0) return false;
  const found = listed("untitled").at(named, 0);
  return found === null || found.length < named.length;
}
