import type { Amount } from "../language/amount.ts";
import { DICTIONARY, LEXICONS, listed } from "../language/dictionary.ts";
import { stemOf } from "../language/stem.ts";
import { compareAmounts, shownValue } from "./compare-amounts.ts";
import type { Stated } from "./follow.ts";
import { CLOSE, follow, isVague } from "./follow-figure.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround } from "./local.ts";
import { findOther, spotOf } from "./other-figure.ts";
import type { Passage } from "./passage.ts";
import { shareAround } from "./rival.ts";
import type { StoryIndex } from "./story-index.ts";

/** Holds the amounts of a statement against the story's. */
export function judgeFigures(held: Held): Judged[] {
  const { statement } = held;
  return statement.amounts.flatMap((amount) => (isOfPost(amount, statement) ? [] : judgeFigure(amount, held)));
}

/** "3 things": what a post counts of its own parts. */
function isOfPost({ kind, nouns, value, isImplied }: Amount, { text }: Passage): boolean {
  if (isImplied) return true;
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

const known = new WeakMap<StoryIndex, readonly Stated[]>();

/** All amounts of a story. */
function amountsOf(story: StoryIndex): readonly Stated[] {
  const found = known.get(story);
  if (found !== undefined) return found;
  const all = story.passages.flatMap((passage) => passage.amounts.map((amount): Stated => ({ amount, passage })));
  known.set(story, all);
  return all;
}

function judgeFigure(amount: Amount, held: Held): Judged[] {
  const { statement, story, evidence } = held;
  const place = { kind: "figure" as const, start: amount.start, end: amount.end, fix: null };
  const all = amountsOf(story);
  const likeness = all.map((each) => compareAmounts(amount, each.amount));
  const same = all.filter((_, index) => likeness[index] === "same");
  const unit = all.find(
    (each, index) =>
      likeness[index] === "other-unit" &&
      shownValue(each.amount) === shownValue(amount) &&
      isOtherUnit(amount, each.amount),
  );
  if (same.length > 0 && isSupported(amount, same, held)) {
    const other = findOther(amount, same, all, held);
    if (other !== null)
      return [
        {
          ...place,
          rule: "figure-of-another-thing",
          verdict: "contradicted",
          because: `the story says ${other.amount.text} there`,
          source: other.passage,
          instead: other.amount.text,
        },
      ];
    return [{ ...place, rule: null, verdict: "said", because: "said", source: same[0]?.passage ?? null }];
  }
  const isTurned = unit !== undefined && evidence.slice(0, 3).some(({ passage }) => passage === unit.passage);
  const following = isTurned ? null : follow(amount, all, held);
  if (following?.turn !== undefined && isTurnedRound(amount, statement, following.turn))
    return [
      {
        ...place,
        kind: "direction",
        rule: "direction-reversed",
        verdict: "contradicted",
        because: `the story goes ${following.turn}: ${following.because}`,
        source: following.passage,
      },
    ];
  if (following !== null)
    return [
      {
        ...place,
        rule: null,
        verdict: "follows",
        because: `follows from ${following.because.replace(/^from /, "the change from ")}`,
        source: following.passage,
      },
    ];
  if (amount.kind === "number" && amount.value <= 12 && story.lengths.has(amount.value))
    return [{ ...place, rule: null, verdict: "follows", because: "as many as the story lists", source: null }];
  if (isVague(amount) && amount.isRough && !isTestable(held))
    return [{ ...place, rule: null, verdict: "untraced", because: "nothing the story says gives it", source: null }];
  if (isSmall(amount) || isHour(amount, story.passages) || (statement.text.endsWith("?") && !isTurned)) return [];
  const nearest = unit ?? nearestIn(amount, held, all);
  return [
    {
      ...place,
      rule: "figure-not-in-story",
      verdict: unit === undefined ? "untraced" : "contradicted",
      because: nearest === undefined ? "the story has no figure like it" : `the story says ${nearest.amount.text}`,
      source: nearest?.passage ?? null,
      ...(nearest === undefined ? {} : { instead: nearest.amount.text }),
    },
  ];
}

/** "up by half" where the story's figure falls. */
function isTurnedRound(amount: Amount, { tokens }: Passage, turn: "up" | "down"): boolean {
  const words = [
    ...tokens.slice(Math.max(0, amount.first - 6), amount.first),
    ...tokens.slice(amount.next, amount.next + 2),
  ];
  const turns = words
    .flatMap(({ key }) => (listed("comparing").get(key) === true ? [] : [DICTIONARY.direction.get(key)]))
    .filter((each) => each !== undefined);
  return turns.length > 0 && turns.every((each) => each !== turn);
}

/** "days" for "hours", "€" for "£": both are units, and not the same. */
function isOtherUnit(a: Amount, b: Amount): boolean {
  return a.kind !== "number" || b.kind !== "number";
}

/** A fraction that the story has of something else entirely says nothing here. */
function isSupported(amount: Amount, same: readonly Stated[], { statement, story, evidence }: Held): boolean {
  if (!amount.isRough || (evidence[0]?.score ?? 0) < STRONG) return true;
  const wanted = contextAround(statement, amount, story);
  return same.some((each) => shareAround(wanted, spotOf(each), story) >= 0.2);
}

const STRONG = 4;

/** A fraction or multiple is wrong only where the story has the figures that it would follow from. */
function isTestable({ evidence }: Held): boolean {
  const best = evidence[0]?.score ?? 0;
  return (
    best >= LEAST_TESTABLE &&
    evidence.slice(0, 3).some(({ passage, score }) => score >= best * CLOSE && passage.amounts.length >= 2)
  );
}

const LEAST_TESTABLE = 3;

/** "9 to 1" are hours of the clock where the story has these. */
function isHour({ kind, value, isCount }: Amount, passages: readonly Passage[]): boolean {
  return (
    kind === "number" &&
    !isCount &&
    passages.some(({ times }) => times.some((time) => time.kind === "clock" && time.value % 720 === (value * 60) % 720))
  );
}

/** Small numbers in words are how people talk. */
function isSmall({ kind, value, isSpelled, hedge }: Amount): boolean {
  return kind === "number" && isSpelled && value <= 4 && hedge === null;
}

function nearestIn(amount: Amount, { evidence }: Held, all: readonly Stated[]): Stated | undefined {
  const close = new Set(evidence.slice(0, 3).map(({ passage }) => passage));
  return (
    all.find((each) => close.has(each.passage) && each.amount.kind === amount.kind) ??
    all.find((each) => each.amount.kind === amount.kind)
  );
}
