import type { Bank } from "../bank/bank.ts";
import { fileName, freeName } from "../bank/names.ts";
import { nameKey } from "../bank/resolve.ts";
import { weekOf } from "../calendar/weeks.ts";
import type { Value } from "../front-matter/values.ts";
import { parsePostDocument } from "../import/post-document.ts";
import { findPublished } from "../post/sections.ts";
import { importPostAsStory } from "./import-post-story.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { writeImported } from "./write-imported.ts";

/** Makes a finished post's file, or its story's; `source` is the name of the document. */
export async function importPost(
  bank: Bank,
  text: string,
  source: string,
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  const parsed = parsePostDocument(text);
  const post = { ...parsed, title: parsed.title === "" ? openingOf(parsed.body) : parsed.title };
  report.kind = "post";
  report.problems.push(...post.problems);
  if (options.as === "story") return importPostAsStory(bank, post, source, options, report);
  const { start } = (await bank.config()).calendar;
  report.week = options.week ?? (post.date === null || start === null ? null : weekOf(start, post.date));
  const [posts, stories] = [await bank.posts(), await bank.stories()];
  const story = stories.find((each) => nameKey(each.title) === nameKey(post.title));
  const data = new Map<string, Value>([
    ["title", post.title],
    ["day", post.day ?? ""],
    ["date", post.date ?? ""],
    ["time", post.time ?? ""],
    ["platform", post.platform ?? "linkedin"],
    ["type", post.type ?? ""],
    ["hook", post.hook ?? ""],
    ["hashtags", post.hashtags],
    ["targets", post.targets],
  ]);
  const known = posts.find((each) => nameKey(each.title) === nameKey(post.title) && each.planned.date === post.date);
  const base = `${post.date === null ? "" : `${post.date}-`}${fileName(post.title, "post")}`;
  const id = known?.id ?? freeName(base, (name) => bank.ids("posts").some((each) => nameKey(each) === name));
  const extra = new Map<string, Value>([
    ["story", story?.id ?? ""],
    ["week", report.week === null ? "" : String(report.week)],
    ["status", "draft"],
  ]);
  await writeImported(
    bank,
    { id, path: `posts/${id}.md`, data, extra, body: post.body.trimEnd(), known: known !== undefined, isPost: true },
    options,
    report,
  );
}

/** A name for a post without one: its first words. By it the post is known again when it comes in once more. */
function openingOf(body: string): string {
  const { markdown } = findPublished({ body, bodyLine: 1 });
  const words = markdown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? "Untitled post" : words.slice(0, 8).join(" ");
}
