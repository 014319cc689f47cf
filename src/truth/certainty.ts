import { isListed, listed } from "../language/dictionary.ts";
import { asks } from "./asks.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** So many tokens in front of a claim may deny it: "I can't really prove it". */
const REACH = 3;

/** Finds "beyond any doubt" and "that proves it" where the story's author owns up to not knowing: "I can't say which of the three". */
export function judgeCertainty({ statement, story, isFirstPerson }: Held): Judged[] {
  const claim = isFirstPerson && !asks(statement) ? findClaim(statement) : null;
  const doubt = claim === null ? null : doubtOf(story);
  if (claim === null || doubt === null) return [];
  return [
    {
      kind: "scope",
      rule: "scope-widened",
      start: statement.tokens[claim.first]?.start ?? 0,
      end: statement.tokens[claim.next - 1]?.end ?? 0,
      verdict: "contradicted",
      because: `the story says "${doubt.text}"`,
      source: doubt,
      fix: null,
    },
  ];
}

/** The words that say there is no doubt, unless they are denied, wished for, or taken back in the same sentence. */
function findClaim({ tokens }: Passage): { first: number; next: number } | null {
  const found = listed("certainties").find(tokens);
  if (found === null) return null;
  const { index: first, length } = found;
  if (tokens.slice(Math.max(0, first - REACH), first).some(({ key }) => isListed("negation", key))) return null;
  if (tokens.some(({ key }, at) => isListed("wishes", key) || (at > 0 && /^(?:but|though|if|whether)$/.test(key))))
    return null;
  return { first, next: first + length };
}

const doubts = new WeakMap<StoryIndex, Passage | null>();

/** The sentence in which a story's author owns up to not knowing for sure; null for one who is sure of something else. */
function doubtOf(story: StoryIndex): Passage | null {
  const known = doubts.get(story);
  if (known !== undefined) return known;
  const isSure = story.passages.some((passage) => findClaim(passage) !== null);
  const doubt = isSure ? null : (story.passages.find(doubtsSomething) ?? null);
  doubts.set(story, doubt);
  return doubt;
}

/** "She said: I don't know" is no doubt of the author's. */
function doubtsSomething({ text, tokens }: Passage): boolean {
  return !/["“„«]/.test(text) && listed("doubts").find(tokens) !== null;
}
