import { listed } from "../language/dictionary.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround } from "./local.ts";
import { near } from "./near.ts";
import type { Passage, Word } from "./passage.ts";
import { findRival, shareAround } from "./rival.ts";

type Read = Pick<Passage, "tokens">;

/** How far in front of a word its "not" may stand. */
const REACH = 5;

function isNegator(key: string): boolean {
  return listed("negation").get(key) === true && key !== "nothing";
}

/** The index of the "not", "never" or "no" that a word stands under, in its own clause; null where there is none. */
export function negatorOf({ tokens }: Read, at: number): number | null {
  for (let index = at - 1; index >= Math.max(0, at - REACH); index--) {
    const token = tokens[index];
    if (token === undefined || /^[,.;:!?()–—…"“”→]/.test(token.text) || /^(?:but|because|so|although|though|until|unless|if|when|while|who|which|that)$/.test(token.key)) return null;
    if (!isNegator(token.key)) continue;
    // "not only", "no longer than", "no more than" deny nothing.
    if (/^(?:only|just|less|fewer|later|sooner|matter|doubt|wonder)$/.test(tokens[index + 1]?.key ?? "")) return null;
    return index;
  }
  return null;
}

export function isNegated(passage: Read, at: number): boolean {
  return negatorOf(passage, at) !== null;
}

/** The first word of substance under each "not" of a passage. */
function deniedWords(passage: Passage): Word[] {
  const seen = new Set<number>();
  return passage.words.filter(({ at }) => {
    const negator = negatorOf(passage, at);
    if (negator === null || seen.has(negator)) return false;
    seen.add(negator);
    return true;
  });
}

const LEAD = { margin: 2, ratio: 1.6 };
const LEAST_SHARE = 0.5;

/** Finds what a statement denies that the story says, and the other way round. */
export function judgePolarity(held: Held): Judged[] {
  const { statement, story } = held;
  const denied = new Set(deniedWords(statement).map(({ at }) => at));
  return statement.words.flatMap((word): Judged[] => {
    const isDenied = denied.has(word.at);
    if (!isDenied && isNegated(statement, word.at)) return [];
    const wanted = contextAround(statement, { first: word.at, next: word.at + 1 }, story);
    const spots = story.passages.flatMap((passage) => {
      const deniedHere = deniedWords(passage);
      return passage.words
        .filter(({ stem }) => near(stem) === near(word.stem))
        .map(({ at }) => ({ passage, first: at, next: at + 1, isUnder: isNegated(passage, at), isFirst: deniedHere.some((each) => each.at === at) }));
    });
    const rivals = spots.filter(({ isUnder, isFirst }) => (isDenied ? !isUnder : isFirst));
    const own = spots.filter(({ isUnder }) => isUnder === isDenied);
    if (rivals.length === 0) return [];
    const isBare = wanted.size === 0 || statement.words.length <= 2;
    const rival = isBare && own.length === 0 && rivals.length === spots.length ? rivals[0] : findRival(wanted, own, rivals, story, LEAD);
    if (rival === null || rival === undefined || (!isBare && shareAround(wanted, rival, story) < LEAST_SHARE)) return [];
    const token = statement.tokens[word.at];
    return [{ kind: "negation", rule: "negation-reversed", start: token?.start ?? 0, end: token?.end ?? 0, verdict: "contradicted", because: isDenied ? "the story says that it is so" : "the story says that it is not so", source: rival.passage, fix: null }];
  }).slice(0, 1);
}
