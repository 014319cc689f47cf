import { listed } from "../language/dictionary.ts";
import { isAlikeDone, isSame } from "./act-likeness.ts";
import type { Act } from "./acts.ts";
import { castOf, isRole } from "./cast.ts";
import type { Held } from "./held.ts";
import type { Passage } from "./passage.ts";
import { actsOf } from "./story-acts.ts";
import type { StoryIndex } from "./story-index.ts";

const LEAST_PLACE = 4;
/** So much likelier the place has to be than any in which the one who does it is spoken of. */
const LEAD = 1;

/** Who else does something at the passage that a statement is from, where the one who does it in the statement is not spoken of. */
export function findActor(act: Act, { story, course, isFirstPerson }: Held): Act | null {
  const [best] = course.places;
  if (!isFirstPerson || best === undefined || best.score < LEAST_PLACE || !isKnown(act, story)) return null;
  const told = actsOf(story).filter(({ passage }) => passage === best.passage);
  const other = told.find(
    (each) =>
      each.who !== null &&
      each.who !== "we" &&
      mayBeAnother(act, each) &&
      isAlikeDone(act, each) &&
      [...act.what].some((feature) => each.what.has(feature)),
  );
  if (other === undefined) return null;
  const isNear = (passage: Passage): boolean => course.behind(passage) < LEAD;
  return story.passages.some((passage) => isNear(passage) && speaksOf(act, passage, story)) ? null : other;
}

/** Of "he" only the author and "she" are surely others. */
function mayBeAnother({ pronoun }: Act, other: Act): boolean {
  return pronoun === null || other.who === "i" || (other.pronoun !== null && other.pronoun !== pronoun);
}

/** The author, a name, "he" or "she", and "our designer" where the story has one; "we" and "they" may be anybody. */
function isKnown({ who, pronoun, first, next, passage: { tokens } }: Act, story: StoryIndex): boolean {
  if (who === null) return pronoun !== null && pronoun !== "they";
  if (!who.startsWith("=")) return who !== "we";
  if (listed("possessives").get(tokens[first]?.key ?? "") !== true || story.count(who.slice(1)) === 0) return false;
  // "our colleague Hana"
  const behind = tokens[next];
  return behind !== undefined && !/^\p{Lu}/u.test(behind.text) && !isRole(behind.key);
}

function speaksOf(act: Act, passage: Passage, story: StoryIndex): boolean {
  const has = (pattern: RegExp): boolean => passage.tokens.some(({ key }) => pattern.test(key));
  if (act.who === "i") return passage.tokens.some(({ key }) => isAuthor(key));
  if (actsOf(story).some((each) => each.passage === passage && (each.who === null || isSame(act, each)))) return true;
  if (act.who === null) return has(act.pronoun === "he" ? HE : SHE);
  if (has(HE) || has(SHE) || has(THEY)) return true;
  if (act.who.startsWith("=")) return passage.features.has(act.who.slice(1));
  const cast = castOf(story);
  return (cast.uses.get(passage) ?? []).some(({ keys }) => keys.some((key) => cast.fullName(key)[0] === act.who));
}

function isAuthor(key: string): boolean {
  return listed("firstPerson").get(key) === true || listed("firstSingular").get(key) === true;
}

const HE = /^(?:he(?:'.+)?|him|his)$/;
const SHE = /^(?:she(?:'.+)?|hers?)$/;
const THEY = /^(?:they(?:'.+)?|them|their)$/;
