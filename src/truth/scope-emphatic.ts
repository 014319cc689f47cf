import { isPast } from "../language/past.ts";
import { stemOf } from "../language/stem.ts";
import { type Scope, saysAsMuch } from "./find-scopes.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import { findPartials, type Partial, wordsOfPartial } from "./partials.ts";
import type { Passage } from "./passage.ts";

/** The words of a line that says how many, and the line. */
interface Counted {
  words: string;
  passage: Passage;
}

/** Where a line of the story that is nearest, or beside it, says how many "every single one" and "all of them" were. */
export function findBeside(scope: Scope, { statement, story, evidence, isFirstPerson }: Held): Counted | null {
  const [nearest] = evidence;
  if (!isFirstPerson || nearest === undefined || !isEmphatic(scope, statement)) return null;
  if (evidence.slice(0, MOST_LINES).some(({ passage }) => saysAsMuch(passage, scope))) return null;
  const { index } = nearest.passage;
  for (const at of [index, index - 1, index + 1]) {
    const passage = story.passages[at];
    const part = passage && findPartials(passage).find(({ share }) => share > 0 && share < 1);
    if (passage !== undefined && part !== undefined) return { words: wordsOfPartial(passage, part), passage };
  }
  return null;
}

/** Where a line says how many did what "every one of them" is said to have done: "36 of the 38 stayed". */
export function findSameVerb(scope: Scope, { statement, evidence, isFirstPerson }: Held): Counted | null {
  if (!isFirstPerson || !isEmphatic(scope, statement)) return null;
  for (const { passage } of evidence.slice(0, MOST_LINES)) {
    const part = findPartials(passage).find(
      (each) => each.whole !== undefined && each.share < 1 && isOfSameVerb(each, passage, statement),
    );
    if (part !== undefined) return { words: wordsOfPartial(passage, part), passage };
  }
  return null;
}

const MOST_LINES = 4;

function isOfSameVerb({ first }: Partial, { tokens }: Passage, statement: Passage): boolean {
  const verb = tokens.slice(first + 1, first + OF_PART).find(({ key }) => isPast(key));
  return verb !== undefined && statement.features.has(near(stemOf(verb.key)));
}

/** In tokens: "36 of the 38 merchants stayed". */
const OF_PART = 7;

const ALL = 0.9;

/** "every single", "not one of", "all of it": but not "three things, all of them", which counts its own. */
function isEmphatic({ from, to, first, next }: Scope, { tokens, amounts }: Passage): boolean {
  const isAll = from >= ALL || to === 0;
  if (!isAll || tokens[first]?.key === "each" || amounts.some((amount) => amount.first < first)) return false;
  const [last, behind] = [tokens[next - 1]?.key ?? "", tokens[next]?.key ?? ""];
  return /^(?:single|last|of)$/.test(last) || behind === "of";
}
