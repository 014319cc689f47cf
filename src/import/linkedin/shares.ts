import { parse } from "csv-parse/sync";
import { parseDate } from "../../calendar/dates.ts";

/** A post as LinkedIn's member archive tells it. */
export interface OldPost {
  /** `YYYY-MM-DD` */
  date: string | null;
  /** `HH:MM` */
  time: string | null;
  link: string | null;
  title: string;
  text: string;
  /** Whether the text is markdown; a share's is plain. */
  isMarkdown: boolean;
}

/** Whether a text is `Shares.csv`: its first line names the columns, in any case. */
export function isShares(text: string): boolean {
  const head = (text.split(/\r?\n/, 1)[0] ?? "").toLowerCase();
  return head.includes("sharelink") && head.includes("sharecommentary");
}

/**
 * Reads `Shares.csv`. Shapes known from public parsers, not from a real export: `Date` with or without UTC, a last column that
 * may be absent, line breaks that arrive as `"` + newline + `"` after decoding (decided once for the file), HTML entities.
 * Shares without words of their own are counted and left out.
 */
export function parseShares(text: string): { posts: OldPost[]; wordless: number } {
  const rows = parse(text, {
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }) as Record<string, string | undefined>[];
  const isBroken = rows.some((row) => /"\r?\n"/.test(row["sharecommentary"] ?? ""));
  const posts: OldPost[] = [];
  let wordless = 0;
  for (const row of rows) {
    const written = (row["sharecommentary"] ?? "").replace(/\r\n/g, "\n");
    const words = decodeEntities(isBroken ? written.replace(/"\n"/g, "\n").replace(/^"|"$/g, "") : written).trim();
    if (words === "") {
      wordless++;
      continue;
    }
    const [, day = "", time = null] =
      /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?/.exec((row["date"] ?? "").trim()) ?? [];
    posts.push({
      date: parseDate(day),
      time,
      link: (row["sharelink"] ?? "").trim() || null,
      title: titleOf(words),
      text: words,
      isMarkdown: false,
    });
  }
  return { posts, wordless };
}

/** The first sentence of a text, cut between words. */
function titleOf(text: string): string {
  const line = (text.split("\n")[0] ?? "").trim();
  const sentence = /^.{10,}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  return sentence.length <= 70 ? sentence.replace(/[.:]$/, "") : `${sentence.slice(0, 70).replace(/\s\S*$/, "")} …`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
  });
}
