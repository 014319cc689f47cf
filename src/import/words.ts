import { DAYS, type Day } from "../calendar/days.ts";

/** Weekdays as documents name them, in English, German, French, Spanish, Italian, Portuguese and Dutch; Monday first. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ["monday", "mon", "montag", "lundi", "lunes", "lunedì", "segunda-feira", "maandag"],
  ["tuesday", "tue", "tues", "dienstag", "mardi", "martes", "martedì", "terça-feira", "dinsdag"],
  ["wednesday", "wed", "mittwoch", "mercredi", "miércoles", "mercoledì", "quarta-feira", "woensdag"],
  ["thursday", "thu", "thurs", "donnerstag", "jeudi", "jueves", "giovedì", "quinta-feira", "donderdag"],
  ["friday", "fri", "freitag", "vendredi", "viernes", "venerdì", "sexta-feira", "vrijdag"],
  ["saturday", "sat", "samstag", "sonnabend", "samedi", "sábado", "sabato", "zaterdag"],
  ["sunday", "sun", "sonntag", "dimanche", "domingo", "domenica", "zondag"],
];

const DAY_PATTERN = new RegExp(
  `(?<![\\p{L}])(${WEEKDAYS.flat()
    .toSorted((a, b) => b.length - a.length)
    .join("|")})(?![\\p{L}])`,
  "iu",
);

/** Finds the first weekday a text names, with the letters it is written in. */
export function findWeekday(text: string): { day: Day; written: string; at: number } | null {
  const match = DAY_PATTERN.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined) return null;
  const day = DAYS[WEEKDAYS.findIndex((names) => names.includes(written.toLowerCase()))];
  return day === undefined ? null : { day, written, at: match.index };
}

export type MetaName =
  | "tags"
  | "for"
  | "day"
  | "series"
  | "hook"
  | "theme"
  | "extracted"
  | "source"
  | "date"
  | "time"
  | "platform"
  | "type";

/** The labels of metadata lines, by what they mean. */
const META: readonly (readonly [MetaName, RegExp])[] = [
  ["tags", /^(?:tags?|keywords|schlagwörter|stichwörter|mots-clés|etiquetas)$/iu],
  ["for", /^(?:for|für|pour|para|per|voor)$/iu],
  ["day", /^(?:day|weekday|tag|wochentag|jour|día|dia)$/iu],
  ["series", /^(?:series|serie|reihe|série|format|slot)$/iu],
  ["hook", /^(?:hook|opening hook|hook line|aufhänger|accroche|gancho)$/iu],
  [
    "theme",
    /^(?:(?:week(?:ly)?(?:['’]s)? )?theme|thema(?: der woche)?|wochenthema|thème(?: de la semaine)?|tema(?: de la semana)?)$/iu,
  ],
  ["extracted", /^(?:extraction date|extracted(?: on)?|datum der sammlung)$/iu],
  ["source", /^(?:source|sources|quelle|quellen|fuente|fonte)$/iu],
  ["date", /^(?:date|publish(?:ing)? date|post date|datum|fecha|data)$/iu],
  ["time", /^(?:time|publish(?:ing)? time|post(?:ing)? time|uhrzeit|zeit|heure|hora)$/iu],
  ["platform", /^(?:platform|plattform|plateforme|plataforma|channel)$/iu],
  ["type", /^(?:content type|type|post type|typ|art|tipo)$/iu],
];

export function metaName(label: string): MetaName | null {
  return META.find(([, pattern]) => pattern.test(label.trim()))?.[0] ?? null;
}

/** A line such as `**For**: Tuesday`, `- Hook: "…"` or `### Hook`, cut at its value. */
export interface MetaLine {
  label: string;
  /** What stands in front of the value, and behind it: marks and spaces. */
  before: string;
  value: string;
  after: string;
}

const META_LINE =
  /^(\s*(?:#{1,6}\s+|[-*+]\s+|>\s*)?(?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:\*{1,3}|_{1,3})?)([\p{L}][\p{L}\p{N} '’/&-]{0,40}?)(\s*(?:(?:\*{1,3}|_{1,3})\s*[:：]|[:：]\s*(?:\*{1,3}|_{1,3})(?=\s|$)|[:：])\s*)(.*?)(\s*)$/u;
const META_HEADING = /^(\s*#{1,6}\s+(?:\*{1,3})?)([\p{L}][\p{L} ]{0,30}?)(\*{0,3}\s*)$/u;

export function readMetaLine(line: string): MetaLine | null {
  const match = META_LINE.exec(line);
  if (match !== null)
    return {
      label: match[2] ?? "",
      before: `${match[1]}${match[2]}${match[3]}`,
      value: match[4] ?? "",
      after: match[5] ?? "",
    };
  const heading = META_HEADING.exec(line);
  return heading === null ? null : { label: heading[2] ?? "", before: line, value: "", after: "" };
}

const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["„", "”"],
  ["„", '"'],
  ["“", '"'],
  ["”", "”"],
  ["«", "»"],
  ["»", "«"],
  ["'", "'"],
  ["‘", "’"],
  ["**", "**"],
  ["*", "*"],
  ["__", "__"],
  ["_", "_"],
];

/** Takes the quotes and marks off that stand around a whole text; returns them with what is inside. */
export function unwrapQuotes(text: string): { open: string; inner: string; close: string } {
  for (const [open, close] of QUOTES) {
    if (text.length <= open.length + close.length || !text.startsWith(open) || !text.endsWith(close)) continue;
    const inner = text.slice(open.length, -close.length);
    if (open === close && inner.includes(open)) continue;
    const deeper = unwrapQuotes(inner.trim());
    const lead = inner.slice(0, inner.length - inner.trimStart().length);
    const tail = inner.slice(inner.trimEnd().length);
    return { open: open + lead + deeper.open, inner: deeper.inner, close: deeper.close + tail + close };
  }
  return { open: "", inner: text, close: "" };
}
