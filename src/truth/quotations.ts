import { listed } from "../language/dictionary.ts";
import { findQuotations, type Quotation } from "../language/quotation.ts";
import { castOf, isRole } from "./cast.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { findNameUses, type NameUse } from "./name-uses.ts";
import type { Passage } from "./passage.ts";
import { plainWords } from "./story-index.ts";

/** Fewer words in quotation marks are a term, no quotation. */
const FEWEST_WORDS = 4;

/** Holds quotations against the story's words: a quotation may be shortened or joined, but no word may be put into it. */
export function judgeQuotations(held: Held): Judged[] {
  if (isSupposed(held.statement)) return [];
  return findQuotations(held.statement.text).flatMap((quotation) => {
    const words = plainWords(quotation.text).split(" ");
    return words.length < FEWEST_WORDS ? [] : [judgeQuotation(quotation, words, held)];
  });
}

/** 'If "we followed it" is the end of your review', '"Was that in the report?" you'll ask': what a reader might say. */
function isSupposed({ tokens, text }: Passage): boolean {
  if (/["”], ?you(?:['’]ll| may| might)? (?:ask|say)\b|\?["”] you(?:['’]ll| may| might)? ask\b/.test(text)) return true;
  // "When I rang, she said: “You wrote to Henk.”" is no supposing.
  const quote = tokens.findIndex(({ kind }) => kind === "quote");
  const outside =
    quote < 0
      ? tokens
      : [...tokens.slice(0, quote), ...tokens.slice(tokens.findLastIndex(({ kind }) => kind === "quote"))];
  return /^(?:if|when|whoever|imagine)$/.test(tokens[0]?.key ?? "") && outside.some(({ key }) => /^your?$/.test(key));
}

function judgeQuotation(quotation: Quotation, words: readonly string[], held: Held): Judged {
  const { share, passage } = bestMatch(words, held.story.passages);
  const place = { kind: "quotation" as const, start: quotation.start, end: quotation.end };
  if (share >= 1 && passage !== null) {
    const speaker = judgeSpeaker(held, quotation, passage);
    return speaker ?? { ...place, rule: null, verdict: "said", because: "said", source: passage, fix: null };
  }
  if (passage !== null && share >= LEAST_NEAR && isReported(words, passage))
    return { ...place, rule: null, verdict: "said", because: "said", source: passage, fix: null };
  const changed = { ...place, rule: "quote-not-in-story" as const };
  if (passage === null || share < LEAST_NEAR)
    return { ...changed, verdict: "untraced", because: "the story quotes nothing like it", source: null, fix: null };
  const quoted = findQuotations(passage.text).at(0)?.text;
  return {
    ...changed,
    verdict: "contradicted",
    because: `the story says "${quoted ?? passage.text}"`,
    source: passage,
    fix: quoted !== undefined && share >= LEAST_FIXED ? quoted : null,
  };
}

/** 'that we had always done it so': the story reports what the post quotes, so "we've" and "we had" are the same. */
function isReported(words: readonly string[], { text }: Passage): boolean {
  if (findQuotations(text).length > 0) return false;
  const content = (all: readonly string[]): string[] =>
    all.filter((word) => listed("functionWords").get(word) !== true);
  const [own, told] = [content(words), content(plainWords(text).split(" "))];
  return own.length > 0 && commonLength(own, told) === own.length;
}

/** From this share of its words on, a quotation is one of the story's that was changed; … */
const LEAST_NEAR = 0.4;
/** … and from this one on, the story's words may be put in its place. */
const LEAST_FIXED = 0.6;

function bestMatch(words: readonly string[], passages: readonly Passage[]): { share: number; passage: Passage | null } {
  let best: { share: number; passage: Passage | null } = { share: 0, passage: null };
  const hold = (text: string, passage: Passage): void => {
    const share = commonLength(words, plainWords(text).split(" ")) / words.length;
    if (share > best.share) best = { share, passage };
  };
  for (const passage of passages) hold(passage.text, passage);
  // A quotation may join what two sentences say.
  for (const passage of passages) hold(`${passage.text} ${passages[passage.index + 1]?.text ?? ""}`, passage);
  return best;
}

/** How many words two texts have in common, in the same order. */
export function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [index, other] of b.entries())
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

const FEWEST_OUTSIDE = 3;

/** The words of a passage that are in no quotation. */
function outsideOf({ text }: Passage): string {
  let [rest, at] = ["", 0];
  for (const { start, end } of findQuotations(text)) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

/** Holds who is named beside a quotation against who is named beside it in the story. */
function judgeSpeaker({ statement, before, story }: Held, quotation: Quotation, told: Passage): Judged | null {
  const cast = castOf(story);
  const people = (passage: Passage, isOutside: (start: number) => boolean): NameUse[] =>
    findNameUses(passage).filter(
      (use) => isOutside(use.start) && use.keys.some((key) => cast.isName(key) && !cast.isPlace(key)),
    );
  const outside =
    (passage: Passage) =>
    (start: number): boolean =>
      !findQuotations(passage.text).some((each) => start >= each.start && start < each.end);
  const here = people(statement, (start) => start < quotation.start || start >= quotation.end);
  const speakers =
    here.length > 0 || before === null || !/[:,]$/.test(before.text) ? here : people(before, outside(before));
  const beside = (steps: readonly number[]): NameUse[] =>
    steps.flatMap((step) => {
      const passage = story.passages[told.index + step];
      return passage === undefined ? [] : people(passage, outside(passage));
    });
  const own = beside([0]);
  // "The screen now asks: …" is nobody.
  if (own.length === 0 && plainWords(outsideOf(told)).split(" ").length >= FEWEST_OUTSIDE) return null;
  const around = own.length > 0 ? own : beside([-1, 1]);
  const known = new Set(around.flatMap(({ keys }) => keys.flatMap((key) => cast.fullName(key))));
  const [speaker] = speakers;
  if (speaker === undefined || known.size === 0 || !speakers.every(({ keys }) => keys.every((key) => !known.has(key))))
    return null;
  const isHere = here.includes(speaker);
  // "When I rang Van Dalen, their manager said: …": somebody of theirs.
  const between = isHere ? statement.tokens.filter(({ start }) => start >= speaker.end && start < quotation.start) : [];
  if (
    between.some(
      ({ key }, at) => /^(?:their|his|her)$/.test(key) && between.slice(at, at + 4).some((each) => isRole(each.key)),
    )
  )
    return null;
  return {
    kind: "who",
    rule: "act-of-another",
    start: isHere ? speaker.start : quotation.start,
    end: isHere ? speaker.end : quotation.end,
    verdict: "contradicted",
    because: `in the story it is ${around[0]?.text ?? ""} who says this`,
    source: told,
    fix: null,
  };
}
