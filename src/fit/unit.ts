import type { Role } from "../language/lexicon.ts";
import type { HookWords } from "./hook-words.ts";
import type { BlockKind, StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";

export interface Selection {
  outline: StoryOutline;
  hook: HookWords;
  /** Traits and kinds of lists that count more. */
  likes: ReadonlySet<string>;
  /** The ingredients that the template is made for. */
  needs: readonly string[];
  /** Parts that stay, and parts that go, whatever they are worth. */
  wanted: ReadonlySet<Part>;
  unwanted: ReadonlySet<Part>;
}

/** What a post takes of its story at one place: a sentence, or a list in one of the ways it can be told. */
export interface StoryUnit {
  kind: "sentence" | "list" | "numbers";
  /** What kind of list it is; null for a sentence. */
  list: BlockKind | null;
  parts: readonly Part[];
  /** Its place; the ways of telling a list share one, and only one of them is told. */
  place: number;
  /** Which stage of the story it tells: a section, or a paragraph where the story has few sections. */
  stage: number;
  role: Role;
  /** In characters, with the white space around it. */
  cost: number;
  worth: number;
  /** The place of the sentence that has to stand right before it; null where it can stand behind anything. */
  behind: number | null;
  /** The place that has to come next: what the sentence leads into. */
  before: number | null;
  /** It reads on from the place before it. */
  readsOn: boolean;
  /** It is the first sentence of a paragraph that goes on. */
  opensMore: boolean;
  /** The place of the last sentence of its paragraph. */
  end: number;
  /** It asks, offers, refuses: the sentence behind it in its paragraph says what came of that. */
  expects: boolean;
  /** It opens with a word such as "so", that speaks of what is before it. */
  leans: boolean;
}

/** A part with the white space around it. */
export function costOf({ text, kind }: Part): number {
  return text.length + (kind === "sentence" ? 2 : 4);
}
