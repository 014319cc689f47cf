import type { LiveBank } from "../../bank/live-bank.ts";
import type { Figure } from "../../figures/figure.ts";
import type { Source } from "../../figures/sources.ts";
import { traceText } from "../../figures/traced-text.ts";
import { findPublished } from "../../post/sections.ts";
import type { StoryReading } from "../../story/reading.ts";
import { readPlainLines } from "../../text/plain.ts";
import { lineStarts, locateLine } from "../../truth/place.ts";
import type { FilePlace, OpenPost } from "./open-file.ts";

/** A place of a post that tells a figure of its story. */
export interface Telling extends FilePlace {
  /** The post's id. */
  post: string;
  /** The figure as the post says it. */
  text: string;
}

/** Where the posts of a story tell one of its figures, or what follows from it. */
export async function findTellings(
  bank: LiveBank,
  story: StoryReading,
  figure: Pick<Source, "text" | "line">,
): Promise<Telling[]> {
  const tellings: Telling[] = [];
  for (const head of await bank.posts(new Set([story.story.id]))) {
    const post = await bank.wholePost(head);
    const text = bank.read(post.path) ?? "";
    const { markdown, firstLine } = findPublished(post);
    const starts = lineStarts(text);
    for (const line of readPlainLines(markdown, { firstLine })) {
      const told = traceText(line.text, story.sources).figures.filter(({ source }) => goesBackTo(source, figure));
      if (told.length === 0) continue;
      const locate = locateLine(line, text, starts);
      for (const { figure: said } of told)
        tellings.push({ post: post.id, path: post.path, text: said.text, ...locate(said.start, said.end) });
    }
  }
  return tellings;
}

/** "$3,200 → $850" has what is traced to it, and to either of its sides. */
function goesBackTo(source: Source | null, { text, line }: Pick<Source, "text" | "line">): boolean {
  if (source === null || source.line !== line) return false;
  return source.text === text || text.includes(source.text) || source.text.includes(text);
}

/** The figure of a story at a place of its file, the narrowest one, with where it stands. */
export function figureInStory(
  { figures }: StoryReading,
  text: string,
  at: number,
): { figure: Figure; start: number; end: number } | null {
  const starts = lineStarts(text);
  const found = figures.flatMap((figure) => {
    const from = starts[figure.line - 1] ?? 0;
    const line = text.slice(from, starts[figure.line] ?? text.length);
    return placesOf(figure.text, line)
      .map((place) => ({ figure, start: from + place, end: from + place + figure.text.length }))
      .filter(({ start, end }) => at >= start && at <= end);
  });
  return found.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

function placesOf(words: string, line: string): number[] {
  const places: number[] = [];
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** What the figure at a place of a post goes back to; null where there is none, or the story does not say it. */
export function sourceInPost({ lines, story }: OpenPost, text: string, at: number): Source | null {
  if (story === null) return null;
  const starts = lineStarts(text);
  for (const line of lines) {
    const locate = locateLine(line, text, starts);
    const place = locate(0, line.text.length);
    if (at < place.start || at > place.end) continue;
    const found = traceText(line.text, story.sources).figures.find(({ figure }) => {
      const { start, end } = locate(figure.start, figure.end);
      return at >= start && at <= end;
    });
    if (found !== undefined) return found.source;
  }
  return null;
}
