import { DICTIONARY, listed } from "../language/dictionary.ts";
import { findActs } from "./acts.ts";
import { asks } from "./asks.ts";
import { type Cast, castOf } from "./cast.ts";
import { denies } from "./denies.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { findNameUses, type NameUse } from "./name-uses.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";
import { subjectAt } from "./subject.ts";

/** Who was for or against something: "Siân said no", "the board agreed". */
interface Stance {
  who: string;
  isFor: boolean;
  first: number;
  next: number;
  passage: Passage;
}

/** In tokens: so far in front stands who it is. */
const REACH = 14;

/** Finds "she accepted" where in the story she declined. */
export function judgeStances({ statement, before, story, course, isFirstPerson }: Held): Judged[] {
  if (!isFirstPerson || asks(statement)) return [];
  const last = before === null ? null : findActs(before, castOf(story), null).last;
  return stancesIn(statement, story, last).flatMap((stance): Judged[] => {
    const own = stancesOf(story).filter(({ who }) => who === stance.who);
    // "She declined." is about what stands in front of it.
    const offOf = ({ passage }: Stance): number =>
      Math.min(...story.passages.slice(Math.max(0, passage.index - 1), passage.index + 1).map(course.behind));
    const nearest = (isFor: boolean): Stance | undefined =>
      own.filter((each) => each.isFor === isFor).toSorted((a, b) => offOf(a) - offOf(b))[0];
    const [same, turned] = [nearest(stance.isFor), nearest(!stance.isFor)];
    if (turned === undefined || offOf(turned) >= FARTHEST) return [];
    if (same !== undefined && offOf(same) < offOf(turned) + MARGIN) return [];
    const [from, to] = [statement.tokens[stance.first], statement.tokens[stance.next - 1]];
    return [
      {
        kind: "negation",
        rule: "negation-reversed",
        start: from?.start ?? 0,
        end: to?.end ?? 0,
        verdict: "contradicted",
        because: `the story says that they were ${turned.isFor ? "for" : "against"} it`,
        source: turned.passage,
        fix: null,
      },
    ];
  });
}

/** In the logarithm of a likelihood. */
const FARTHEST = 5;
const MARGIN = 3;

function stancesIn(passage: Passage, story: StoryIndex, person: string | null): Stance[] {
  const { tokens } = passage;
  const found: Stance[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const read = DICTIONARY.stances.at(tokens, at);
    if (read === null || (isForIt(tokens, at) && listed("standing").get(tokens[at - 1]?.key ?? "") !== true)) continue;
    const who = whoIn(passage, at, story, person);
    const isDenied = tokens.slice(Math.max(0, at - 2), at).some(({ key }) => denies(key));
    const next = at + read.length;
    if (who !== null) found.push({ who, isFor: (read.meaning === "for") !== isDenied, first: at, next, passage });
    at = next - 1;
  }
  return found;
}

/** "We paid for it" is no "She was for it". */
function isForIt(tokens: Passage["tokens"], at: number): boolean {
  return tokens[at]?.key === "for" && tokens[at + 1]?.key === "it";
}

/** The nearest name, role or pronoun in front, in the same sentence. */
function whoIn(passage: Passage, before: number, story: StoryIndex, person: string | null): string | null {
  const names = new Map(findNameUses(passage).map((use) => [use.first, use] as const));
  const reading = { passage, cast: castOf(story), names, person };
  for (let at = before - 1; at >= Math.max(0, before - REACH); at--) {
    if (/^[.;:!?()–—…→"“”]$/.test(passage.tokens[at]?.text ?? "")) return null;
    const subject = subjectAt(reading, at);
    if (subject !== null && subject.next <= before) return subject.who;
  }
  return null;
}

function personOf({ keys }: NameUse, cast: Cast): string | null {
  const key = keys.find((each) => cast.isName(each)) ?? "";
  return cast.fullName(key)[0] ?? key;
}

const known = new WeakMap<StoryIndex, readonly Stance[]>();

function stancesOf(story: StoryIndex): readonly Stance[] {
  const found = known.get(story);
  if (found !== undefined) return found;
  const cast = castOf(story);
  let last: string | null = null;
  const stances = story.passages.flatMap((passage) => {
    const own = stancesIn(passage, story, last);
    const named = cast.uses.get(passage)?.findLast(({ keys }) => !cast.isPlace(keys[0] ?? ""));
    last = named === undefined ? findActs(passage, cast, last).last : personOf(named, cast);
    return own;
  });
  known.set(story, stances);
  return stances;
}
