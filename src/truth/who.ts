import { listed, wordsOf } from "../language/dictionary.ts";
import { stemOf } from "../language/stem.ts";
import { type Act, actsOf, findActs } from "./acts.ts";
import { asks } from "./asks.ts";
import { castOf } from "./cast.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { near } from "./near.ts";
import type { StoryIndex } from "./story-index.ts";

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
  const leastShare = held.isFirstPerson ? LEAST_SHARE : LEAST_SHARE_OF_SUMMARY;
  const last = before === null ? null : findActs(before, cast, null).last;
  return findActs(statement, cast, last).acts.flatMap((act): Judged[] => {
    if (act.who === null && !act.isPronoun) return [];
    const told = actsOf(story);
    const total = weightOf(act.what, story);
    const mine = Math.max(0, ...told.filter((each) => isSame(act, each)).map((each) => shared(act, each, story).score));
    const others = told
      .filter(
        (each) => each.who !== null && each.isDenied === act.isDenied && !isSame(act, each) && mayTell(act, each, held),
      )
      .map((each) => ({ each, ...shared(act, each, story) }));
    const best = others.sort((a, b) => b.score - a.score)[0];
    if (best === undefined || best.score < LEAST_SCORE || best.score < total * leastShare || best.score < mine * LEAD)
      return [];
    if (best.features < 2 && (act.what.size > 1 || best.score < RARE || isSaying(act))) return [];
    if (act.who !== null && best.each.passage.features.has(near(stemOf(act.who)))) return [];
    const [from, to] = [statement.tokens[act.first], statement.tokens[act.next - 1]];
    return [
      {
        kind: "who",
        rule: "act-of-another",
        start: from?.start ?? 0,
        end: to?.end ?? 0,
        verdict: "contradicted",
        because: `in the story it is ${wordWho(best.each)}`,
        source: best.each.passage,
        fix: null,
      },
    ];
  });
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
  if (act.isPronoun || act.who?.startsWith("=") === true) return isAuthor;
  return act.who === "i" || !(told.isPronoun || told.who?.startsWith("=") === true);
}

function isSame({ who: a, isPronoun }: Act, { who: b, isPronoun: isOther }: Act): boolean {
  // Who "he" is may be unknown; the author he is not.
  if (a === null && isPronoun && b === "i") return false;
  return (
    a === null || b === null || a === b || (isPronoun && isOther) || (/^(?:i|we)$/.test(a) && /^(?:i|we)$/.test(b))
  );
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
    if (b.what.has(feature)) {
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
