import { listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { findQuotations } from "../language/quotation.ts";
import { stemOf } from "../language/stem.ts";
import { type Cast, castOf, isRole } from "./cast.ts";
import { findNameUses } from "./name-uses.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import { amountKey, timeKey } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** Who does something, and the words of what they do. */
export interface Act {
  /** A name's first word, `i` for the author, a role nobody is known for (`=role`), or null for a pronoun that nobody explains. */
  who: string | null;
  what: ReadonlySet<string>;
  /** It is said with "he" or "she". */
  isPronoun: boolean;
  /** A "not" stands in what they do. */
  isDenied: boolean;
  first: number;
  next: number;
  passage: Passage;
}

interface OpenAct extends Pick<Act, "who" | "first" | "next" | "isPronoun"> {
  /** Where what is done begins. */
  from: number;
}

const FEWEST_QUOTED = 3;

const PARTS = /^[.;:!?()–—…→]$/;

const isConnective = (key: string): boolean => listed("connectives").get(key) === true;

/** Finds the acts of a passage. `last` is the person that "he" or "she" goes on with. */
export function findActs(passage: Passage, cast: Cast, last: string | null): { acts: Act[]; last: string | null } {
  const acts: Act[] = [];
  let person = last;
  let open: OpenAct | null = null;
  const names = new Map(findNameUses(passage).map((use) => [use.first, use] as const));
  const close = (end: number): void => {
    if (open === null) return;
    const { from, ...act } = open;
    const what = featuresIn(passage, from, end);
    if (what.size > 0) acts.push({ ...act, what, passage, isDenied: isDenied(passage, from, end) });
    open = null;
  };
  // A word or two in quotation marks are the author's.
  const quotations = findQuotations(passage.text).filter(
    ({ text }) => text.trim().split(/\s+/).length >= FEWEST_QUOTED,
  );
  let mayBegin = true;
  for (let at = 0; at < passage.tokens.length; at++) {
    const token = passage.tokens[at];
    if (token === undefined) continue;
    // Who says "I" in a quotation is not the author.
    if (quotations.some(({ start, end }) => token.start >= start && token.end <= end)) {
      close(at);
      continue;
    }
    if (PARTS.test(token.text) || (token.text === "," && open === null)) {
      close(at);
      mayBegin = true;
      continue;
    }
    // "He made it public, forgot it, and …": each part is told of the same subject.
    if (
      token.text === "," &&
      open !== null &&
      isPast(passage.tokens[at + (passage.tokens[at + 1]?.key === "and" ? 2 : 1)]?.key ?? "")
    ) {
      const same: OpenAct = open;
      close(at);
      open = { ...same, from: at + 1 };
      continue;
    }
    // "proposed by our CEO": what stands in front is what they do.
    if (token.key === "by" && isPast(passage.tokens[at - 1]?.key ?? "")) {
      const agent = subjectAt(passage, at + 1, names, cast, person);
      if (agent !== null) {
        close(at);
        const what = featuresIn(passage, clauseStart(passage, at), at);
        acts.push({
          who: agent.who,
          what,
          passage,
          isPronoun: false,
          isDenied: isDenied(passage, clauseStart(passage, at) + 1, at),
          first: at + 1,
          next: agent.next,
        });
        at = agent.next - 1;
        continue;
      }
    }
    const subject =
      mayBegin ||
      token.key === "i" ||
      isConnective(passage.tokens[at - 1]?.key ?? "") ||
      passage.tokens[at - 1]?.text === ","
        ? subjectAt(passage, at, names, cast, person)
        : null;
    if (
      subject !== null &&
      !/^(?:of|from|and|or|at|,|\.)$/.test(passage.tokens[behindApposition(passage, subject.next)]?.key ?? "")
    ) {
      close(at);
      const next = behindApposition(passage, subject.next);
      open = { who: subject.who, first: at, next, from: next, isPronoun: /^(?:he|she)\b/.test(token.key) };
      if (subject.who !== null && subject.who !== "i" && subject.who !== "we") person = subject.who;
      at = next - 1;
    }
    mayBegin =
      isConnective(token.key) ||
      token.kind === "emoji" ||
      /^[•-]$/.test(token.text) ||
      (mayBegin &&
        (listed("adverbials").get(token.key) === true ||
          passage.times.some(({ first, next }) => at >= first && at < next)));
  }
  close(passage.tokens.length);
  return { acts, last: person };
}

/** "Giles, the owner, …": the index behind what a comma adds to a subject. */
function behindApposition({ tokens }: Passage, index: number): number {
  if (tokens[index]?.text !== ",") return index;
  const lead = tokens[index + 1]?.key ?? "";
  if (!/^(?:an?|the|who)$/.test(lead) && listed("possessives").get(lead) !== true) return index;
  for (let at = index + 2; at < Math.min(tokens.length, index + LONGEST_APPOSITION); at++)
    if (tokens[at]?.text === ",") return at + 1;
  return index;
}

const LONGEST_APPOSITION = 10;

interface Subject {
  who: string | null;
  next: number;
}

function subjectAt(
  passage: Passage,
  at: number,
  names: ReadonlyMap<number, { keys: readonly string[]; next: number }>,
  cast: Cast,
  person: string | null,
): Subject | null {
  const key = passage.tokens[at]?.key ?? "";
  if (key === "i" || /^i'(?:ve|d|m|ll)$/.test(key)) return { who: "i", next: at + 1 };
  if (key === "we" || /^we'/.test(key)) return { who: "we", next: at + 1 };
  if (/^(?:he|she)(?:'s|'d|'ll)?$/.test(key)) return { who: person, next: at + 1 };
  const name = names.get(at);
  // "Marrowdale's file" is not Marrowdale.
  if (name !== undefined && /['’]s?$/.test(passage.tokens[name.next - 1]?.text ?? "")) return null;
  if (name !== undefined && cast.isName(name.keys[0] ?? "") && !cast.isPlace(name.keys[0] ?? "")) {
    const first = name.keys.find((each) => cast.isName(each)) ?? "";
    return { who: cast.fullName(first)[0] ?? first, next: name.next };
  }
  if (!/^(?:the|an?)$/.test(key) && listed("possessives").get(key) === undefined) return null;
  const role = passage.tokens.slice(at + 1, at + 4).findIndex((token) => cast.holderOf(token.key) !== null);
  if (role >= 0) return { who: cast.holderOf(passage.tokens[at + 1 + role]?.key ?? ""), next: at + 2 + role };
  const noun = passage.tokens[at + 1];
  return noun !== undefined && isRole(noun.key) ? { who: `=${near(stemOf(noun.key))}`, next: at + 2 } : null;
}

/** Where the clause begins that ends at a token. */
function clauseStart({ tokens }: Passage, at: number): number {
  let start = at;
  while (
    start > 0 &&
    !PARTS.test(tokens[start - 1]?.text ?? "") &&
    !/^(?:,|and|but)$/.test(tokens[start - 1]?.key ?? "")
  )
    start--;
  return start;
}

function isDenied({ tokens }: Passage, from: number, to: number): boolean {
  return tokens.slice(from - 1, Math.min(to, from + 2)).some(({ key }) => listed("negation").get(key) === true);
}

function featuresIn({ words, amounts, times }: Passage, from: number, to: number): Set<string> {
  return new Set([
    ...words.filter(({ at }) => at >= from && at < to).map(({ stem }) => near(stem)),
    ...amounts.filter(({ first }) => first >= from && first < to).map(amountKey),
    ...times.filter(({ first }) => first >= from && first < to).map(timeKey),
  ]);
}

const known = new WeakMap<StoryIndex, readonly Act[]>();

/** The acts of a whole story. */
export function actsOf(story: StoryIndex): readonly Act[] {
  const found = known.get(story);
  if (found !== undefined) return found;
  const cast = castOf(story);
  let last: string | null = null;
  const acts = story.passages.flatMap((passage) => {
    const read = findActs(passage, cast, last);
    last = read.last;
    return read.acts;
  });
  known.set(story, acts);
  return acts;
}
