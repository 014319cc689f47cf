import { isCountry } from "../language/country.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { stemOf } from "../language/stem.ts";
import { type Cast, castOf } from "./cast.ts";
import { frameOf } from "./frame.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround, supportAround } from "./local.ts";
import { findNameUses, isCapitals, type NameUse } from "./name-uses.ts";
import type { Passage } from "./passage.ts";
import { shareAround, sharedBy } from "./rival.ts";
import type { StoryIndex } from "./story-index.ts";
import { says } from "./time-likeness.ts";

/** Holds the names of a statement against the story's. */
export function judgeNames(held: Held): Judged[] {
  return findNameUses(held.statement).flatMap((use) => judgeName(use, held, castOf(held.story)));
}

function judgeName(use: NameUse, held: Held, cast: Cast): Judged[] {
  const { statement, story } = held;
  const place = { kind: "name" as const, start: use.start, end: use.end, fix: null };
  if (isLabel(use)) return [];
  // Whether the story has a word is only asked of what may be a name.
  const mayBeName = !use.isOpening || use.keys.length > 1 || isApposed(use, statement);
  const unknown = mayBeName ? use.keys.filter((key) => !isKnown(key, story) && !isCapitals(use.text)) : [];
  if (unknown.length > 0 && isSurelyName(use, statement, unknown, cast) && !isWhere(use, cast) && !isFeast(use))
    return [
      {
        ...place,
        rule: "name-not-in-story",
        verdict: "untraced",
        because: `the story has no ${use.text}`,
        source: null,
      },
    ];
  const mixed = findMixed(use, story, cast);
  if (mixed !== null)
    return [
      {
        ...place,
        rule: "name-not-in-story",
        verdict: "contradicted",
        because: `the story says ${mixed.use.text}`,
        source: mixed.passage,
      },
    ];
  if (!use.keys.some((key) => cast.isName(key)) || use.keys.every((key) => listed("jobInitials").get(key) === true))
    return [];
  const other = findOther(use, held, cast) ?? findDated(use, held, cast);
  if (other !== null)
    return [
      {
        ...place,
        rule: "name-not-in-story",
        verdict: "contradicted",
        because: `the story says ${other.use.text} there`,
        source: other.passage,
      },
    ];
  return [{ ...place, rule: null, verdict: "said", because: "said", source: null }];
}

function isKnown(key: string, story: StoryIndex): boolean {
  return (
    story.hasWord(key) ||
    key.split(/['-]/).every((part) => story.hasWord(part)) ||
    listed("worldNames").get(key) === true ||
    story.vocabulary.has(stemOf(key)) ||
    (key.length >= 5 && story.hasWordFrom(key.slice(0, Math.max(5, key.length - 2))))
  );
}

/** "Exhibit B", "Plan C": one of several; "We took B." */
function isLabel({ keys }: NameUse): boolean {
  return keys.length <= 2 && keys.at(-1)?.length === 1;
}

/** "On Valentine's Day": what its date says. */
function isFeast({ keys }: NameUse): boolean {
  return keys.some((key) => DICTIONARY.feasts.get(key) !== undefined);
}

/** "July is winter in New Zealand": where a story is set that names no country. */
function isWhere({ text }: NameUse, { uses }: Cast): boolean {
  return isCountry(text) && ![...uses.values()].flat().some((each) => isCountry(each.text));
}

/** Inside a sentence a capital makes a name; at its front only what stands around it does. */
function isSurelyName(use: NameUse, statement: Passage, unknown: readonly string[], cast: Cast): boolean {
  if (!use.isOpening) return true;
  if (use.keys.every((key) => listed("common").get(key) === true || listed("openers").get(key) === true)) return false;
  if (use.keys.length > 1)
    return unknown.length < use.keys.length ? cast.isName(use.keys[0] ?? "") : use.keys.length === 2;
  return isApposed(use, statement);
}

/** "Orla, who …": what stands behind it says who it is. */
function isApposed(use: NameUse, { tokens }: Passage): boolean {
  const [mark, behind] = [tokens[use.next], tokens[use.next + 1]];
  return (
    mark?.text === "," &&
    (/^(?:an?|the|who)$/.test(behind?.key ?? "") || listed("possessives").get(behind?.key ?? "") === true) &&
    tokens.slice(use.next + 2).some(({ text }) => text === ",")
  );
}

/** A name put together from two of the story's: its last word is known from another whole name, and the two never stand together. */
function findMixed({ keys }: NameUse, story: StoryIndex, cast: Cast): Other | null {
  for (const [index, last] of keys.entries()) {
    const first = keys[index - 1];
    if (first === undefined || !cast.isName(first) || !cast.isName(last)) continue;
    const whole = cast.fullName(last);
    if (whole.length < 2 || whole.includes(first) || whole[0] === last || story.said.includes(` ${first} ${last} `))
      continue;
    for (const [passage, uses] of cast.uses) {
      const use = uses.find((each) => each.keys.join(" ") === whole.join(" "));
      if (use !== undefined) return { use, passage };
    }
  }
  return null;
}

/** "Saltmarsh came out in June 2024", where the one line with that month is of Low Tide. */
function findDated(use: NameUse, { statement, story }: Held, cast: Cast): Other | null {
  if (use.first !== 0) return null;
  const own = new Set(use.keys.flatMap((key) => cast.fullName(key)));
  for (const time of statement.times) {
    if (time.month === null || time.year === null) continue;
    const told = story.passages.filter(({ times }) => times.some((each) => each.month !== null && says(time, each)));
    const [passage] = told;
    if (passage === undefined || told.length > 1) continue;
    const beside = [-1, 0, 1].flatMap((step) => story.passages[passage.index + step] ?? []);
    if (beside.some((each) => has(each, own, cast))) continue;
    const said = new Set(findNameUses(statement).flatMap(({ keys }) => keys));
    const [instead] = cast.uses.get(passage) ?? [];
    if (instead !== undefined && !instead.keys.some((key) => said.has(key) || cast.isPlace(key)))
      return { use: instead, passage };
  }
  return null;
}

/** Who sums up what others said keeps their words around a name. */
const FRAMED = 1;
const MARGIN = 2.5;
const RATIO = 2;
const LEAST_SHARE = 0.4;
/** What it counts that the statement is from there. */
const OF_PLACE = 2;

interface Other {
  use: NameUse;
  passage: Passage;
}

/** The name that the story has among the words that stand around this one. */
function findOther(use: NameUse, { statement, story, isFirstPerson, course }: Held, cast: Cast): Other | null {
  const wanted = contextAround(statement, use, story);
  const isPlace = use.keys.some((key) => cast.isPlace(key));
  const isOfPerson = isPerson(use, statement);
  const isAlike = (each: NameUse, passage: Passage): boolean =>
    each.keys.some((key) => cast.isPlace(key)) === isPlace &&
    !(use.isPlace && isEmployer(each, passage)) &&
    !(isOfPerson && hasArticle(each, passage));
  const mentioned = new Set(findNameUses(statement).flatMap(({ keys }) => keys.flatMap((key) => cast.fullName(key))));
  const own = new Set(use.keys.flatMap((key) => cast.fullName(key)));
  let [ours, score]: [number, number] = [0, 0];
  let best: Other | null = null;
  for (const [passage, uses] of cast.uses) {
    for (const each of uses) {
      const support = supportAround(passage, each, wanted, story) + OF_PLACE * course.at(passage);
      if (each.keys.some((key) => own.has(key))) ours = Math.max(ours, support);
      else if (
        isAlike(each, passage) &&
        !each.keys.some((key) => mentioned.has(key)) &&
        !has(passage, own, cast) &&
        support > score &&
        (isFirstPerson || frameOf(statement, use, passage, each, story) >= FRAMED)
      ) {
        best = { use: each, passage };
        score = support;
      }
    }
  }
  if (best === null || score <= ours + MARGIN || score <= ours * RATIO) return null;
  return shareAround(wanted, { passage: best.passage, ...best.use }, story) >= LEAST_SHARE &&
    sharedBy(wanted, best.passage).length >= 2
    ? best
    : null;
}

/** Somebody whom a title tells, or who does something. */
function isPerson({ first, next }: NameUse, { tokens }: Passage): boolean {
  const isTitled = [tokens[first - 1], tokens[first]].some((token) => listed("titles").get(token?.key ?? "") === true);
  return isTitled || isPast(tokens[next]?.key ?? "");
}

/** "The Brahms", "our Kothrud branch": nobody. */
function hasArticle({ first }: NameUse, { tokens }: Passage): boolean {
  const before = tokens[first - 1]?.key ?? "";
  return /^(?:an?|the)$/.test(before) || listed("possessives").get(before) === true;
}

/** "I run operations for Gullwing": no place. */
function isEmployer({ first }: NameUse, { tokens }: Passage): boolean {
  return tokens[first - 1]?.key === "for";
}

function has(passage: Passage, own: ReadonlySet<string>, cast: Cast): boolean {
  return (cast.uses.get(passage) ?? []).some(({ keys }) => keys.some((key) => own.has(key)));
}
