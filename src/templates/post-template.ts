import type { Document, Value } from "../front-matter/values.ts";
import type { Role } from "../language/lexicon.ts";
import { readText, readTextList } from "../story/schema.ts";

/** A Liquid file that lays a post out from beats. */
export interface PostTemplate {
  name: string;
  about: string;
  /** Asked at the end where neither the story nor the slot asks. */
  question: string | null;
  /** Kinds of lists and traits that count more in this shape. */
  likes: readonly string[];
  /** Ingredients it can't do without, and those that make it fit better. */
  needs: readonly string[];
  prefers: readonly string[];
  /** How good it is for a story that can fill it, from 0 to 100; see docs/templates.md. */
  rank: number;
  /** The length it likes, in characters; null where it has no wish. */
  length: number | null;
  /** Code is told as lines. */
  showsCode: boolean;
  /** The roles it holds on to when a story is too long. */
  keep: readonly Role[];
  body: string;
}

/** A bank's own template that says nothing of its rank goes before the plain story. */
const OWN_RANK = 50;

const ROLES: readonly Role[] = ["setup", "crisis", "turn", "outcome", "lesson", "detail"];

export function readPostTemplate(fileName: string, { data, body }: Document): PostTemplate {
  return {
    name: readText(data.get("name")) ?? fileName,
    about: readText(data.get("about")) ?? "",
    question: readText(data.get("question")),
    likes: readTextList(data.get("likes")),
    needs: readTextList(data.get("needs")),
    prefers: readTextList(data.get("prefers")),
    rank: readLength(data.get("rank")) ?? OWN_RANK,
    length: readLength(data.get("length")),
    showsCode: readText(data.get("code")) === "true",
    keep: readTextList(data.get("keep")).flatMap((word) => ROLES.find((role) => role === word) ?? []),
    body: body.trim(),
  };
}

function readLength(value: Value | undefined): number | null {
  const text = readText(value);
  return text !== null && /^\d{2,5}$/.test(text) ? Number(text) : null;
}
