import { readConfig } from "../../bank/config.ts";
import type { LiveBank } from "../../bank/live-bank.ts";
import { readWeekFile } from "../../calendar/week.ts";
import { lineExtent } from "../../check/examine.ts";
import { type Finding, sortFindings } from "../../check/finding.ts";
import { UserError } from "../../errors.ts";
import { entryOfKeys, placeEntries } from "../../front-matter/entry-places.ts";
import { readDocument } from "../../front-matter/read.ts";
import { type Document, FrontMatterError } from "../../front-matter/values.ts";
import { postFromDocument } from "../../post/post.ts";
import { readTextList, storyFromDocument } from "../../story/schema.ts";
import { type Check, openCheck } from "../check.ts";
import { findDangling, findUntyped, findUntypedPost } from "../doctor/references.ts";
import { examineSettings } from "../doctor/settings.ts";
import type { Trouble } from "../doctor/trouble.ts";
import type { OpenFile } from "./open-file.ts";

/** Finds what is wrong with texts as they are being written. */
export interface Examiner {
  examine(file: OpenFile): Promise<Finding[]>;
  /** Says that a file has changed; without a path, any may have. */
  forget(path?: string): void;
}

/** What is no rule of `check`, but of how a file is written. */
export const SHAPE_RULE = "doctor";

/** Opens an examiner; while one text is written on, what it is compared with is kept from one look to the next. */
export function openExaminer(bank: LiveBank): Examiner {
  let kept: { path: string; check: Promise<Check> } | null = null;
  const checkFor = async (path: string): Promise<Check> => {
    if (kept?.path !== path) kept = { path, check: bank.posts().then((posts) => openCheck(bank, posts)) };
    return kept.check;
  };
  const look = async (file: OpenFile): Promise<Finding[]> => {
    const { id, path, text } = file;
    if (file.kind === "settings") return examineConfig(bank, file);
    const document = await readDocument(text);
    if (file.kind === "week") return located(file, await examineWeek(bank, path, document), []);
    const check = await checkFor(path);
    if (file.kind === "story") {
      const item = storyFromDocument(id, path, document);
      return located(file, findUntyped(item), await check.story({ item, text }));
    }
    const post = postFromDocument(id, path, document);
    return located(file, findUntypedPost(post), await check.post({ post, text }));
  };
  return {
    async examine(file) {
      try {
        return sortFindings(await look(file));
      } catch (error) {
        kept = null;
        return [unreadable(file, error)];
      }
    },
    forget(path) {
      if (kept?.path !== path) kept = null;
    },
  };
}

/** Troubles at the places of their keys, but for those of a line that a rule speaks of already. */
function located(file: OpenFile, troubles: readonly Trouble[], findings: readonly Finding[]): Finding[] {
  const placed = troubles.map((trouble) => placeTrouble(file, trouble));
  return [...findings, ...placed.filter(({ line }) => !findings.some((other) => other.line === line))];
}

function placeTrouble({ path, kind, text }: OpenFile, { what, remedy, keys = [] }: Trouble): Finding {
  return findingAt(path, text, placeOfKeys(text, kind, keys), {
    rule: SHAPE_RULE,
    level: "warning",
    message: what,
    remedy,
  });
}

/** A key with its value, or the item of a list; the first line where keys lead nowhere. */
function placeOfKeys(text: string, kind: OpenFile["kind"], keys: readonly string[]): { start: number; end: number } {
  const entry = entryOfKeys(placeEntries(text, kind === "settings"), keys);
  return entry === null ? lineExtent(text, 1) : { start: entry.keyStart, end: entry.end };
}

function findingAt(
  file: string,
  text: string,
  { start, end }: { start: number; end: number },
  said: Pick<Finding, "rule" | "level" | "message" | "remedy">,
): Finding {
  const line = text.slice(0, start).split("\n").length;
  return { ...said, file, line, excerpt: null, start, end, fix: null };
}

async function examineWeek(bank: LiveBank, path: string, { data }: Document): Promise<Trouble[]> {
  const week = readWeekFile(path, data);
  if (week === null)
    return [
      { what: `${path} does not say which week it is.`, remedy: "Write week: and a whole number.", keys: ["week"] },
    ];
  const there = readTextList(data.get("stories")).filter((id) => bank.has(`stories/${id}.md`));
  return findDangling([], [week], there, []);
}

async function examineConfig(bank: LiveBank, file: OpenFile): Promise<Finding[]> {
  const names = (templates: readonly { name: string }[]): string[] => templates.map(({ name }) => name);
  const [hooks, posts, notes] = [await bank.hookTemplates(), await bank.postTemplates(), await bank.notesTemplates()];
  return located(
    file,
    examineSettings(await readConfig(file.text), { hooks: names(hooks), posts: names(posts), notes: names(notes) }),
    [],
  );
}

/** What keeps a file from being read, where it is known to stand. Anything but our own errors is a bug, and passed on. */
function unreadable({ path, kind, text }: OpenFile, error: unknown): Finding {
  const cause = kind === "settings" && error instanceof UserError ? error.cause : error;
  if (cause instanceof FrontMatterError)
    return findingAt(path, text, lineExtent(text, cause.line ?? 1), {
      rule: "unreadable",
      level: "error",
      message: `The file is skipped everywhere: ${cause.message}.`,
      remedy: "Mend it; nothing was changed.",
    });
  if (!(error instanceof UserError)) throw error;
  const keys = kind === "settings" && error.problem?.code === "setting" ? error.problem.keys : [];
  return findingAt(path, text, placeOfKeys(text, kind, keys), {
    rule: SHAPE_RULE,
    level: "error",
    message: error.message,
    remedy: error.hint ?? "",
  });
}
