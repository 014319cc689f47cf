import type { Bank } from "../bank/bank.ts";
import { fileName, freeName } from "../bank/names.ts";
import { fold } from "../bank/resolve.ts";
import { dayOrder } from "../calendar/days.ts";
import { weekPath } from "../calendar/week.ts";
import { weekOf } from "../calendar/weeks.ts";
import { UserError } from "../errors.ts";
import { parseDocumentText } from "../front-matter/parse.ts";
import { isMap, sameValue, type Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import { decodeDocument } from "../import/encoding/decode.ts";
import { isPostDocument, parsePostDocument } from "../import/post-document.ts";
import {
  type DocumentProblem,
  type DocumentStory,
  isWeekDocument,
  parseWeekDocument,
} from "../import/week-document.ts";
import { defaultFrame, isDefaultSection } from "../import/week-export.ts";
import type { StoryHead } from "../story/story.ts";

/** What became of a document; the shape is public but for `problems` and `differences`. */
export interface ImportReport {
  file: string;
  kind: "week" | "post";
  encoding: { from: string; repaired: number };
  week: number | null;
  created: string[];
  unchanged: string[];
  conflicts: string[];
  posts: string[];
  problems: DocumentProblem[];
  wasNotUtf8: boolean;
  /** For each conflict the keys in which the bank's file differs. */
  differences: Record<string, string[]>;
}

export interface ImportOptions {
  isDryRun: boolean;
  replaces: boolean;
  /** For a document that does not say its week. */
  week: number | undefined;
  today: string;
}

/**
 * Imports a document: repairs its encoding, tells what it is, and creates the files it makes. What the bank has already
 * is left alone; what differs is a conflict, and is only replaced (the old to the trash) when asked.
 *
 * @throws UserError for a document that is neither a week's nor a post's.
 */
export async function importDocument(
  bank: Bank,
  file: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportReport> {
  refuseExports(file, bytes);
  const { text, from, repaired, wasNotUtf8 } = decodeDocument(bytes);
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const report: ImportReport = {
    file,
    kind: "week",
    encoding: { from, repaired },
    week: null,
    created: [],
    unchanged: [],
    conflicts: [],
    posts: [],
    problems: [],
    wasNotUtf8,
    differences: {},
  };
  if (isWeekDocument(text)) await importWeek(bank, text, name, options, report);
  else if (isPostDocument(text)) await importPost(bank, text, options, report);
  else {
    throw new UserError(`${file} is neither a week document nor a finished post.`, {
      hint: "A week document has headings such as “## STORY 1: Title”; a post has a section “## Final Optimized Post”. A single story comes in with: storybank add TITLE --from FILE",
    });
  }
  return report;
}

function refuseExports(file: string, bytes: Uint8Array): void {
  if (bytes.length > 5_000_000)
    throw new UserError(`${file} is larger than 5 MB.`, { hint: "Split it into a document per week." });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;
  if (isZip || /\.(?:csv|xlsx|zip)$/i.test(file)) {
    throw new UserError(`${file} is a table or an archive; this version imports week documents and finished posts.`, {
      hint: "Both are markdown files.",
    });
  }
  if (bytes[0] !== 0xff && bytes[0] !== 0xfe && bytes.includes(0))
    throw new UserError(`${file} is no text.`, { hint: "Documents are markdown files." });
}

async function importWeek(
  bank: Bank,
  text: string,
  fileNameWritten: string,
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  const document = parseWeekDocument(text, fileNameWritten);
  const week = document.week ?? options.week ?? null;
  report.week = week;
  report.problems.push(
    ...document.problems.filter((problem) => week === null || !problem.message.startsWith("no week number")),
  );
  const heads = await bank.stories();
  const taken = new Set(heads.map((head) => fold(head.id)));
  const matched = new Set<string>();
  const order: { id: string; day: DocumentStory["day"] }[] = [];
  for (const story of document.stories) {
    const data = storyData(story, week);
    const known = await findKnown(bank, heads, story, data, week, matched);
    const id =
      known?.id ?? freeName(fileName(story.title, `story-${week ?? "x"}-${story.line}`), (name) => taken.has(name));
    taken.add(id);
    order.push({ id, day: story.day });
    const extra = new Map<string, Value>([
      ["created", options.today],
      ["source", fileNameWritten],
    ]);
    await place(
      bank,
      { id, path: known?.path ?? `stories/${id}.md`, data, extra, body: story.body, known: known !== null },
      options,
      report,
    );
  }
  if (week !== null) {
    const frame = document.frame === defaultFrame(document, document.guidance !== "") ? "" : document.frame;
    const data = new Map<string, Value>([
      ["week", String(week)],
      ...document.metadata,
      ["stories", isByDay(order) ? [] : order.map(({ id }) => id)],
      ["document", frame],
    ]);
    const path = weekPath(week);
    await place(
      bank,
      {
        id: path,
        path,
        data,
        extra: new Map(),
        body: document.guidance,
        known: bank.read(path) !== null,
        isWeek: true,
      },
      options,
      report,
    );
  }
}

/** Whether stories stand in the order in which a week lists them anyway. */
function isByDay(order: readonly { id: string; day: DocumentStory["day"] }[]): boolean {
  return order.every((each, index) => {
    const next = order[index + 1];
    return (
      next === undefined || dayOrder(each.day) < dayOrder(next.day) || (each.day === next.day && each.id < next.id)
    );
  });
}

function storyData(story: DocumentStory, week: number | null): Map<string, Value> {
  const section = isDefaultSection(story, story.section) ? "" : story.section;
  return new Map<string, Value>([
    ["title", story.title],
    ["week", week === null ? "" : String(week)],
    ["day", story.day ?? ""],
    ["series", story.series ?? ""],
    ["hook", story.hook ?? ""],
    ["angle", story.angle ?? ""],
    ["icon", story.icon ?? ""],
    ["section", section],
  ]);
}

/** The bank's story that a document's story is: one of its title in its week, or with its very text in another. */
async function findKnown(
  bank: Bank,
  heads: readonly StoryHead[],
  story: DocumentStory,
  data: Map<string, Value>,
  week: number | null,
  matched: Set<string>,
): Promise<StoryHead | null> {
  const titled = heads.filter((head) => fold(head.title) === fold(story.title) && !matched.has(head.id));
  let found: StoryHead | null = null;
  for (const head of titled) {
    const inWeek = head.week === week;
    if (!inWeek && trimLines((await bank.storyOf(head)).body) !== trimLines(story.body)) continue;
    if (found === null || (inWeek && found.week !== week)) found = head;
    if (inWeek && (await differencesFrom(bank, head.path, data, story.body)).length === 0) {
      found = head;
      break;
    }
  }
  if (found !== null) matched.add(found.id);
  return found;
}

interface Placed {
  id: string;
  path: string;
  /** What the document says; a file that says something else is a conflict. */
  data: Map<string, Value>;
  /** What a new file gets besides. */
  extra: Map<string, Value>;
  body: string;
  known: boolean;
  isWeek?: boolean;
  isPost?: boolean;
}

async function place(bank: Bank, placed: Placed, options: ImportOptions, report: ImportReport): Promise<void> {
  const { id, path, data, extra, body } = placed;
  const content = writeDocument(new Map([...data, ...extra]), body === "" ? "" : `\n${body}\n`);
  const created = placed.isPost === true ? report.posts : report.created;
  if (placed.known) {
    const differences = await differencesFrom(bank, path, data, body);
    if (differences.length === 0) {
      if (placed.isWeek !== true) report.unchanged.push(id);
      return;
    }
    if (!options.replaces) {
      report.conflicts.push(id);
      report.differences[id] = differences;
      return;
    }
    if (!options.isDryRun) await bank.trash(path);
  }
  if (!options.isDryRun && !bank.create(path, content)) {
    report.conflicts.push(id);
    report.differences[id] = ["name"];
    return;
  }
  if (placed.isWeek !== true) created.push(id);
}

/** The keys in which a file differs from what a document says of it; keys the document does not know do not count. */
async function differencesFrom(
  bank: Bank,
  path: string,
  data: ReadonlyMap<string, Value>,
  body: string,
): Promise<string[]> {
  const text = bank.read(path);
  if (text === null) return ["file"];
  const own = parseDocumentText(text);
  const keys = [...data]
    .filter(([key, value]) => !sameValue(own.data.get(key) ?? emptyLike(value), value))
    .map(([key]) => key);
  return trimLines(own.body) === trimLines(body) ? keys : [...keys, "text"];
}

function emptyLike(value: Value): Value {
  if (isMap(value)) return new Map();
  return Array.isArray(value) ? [] : "";
}

function trimLines(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/^\n+|\n+$/g, "");
}

async function importPost(bank: Bank, text: string, options: ImportOptions, report: ImportReport): Promise<void> {
  const post = parsePostDocument(text);
  const { start } = (await bank.config()).calendar;
  report.kind = "post";
  report.week = options.week ?? (post.date === null || start === null ? null : weekOf(start, post.date));
  report.problems.push(...post.problems);
  const [posts, stories] = [await bank.posts(), await bank.stories()];
  const story = stories.find((each) => fold(each.title) === fold(post.title));
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
  const known = posts.find((each) => fold(each.title) === fold(post.title) && each.date === post.date);
  const base = `${post.date === null ? "" : `${post.date}-`}${fileName(post.title, "post")}`;
  const id = known?.id ?? freeName(base, (name) => posts.some((each) => fold(each.id) === name));
  const extra = new Map<string, Value>([
    ["story", story?.id ?? ""],
    ["week", report.week === null ? "" : String(report.week)],
    ["status", "draft"],
  ]);
  await place(
    bank,
    { id, path: `posts/${id}.md`, data, extra, body: post.body.trimEnd(), known: known !== undefined, isPost: true },
    options,
    report,
  );
}
