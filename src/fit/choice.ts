import { closureOf } from "./needs.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import { type HookWords, repeatsHook, worthOf } from "./worth.ts";

export interface Selection {
  outline: StoryOutline;
  hook: HookWords;
  /** How many characters the story's parts may take. */
  budget: number;
  /** Traits and kinds of lists that count more. */
  likes: ReadonlySet<string>;
  /** Parts that stay, and parts that go, whatever they are worth. */
  wanted: ReadonlySet<Part>;
  unwanted: ReadonlySet<Part>;
}

/** What stands beside something kept reads on from it. */
const BESIDE = 14;

/** What a post keeps of its story, while it is being chosen. */
export interface PartChoice {
  kept: Set<Part>;
  room(): number;
  worth(part: Part): number;
  /** Keeps parts with what they need, where that takes no more than a share of the budget; tells whether it did. */
  add(parts: readonly Part[], share: number): boolean;
  /** Keeps the passage that is worth most for its length. */
  addBest(passages: readonly (readonly Part[])[], share: number): void;
  fill(passages: readonly (readonly Part[])[]): void;
}

export function createChoice({ outline, hook, budget, likes, unwanted }: Selection): PartChoice {
  const kept = new Set<Part>();
  const order = new Map(outline.parts.map((part, index) => [part, index]));
  const worths = new Map(outline.parts.map((part) => [part, worthOf(part, outline, hook, likes)]));
  const repeats = new Set(outline.parts.filter(({ text }) => repeatsHook(text, hook)));
  const worth = (part: Part): number => worths.get(part) ?? 0;
  const cost = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + costOf(part), 0);
  const room = (): number => budget - cost([...kept]);
  /** What has to be added for some parts; null where they can't be, or say what the hook says. */
  const addition = (parts: readonly Part[]): Part[] | null => {
    if (parts.length === 0 || parts.every((part) => kept.has(part)) || parts.some((part) => repeats.has(part)))
      return null;
    const added = new Set<Part>();
    for (const part of parts) {
      const closure = closureOf(part, outline.needs);
      if (closure === null) return null;
      for (const each of closure) if (!kept.has(each)) added.add(each);
    }
    return [...added].some((each) => unwanted.has(each)) ? null : [...added];
  };
  const isBeside = (part: Part, added: ReadonlySet<Part>): boolean => {
    const at = order.get(part) ?? 0;
    const before = outline.parts[at - 1];
    return before !== undefined && (kept.has(before) || added.has(before));
  };
  const valueFor = (parts: readonly Part[]): number => {
    const added = new Set(parts);
    const gain = parts.reduce((sum, part) => sum + worth(part) + (isBeside(part, added) ? BESIDE : 0), 0);
    return gain / (cost(parts) + EVERY_PASSAGE);
  };
  const best = (passages: readonly (readonly Part[])[], most: number): Part[] | null => {
    let found: { added: Part[]; value: number } | null = null;
    for (const passage of passages) {
      const added = addition(passage);
      if (added === null || cost(added) > most) continue;
      const value = valueFor(added);
      if (found === null || value > found.value) found = { added, value };
    }
    return found?.added ?? null;
  };
  const keep = (parts: readonly Part[] | null): boolean => {
    for (const part of parts ?? []) kept.add(part);
    return parts !== null;
  };
  return {
    kept,
    room,
    worth,
    add(parts, share) {
      const added = addition(parts);
      return keep(added === null || cost(added) > Math.min(room(), share * budget) ? null : added);
    },
    addBest: (passages, share) => void keep(best(passages, Math.min(room(), share * budget))),
    fill(passages) {
      while (keep(best(passages, room())));
    },
  };
}

/** What a passage costs beside its letters: the reader has to come to it. */
const EVERY_PASSAGE = 130;

/** A part with the white space around it. */
export function costOf({ text, kind }: Part): number {
  return text.length + (kind === "sentence" ? 2 : 4);
}
