import type { Bank } from "../bank/bank.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import type { Length } from "../calendar/length.ts";
import { assemblePost, type Ingredients } from "../fit/assemble.ts";
import { chooseTemplate, type JudgedTemplate, judgeTemplates } from "../fit/choose-template.ts";
import type { Choice } from "../post/choose.ts";
import { loadCounter } from "../post/counting.ts";
import type { Platform } from "../post/platforms.ts";
import { choosePlatform } from "../post/platforms.ts";
import type { PostHead } from "../post/post.ts";
import { takeEndings } from "../story/endings.ts";
import type { PostTemplate } from "../templates/post-template.ts";
import { findNamed } from "./find-named.ts";
import { outlineForPost } from "./ingredients.ts";
import type { ReadingWithFacts } from "./reading-with-facts.ts";

/** The post template of a draft, and why it was taken. */
export interface ChosenTemplate {
  template: PostTemplate;
  because: string;
}

/**
 * Chooses a draft's post template: the one that was asked for, the slot's, the one that the series is named after, else the best that
 * the story can fill, but not that of the post before it.
 */
export async function choosePostTemplate(
  bank: Bank,
  read: ReadingWithFacts,
  { wished, choice, posts }: { wished: string | undefined; choice: Choice; posts: readonly PostHead[] },
): Promise<ChosenTemplate> {
  const templates = await bank.postTemplates();
  if (wished !== undefined) return { template: findNamed("post", wished, templates), because: "you named it" };
  if (choice.slot.template !== null)
    return { template: findNamed("post", choice.slot.template, templates), because: "the slot names it" };
  const series = (choice.story.series ?? choice.slot.series ?? "").toLowerCase();
  const named = templates.find((template) => template.name !== "story" && series.includes(template.name));
  if (named !== undefined) return { template: named, because: "the series is named after it" };
  const judged = judgeTemplates(outlineForPost(read), templates);
  const chosen = chooseTemplate(judged, templateBefore(posts, choice));
  return chosen ?? { template: findNamed("post", "story", templates), because: "it tells any story" };
}

/** The template of the last post before a draft's date. */
function templateBefore(posts: readonly PostHead[], { date, story }: Choice): string | null {
  const before = posts
    .filter((post) => post.date !== null && post.date < date && post.story !== story.id)
    .toSorted((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  return before.at(-1)?.template ?? null;
}

/** A post template with what it would make of a story. */
export interface TemplateOffer extends JudgedTemplate {
  /** The length of the post; null where the story can't fill the template. */
  characters: number | null;
}

/** Every post template with a story: whether it fits, how well, and how long the post would be. */
export async function offerTemplates(bank: ReadableBank, read: ReadingWithFacts): Promise<TemplateOffer[]> {
  const templates = await bank.postTemplates();
  const config = await bank.config();
  const platform = choosePlatform(config.platform);
  const counter = await loadCounter(platform);
  const { beats, postscript } = takeEndings(read.beats);
  return judgeTemplates(outlineForPost(read), templates).map((judged) => {
    const post = judged.fits
      ? assemblePost({
          ...PLAIN,
          beats,
          title: read.story.title,
          hook: read.story.hook ?? read.story.title,
          question: read.story.question,
          postscript,
          style: config.style,
          template: judged.template,
          counter,
          length: lengthFor(platform, judged.template.length, config.length),
        })
      : null;
    return { ...judged, characters: post?.characters ?? null };
  });
}

const PLAIN: Pick<Ingredients, "closing" | "hashtags" | "with" | "without" | "roles" | "only" | "reword"> = {
  closing: null,
  hashtags: [],
  with: [],
  without: [],
  roles: [],
  only: null,
  reword: (text) => text,
};

/** How long a post is unless something else is said, in characters. */
const USUAL_LENGTH = 1300;

/** The first length that somebody gave, else the usual one; null where the platform's limit alone counts. */
export function lengthFor(platform: Platform, ...wished: readonly (Length | null | undefined)[]): number | null {
  const length = wished.find((each) => each !== null && each !== undefined) ?? USUAL_LENGTH;
  if (length === "full" || platform.isThreaded || platform.limit === null) return null;
  return Math.min(platform.limit, length);
}
