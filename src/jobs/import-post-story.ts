import type { Bank } from "../bank/bank.ts";
import { fileName, freeName } from "../bank/names.ts";
import { nameKey } from "../bank/resolve.ts";
import type { Value } from "../front-matter/values.ts";
import type { PostDocument } from "../import/post-document.ts";
import { readPostStory } from "../import/post-story.ts";
import { toTag } from "../post/hashtags.ts";
import { findPublished } from "../post/sections.ts";
import { findTwins } from "../story/twins.ts";
import { tellings } from "./add.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { writeImported } from "./write-imported.ts";

/** Makes a story of a finished post, so that it can be told again: all it says but its hashtags, which become tags. */
export async function importPostAsStory(
  bank: Bank,
  post: PostDocument,
  source: string,
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  const { hook, question, body } = readPostStory(findPublished({ body: post.body, bodyLine: 1 }).markdown);
  report.week = options.week ?? null;
  const data = new Map<string, Value>([
    ["title", post.title],
    ["week", options.week === undefined ? "" : String(options.week)],
    ["day", post.day ?? ""],
    ["hook", hook ?? ""],
    ["question", question ?? ""],
  ]);
  const extra = new Map<string, Value>([
    ["tags", post.hashtags.map(toTag)],
    ["created", post.date ?? options.today],
    ["source", source],
  ]);
  const known = (await bank.stories()).find((each) => nameKey(each.title) === nameKey(post.title));
  const taken = new Set(bank.ids("stories").map(nameKey));
  const id = known?.id ?? freeName(fileName(post.title, "story"), (name) => taken.has(name));
  const path = known?.path ?? `stories/${id}.md`;
  await writeImported(bank, { id, path, data, extra, body, known: known !== undefined }, options, report);
  if (known === undefined && report.created.includes(id)) {
    const twins = await findTwins([{ id, title: post.title, body }], tellings(bank));
    report.twins.push(...twins.map(({ id: own, of }) => ({ id: own, of })));
  }
}
