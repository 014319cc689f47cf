import type { Finding } from "../check/finding.ts";
import type { PostHead } from "../post/post.ts";
import { type Review, wordReader } from "../post/review.ts";
import type { Seed } from "../story/seed.ts";
import type { StoryHead } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import type { ImportReport } from "./import-report.ts";
import type { MissingPart } from "./incomplete.ts";
import type { WaitingSeeds } from "./seeds.ts";
import type { WeekBoard, WeekRow } from "./week.ts";

/** What comes next, as a command to go on with. */
export interface NextStep {
  /** What is done or typed before it, with the mark that ends it. */
  lead?: string;
  /** The words behind storybank; … stands for what the person fills in. */
  command: readonly string[];
  /** What the command does, where its words don't tell. */
  remark?: string;
  /** Another command, that follows or can stand in its place. */
  other?: { lead: string; command: readonly string[] };
}

/** A new bank, in the folder one is in or another, as it is typed. */
export function afterInit(folder: string | null): NextStep {
  return {
    ...(folder === null ? {} : { lead: `cd ${folder}, then` }),
    command: ["add"],
    other: { lead: "or bring a document in with:", command: ["import", "FILE"] },
  };
}

/** What was noted, and what is made of it when there is time. */
export function afterSeed(): NextStep {
  return { command: ["seeds"], remark: "lists what waits to become a story" };
}

/** Seeds that wait, in the order in which they are listed. */
export function afterSeeds([first]: readonly Pick<Seed, "number">[]): NextStep {
  return { command: ["add", "--seed", String(first?.number ?? 1)], remark: "makes a story of it" };
}

/** A story that was captured; without a day it isn't known yet when it would be told. */
export function afterAdd({ id, day }: Pick<StoryHead, "id" | "day">): NextStep {
  return { command: ["show", id], ...(day === null ? {} : { other: { lead: "or", command: ["draft", id] } }) };
}

/** A tag that was suggested first. */
export function afterSuggestedTags(id: string, tag: string): NextStep {
  return { command: ["tag", id, tag], remark: "adds it" };
}

/** A story that lacks something: what gives it the first of it. */
export function afterIncomplete(id: string, [first]: readonly MissingPart[]): NextStep {
  switch (first) {
    case "hook":
      return { command: ["hooks", id], remark: "offers hooks made of its facts" };
    case "question":
      return { command: ["edit", id, "--set", "question=…"], remark: "what its post asks the readers" };
    default:
      return { command: ["tag", id, "--suggest"], remark: "offers tags" };
  }
}

/** A document that was imported; null where nothing of it is new. */
export function afterImport({ kind, week, created, recorded, posts }: ImportedParts): NextStep | null {
  const [first] = created;
  if (first !== undefined && week !== null) return { command: ["week", String(week)] };
  if (first !== undefined && kind === "post") return { command: ["show", first] };
  if (recorded.length > 0) return { command: ["stats"] };
  return posts.length > 0 ? { command: ["posts"] } : null;
}

/** Notes that came in as stories; null where none is new. */
export function afterNotes(created: readonly string[]): NextStep | null {
  const [first] = created;
  if (first === undefined) return null;
  return { command: created.length === 1 ? ["show", first] : ["list"] };
}

type ImportedParts = Pick<ImportReport, "kind" | "week"> &
  Readonly<Record<"created" | "recorded" | "posts", readonly string[]>>;

/** A draft that was written, which is read before it is pasted, by its author and whom the bank asks for besides. */
export function afterDraft({ id, findings, needsReview }: Pick<Draft, "id" | "findings" | "needsReview">): NextStep {
  const byHand = isWrong(findings) ? "set right what was found" : "read it aloud, make it yours in its file";
  if (needsReview) return { lead: `${byHand}. Then, a second person:\n`, command: ["approve", id] };
  return { lead: `${byHand}. Then:\n`, command: ["render", id, "--copy"] };
}

/** What moves a post along: it is checked, approved where the bank asks for it, pasted, published, and what it brings is recorded. */
export function nextOfPost({ id, status }: Pick<PostHead, "id" | "status">, review: Review | null = null): NextStep {
  if (review?.state === "approved" && status === "draft") return { command: ["mark", id, "ready"] };
  if (review !== null && review.state !== "approved") {
    if (review.author === null) return { command: ["edit", id, "--set", "author=…"], remark: "says who wrote it" };
    const other = { lead: `and ${wordReader(review)}:`, command: ["approve", id] };
    return { command: ["check", id], other };
  }
  switch (status) {
    case "draft":
      return { command: ["check", id], other: { lead: "and, when it is right:", command: ["mark", id, "ready"] } };
    case "ready":
      return { command: ["render", id, "--copy"], other: { lead: "and, when it is out:", command: published(id) } };
    case "scheduled":
      return { command: published(id) };
    case "published":
      return { command: ["record", id, "--impressions", "…", "--reactions", "…"] };
  }
}

function published(id: string): string[] {
  return ["mark", id, "published", "--url", "…"];
}

/** What a week lacks most: drafts, then what is wrong, gaps, posts to move along, and stories. */
export function nextOfWeek({ week, rows, isOver }: WeekBoard, waiting: WaitingSeeds | null): NextStep {
  const untold = rows.filter(
    ({ post, story, day, rests }) => post === null && story !== null && day !== null && (isOver || !rests),
  ).length;
  if (untold > 0)
    return {
      command: ["week", String(week), "--fill", ...(isOver ? ["--into", "next"] : [])],
      remark: `drafts ${untold === 1 ? "the story" : `the ${untold} stories`} without a post`,
    };
  if (rows.some(({ findings }) => isWrong(findings))) return { command: ["check"], remark: "says what is wrong" };
  const gap = rows.find((row) => row.suggestion !== null);
  if (gap?.suggestion != null && gap.day !== null)
    return { command: ["draft", gap.suggestion.story.id, "--day", gap.day, "--week", String(week)] };
  const posts = rows.flatMap(({ post }) => post ?? []);
  const open =
    rows.find(({ post }) => post?.status === "draft") ??
    rows.find(({ post }) => post !== null && post.status !== "published");
  if (open?.post != null) return nextOfPost(open.post, open.review);
  const dayless = rows.find(({ day }) => day === null)?.story;
  if (dayless != null) return { command: ["edit", dayless.id, "--set", "day=…"], remark: "gives it its day" };
  const empty = rows.find(({ day, post, story }) => day !== null && post === null && story === null);
  if (empty != null) return fillSlot(week, empty, waiting);
  const [first] = posts;
  return first === undefined ? { command: ["add"], remark: "captures a story" } : nextOfPost(first);
}

function fillSlot(week: number, { day }: Pick<WeekRow, "day">, waiting: WaitingSeeds | null): NextStep {
  const seed = waiting === null ? [] : ["--seed", String(waiting.oldest.number)];
  return {
    command: ["add", ...seed, "--week", String(week), ...(day === null ? [] : ["--day", day])],
    remark: waiting === null ? "captures a story for it" : "makes a story of the oldest seed",
  };
}

function isWrong(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === "error");
}
