import { listed } from "../language/dictionary.ts";
import { asks } from "./asks.ts";
import { compareAmounts, fits } from "./compare-amounts.ts";
import type { WantedWords } from "./evidence.ts";
import { findScopes, isWithin, type Scope, saysAsMuch } from "./find-scopes.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround, supportAround } from "./local.ts";
import { rankAround } from "./pairs.ts";
import { findPartials, type Partial, wordsOfPartial } from "./partials.ts";
import type { Passage } from "./passage.ts";
import { ratioOf } from "./ratio-ways.ts";
import { shareAround, sharedBy } from "./rival.ts";
import { findPart } from "./scope-at-place.ts";
import { findBeside, findSameVerb } from "./scope-emphatic.ts";
import { findInWords } from "./scope-in-words.ts";

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
  if (fitting || held.evidence.slice(0, 3).some(({ passage }) => saysAsMuch(passage, scope))) return [];
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
  const { statement } = held;
  if (asks(statement) || (held.isFirstPerson && (isOpinion(statement) || isCurt(statement)))) return [];
  return findScopes(statement.tokens)
    .filter(
      (scope) =>
        !isOfAmount(scope, statement) &&
        !isBeforeAll(scope, statement) &&
        !isPointed(scope, statement) &&
        !isOfTwo(scope, statement),
    )
    .flatMap((scope) => judgeScope(scope, held));
}

/** "You'll want to tell them everything.", "I think every ticket is a waste": no fact of the story. */
function isOpinion({ tokens }: Passage): boolean {
  const has = (list: (key: string) => boolean): boolean => tokens.some(({ key }) => list(key));
  const isToReader =
    has((key) => /^you(?:'ll|'re|'d)?$/.test(key)) && !has((key) => listed("firstPerson").get(key) === true);
  return isToReader || tokens.some(({ key }, at) => key === "think" && /^(?:i|still)$/.test(tokens[at - 1]?.key ?? ""));
}

/** "Ask nobody." */
function isCurt({ tokens }: Passage): boolean {
  return tokens.filter(({ kind }) => kind === "word").length <= CURT;
}

const CURT = 2;

/** "18 in every hundred", "a sixth of all searches" */
function isOfAmount({ first }: Scope, { amounts, tokens }: Passage): boolean {
  const isOf = tokens[first - 1]?.key === "of";
  return amounts.some((amount) => (first > amount.first && first < amount.next) || (isOf && amount.next === first - 1));
}

/** "while all those names waited" */
function isPointed({ next }: Scope, { tokens }: Passage): boolean {
  return /^(?:those|these)$/.test(tokens[next]?.key ?? "");
}

/** "both of them": two, whatever the story counts. */
function isOfTwo({ first }: Scope, { tokens }: Passage): boolean {
  return tokens[first]?.key === "both";
}

/** "and before all of it, in March 2022" */
function isBeforeAll({ first }: Scope, { tokens }: Passage): boolean {
  return tokens[first]?.key === "all" && /^(?:before|after)$/.test(tokens[first - 1]?.key ?? "");
}

/** "I'd love to say that it was all thanks to the pager." */
function wishes({ tokens }: Passage): boolean {
  return tokens.some(({ key }) => listed("irrealis").get(key) === true || listed("wishes").get(key) === true);
}

function judgeScope(scope: Scope, held: Held): Judged[] {
  const { statement, story, evidence } = held;
  if (isDeniedMost(scope, statement)) return [];
  const inWords = held.isFirstPerson ? findInWords(scope, held) : null;
  if (inWords !== null) return [widened(scope, statement, inWords.words, inWords.passage)];
  const sameVerb = findSameVerb(scope, held);
  if (sameVerb !== null) return [widened(scope, statement, sameVerb.words, sameVerb.passage)];
  const wanted = contextAround(statement, scope, story);
  const best = bestPart(scope, wanted, held);
  if (best === undefined || !isAboutScope(best, scope, wanted, held)) return judgeElsewhere(scope, held);
  const besides = [story.passages[best.passage.index - 1], story.passages[best.passage.index + 1]];
  const saidToo =
    evidence.some(({ passage }) =>
      findScopes(passage.tokens).some(
        (each) => isWithin(each, scope) && supportAround(passage, each, wanted, story) >= best.support * 0.8,
      ),
    ) ||
    (scope.to === 0 &&
      [best.passage, ...besides].some((passage) => passage !== undefined && saysAsMuch(passage, scope)));
  const grace = scope.from === scope.to ? 0.005 : 0.06;
  if (saidToo || (best.share >= scope.from - grace && best.share <= scope.to + grace)) return [];
  return [widened(scope, statement, wordsOfPartial(best.passage, best), best.passage)];
}

/** "Most of those calls weren't urgent": so two of nine were. */
function isDeniedMost({ from, next }: Scope, { tokens }: Passage): boolean {
  return from > 0 && from < 1 && tokens.slice(next).some(({ key }) => listed("negation").get(key) === true);
}

/** The part of the nearest lines that is most about what the words around "all" are about. */
function bestPart(
  scope: Scope,
  wanted: WantedWords,
  { statement, story, evidence }: Held,
): (Partial & { passage: Passage; support: number }) | undefined {
  const counted = statement.amounts.find(({ first }) => first === scope.next);
  return evidence
    .flatMap(({ passage }) => findPartials(passage).map((partial) => ({ ...partial, passage })))
    .filter(({ passage, first, whole }) =>
      counted === undefined ? !isSaidToo(first, passage, statement) : whole === counted.value,
    )
    .filter((partial) => mayDeny(partial, scope))
    .filter(({ share }) => !statement.amounts.some((amount) => amount.kind === "share" && fits(amount, share)))
    .map((spot) => ({ ...spot, support: supportAround(spot.passage, spot, wanted, story) }))
    .sort((a, b) => b.support - a.support)[0];
}

const ALL = 0.9;

/** "129 of them" are not all, and may be most of them. */
function mayDeny({ isOpen }: Partial, { from, to }: Scope): boolean {
  return isOpen !== true || from >= ALL || to === 0;
}

function judgeElsewhere(scope: Scope, held: Held): Judged[] {
  const [found] = judgeByPair(scope, held);
  if (found !== undefined) return [found];
  const beside = findBeside(scope, held);
  if (beside !== null) return [widened(scope, held.statement, beside.words, beside.passage)];
  const part = held.isFirstPerson && !wishes(held.statement) ? findPart(scope, held) : null;
  return part === null ? [] : [widened(scope, held.statement, part.words, part.passage)];
}
