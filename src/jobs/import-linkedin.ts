import type { Bank } from "../bank/bank.ts";
import { fileName, freeName } from "../bank/names.ts";
import { fold } from "../bank/resolve.ts";
import { type DateText, dayOf } from "../calendar/dates.ts";
import { weekOf } from "../calendar/weeks.ts";
import { decodeDocument } from "../encoding/decode.ts";
import { UserError } from "../errors.ts";
import type { Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import { dayOfFile, type PostFigures, parsePostAnalytics, parseTopPosts } from "../import/linkedin/analytics.ts";
import { isShares, type OldPost, parseShares } from "../import/linkedin/shares.ts";
import { findByLink, indexLinks } from "../post/links.ts";
import type { PostHead } from "../post/post.ts";
import { POST_HEADING } from "../post/sections.ts";
import { toMarkdown } from "../text/escape.ts";
import { HASHTAG } from "../text/hashtag-line.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { addSnapshots } from "./lifecycle.ts";

/** Larger archives are LinkedIn's with pictures in them; only two small parts of them are read. */
const LARGEST_PART = 50_000_000;

/** Imports one of LinkedIn's exports: the member archive, content analytics, or one post's analytics. */
export async function importLinkedIn(
  bank: Bank,
  bytes: Uint8Array,
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return importOldPosts(bank, readShares(decodeDocument(bytes).text, report), options, report);
  const { strFromU8, unzipSync } = await import("fflate");
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean =>
    /(?:^|\/)Shares\.csv$|(?:^|\/)Articles\/.+\.html?$|^xl\/workbook\.xml$/i.test(name) && originalSize <= LARGEST_PART;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: isWanted });
  } catch (error) {
    throw new UserError(`${report.file} can't be unpacked.`, {
      hint: "Download it again; it may be incomplete.",
      cause: error,
    });
  }
  if (parts["xl/workbook.xml"] !== undefined) return importAnalytics(bank, bytes, options, report);
  const { parseArticle } = await import("../import/linkedin/article.ts");
  const posts = Object.entries(parts).flatMap(([name, part]) =>
    /\.csv$/i.test(name) ? readShares(decodeDocument(part).text, report) : [parseArticle(strFromU8(part))],
  );
  if (posts.length === 0)
    throw new UserError(`${report.file} is an archive without Shares.csv and articles.`, {
      hint: "Ask LinkedIn for your data with posts and articles in it.",
    });
  await importOldPosts(bank, posts, options, report);
}

function readShares(text: string, report: ImportReport): OldPost[] {
  if (!isShares(text))
    throw new UserError(`${report.file} is a table, but not LinkedIn's Shares.csv.`, {
      hint: "Its first line names the columns, ShareLink and ShareCommentary among them.",
    });
  try {
    const { posts, wordless } = parseShares(text);
    report.wordless = wordless;
    return posts;
  } catch (error) {
    throw new UserError(`${report.file} can't be read as a table: ${(error as Error).message.split("\n")[0]}.`, {
      hint: "Take the file as LinkedIn wrote it; a spreadsheet program may have changed it.",
      cause: error,
    });
  }
}

/** Makes published posts, or stories, of old posts; those whose link the bank knows are left alone. */
async function importOldPosts(
  bank: Bank,
  posts: readonly OldPost[],
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  report.kind = "archive";
  const { start } = (await bank.config()).calendar;
  const known = await bank.posts();
  const byLink = indexLinks(known);
  const stories = await bank.stories();
  const taken = new Set([...known, ...stories].map(({ id }) => fold(id)));
  const isStory = options.as === "story";
  for (const [index, post] of posts.entries()) {
    options.onProgress?.(index + 1, posts.length);
    // Between two posts Ctrl-C may come through: what is written is whole.
    if (index % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
    const same = post.link !== null ? findByLink(byLink, post.link) : known.find((other) => isSamePost(other, post));
    const isKnown = isStory ? stories.some(({ title }) => fold(title) === fold(post.title)) : same !== undefined;
    if (isKnown) {
      report.unchanged.push(same?.id ?? post.title);
      continue;
    }
    const id = freeName(baseName(post, isStory), (name) => taken.has(fold(name)));
    taken.add(fold(id));
    const { path, content, made } = isStory
      ? { path: `stories/${id}.md`, content: storyFile(post, report.file), made: report.created }
      : { path: `posts/${id}.md`, content: postFile(post, start), made: report.posts };
    (options.isDryRun || bank.create(path, content) ? made : report.conflicts).push(id);
  }
}

function isSamePost(known: Pick<PostHead, "title" | "date">, post: OldPost): boolean {
  return known.title === post.title && known.date === post.date;
}

function baseName({ title, date }: OldPost, isStory: boolean): string {
  if (isStory) return fileName(title, "story");
  return `${date === null ? "" : `${date}-`}${fileName(title, "post")}`;
}

function postFile(post: OldPost, start: DateText | null): string {
  const week = post.date === null || start === null ? null : weekOf(start, post.date);
  const hashtags = [...new Set([...post.text.matchAll(HASHTAG)].map(([tag]) => tag.slice(1)))];
  const data = new Map<string, Value>([
    ["title", post.title],
    ["week", week === null ? "" : String(week)],
    ["day", post.date === null ? "" : dayOf(post.date)],
    ["date", post.date ?? ""],
    ["time", post.time ?? ""],
    ["platform", "linkedin"],
    ["status", "published"],
    ["published", post.date ?? ""],
    ["hook", (post.text.split(/\n\s*\n/)[0] ?? "").trim().replace(/\s*\n\s*/g, " ")],
    ["hashtags", hashtags],
    ["url", post.link ?? ""],
  ]);
  return writeDocument(data, `${POST_HEADING}\n\n${markdownOf(post, post.text)}\n`);
}

function storyFile(post: OldPost, file: string): string {
  const [hook = "", ...rest] = post.text.split(/\n\s*\n/);
  const data = new Map<string, Value>([
    ["title", post.title],
    ["hook", hook.trim().replace(/\s*\n\s*/g, " ")],
    ["created", post.date ?? ""],
    ["source", `${file.split(/[\\/]/).at(-1)}${post.link === null ? "" : `, ${post.link}`}`],
  ]);
  const words = rest.filter((block) => !/^(?:#[\p{L}\p{N}_]+\s*)+$/u.test(block.trim()));
  return writeDocument(data, `\n${markdownOf(post, words.join("\n\n"))}\n`);
}

function markdownOf({ isMarkdown }: OldPost, text: string): string {
  return isMarkdown ? text : toMarkdown(text);
}

/** Adds what an analytics file says to the posts it is of; what belongs to no post is listed. */
async function importAnalytics(
  bank: Bank,
  bytes: Uint8Array,
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  const { default: readWorkbook } = await import("read-excel-file/node");
  let sheets: { data: readonly (readonly unknown[])[] }[];
  try {
    sheets = (await readWorkbook(Buffer.from(bytes))) as unknown as typeof sheets;
  } catch (error) {
    throw new UserError(`${report.file} is a workbook that can't be read.`, {
      hint: "Download it again.",
      cause: error,
    });
  }
  const rows = sheets.map(({ data }) => data);
  const top = parseTopPosts(rows);
  const single = top === null ? parsePostAnalytics(rows) : null;
  const figures: readonly PostFigures[] = top ?? (single === null ? [] : [single]);
  if (figures.length === 0)
    throw new UserError(`${report.file} is a workbook, but none of LinkedIn's analytics.`, {
      hint: "It has neither a TOP POSTS sheet nor a Post URL.",
    });
  report.kind = "analytics";
  const at = dayOfFile(report.file) ?? options.today;
  const byLink = indexLinks(await bank.posts());
  for (const [index, { link, values }] of figures.entries()) {
    options.onProgress?.(index + 1, figures.length);
    const post = findByLink(byLink, link);
    if (post === undefined) report.unmatched.push(link);
    else if (values.size > 0) await record(bank, post, { at, values }, options, report);
  }
}

async function record(
  bank: Bank,
  post: PostHead,
  snapshot: Parameters<typeof addSnapshots>[2][number],
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  const isNew = options.isDryRun || (await addSnapshots(bank, post, [snapshot]));
  (isNew ? report.recorded : report.unchanged).push(post.id);
}
