import type { Document } from "../front-matter/values.ts";
import type { Role } from "../language/lexicon.ts";
import { readText, readTextList } from "../story/schema.ts";

/** A Liquid file that lays a post out from beats. */
export interface PostTemplate {
  name: string;
  about: string;
  /** Asked at the end where neither the story nor the slot asks. */
  question: string | null;
  /** The roles it holds on to when a story is too long. */
  keep: readonly Role[];
  body: string;
}

const ROLES: readonly Role[] = ["setup", "crisis", "turn", "outcome", "lesson", "detail"];

export function readPostTemplate(fileName: string, { data, body }: Document): PostTemplate {
  return {
    name: readText(data.get("name")) ?? fileName,
    about: readText(data.get("about")) ?? "",
    question: readText(data.get("question")),
    keep: readTextList(data.get("keep")).flatMap((word) => ROLES.find((role) => role === word) ?? []),
    body: body.trim(),
  };
}
