import type { Bank } from "./bank.ts";

/** A bank as far as it is looked at: nothing of it writes. */
export type ReadableBank = Pick<
  Bank,
  | "root"
  | "config"
  | "stories"
  | "posts"
  | "weeks"
  | "hookTemplates"
  | "postTemplates"
  | "wholeStory"
  | "wholeStoryById"
  | "wholePost"
  | "read"
>;
