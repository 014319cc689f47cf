import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** The English words that documents are read by, and those by which posts are written. */
export const ENGLISH_DOCUMENTS: Pick<
  Lexicon,
  | "metadata"
  | "storyTitles"
  | "weekTitles"
  | "guidanceTitles"
  | "targetTitles"
  | "angleTitles"
  | "titleWords"
  | "metrics"
  | "published"
  | "bounds"
  | "orMore"
  | "per"
  | "restating"
  | "articles"
  | "determiners"
  | "adjectives"
  | "bareLabels"
  | "spellings"
> = {
  metadata: {
    tags: words("tag tags keywords"),
    for: ["for"],
    day: words("day weekday"),
    series: words("series format slot"),
    hook: ["hook", "opening hook", "hook line"],
    theme: ["theme", "week theme", "weekly theme"],
    extracted: ["extracted", "extracted on", "extraction date"],
    source: words("source sources"),
    date: ["date", "publish date", "publishing date", "post date"],
    time: ["time", "publish time", "publishing time", "post time", "posting time"],
    platform: words("platform channel"),
    type: ["type", "content type", "post type"],
  },
  storyTitles: ["story"],
  weekTitles: words("week wk"),
  guidanceTitles: [
    ...words("guidance guideline guidelines integration note notes summary strategy checklist development alignment"),
    ...["usage", "overview", "appendix", "next steps", "how to use"],
  ],
  targetTitles: words("metric metrics performance target targets expect* goal goals predict* forecast"),
  angleTitles: words("hook hooks story stories angle angles"),
  titleWords: words("story crisis changed everything"),
  metrics: {
    engagement: ["engagement"],
    impressions: words("impression impressions reach view views"),
    reactions: words("reaction reactions like likes"),
    comments: words("comment comments"),
    shares: words("share shares repost reposts"),
    saves: words("save saves"),
    inquiries: words("inquiry inquiries enquiry enquiries lead leads consultation consultations"),
  },
  published: { post: words("post posts launch"), format: words("article thread") },
  bounds: {
    least: ["over", "above", "more than", "at least", "min", ">", "≥"],
    most: ["under", "below", "less than", "at most", "max", "<", "≤"],
  },
  orMore: ["or more"],
  per: words("a per each every"),
  restating: ["a", "an", "or", "only", "that is"],
  articles: words("a an the"),
  determiners: words("the this that our my your his her its their each every no another one any"),
  adjectives: words("old new former big small first whole own good great late early other same entire"),
  bareLabels: words(
    "before after result outcome impact measurement challenge system crisis problem solution cause effect cost total why how what note",
  ),
  spellings: [
    ...words("AI API AWS CD CEO CI CTO GPT HR HTML IT LLM ML QA SQL SRE UI UX SaaS iOS DevOps GraphQL JavaScript"),
    ...words("TypeScript FastAPI GitHub LinkedIn PostgreSQL"),
  ],
};
