import { listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { findQuotations, type Quotation } from "../language/quotation.ts";
import type { Token } from "../language/token.ts";
import type { Cast } from "./cast.ts";
import { findNameUses } from "./name-uses.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import { amountKey, timeKey } from "./passage.ts";
import { isOfNoun, isRelative, isSubordinate } from "./relative.ts";
import { behindApposition, ownerAtEnd, type SubjectReading, subjectAt } from "./subject.ts";

type Pronoun = "he" | "she" | "they";

/** Who does something, and the words of what they do. */
export interface Act {
  /** A name's first word, `i` for the author, a role nobody is known for (`=role`), or null for a pronoun that nobody explains. */
  who: string | null;
  what: ReadonlySet<string>;
  /** "he", "she" or "they", where it is said with one. */
  pronoun: Pronoun | null;
  /** A "not" stands in what they do. */
  isDenied: boolean;
  /** "I had wanted to add a paragraph": nothing was done. */
  isWished: boolean;
  first: number;
  next: number;
  passage: Passage;
}

interface OpenAct extends Pick<Act, "who" | "first" | "next" | "pronoun"> {
  /** Where what is done begins. */
  from: number;
}

/** A passage as far as it is read. */
interface ActReading extends SubjectReading {
  acts: Act[];
  open: OpenAct | null;
  /** A subject may begin here. */
  mayBegin: boolean;
  quotations: readonly Quotation[];
}

const FEWEST_QUOTED = 3;

const PARTS = /^[.;:!?()–—…→]$/;

const isConnective = (key: string): boolean => listed("connectives").get(key) === true;

/** Finds the acts of a passage. `last` is the person that "he" or "she" goes on with. */
export function findActs(passage: Passage, cast: Cast, last: string | null): { acts: Act[]; last: string | null } {
  const reading: ActReading = {
    passage,
    cast,
    names: new Map(findNameUses(passage).map((use) => [use.first, use] as const)),
    person: last,
    acts: [],
    open: null,
    mayBegin: true,
    // A word or two in quotation marks are the author's.
    quotations: findQuotations(passage.text).filter(({ text }) => text.trim().split(/\s+/).length >= FEWEST_QUOTED),
  };
  if (passage.isSpoken) return { acts: [], last };
  let at = 0;
  while (at < passage.tokens.length) at = readAct(reading, at);
  closeAct(reading, passage.tokens.length);
  return { acts: reading.acts, last: ownerAtEnd(reading) ?? reading.person };
}

/** Reads on at a token; returns the index to go on from. */
function readAct(reading: ActReading, at: number): number {
  const { passage, quotations, open } = reading;
  const token = passage.tokens[at];
  if (token === undefined) return at + 1;
  // Who says "I" in a quotation is not the author.
  if (quotations.some(({ start, end }) => token.start >= start && token.end <= end)) {
    closeAct(reading, at);
    return at + 1;
  }
  const isClosing = token.text === "," && (open === null || isSubordinate(passage, open.first));
  if (PARTS.test(token.text) || isClosing) {
    closeAct(reading, at);
    reading.mayBegin = true;
    return at + 1;
  }
  if (token.key === "who") closeAct(reading, at);
  if (open !== null && goesOn(passage, open.from, at)) {
    closeAct(reading, at);
    reading.open = { ...open, from: at + 1 };
    return at + 1;
  }
  return readAgent(reading, at) ?? readInverted(reading, at) ?? readSubject(reading, at, token);
}

function closeAct(reading: ActReading, end: number): void {
  const { open, passage, acts } = reading;
  if (open === null) return;
  const { from, ...act } = open;
  const what = featuresIn(passage, from, end);
  if (what.size > 0 && !isPassive(passage, from))
    acts.push({ ...act, what, passage, isDenied: isDenied(passage, from, end), isWished: isWished(passage, from) });
  reading.open = null;
}

function isWished({ tokens }: Passage, from: number): boolean {
  const at = tokens[from]?.key === "had" ? from + 1 : from;
  return listed("wanting").get(tokens[at]?.key ?? "") === true && tokens[at + 1]?.key === "to";
}

/** "was told by two": somebody else does it; "was at the terminal": nobody does anything. */
function isPassive({ tokens }: Passage, from: number): boolean {
  const [verb, behind] = [tokens[from]?.key ?? "", tokens[from + 1]?.key ?? ""];
  if (listed("auxiliaries").get(verb) === true && /^(?:at|in|on)$/.test(behind)) return true;
  return listed("passiveLeads").get(verb) === true && isPast(behind);
}

/** "He made it public, forgot it, and …": each part is told of the same subject. */
function goesOn({ tokens }: Passage, from: number, at: number): boolean {
  if (!tokens.slice(from, at).some(({ key }) => isPast(key))) return false;
  return tokens[at]?.text === "," && isPast(tokens[at + (tokens[at + 1]?.key === "and" ? 2 : 1)]?.key ?? "");
}

/** "proposed by our CEO": what stands in front is what they do. */
function readAgent(reading: ActReading, at: number): number | null {
  const { passage, acts } = reading;
  if (passage.tokens[at]?.key !== "by" || !isPast(passage.tokens[at - 1]?.key ?? "")) return null;
  const agent = subjectAt(reading, at + 1);
  if (agent === null) return null;
  closeAct(reading, at);
  const start = clauseStart(passage, at);
  acts.push({
    who: agent.who,
    what: featuresIn(passage, start, at),
    passage,
    pronoun: null,
    isDenied: isDenied(passage, start + 1, at),
    isWished: false,
    first: at + 1,
    next: agent.next,
  });
  return agent.next;
}

/** "The missing model, says Sander." */
function readInverted(reading: ActReading, at: number): number | null {
  const { passage, acts } = reading;
  const { tokens } = passage;
  if (tokens[at - 1]?.text !== "," || !/^(?:says|said)$/.test(tokens[at]?.key ?? "")) return null;
  const speaker = subjectAt(reading, at + 1);
  if (speaker === null || tokens[speaker.next]?.kind === "word") return null;
  const start = clauseStart(passage, at - 1);
  const what = featuresIn(passage, start, at + 1);
  const pronoun = pronounAt(tokens[at + 1]?.key ?? "");
  acts.push({
    who: speaker.who,
    what,
    passage,
    pronoun,
    isDenied: false,
    isWished: false,
    first: at + 1,
    next: speaker.next,
  });
  return speaker.next;
}

/** Opens an act where a subject stands. */
function readSubject(reading: ActReading, at: number, token: Token): number {
  const { passage } = reading;
  const subject = mayBeSubject(reading, at, token) ? subjectAt(reading, at) : null;
  const from = subject === null ? at + 1 : behindApposition(passage, subject.next);
  const isOpening = subject !== null && !/^(?:of|from|and|or|at|,|\.)$/.test(passage.tokens[from]?.key ?? "");
  if (isOpening) {
    closeAct(reading, at);
    const { who } = subject;
    reading.open = { who, first: at, next: from, from, pronoun: pronounAt(token.key) };
    if (who !== null && who !== "i" && who !== "we") reading.person = who;
  }
  const next = isOpening ? from : at + 1;
  reading.mayBegin = opens(token) || (reading.mayBegin && isAdverbial(passage, token, next - 1));
  return next;
}

function pronounAt(key: string): Pronoun | null {
  const found = /^(?:he|she|they)(?=$|')/.exec(key)?.[0];
  return found === undefined ? null : (found as Pronoun);
}

function mayBeSubject({ passage, mayBegin, names, cast, open }: ActReading, at: number, { key }: Token): boolean {
  const before = passage.tokens[at - 1];
  const name = names.get(at);
  // "gave Priya Nair, the teacher with the jam, a written warning"
  const isBehindName = [...names.values()].some(({ next }) => next === at - 1);
  const isApposed = isBehindName && (listed("articles").get(key) === true || listed("possessives").get(key) === true);
  if (open !== null && before?.text === "," && isApposed) return false;
  // "The next day Marek stood by the queue"
  if (
    name !== undefined &&
    cast.isName(name.keys[0] ?? "") &&
    listed("timeWords").get(before?.key ?? "") === true &&
    isPast(passage.tokens[name.next]?.key ?? "")
  )
    return true;
  return (
    mayBegin ||
    (key === "i" && !isRelative(before) && !isOfNoun(passage, at)) ||
    before?.text === "," ||
    isConnective(before?.key ?? "")
  );
}

/** Whether a subject may stand behind a token wherever it stands. */
function opens({ key, kind, text }: Token): boolean {
  return isConnective(key) || kind === "emoji" || /^[•-]$/.test(text);
}

/** "Then I", "On Monday I": words that a subject may stand behind where they begin a clause. */
function isAdverbial({ times }: Passage, { key }: Token, at: number): boolean {
  return listed("adverbials").get(key) === true || times.some(({ first, next }) => at >= first && at < next);
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
