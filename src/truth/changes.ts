import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { compareAmounts, isClose, shownValue } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { isNegated } from "./negators.ts";
import { type Pair, rankAround } from "./pairs.ts";
import type { Passage } from "./passage.ts";
import { changeOfRow, changesIn, type StatedChange } from "./stated-changes.ts";
import { amountsOf } from "./story-amounts.ts";
import type { StoryIndex } from "./story-index.ts";

/** Finds "from A to B" where the story goes from B to A. */
export function judgeChanges({ statement, story }: Held): Judged[] {
  return changesIn(statement).flatMap(({ from, to }): Judged[] => {
    const all = story.passages.flatMap((passage) =>
      [...changesIn(passage), ...changeOfRow(passage)].map((change) => ({ change, passage })),
    );
    const isSame = all.some(({ change }) => isLike(change.from, from) && isLike(change.to, to));
    const turned =
      all.find(({ change }) => isLike(change.from, to) && isLike(change.to, from)) ?? toldFirst(to, from, story);
    if (isSame || turned === undefined) return [];
    return [
      {
        kind: "direction",
        rule: "direction-reversed",
        start: Math.min(from.start, to.start),
        end: Math.max(from.end, to.end),
        verdict: "contradicted",
        because: `the story goes from ${turned.change.from.text} to ${turned.change.to.text}`,
        source: turned.passage,
        fix: null,
      },
    ];
  });
}

/** What a post says came last, where the story tells it long before the other, and either once. */
function toldFirst(
  last: Amount,
  first: Amount,
  story: StoryIndex,
): { change: StatedChange; passage: Passage } | undefined {
  const [ofLast, ofFirst] = [last, first].map((each) =>
    amountsOf(story).filter(
      ({ amount }) => isLike(amount, each) && (amount.unit === each.unit || amount.kind !== each.kind),
    ),
  );
  const [from, to] = [ofLast?.[0], ofFirst?.[0]];
  if (from === undefined || to === undefined || ofLast?.length !== 1 || ofFirst?.length !== 1) return undefined;
  const isBefore = to.passage.index - from.passage.index > FAR_APART;
  return isBefore ? { change: { from: from.amount, to: to.amount }, passage: from.passage } : undefined;
}

/** In passages. */
const FAR_APART = 2;

const LEAST_RELEVANCE = 4;
const LEAST_SHARE = 0.55;

/** Finds "grew", "up" or "fewer" where the story's figures of the same thing go the other way. */
export function judgeTurns(held: Held): Judged[] {
  const { tokens } = held.statement;
  for (const [at, { key, start, end }] of tokens.entries()) {
    const turn = DICTIONARY.direction.get(key);
    const turned = turn === undefined || saysNoTurn(held.statement, at) ? null : findTurned(at, turn, held);
    if (turned === null) continue;
    const { small, large } = turned;
    return [
      {
        kind: "direction",
        rule: "direction-reversed",
        start,
        end,
        verdict: "contradicted",
        because: `the story goes ${turnOf(turned)}: ${small.amount.text} and ${large.amount.text}`,
        source: small.passage,
        fix: null,
      },
    ];
  }
  return [];
}

/** Words that compare, multiples, which are held against their pair, and particles without a figure tell no turn. */
function saysNoTurn(statement: Passage, at: number): boolean {
  const { tokens } = statement;
  const key = tokens[at]?.key ?? "";
  if (listed("comparing").get(key) === true || DICTIONARY.multiples.get(key) !== undefined) return true;
  // "the 27 varieties we grow"
  if (key === "grow" && listed("firstPerson").get(tokens[at - 1]?.key ?? "") === true) return true;
  // "Drop him."
  if (listed("objectPronouns").get(tokens[at + 1]?.key ?? "") === true) return true;
  if (tokens[at + 1]?.key === "than" || AMBIGUOUS.test(key) || isNegated(statement, at)) return true;
  return listed("particles").get(key) === true && (!isMeasured(statement, at) || isPhrasal(tokens[at - 1]?.key ?? ""));
}

/** The change of the story that is about the same and goes the other way. */
function findTurned(at: number, turn: "up" | "down", held: Held): Pair | null {
  const ranked = rankAround({ first: at, next: at + 1 }, held).filter(({ pair }) => pair.isChange);
  const [best] = ranked;
  if (best === undefined || best.relevance < LEAST_RELEVANCE || best.share < LEAST_SHARE) return null;
  // The best of what goes the same way must be clearly less about it.
  const own = ranked.find(({ pair }) => turnOf(pair) === turn);
  // "down to 3 a month" is another change than that from 5 to 8.
  if (namesOther(at, held.statement, best.pair)) return null;
  const isOwn =
    own !== undefined &&
    (own.relevance > best.relevance * OWN || held.course.behind(own.pair.small.passage) <= NEAR_PLACE);
  return turnOf(best.pair) === turn || isOwn ? null : best.pair;
}

/** Whether a word of a turn has "to" and a figure behind it that the pair has not. */
function namesOther(at: number, { tokens, amounts }: Passage, { small, large }: Pair): boolean {
  const to = tokens[at + 1]?.key === "to" ? amounts.find(({ first }) => first === at + 2) : undefined;
  return to !== undefined && ![small, large].some(({ amount }) => compareAmounts(to, amount) === "same");
}

const OWN = 0.8;
/** What goes the same way where the statement is likely from is what it tells. */
const NEAR_PLACE = 1;

/** What declines may be an order that somebody refuses. */
const AMBIGUOUS = /^declin/;

/** "mixed up", "signed off": the particle is a part of the verb. */
function isPhrasal(before: string): boolean {
  return isPast(before) && DICTIONARY.direction.get(before) === undefined && listed("movers").get(before) !== true;
}

function isMeasured({ amounts }: Passage, at: number): boolean {
  return amounts.some(({ first, next }) => Math.min(Math.abs(first - at), Math.abs(next - 1 - at)) <= 5);
}

function turnOf({ small, large }: Pair): "up" | "down" {
  return small.amount.first < large.amount.first ? "up" : "down";
}

/** "58 days" and the bare "58" of a row are the same, too. */
function isLike(a: Amount, b: Amount): boolean {
  if (a.kind === b.kind) return isClose(a.value, b.value);
  return (a.kind === "number" || b.kind === "number") && isClose(shownValue(a), shownValue(b));
}
