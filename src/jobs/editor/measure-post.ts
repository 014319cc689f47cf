import type { LiveBank } from "../../bank/live-bank.ts";
import { findLimit } from "../../fit/excess.ts";
import { publishPost } from "../../fit/publish.ts";
import { loadCounter } from "../../post/counting.ts";
import { DESKTOP_FOLD, foldAt } from "../../post/fold.ts";
import { findPlatform, foldOn, PLATFORMS, type Platform } from "../../post/platforms.ts";
import type { Line } from "../../text/line.ts";
import { gapOf, printLine, printLines } from "../../text/plain.ts";
import { lineStarts, locateLine } from "../../truth/place.ts";
import { type OpenFile, readOpenPost } from "./open-file.ts";

/** What is measured at a place of a post's file. */
export type PostMark =
  /** Where the text ends: its length, or that of each part of a thread. */
  | { kind: "length"; at: number; platform: Platform; lengths: readonly number[] }
  /** Where "more" cuts it. */
  | { kind: "fold"; at: number; on: readonly ("phone" | "desktop")[] }
  /** Where the limit falls in what is too long. */
  | { kind: "limit"; at: number; limit: number };

/** Measures a post on the platform it is written for; nothing where it has no text yet. */
export async function measurePost(bank: LiveBank, file: OpenFile): Promise<PostMark[]> {
  const open = file.kind === "post" ? await readOpenPost(bank, file) : null;
  const platform = findPlatform(open?.post.platform ?? "") ?? PLATFORMS[0];
  if (open === null || open.lines.length === 0 || platform === undefined) return [];
  const { post, lines } = open;
  const published = await publishPost(post, platform);
  const locate = locatePrinted(lines, file.text);
  const whole = printLines(lines);
  const phone = foldOn(platform, (await bank.config()).fold);
  const folds =
    phone === null
      ? []
      : ([
          ["phone", phone],
          ["desktop", Math.max(phone, DESKTOP_FOLD)],
        ] as const);
  const marks: PostMark[] = [];
  for (const cut of new Set(folds.map(([, characters]) => foldAt(whole, characters)))) {
    const on = folds.filter(([, characters]) => foldAt(whole, characters) === cut).map(([screen]) => screen);
    if (cut < whole.length) marks.push({ kind: "fold", at: locate(cut), on });
  }
  if (published.excess !== null && platform.limit !== null)
    marks.push({ kind: "limit", at: locate(findLimit(whole, await loadCounter(platform))), limit: platform.limit });
  return [...marks, { kind: "length", at: locate(whole.length), platform, lengths: published.characters }];
}

/** Tells where a place of what is pasted stands in the file, whose marks that has lost. */
function locatePrinted(lines: readonly Line[], text: string): (at: number) => number {
  const starts = lineStarts(text);
  return (at) => {
    let from = 0;
    for (const [index, line] of lines.entries()) {
      const printed = printLine(line);
      const start = from + (index === 0 ? 0 : gapOf(line).length);
      from = start + printed.length;
      if (at > from && index < lines.length - 1) continue;
      const within = Math.min(Math.max(0, at - start - (printed.length - line.text.length)), line.text.length);
      const locate = locateLine(line, text, starts);
      return within === 0 ? locate(0, 1).start : locate(0, within).end;
    }
    return text.length;
  };
}
