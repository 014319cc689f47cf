/** Phrases by what they mean: `{ over: ["more than", …] }`. Words in lower case; `fail*` is every word that begins so. */
export type Phrases<Meaning extends string> = Partial<Record<Meaning, readonly string[]>>;

/** What a line of metadata in a document says: `**For**: Tuesday`. */
export type MetaName =
  | "tags"
  | "for"
  | "day"
  | "series"
  | "hook"
  | "theme"
  | "extracted"
  | "source"
  | "date"
  | "time"
  | "platform"
  | "type";

/** What a post's target is about. */
export type MetricName = "engagement" | "impressions" | "reactions" | "comments" | "shares" | "saves" | "inquiries";

/** What a language knows of the headings and labels of documents. */
export interface DocumentLexicon {
  /** Labels of metadata in documents. */
  metadata: Phrases<MetaName>;
  /** Names that programs give to what has none yet, and words of titles above several stories. */
  untitled: readonly string[];
  severalStories: readonly string[];
  /** What opens a story's heading ("Story 3: …"), and what a week's number stands behind ("KW 3"). */
  storyTitles: readonly string[];
  weekTitles: readonly string[];
  /** Words of headings above guidance, above what a post is to reach, and above what is said of each story's hook. */
  guidanceTitles: readonly string[];
  targetTitles: readonly string[];
  angleTitles: readonly string[];
  /** Words that many titles share, so that none is known by them. */
  titleWords: readonly string[];
  metrics: Phrases<MetricName>;
  /** What is published ("Architecture Debate Post"): no part of a series' name. A format alone may be one. */
  published: Phrases<"post" | "format">;
}
