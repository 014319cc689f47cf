import type { Amount } from "../language/amount.ts";
import { LEXICONS, listed } from "../language/dictionary.ts";
import { stemOf } from "../language/stem.ts";
import type { Held } from "./held.ts";
import type { Passage } from "./passage.ts";

/** "3 things": what a post counts of its own parts. */
export function isOfPost(
  { kind, nouns, value, isImplied, unit, isSpelled, first, next }: Amount,
  { text, tokens }: Passage,
): boolean {
  if (isImplied) return true;
  // "Theory 1: a broken link."
  if (kind === "number" && first === 1 && tokens[next]?.text === ":") return true;
  if (unit === "word" && isSpelled) return true;
  return (
    kind === "number" &&
    value <= 20 &&
    nouns.some((noun) => isOwnPart(noun)) &&
    (nouns.length < 3 || /[:：]\s*$/.test(text))
  );
}

let ownParts: ReadonlySet<string> | undefined;

function isOwnPart(noun: string): boolean {
  ownParts ??= new Set(LEXICONS.flatMap((lexicon) => lexicon.ownParts.map(stemOf)));
  return ownParts.has(noun);
}

/** "three changes" for a list of three: as many as one lists, of something that the story speaks of, and no people. */
export function countsList({ kind, value, nouns }: Amount, { story }: Held): boolean {
  if (kind !== "number" || value > 12 || !story.lengths.has(value)) return false;
  if (nouns.some((noun) => listed("people").get(noun) === true)) return false;
  return nouns.length === 0 || nouns.some((noun) => isOwnPart(noun) || story.vocabulary.has(noun));
}
