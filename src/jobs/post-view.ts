import type { ReadableBank } from "../bank/readable-bank.ts";
import type { Finding } from "../check/finding.ts";
import { excerptOf } from "../check/rule.ts";
import type { Source } from "../figures/sources.ts";
import { traceText } from "../figures/traced-text.ts";
import { findLimit } from "../fit/excess.ts";
import { type PublishedPost, publishPost } from "../fit/publish.ts";
import { asShown } from "../post/as-shown.ts";
import { loadCounter } from "../post/counting.ts";
import { DESKTOP_FOLD } from "../post/fold.ts";
import { findPlatform, foldOn, PLATFORMS, type Platform } from "../post/platforms.ts";
import type { Post } from "../post/post.ts";
import type { Review } from "../post/review.ts";
import { findPublished } from "../post/sections.ts";
import { deriveReading, type StoryReading } from "../story/reading.ts";
import { type PlacedLine, placeLines } from "../text/place-lines.ts";
import { readPlainLines } from "../text/plain.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Statement } from "../truth/statement.ts";
import { openCheck } from "./check.ts";
import { loadReview } from "./post-review.ts";
import { readTemplateTexts } from "./template-texts.ts";
import { readToldStory } from "./told-story.ts";
import { isTooLong, refuseTooLong } from "./too-long.ts";
import { findOpen, holdPost } from "./trace.ts";

/** A figure of a line, from `start` to `end`, and the place in the story it goes back to. */
export interface ShownFigure {
  start: number;
  end: number;
  text: string;
  source: Source;
  /** The story's sentence that states it; null for a value under `facts:`. */
  quote: string | null;
}

export interface ShownLine extends PlacedLine {
  figures: readonly ShownFigure[];
  /** The words that the story says otherwise, or not at all. */
  strays: readonly { start: number; end: number }[];
}

/** A post as one platform gets it. */
export interface PostVersion {
  published: PublishedPost;
  /** The lines of each part, with the file's line and the figures of each. */
  parts: readonly (readonly ShownLine[])[];
  /** Where the limit falls in a text that is over it; null where it keeps it. */
  limitAt: number | null;
  /** How many characters of it show before "more"; null where everything shows. */
  fold: { phone: number; desktop: number } | null;
}

/** All there is to see of a post. */
export interface PostView {
  post: Post;
  story: StoryReading | null;
  /** Its findings on the platform it is written for. */
  findings: readonly Finding[];
  /** How far it is with the second person that the bank asks for; null where it asks for none, and for a post that is out. */
  review: Review | null;
  /** What it says, held against its story; empty without one. */
  statements: readonly Statement[];
  /** The platform it is written for comes first. */
  versions: readonly PostVersion[];
}

/** Reads a post as each platform gets it, with its findings and what its figures go back to. Null where there is no such post. */
export async function loadPostView(bank: ReadableBank, id: string): Promise<PostView | null> {
  const posts = await bank.posts();
  const head = posts.find((each) => each.id === id);
  if (head === undefined) return null;
  const post = await bank.wholePost(head);
  refuseTooLong(post.path, post.body);
  const source = post.story === null ? null : await bank.wholeStoryById(post.story);
  const written = source === null || isTooLong(source.body) ? null : source;
  const story = written === null ? null : deriveReading(written);
  const check = await openCheck(bank, posts);
  const text = bank.read(post.path) ?? "";
  const findings = await check.post({ post, text }, story ?? undefined);
  const quotes = written === null ? [] : (bank.read(written.path) ?? "").split(/\r?\n/);
  const config = await bank.config();
  const { fold, calendar } = config;
  const told = readToldStory(written, config.private);
  const statements = told === null ? [] : holdPost(post, text, told, await readTemplateTexts(bank, config));
  const own = findPlatform(post.platform) ?? PLATFORMS[0];
  const versions: PostVersion[] = [];
  for (const platform of PLATFORMS.toSorted((a, b) => Number(b === own) - Number(a === own)))
    versions.push(await versionFor(platform, { post, story, quotes, fold, statements }));
  const review = await loadReview(config, post);
  return { post: asShown(post, calendar.start), story, findings, review, statements, versions };
}

async function versionFor(
  platform: Platform,
  {
    post,
    story,
    quotes,
    fold,
    statements,
  }: {
    post: Post;
    story: StoryReading | null;
    quotes: readonly string[];
    fold: number | null;
    statements: readonly Statement[];
  },
): Promise<PostVersion> {
  const published = await publishPost(post, platform);
  const { markdown, firstLine } = findPublished(post);
  const placed =
    platform.form === "markdown"
      ? published.parts.map((part) => part.split("\n").map((text) => ({ text, line: null })))
      : placeLines(published.parts, readPlainLines(markdown, { firstLine }));
  const phone = foldOn(platform, fold);
  const [whole = ""] = published.parts;
  return {
    published,
    limitAt: published.excess === null ? null : findLimit(whole, await loadCounter(platform)),
    parts: placed.map((lines) =>
      lines.map((line) => ({
        ...line,
        figures: showFigures(line.text, story, quotes),
        strays: findStrays(line, statements),
      })),
    ),
    fold: phone === null ? null : { phone, desktop: Math.max(phone, DESKTOP_FOLD) },
  };
}

function showFigures(text: string, story: StoryReading | null, quotes: readonly string[]): ShownFigure[] {
  if (story === null) return [];
  return traceText(text, story.sources).figures.flatMap(({ figure: { start, end, text: said }, source }) => {
    if (source === null) return [];
    const quote = source.line === null ? null : quoteFrom(quotes[source.line - 1] ?? "", source.text);
    return [{ start, end, text: said, source, quote }];
  });
}

/** The words of a line that are open, where they stand in it as they do in the file. */
function findStrays({ text, line }: PlacedLine, statements: readonly Statement[]): { start: number; end: number }[] {
  return findOpen(statements.filter((statement) => statement.line === line)).flatMap(({ statement, detail }) => {
    const from = Math.max(0, text.indexOf(statement.text));
    const start = text.indexOf(detail.text, from);
    return start < 0 ? [] : [{ start, end: start + detail.text.length }];
  });
}

/** No tip is longer; a story may be one line. */
const LONGEST_QUOTE = 200;

/** The sentence of a story's line that states a figure, without the marks of a list or heading, and without bold. */
function quoteFrom(markdown: string, figure: string): string {
  const words = markdown.replace(/^\s*(?:[-*+>]\s+|#+\s+)*/, "").replaceAll("**", "");
  const sentence = splitSentences(words).find((each) => each.includes(figure)) ?? words;
  return excerptOf(sentence, Math.max(0, sentence.indexOf(figure)), LONGEST_QUOTE);
}
