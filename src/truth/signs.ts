import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { compareAmounts, fits } from "./compare-amounts.ts";
import { countsSame } from "./counting.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import type { Passage } from "./passage.ts";
import { changesIn, type StatedChange } from "./stated-changes.ts";
import { amountsOf } from "./story-amounts.ts";
import type { StoryIndex } from "./story-index.ts";

/** Which way the words at an amount say that it goes, and in what: "nine per cent ahead", "28 fewer", "half an hour later". */
interface Sign {
  of: "much" | "late";
  isUp: boolean;
  /** "more than 50", "under 50" */
  isHedge: boolean;
  /** The index of its word. */
  at: number;
}

/** How many words behind an amount its sign may stand: "35 more", "nine people more". */
const REACH = 2;

/** Finds "9% less" where the story has 9% more, and "above 50" where it has less than 50. */
export function judgeSigns({ statement, story, evidence }: Held): Judged[] {
  const close = new Set(evidence.slice(0, 4).map(({ passage }) => passage));
  return statement.amounts.flatMap((amount): Judged[] => {
    const sign = signOf(amount, statement);
    if (sign === null) return [];
    const told = amountsOf(story)
      .filter((each) => compareAmounts(amount, each.amount) === "same" && !countsOthers(amount, each.amount))
      .map(({ amount: each, passage }) => ({ passage, sign: signOf(each, passage) }))
      .filter(({ sign: other }) => other?.of === sign.of);
    const change =
      told.length === 0 && sign.of === "much" && !sign.isHedge
        ? turnedChange(amount, sign, story, evidence[0]?.passage)
        : null;
    // A fraction in words fits many changes: it has to be about this one.
    if (change !== null && (!amount.isRough || close.has(change.passage)))
      return [
        reversed(statement, sign, `the story goes from ${change.from.text} to ${change.to.text}`, change.passage),
      ];
    const turned = told.find(({ passage, sign: other }) => other?.isUp !== sign.isUp && close.has(passage));
    if (turned === undefined || told.some(({ sign: other }) => other?.isUp === sign.isUp)) return [];
    const word = turned.passage.tokens[turned.sign?.at ?? 0]?.text ?? "";
    return [reversed(statement, sign, `the story says "${word}" there`, turned.passage)];
  });
}

/** "two places higher" has nothing to do with "two points short". */
function countsOthers(a: Amount, b: Amount): boolean {
  return a.kind === "number" && a.nouns.length > 0 && b.nouns.length > 0 && !countsSame(a, b);
}

function reversed({ tokens }: Passage, { at }: Sign, because: string, source: Passage): Judged {
  const [start, end] = [tokens[at]?.start ?? 0, tokens[at]?.end ?? 0];
  return {
    kind: "direction",
    rule: "direction-reversed",
    start,
    end,
    verdict: "contradicted",
    because,
    source,
    fix: null,
  };
}

/** "down by 11 points", where every change of the story by so much goes up: "78% → 89%". */
function turnedChange(
  amount: Amount,
  { isUp }: Sign,
  { passages }: StoryIndex,
  nearest: Passage | undefined,
): (StatedChange & { passage: Passage }) | null {
  const isShare = amount.kind === "share" || amount.kind === "points";
  const changes = passages
    .flatMap((passage) => changesIn(passage).map((change) => ({ ...change, passage })))
    .filter(({ from, to, passage }) => {
      const isLarge = isShare || amount.value >= LEAST_CHANGE || passage === nearest;
      return from.kind === to.kind && isLarge && changesBy(amount, from.value, to.value);
    });
  return changes.some(({ from, to }) => to.value > from.value === isUp) ? null : (changes[0] ?? null);
}

function changesBy(amount: Amount, from: number, to: number): boolean {
  if (amount.kind === "share") return fits(amount, Math.abs(to - from) / from);
  return amount.kind !== "multiple" && fits(amount, Math.abs(to - from));
}

/** Smaller changes than this come out of many figures; they count where the statement's nearest line tells of one. */
const LEAST_CHANGE = 5;

function signOf(amount: Amount, passage: Passage): Sign | null {
  return signBehind(amount, passage) ?? signBefore(amount, passage);
}

/** "35 more", "nine people more", "two weeks early". */
function signBehind(amount: Amount, { tokens }: Passage): Sign | null {
  for (let at = amount.next; at <= amount.next + REACH && tokens[at]?.kind === "word"; at++) {
    const key = tokens[at]?.key ?? "";
    const sign = isPast(key) || isLasting(key, tokens[at + 1]?.key ?? "") ? null : signAt(key, at, amount);
    if (sign !== null && (sign.of === "much" || at === amount.next)) return sign;
  }
  return null;
}

/** "60% over the trial" */
function isLasting(key: string, behind: string): boolean {
  return key === "over" && (listed("articles").get(behind) === true || listed("possessives").get(behind) === true);
}

/** "up by nearly 30%", "down about 30%", "below 50,000", "more than 50,000". */
function signBefore(amount: Amount, { tokens }: Passage): Sign | null {
  const at = behindHedge(tokens, amount.first) - 1;
  const [key, before] = [tokens[at]?.key ?? "", tokens[at - 1]?.key ?? ""];
  if (key === "by") return signAt(before, at - 1, amount);
  if (at < amount.first - 1) return /^(?:up|down)$/.test(key) ? signAt(key, at, amount) : null;
  // "gave up 2%" is no rise.
  const sign =
    key === "than" ? signAt(before, at - 1, amount) : signAt(/^(?:up|down)$/.test(key) ? "" : key, at, amount);
  return sign === null ? null : { ...sign, isHedge: true };
}

/** The index in front of which a hedge begins, as "nearly" does in "nearly 30%". */
function behindHedge(tokens: Passage["tokens"], first: number): number {
  const hedge = DICTIONARY.hedges.endingAt(tokens, first - 1);
  const isSign = DICTIONARY.signs.get(tokens[first - 1]?.key ?? "") !== undefined || tokens[first - 1]?.key === "than";
  return hedge === null || isSign ? first : first - hedge.length;
}

function signAt(key: string, at: number, { kind }: Amount): Sign | null {
  const found = DICTIONARY.signs.get(key);
  if (found === undefined) return null;
  const sign = { at, isHedge: false };
  // Of lengths of time, "ahead" is earlier.
  if (found === "ahead" || found === "behind")
    return { ...sign, of: kind === "duration" ? "late" : "much", isUp: (found === "behind") === (kind === "duration") };
  const isMuch = found === "more" || found === "less";
  return { ...sign, of: isMuch ? "much" : "late", isUp: found === "more" || found === "late" };
}
