import { listed } from "../language/dictionary.ts";
import { denies } from "./denies.ts";
import { near } from "./near.ts";
import type { Passage, Word } from "./passage.ts";

/** A clause with what it says and whether it denies it. */
export interface Clause {
  passage: Passage;
  words: readonly Word[];
  features: ReadonlySet<string>;
  subject: string | null;
  isDenied: boolean;
  /** It is its sentence. */
  isWhole: boolean;
  /** It says what could be, or what is so when something else is. */
  isModal: boolean;
  isConditional: boolean;
  /** It opens with its "not": "Nobody had", "Not one of the 38 remembered it". */
  isOfNobody: boolean;
  /** "I'd like to say I argued." */
  isWished: boolean;
  /** "better than", "as good as" */
  isCompared: boolean;
  /** The token of its "not"; its first word where it has none. */
  mark: number;
}

const BREAK = /^[,;:.!?()–—…"“”→]$/;

/** Takes a passage apart where a clause may end: at commas and the like, and in front of "because" or "but". */
export function clausesOf(passage: Passage): Clause[] {
  const { tokens } = passage;
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number): void => {
    const clause = readClause(passage, from, to);
    if (clause !== null) clauses.push(clause);
  };
  for (const [at, { text, key }] of tokens.entries())
    if (BREAK.test(text)) {
      close(at);
      from = at + 1;
    } else if (listed("clauseStarts").get(key) === true && !/^(?:that|who|which)$/.test(key)) {
      close(at);
      from = at + 1;
    }
  close(tokens.length);
  return clauses;
}

function readClause(passage: Passage, from: number, to: number): Clause | null {
  const within = (at: number): boolean => at >= from && at < to;
  const words = passage.words.filter(({ at, key }) => within(at) && listed("negation").get(key) !== true);
  if (words.length === 0 || !passage.tokens.slice(from, to).some(({ key }) => isVerbal(key))) return null;
  const denials = passage.tokens.flatMap(({ key }, at) =>
    within(at) &&
    isDenial(key, passage.tokens[at + 1]?.key ?? "") &&
    !isContrast(passage.tokens, at, from) &&
    (!/n['’]t$|^not$/.test(key) || words.some((word) => word.at > at) || isSaidBehind(passage, at, to))
      ? [at]
      : [],
  );
  const subject = passage.tokens.slice(from, to).find(({ key }) => listed("pronouns").get(key) === true)?.key ?? null;
  return {
    passage,
    words,
    features: new Set(words.map(({ stem }) => near(stem))),
    subject,
    isDenied: denials.length % 2 === 1,
    isWhole: from === 0 && passage.tokens.slice(to).every(({ text }) => BREAK.test(text)),
    isModal: passage.tokens
      .slice(from, to)
      .some(({ key }) => listed("modals").get(key) === true || /^(?:can|can't|cannot|able)$/.test(key)),
    isConditional: [passage.tokens[from - 1], passage.tokens[to]].some(
      (token) => listed("conditions").get(token?.key ?? "") === true,
    ),
    isOfNobody: denials[0] === from,
    isWished: passage.tokens.some(
      ({ key }, at) => key === "i'd" && listed("wishes").get(passage.tokens[at + 1]?.key ?? "") === true,
    ),
    isCompared: passage.tokens.slice(from, to).some(({ key }) => key === "than" || key === "as"),
    mark: denials[0] ?? (words.find(({ key }) => listed("pronouns").get(key) !== true) ?? words[0])?.at ?? from,
  };
}

/** "has not once said" */
function isSaidBehind({ tokens }: Passage, at: number, to: number): boolean {
  return tokens.slice(at + 1, to).some(({ key }) => listed("saying").get(key) === true);
}

/** "the people who pay and not those who build": a "not" that denies no more than a part. */
function isContrast(tokens: Passage["tokens"], at: number, from: number): boolean {
  return tokens[at]?.key === "not" && (at === from || /^(?:and|but|,)$/.test(tokens[at - 1]?.key ?? "")) && at > 0;
}

/** A clause has a verb; a part of a list ("voice recognition") has none. */
function isVerbal(key: string): boolean {
  return (
    listed("pronouns").get(key) === true ||
    listed("auxiliaries").get(key) === true ||
    listed("modals").get(key) === true ||
    listed("pastForms").get(key) === true ||
    /n't$/.test(key) ||
    /..ed$/.test(key)
  );
}

/** Whether a word denies what stands with it; `behind` is the next one. */
export function isDenial(key: string, behind: string): boolean {
  // "lost no more": what was so before.
  if (key === "no" && behind === "more") return false;
  if (behind === "to" && /^(?:refus|declin|fail)ed$/.test(key)) return true;
  return (denies(key) || key === "nothing") && listed("pseudoNegation").get(behind) !== true;
}
