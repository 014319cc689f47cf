import { listed, wordsOf } from "../language/dictionary.ts";
import { stemOf } from "../language/stem.ts";
import { isAlikeDone, isSame } from "./act-likeness.ts";
import { type Act, findActs } from "./acts.ts";
import { asks } from "./asks.ts";
import { castOf } from "./cast.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { near } from "./near.ts";
import { actsOf } from "./story-acts.ts";
import type { StoryIndex } from "./story-index.ts";
import { findActor } from "./who-at-place.ts";

const LEAST_SCORE = 2.2;
/** One word alone tells an act where it is as rare as this. */
const RARE = 3.5;
const LEAST_SHARE = 0.7;
/** A text about the story by somebody else stays closer to its words, in longer sentences. */
const LEAST_SHARE_OF_SUMMARY = 0.48;
const LEAD = 1.5;

/** Holds who does something against who does it in the story. */
export function judgeWho(held: Held): Judged[] {
  const { statement, story, before } = held;
  if (asks(statement) || isTakenBack(held)) return [];
  const cast = castOf(story);
  const last = before === null ? null : findActs(before, cast, null).last;
  const { acts } = findActs(statement, cast, last);
  return acts.flatMap((act): Judged[] => {
    const swapped = findSwapped(act, acts, story);
    const other = swapped ?? findVerbatim(act, story) ?? findOther(act, held) ?? findActor(act, held);
    if (other === null || speaksOf(act, other) || speaksOf(other, act)) return [];
    if (held.isFirstPerson && swapped === null && mayBeSame(act, other)) return [];
    const [from, to] = [statement.tokens[act.first], statement.tokens[act.next - 1]];
    return [
      {
        kind: "who",
        rule: "act-of-another",
        start: from?.start ?? 0,
        end: to?.end ?? 0,
        verdict: "contradicted",
        because: `in the story it is ${wordWho(other)}`,
        source: other.passage,
        fix: null,
      },
    ];
  });
}

/** Who "she" is, is seldom sure enough to be no "I"; and where the story says "I", too, that may be who is meant: 16 of 17 such alarms were false. */
function mayBeSame(act: Act, told: Act): boolean {
  const has = (passage: Act["passage"], pattern: RegExp): boolean =>
    passage.tokens.some(({ key }) => pattern.test(key));
  if (act.pronoun !== null && told.who === "i") return !has(act.passage, /^(?:him|her)self$/);
  return act.who === "i" && has(told.passage, /^(?:i|i'd|i've|i'm|me|we)$/);
}

/** "I let a tester, Priya, loose": what is done has the other in it; so has "my son's concert". */
function speaksOf({ what, passage }: Act, { who, pronoun }: Act): boolean {
  if (who === null || who === "i" || who === "we" || pronoun !== null) return false;
  const name = near(stemOf(who.replace("=", "")));
  return what.has(name) || (who.startsWith("=") && passage.features.has(name));
}

/** The act of the story that is most like one, if somebody else does it. */
function findOther(act: Act, held: Held): Act | null {
  const { story } = held;
  if (act.who === null && (act.pronoun === null || act.pronoun === "they")) return null;
  const leastShare = held.isFirstPerson ? LEAST_SHARE : LEAST_SHARE_OF_SUMMARY;
  const told = actsOf(story);
  const mine = Math.max(0, ...told.filter((each) => isSame(act, each)).map((each) => shared(act, each, story).score));
  const others = told.filter(
    (each) => each.who !== null && isAlikeDone(act, each) && !isSame(act, each) && mayTell(act, each, held),
  );
  const best = mostLike(act, others, story);
  if (best === null || best.score < Math.max(LEAST_SCORE, weightOf(act.what, story) * leastShare, mine * LEAD))
    return null;
  if (best.features < 2 && (act.what.size > 1 || best.score < RARE || isSaying(act))) return null;
  return act.who !== null && best.each.passage.features.has(near(stemOf(act.who))) ? null : best.each;
}

/** An act in nearly the story's words, which there another does: "Then she put two legs in the press", where it is "he". */
function findVerbatim(act: Act, story: StoryIndex): Act | null {
  const told = actsOf(story).filter((each) => isAlikeDone(act, each));
  const best = mostLike(act, told, story);
  if (best === null || best.features < 2) return null;
  const least = Math.min(weightOf(act.what, story), weightOf(best.each.what, story));
  if (best.score < least * VERBATIM) return null;
  const own = mostLike(
    act,
    told.filter((each) => !isPlainlyOther(act, each)),
    story,
  );
  if ((own?.score ?? 0) > best.score * OWN) return isWordForWord(act, best) ? best.each : null;
  return isPlainlyOther(act, best.each) ? best.each : null;
}

/** Two who have changed places: "I found a blocked filter while he was in bed", where he found it, and the author was in bed. */
function findSwapped(act: Act, acts: readonly Act[], story: StoryIndex): Act | null {
  const toldOf = (each: Act): Act[] =>
    actsOf(story).filter(
      (told) => isPlainlyOther(each, told) && isAlikeDone(each, told) && sharesMost(each, told, story),
    );
  const told = toldOf(act);
  if (told.length === 0) return null;
  const others = acts.filter((each) => each !== act && isPlainlyOther(act, each)).flatMap(toldOf);
  return told.find((one) => others.some((other) => other !== one && other.passage === one.passage)) ?? null;
}

function sharesMost(act: Act, told: Act, story: StoryIndex): boolean {
  return shared(act, told, story).score >= weightOf(act.what, story) * MOST;
}

const MOST = 0.6;
/** "Noor would rather have charged €4.95 per return", where the story's "he" is Maarten: nothing is put in or left out. */
function isWordForWord(act: Act, { each, features }: Likeness): boolean {
  if (features < FEWEST_WORD_FOR_WORD || features < act.what.size || features < each.what.size) return false;
  return (
    each.pronoun !== null &&
    each.who !== null &&
    act.who !== null &&
    act.pronoun === null &&
    each.who !== act.who &&
    ![act.who, each.who].some((who) => /^(?:i|we)$/.test(who) || who.startsWith("="))
  );
}

const FEWEST_WORD_FOR_WORD = 3;

/** So much of what is done is the same; whoever else does so much of it may be meant. */
const VERBATIM = 0.8;
const OWN = 0.6;

/** The author is nobody else, "he" is not "she", and one name is not another. */
function isPlainlyOther(a: Act, b: Act): boolean {
  const isAuthor = ({ who }: Act): boolean => who === "i";
  const isOther = ({ who, pronoun }: Act): boolean => pronoun !== null || (who !== null && !/^(?:i|we)$/.test(who));
  if ((isAuthor(a) && isOther(b)) || (isOther(a) && isAuthor(b))) return true;
  return a.pronoun !== null && b.pronoun !== null && a.pronoun !== b.pronoun;
}

interface Likeness {
  each: Act;
  score: number;
  features: number;
}

function mostLike(act: Act, all: readonly Act[], story: StoryIndex): Likeness | null {
  const [best] = all
    .map((each) => ({ each, ...shared(act, each, story) }))
    .sort((one, other) => other.score - one.score);
  return best === undefined || best.score === 0 ? null : best;
}

/** "I'd love to say I built it. I didn't." */
function isTakenBack({ after, statement: { text, tokens } }: Held): boolean {
  if (/^I (?:didn['’]t|did not|don['’]t)\b/.test(after?.text ?? "") || /\bI wish\b/.test(text)) return true;
  return tokens.some(({ key }, at) => key === "i'd" && listed("wishes").get(tokens[at + 1]?.key ?? "") === true);
}

/** A role that nobody is known for may be anybody but the author; the "I" of a text that is told of by another is not its "I". */
function mayTell(act: Act, told: Act, { isFirstPerson }: Held): boolean {
  const isAuthor = told.who === "i";
  if (isAuthor && !isFirstPerson) return false;
  if (act.who === "we" || told.who === "we") return false;
  if (act.pronoun !== null || act.who?.startsWith("=") === true) return isAuthor;
  return act.who === "i" || !(told.pronoun !== null || told.who?.startsWith("=") === true);
}

/** "I told him": everybody says something. */
function isSaying({ what }: Act): boolean {
  return [...what].every((feature) => SAYING.has(feature));
}

const SAYING: ReadonlySet<string> = new Set(wordsOf("saying").map((word) => near(stemOf(word))));

function wordWho({ passage, first, next }: Act): string {
  return passage.text.slice(passage.tokens[first]?.start, passage.tokens[next - 1]?.end);
}

function shared(a: Act, b: Act, story: StoryIndex): { score: number; features: number } {
  let [score, features] = [0, 0];
  for (const feature of a.what)
    if (b.what.has(feature) || (feature.startsWith("#") && b.passage.features.has(feature))) {
      score += story.weight(feature);
      features++;
    }
  return { score, features };
}

function weightOf(what: ReadonlySet<string>, story: StoryIndex): number {
  let sum = 0;
  for (const feature of what) sum += story.count(feature) === 0 ? UNKNOWN : story.weight(feature);
  return sum;
}

/** What a word that the story lacks counts for. */
const UNKNOWN = 2;
