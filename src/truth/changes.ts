import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isClose } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { type Pair, rankAround } from "./pairs.ts";
import type { Passage } from "./passage.ts";
import { isNegated } from "./polarity.ts";

interface Change {
  from: Amount;
  to: Amount;
}

/** Finds "from A to B" where the story goes from B to A. */
export function judgeChanges({ statement, story }: Held): Judged[] {
  return changesIn(statement).flatMap(({ from, to }): Judged[] => {
    const all = story.passages.flatMap((passage) => changesIn(passage).map((change) => ({ change, passage })));
    const isSame = all.some(({ change }) => isLike(change.from, from) && isLike(change.to, to));
    const turned = all.find(({ change }) => isLike(change.from, to) && isLike(change.to, from));
    if (isSame || turned === undefined) return [];
    return [
      {
        kind: "direction",
        rule: "direction-reversed",
        start: from.start,
        end: to.end,
        verdict: "contradicted",
        because: `the story goes from ${turned.change.from.text} to ${turned.change.to.text}`,
        source: turned.passage,
        fix: null,
      },
    ];
  });
}

const LEAST_RELEVANCE = 4;
const LEAST_SHARE = 0.55;

/** Finds "grew", "up" or "fewer" where the story's figures of the same thing go the other way. */
export function judgeTurns(held: Held): Judged[] {
  const { statement } = held;
  const { tokens } = statement;
  return tokens
    .flatMap(({ key, start, end }, at): Judged[] => {
      const turn = DICTIONARY.direction.get(key);
      if (
        turn === undefined ||
        listed("comparing").get(key) === true ||
        tokens[at + 1]?.key === "than" ||
        isNegated(statement, at)
      )
        return [];
      if (AMBIGUOUS.test(key)) return [];
      if (listed("particles").get(key) === true && !isMeasured(statement, at)) return [];
      const ranked = rankAround({ first: at, next: at + 1 }, held);
      const [best] = ranked.filter(({ pair }) => pair.isChange);
      if (best === undefined || best.relevance < LEAST_RELEVANCE || best.share < LEAST_SHARE) return [];
      const told = turnOf(best.pair);
      // The best of what goes the same way must be clearly less about it.
      const own = ranked.find(({ pair }) => pair.isChange && turnOf(pair) === turn);
      if (told === turn || (own !== undefined && own.relevance > best.relevance * OWN)) return [];
      return [
        {
          kind: "direction",
          rule: "direction-reversed",
          start,
          end,
          verdict: "contradicted",
          because: `the story goes ${told}: ${best.pair.small.amount.text} and ${best.pair.large.amount.text}`,
          source: best.pair.small.passage,
          fix: null,
        },
      ];
    })
    .slice(0, 1);
}

const OWN = 0.8;

/** What declines may be an order that somebody refuses. */
const AMBIGUOUS = /^declin/;

function isMeasured({ amounts }: Passage, at: number): boolean {
  return amounts.some(({ first, next }) => Math.min(Math.abs(first - at), Math.abs(next - 1 - at)) <= 5);
}

function turnOf({ small, large }: Pair): "up" | "down" {
  return small.amount.first < large.amount.first ? "up" : "down";
}

/** Figures with an arrow or "from … to" between them. */
function changesIn({ amounts, tokens }: Passage): Change[] {
  return amounts.flatMap((from, index): Change[] => {
    const to = amounts[index + 1];
    if (to === undefined || from.value === to.value) return [];
    const between = tokens.slice(from.next, to.first).map(({ key }) => key);
    const isArrow = between.length <= 3 && between.some((key) => key === "→" || key === "->");
    const isFrom =
      between.length <= 6 &&
      between.includes("to") &&
      tokens.slice(Math.max(0, from.first - 3), from.first).some(({ key }) => key === "from");
    return isArrow || isFrom ? [{ from, to }] : [];
  });
}

function isLike(a: Amount, b: Amount): boolean {
  return isClose(a.value, b.value) && (a.kind === b.kind || a.kind === "number" || b.kind === "number");
}
