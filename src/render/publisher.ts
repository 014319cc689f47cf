import { formatDate } from "../calendar/dates.ts";
import type { LeftOutReason, PublisherFile } from "../jobs/export-publisher.ts";
import type { Publisher } from "../post/publishers.ts";
import { visibleLine } from "./visible.ts";

/** What is not in a publisher's file and why, and what there is to do by hand; empty where all is in it. */
export function wordPublisherNotices({ rows, leftOut, notices, open }: PublisherFile, { title }: Publisher): string {
  if (open === 0) return "No post is ready or scheduled. Mark one: storybank mark POST ready\n";
  if (rows.length + leftOut.length === 0)
    return `${open === 1 ? "The post that is ready or scheduled does not match" : `None of the ${open} posts that are ready or scheduled match`}.\n`;
  const lines = leftOut.map(({ id, reason }) => `${visibleLine(id)} was left out: ${wordLeftOut(reason, title)}.`);
  for (const { id, images, hasFirstComment, errors } of notices) {
    const post = visibleLine(id);
    if (errors > 0) lines.push(`${post} is in it, but check finds ${errors} ${errors === 1 ? "error" : "errors"}.`);
    if (images.length > 0)
      lines.push(`${post} went without its images; attach them there: ${visibleLine(images.join(", "))}`);
    if (hasFirstComment) lines.push(`${post} went without its first comment; write it there.`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function wordLeftOut(reason: LeftOutReason, title: string): string {
  switch (reason.code) {
    case "no-date":
      return "it has no date";
    case "no-time":
      return "it has no time";
    case "no-text":
      return "it has no text";
    case "no-channel":
      return `${title} has no channel for its platform`;
    case "too-long":
      return "it is longer than its platform takes";
    case "thread":
      return `it is a thread of ${reason.parts} parts, and a line is one post`;
    case "past":
      return `its day, ${formatDate(reason.date)}, is past`;
    case "too-many":
      return `${title} takes ${reason.most} posts a file; export it with --week`;
  }
}
