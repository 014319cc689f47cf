import type { Amount } from "../language/amount.ts";
import { listed } from "../language/dictionary.ts";
import { compareAmounts, shownValue } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import { type Following, followOne, followTwo, type Stated } from "./follow.ts";
import type { Judged } from "./judged.ts";
import { contextAround, supportAround } from "./local.ts";
import type { Passage } from "./passage.ts";

/** Holds the amounts of a statement against the story's. */
export function judgeFigures(held: Held): Judged[] {
  const { statement } = held;
  return statement.amounts.flatMap((amount) => (isOfPost(amount, statement) ? [] : judgeFigure(amount, held)));
}

/** "3 things": what a post counts of its own parts. */
function isOfPost({ kind, nouns, value }: Amount, { text }: Passage): boolean {
  return kind === "number" && value <= 20 && nouns.some((noun) => listed("ownParts").get(noun) === true) && (nouns.length < 3 || /[:：]\s*$/.test(text));
}

function judgeFigure(amount: Amount, held: Held): Judged[] {
  const { statement, story } = held;
  const place = { kind: "figure" as const, start: amount.start, end: amount.end, fix: null };
  const all = story.passages.flatMap((passage) => passage.amounts.map((each): Stated => ({ amount: each, passage })));
  const same = all.filter((each) => compareAmounts(amount, each.amount) === "same");
  if (same.length > 0) {
    const other = findOther(amount, same, all, held);
    if (other !== null)
      return [{ ...place, rule: "figure-of-another-thing", verdict: "contradicted", because: `the story says ${other.amount.text} there`, source: other.passage, fix: null }];
    return [{ ...place, rule: null, verdict: "said", because: "said", source: same[0]?.passage ?? null }];
  }
  const following = follow(amount, all, held);
  if (following !== null) return [{ ...place, rule: null, verdict: "follows", because: `follows from ${following.because}`, source: following.passage }];
  if (isSmall(amount)) return [];
  const unit = all.find((each) => compareAmounts(amount, each.amount) === "other-unit" && shownValue(each.amount) === shownValue(amount));
  const nearest = unit ?? nearestIn(amount, held, all);
  void statement;
  return [{ ...place, rule: "figure-not-in-story", verdict: unit === undefined ? "untraced" : "contradicted", because: nearest === undefined ? "the story has no figure like it" : `the story says ${nearest.amount.text}`, source: nearest?.passage ?? null }];
}

/** Small numbers in words are how people talk. */
function isSmall({ kind, value, isSpelled, hedge }: Amount): boolean {
  return kind === "number" && isSpelled && value <= 3 && hedge === null;
}

function nearestIn(amount: Amount, { evidence }: Held, all: readonly Stated[]): Stated | undefined {
  const close = new Set(evidence.slice(0, 3).map(({ passage }) => passage));
  return all.find((each) => close.has(each.passage) && each.amount.kind === amount.kind) ?? all.find((each) => each.amount.kind === amount.kind);
}

/** How many of the best passages an amount may follow from, with those beside them. */
const CLOSE = 4;

function follow(amount: Amount, all: readonly Stated[], held: Held): Following | null {
  const { evidence, story } = held;
  const close = new Set(evidence.slice(0, CLOSE).flatMap(({ passage: { index } }) => [index - 1, index, index + 1]));
  const near = all.filter(({ passage }) => close.has(passage.index));
  const rest = all.filter(({ passage }) => !close.has(passage.index));
  void story;
  for (const each of [...near, ...rest]) {
    const one = followOne(amount, each);
    if (one !== null) return one;
  }
  return pairs(amount, near, () => true) ?? pairs(amount, all, (a, b) => Math.abs(a.passage.index - b.passage.index) <= 1);
}

function pairs(amount: Amount, pool: readonly Stated[], may: (a: Stated, b: Stated) => boolean): Following | null {
  for (const [index, one] of pool.entries())
    for (const other of pool.slice(index + 1)) {
      const found = may(one, other) ? followTwo(amount, one, other) : null;
      if (found !== null) return found;
    }
  return null;
}

const MARGIN = 2.2;
const RATIO = 1.7;

/** The amount that the story has where the statement has this one, which the story has elsewhere. */
function findOther(amount: Amount, same: readonly Stated[], all: readonly Stated[], held: Held): Stated | null {
  const { statement, story } = held;
  const wanted = contextAround(statement, amount, story);
  const own = Math.max(...same.map(({ passage, amount: each }) => supportAround(passage, each, wanted, story)));
  const having = new Set(same.map(({ passage }) => passage.index));
  let best: Stated | null = null;
  let score = 0;
  for (const each of all) {
    if (having.has(each.passage.index) || each.amount.kind !== amount.kind || each.amount.unit !== amount.unit) continue;
    if (statement.amounts.some((said) => compareAmounts(said, each.amount) === "same")) continue;
    const support = supportAround(each.passage, each.amount, wanted, story);
    if (support > score) [best, score] = [each, support];
  }
  return score > own + MARGIN && score > own * RATIO ? best : null;
}
