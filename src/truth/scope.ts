import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import type { Token } from "../language/token.ts";
import { asks } from "./asks.ts";
import { compareAmounts, fits } from "./compare-amounts.ts";
import type { WantedWords } from "./evidence.ts";
import { findScopes, isIdiom, type Scope } from "./find-scopes.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround, supportAround } from "./local.ts";
import { rankAround } from "./pairs.ts";
import type { Passage } from "./passage.ts";
import { ratioOf } from "./ratio.ts";
import { shareAround, sharedBy } from "./rival.ts";

interface Partial {
  share: number;
  /** Of how many, where it says so in a number. */
  whole?: number;
  first: number;
  next: number;
}

/** What share of them a passage of the story speaks of: "27 of the 32", "38%", "most", "some". */
export function findPartials({ tokens, amounts }: Passage): Partial[] {
  const counted = amounts.map((amount, index) => partialOf(amount, amounts[index + 1], tokens));
  const scopes = findScopes(tokens).filter(({ from, to }) => from === to);
  const words = tokens.map(({ key }, at): Partial | null => {
    const share = DICTIONARY.shareWords.get(key);
    return share === undefined || isIdiom(tokens, at) ? null : { share, first: at, next: at + 1 };
  });
  return [
    ...counted.filter((each) => each !== null),
    ...scopes.map(({ from, first, next }) => ({ share: from, first, next })),
    ...words.filter((each) => each !== null),
  ];
}

const SOME = 0.5;

/** The share that an amount is, by itself or of the one behind it. */
function partialOf(amount: Amount, behind: Amount | undefined, tokens: readonly Token[]): Partial | null {
  const { kind, value, first, next } = amount;
  // "29 of them": not all, whatever all are.
  if (kind === "number" && tokens[next]?.key === "of" && /^(?:them|us|these|those)$/.test(tokens[next + 1]?.key ?? ""))
    return { share: SOME, first, next: first + 1 };
  if (behind !== undefined && isSomeOf(amount, behind, tokens))
    return { share: value / behind.value, whole: behind.value, first, next: first + 1 };
  if (kind === "share" && value < 1) return { share: value, first, next };
  if (kind !== "number" || behind?.kind !== "number" || behind.first - next > 4 || !isPart(value, behind.value))
    return null;
  if (tokens.slice(next, behind.first).some(({ key }) => /^(?:→|->|to)$/.test(key))) return null;
  const whole = Math.max(value, behind.value);
  return { share: Math.min(value, behind.value) / whole, whole, first, next: first + 1 };
}

/** "27 of the 32", "three out of five". */
function isSomeOf(amount: Amount, behind: Amount, tokens: readonly Token[]): boolean {
  if (amount.kind !== "number" || !/^(?:number|measure|money)$/.test(behind.kind)) return false;
  const between = tokens.slice(amount.next, behind.first).map(({ key }) => key);
  return between.length <= 5 && between.includes("of") && amount.value < behind.value;
}

/** "31 invoices, 29 paid on time": the smaller number is a part of the other. */
function isPart(a: number, b: number): boolean {
  const share = Math.min(a, b) / Math.max(a, b);
  return share >= 0.1 && share < 0.99 && Math.max(a, b) >= 4;
}

const LEAST_SUPPORT = 2.2;
const LEAST_SHARE = 0.45;
/** Who sums up what others said stays closer to their words. */
const LEAST_SHARE_OF_SUMMARY = 0.4;
const FEWEST_OF_NEVER = 3;
/** Where a single word is shared, it has to be all there is. */
const LEAST_OF_ONE = 0.95;
/** "all" against "none" may be the same thing said from the other side: this share of the words, or so many of them, has to speak for it. */
const OF_CONTRARY = { share: 0.85, shared: 4 };

const LEAST_RELEVANCE = 3.5;
const LEAST_PAIR_SHARE = 0.7;
const LEAST_PAIR_SHARE_OF_SUMMARY = 0.6;
const NEAR_BEST = 0.85;
/** A smaller part than this is hardly what "all" was put for. */
const LEAST_PART = 0.05;

/** Holds a word of scope against the pair of numbers that says how many, where these stand in sentences next to each other. */
function judgeByPair(scope: Scope, held: Held): Judged[] {
  const { statement } = held;
  if (
    statement.tokens
      .slice(Math.max(0, scope.first - 3), scope.first)
      .some(({ key }) => listed("negation").get(key) === true)
  )
    return [];
  const counted = statement.amounts.find(({ first }) => first >= scope.next && first <= scope.next + 2);
  const ranked = rankAround(scope, held).filter(
    ({ pair }) =>
      (counted === undefined || pair.large.amount.value === counted.value) &&
      pair.small.amount.kind === "number" &&
      pair.large.amount.kind === "number" &&
      pair.large.amount.value >= 3 &&
      ratioOf(pair, "part") >= LEAST_PART &&
      !pair.isChange,
  );
  const [best] = ranked;
  if (
    best === undefined ||
    best.relevance < LEAST_RELEVANCE ||
    best.share < (held.isFirstPerson ? LEAST_PAIR_SHARE : LEAST_PAIR_SHARE_OF_SUMMARY) ||
    best.pair.bond < 1
  )
    return [];
  const grace = scope.from === scope.to ? 0.005 : 0.06;
  const fitting = ranked.some(({ pair, relevance }) => {
    const share = ratioOf(pair, "part");
    return relevance >= best.relevance * NEAR_BEST && share >= scope.from - grace && share <= scope.to + grace;
  });
  if (
    fitting ||
    held.evidence.slice(0, 3).some(({ passage }) => findScopes(passage.tokens).some((told) => isWithin(told, scope)))
  )
    return [];
  const { small, large } = best.pair;
  return [widened(scope, statement, `${small.amount.text} of ${large.amount.text}`, small.passage)];
}

/** "46 links and eleven videos, all on one page", where the story has the 46, too. */
function isSaidToo(first: number, passage: Passage, { amounts }: Passage): boolean {
  const told = passage.amounts.find((amount) => amount.first === first);
  return told !== undefined && amounts.some((amount) => compareAmounts(amount, told) === "same");
}

/** Whether a place of the story that says how many is about what the words around "all" are about. */
function isAboutScope(
  spot: Partial & { passage: Passage; support: number },
  { from, to, isNever }: Scope,
  wanted: WantedWords,
  { story, isFirstPerson }: Held,
): boolean {
  const share = shareAround(wanted, spot, story);
  const shared = sharedBy(wanted, spot.passage).length;
  if (spot.support < LEAST_SUPPORT || share < (isFirstPerson ? LEAST_SHARE : LEAST_SHARE_OF_SUMMARY)) return false;
  if (isFirstPerson && shared < 2 && share < LEAST_OF_ONE) return false;
  // "I've never spent money better" is no "never" of what the story counts.
  if (isFirstPerson && isNever && shared < FEWEST_OF_NEVER) return false;
  const isContrary = from === to && spot.share === 1 - from;
  return !isContrary || share >= OF_CONTRARY.share || shared >= OF_CONTRARY.shared;
}

/** Who says "most" where the story says "all" says no more than it. */
function isWithin(told: Scope, { from, to }: Scope): boolean {
  return told.from === from || (told.from >= from && told.to <= to);
}

function widened({ first, next }: Scope, { tokens }: Passage, told: string, source: Passage): Judged {
  return {
    kind: "scope",
    rule: "scope-widened",
    start: tokens[first]?.start ?? 0,
    end: tokens[next - 1]?.end ?? 0,
    verdict: "contradicted",
    because: `the story says ${told}`,
    source,
    fix: null,
  };
}

/** Holds "every", "all", "none", "most" against what the story says of how many. */
export function judgeScopes(held: Held): Judged[] {
  const { statement, story } = held;
  if (asks(statement)) return [];
  return findScopes(statement.tokens).flatMap((scope): Judged[] => {
    const wanted = contextAround(statement, scope, story);
    const { evidence } = held;
    const counted = statement.amounts.find(({ first }) => first === scope.next);
    const spots = evidence
      .flatMap(({ passage }) => findPartials(passage).map((partial) => ({ ...partial, passage })))
      .filter(({ passage, first, whole }) =>
        counted === undefined ? !isSaidToo(first, passage, statement) : whole === counted.value,
      );
    const ranked = spots
      .filter(({ share }) => !statement.amounts.some((amount) => amount.kind === "share" && fits(amount, share)))
      .map((spot) => ({ ...spot, support: supportAround(spot.passage, spot, wanted, story) }))
      .sort((a, b) => b.support - a.support);
    const best = ranked[0];
    if (best === undefined || !isAboutScope(best, scope, wanted, held)) return judgeByPair(scope, held);
    const besides = [story.passages[best.passage.index - 1], story.passages[best.passage.index + 1]];
    const saidToo =
      evidence.some(({ passage }) =>
        findScopes(passage.tokens).some(
          (each) => isWithin(each, scope) && supportAround(passage, each, wanted, story) >= best.support * 0.8,
        ),
      ) ||
      (scope.to === 0 &&
        besides.some((passage) => findScopes(passage?.tokens ?? []).some((each) => isWithin(each, scope))));
    const grace = scope.from === scope.to ? 0.005 : 0.06;
    if (saidToo || (best.share >= scope.from - grace && best.share <= scope.to + grace)) return [];
    const [from, to] = [best.passage.tokens[best.first], best.passage.tokens[best.next - 1]];
    return [widened(scope, statement, best.passage.text.slice(from?.start, to?.end), best.passage)];
  });
}
