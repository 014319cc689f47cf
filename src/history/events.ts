import type { Moment } from "../post/moment.ts";
import type { PostHead } from "../post/post.ts";

/** What a file of the bank is. */
export type BankFileKind = "story" | "post" | "week" | "template" | "settings" | "inbox";

/** One thing that was done to a file of the bank. The shape is public: `log --json` prints it. */
export type BankEvent =
  | { event: "added" }
  | { event: "removed" }
  | { event: "renamed"; from: string; to: string }
  /** A post came to another status; `moment` is when it goes out, or went. */
  | { event: "status"; from: PostHead["status"]; to: PostHead["status"]; moment: Moment }
  | { event: "approved"; by: string }
  | { event: "approval-withdrawn"; by: string }
  /** A post goes out at another time. */
  | { event: "moved"; from: Moment; to: Moment }
  /** What was counted, as it is kept: `2025-01-20 impressions=4000`. */
  | { event: "recorded"; results: string }
  | { event: "confirmed"; words: string }
  | { event: "learned"; text: string }
  /** A list of words lost some and gained others. */
  | { event: "list"; key: string; added: readonly string[]; removed: readonly string[] }
  | { event: "key"; key: string; from: string | null; to: string | null }
  | { event: "figure"; from: string; to: string }
  /** How many sentences of what is told, or of a post's notes, came, went and were reworded. */
  | { event: "text"; part: "text" | "notes"; added: number; removed: number; reworded: number }
  /** Something else, which has no words of its own. */
  | { event: "changed" };

/** What was done to one file. */
export interface FileEvents {
  kind: BankFileKind;
  /** Its path in the bank, as it is now; of a removed one as it was. */
  path: string;
  /** As people call it: a title, "week 3", "the settings". */
  name: string;
  events: readonly BankEvent[];
}

/** A file as it was at one time; null where it could not be read. */
export interface Version {
  path: string;
  text: string | null;
}

/** What a path of the bank is; null for what storybank does not read. */
export function fileKindOf(path: string): BankFileKind | null {
  if (path === "storybank.yaml") return "settings";
  if (path === "inbox.md") return "inbox";
  if (!path.endsWith(".md")) return null;
  const [folder = ""] = path.split("/");
  return FOLDERS[folder] ?? null;
}

const FOLDERS: Readonly<Record<string, BankFileKind>> = {
  stories: "story",
  posts: "post",
  weeks: "week",
  templates: "template",
};

/** Where a bank keeps what has a history, as paths in it. */
export const HISTORY_PATHS: readonly string[] = [...Object.keys(FOLDERS), "storybank.yaml", "inbox.md"];
