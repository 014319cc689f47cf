import type { Config } from "../bank/config.ts";
import type { Length } from "../calendar/length.ts";
import { type AssembledPost, assemblePost } from "../fit/assemble.ts";
import type { Role } from "../language/lexicon.ts";
import type { Choice } from "../post/choose.ts";
import type { Counter } from "../post/counting.ts";
import type { Platform } from "../post/platforms.ts";
import { takeEndings } from "../story/endings.ts";
import type { PostTemplate } from "../templates/post-template.ts";
import type { ReadingWithFacts } from "./reading-with-facts.ts";
import { lengthFor } from "./shape.ts";

/** What may be said about a post's parts and its length. */
export interface PartWishes {
  /** Characters, or `full` for the platform's limit. */
  length?: Length | undefined;
  /** Parts that are told, or left out, by their label or words. */
  with?: readonly string[];
  without?: readonly string[];
  /** Only these beats. */
  roles?: readonly Role[];
  /** The parts that somebody ticked, by their numbers. */
  only?: ReadonlySet<number> | undefined;
}

interface Composition {
  wishes: PartWishes;
  choice: Choice;
  template: PostTemplate;
  config: Config;
  hook: string;
  hashtags: readonly string[];
  platform: Platform;
  counter: Counter;
  reword: (text: string) => string;
}

/** A post's text, null where the hook alone is too long, and whose question it ends with. */
export interface ComposedPost {
  post: AssembledPost | null;
  /** How many characters it may have; null where the platform's limit alone counts. */
  length: number | null;
  questionFrom: "story" | "slot" | "template" | null;
}

/** Makes a story's post: its length, question, closing and postscript are the first of those that somebody gave. */
export function composePost({ story, beats }: ReadingWithFacts, composition: Composition): ComposedPost {
  const { wishes, choice, template, config, hook, hashtags, platform, counter, reword } = composition;
  const { slot } = choice;
  const ending = takeEndings(beats);
  const ownQuestion = story.question ?? ending.question?.text ?? null;
  const ps = story.ps ?? (ending.postscript === null ? slot.ps : null);
  const length = lengthFor(platform, wishes.length, slot.length, template.length, config.length);
  const post = assemblePost({
    beats: ending.beats,
    title: story.title,
    hook,
    question: ownQuestion ?? slot.question,
    closing: slot.closing,
    postscript: ps === null ? ending.postscript : { text: ps.replace(/^P\.?\s?S\.?:?\s+/i, ""), line: 0 },
    hashtags,
    template,
    counter,
    length,
    with: wishes.with ?? [],
    without: wishes.without ?? [],
    roles: wishes.roles ?? [],
    only: wishes.only ?? null,
    style: config.style,
    reword,
  });
  return { post, length, questionFrom: questionFrom(ownQuestion, choice, template) };
}

/** Whose question a post ends with; null where nobody asks. */
function questionFrom(own: string | null, { slot }: Choice, template: PostTemplate): ComposedPost["questionFrom"] {
  if (own !== null) return "story";
  if (slot.question !== null) return "slot";
  return template.question === null ? null : "template";
}
