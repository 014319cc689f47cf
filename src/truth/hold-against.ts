import { listed } from "../language/dictionary.ts";
import type { StoryReading } from "../story/reading.ts";
import { isHashtagLine } from "../text/hashtag-line.ts";
import type { Line } from "../text/line.ts";
import { judgeCells } from "./cells.ts";
import { judgeCertainty } from "./certainty.ts";
import { judgeChanges, judgeTurns } from "./changes.ts";
import { type Course, findCourses } from "./course.ts";
import { judgeDenials } from "./denial.ts";
import { judgeDirections } from "./direction.ts";
import { findEvidence, type Support } from "./evidence.ts";
import { judgeFigures } from "./figures.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { judgeNames } from "./names.ts";
import { once } from "./once.ts";
import { judgeOwners } from "./owners.ts";
import { judgeOwned } from "./owners-of-figures.ts";
import type { Passage } from "./passage.ts";
import { type Locate, lineStarts, locateLine } from "./place.ts";
import { judgePolarity } from "./polarity.ts";
import { judgeQuotations } from "./quotations.ts";
import { judgeEnds } from "./ranges.ts";
import { judgeScopes } from "./scope.ts";
import { judgeSigns } from "./signs.ts";
import { judgeStances } from "./stances.ts";
import type { Detail, Evidence, Statement, Verdict } from "./statement.ts";
import { indexLines, indexStory, plainWords, type StoryIndex } from "./story-index.ts";
import { judgeHours, judgeMoves, judgeStretches } from "./stretches.ts";
import { judgeTimes } from "./times.ts";
import { judgeUnits } from "./units.ts";
import { judgeSentence } from "./unsupported.ts";
import { judgeWho } from "./who.ts";

export interface HoldOptions {
  /** The post's whole file, in which `lines` stand. */
  text: string;
  /** Words around the story that claim nothing about it: the texts of templates and slots. */
  frames?: readonly string[];
}

const CHECKS: readonly ((held: Held) => readonly Judged[])[] = [
  judgeFigures,
  judgeUnits,
  judgeEnds,
  judgeCells,
  judgeOwned,
  judgeTimes,
  judgeMoves,
  judgeStretches,
  judgeHours,
  judgeNames,
  judgeQuotations,
  judgeDirections,
  judgeSigns,
  judgeChanges,
  judgeTurns,
  judgeDenials,
  judgePolarity,
  judgeStances,
  judgeScopes,
  judgeCertainty,
  judgeWho,
  judgeOwners,
  judgeSentence,
];

/** Holds the lines of a post against its story: every statement with its details, verdicts and evidence. */
export function holdAgainst(reading: StoryReading, lines: readonly Line[], { text }: HoldOptions): Statement[] {
  const story = indexStory(reading);
  const starts = lineStarts(text);
  const claims = lines.filter((line) => line.kind !== "code" && !isHashtagLine(line.text));
  const passages = indexLines(claims);
  const offsets = new Map<Passage, number>();
  let [block, at] = [-1, 0];
  for (const passage of passages) {
    if (passage.block !== block) [block, at] = [passage.block, 0];
    const start = Math.max(0, claims[block]?.text.indexOf(passage.text, at) ?? 0);
    offsets.set(passage, start);
    at = start + passage.text.length;
  }
  const speaks = once(() =>
    passages.some(({ tokens }) => tokens.some(({ key }) => listed("firstPerson").get(key) === true)),
  );
  const courses = once(() => findCourses(passages, story));
  const locators = new Map<number, Locate>();
  return passages.map((passage, index) => {
    const line = claims[passage.block] as Line;
    const locate = locators.get(passage.block) ?? locateLine(line, text, starts);
    locators.set(passage.block, locate);
    const offset = offsets.get(passage) ?? 0;
    return holdStatement(
      passage,
      {
        before: passages[index - 1] ?? null,
        after: passages[index + 1] ?? null,
        earlier: passages.slice(Math.max(0, index - IN_MIND), index),
        progress: index / Math.max(1, passages.length - 1),
        story,
        speaks,
        courseOf: () => courses()[index] as Course,
      },
      (from, to) => locate(offset + from, offset + to),
    );
  });
}

/** So many statements one has in mind when a figure is worked out from theirs. */
const IN_MIND = 5;

/** What of its post is looked for when a statement asks for it. */
interface Asked {
  speaks: () => boolean;
  courseOf: () => Course;
}

function holdStatement(
  statement: Passage,
  { speaks, courseOf, ...around }: Pick<Held, "before" | "after" | "earlier" | "progress" | "story"> & Asked,
  locate: Locate,
): Statement {
  const place = { text: statement.text, line: statement.line ?? 1, ...locate(0, statement.text.length) };
  if (isOwnWords(statement, around.story)) return { ...place, verdict: "said", evidence: [], details: [] };
  let found: readonly Support[] | undefined;
  const find = (): readonly Support[] => {
    found ??= findEvidence(statement, around.before, around.story);
    return found;
  };
  // A statement that claims nothing asks for neither.
  const held: Held = {
    ...around,
    statement,
    get evidence() {
      return find();
    },
    get course() {
      return courseOf();
    },
    get isFirstPerson() {
      return speaks();
    },
  };
  const judged = CHECKS.flatMap((check) => check(held));
  const details = judged
    .filter((each, index) => !isToldTwice(each, judged.slice(0, index)) && !isFarFetched(each, held))
    .map((each) => detailOf(each, statement, locate));
  return {
    ...place,
    verdict: worst(details),
    get evidence() {
      return find()
        .slice(0, 3)
        .map(({ passage }) => evidenceOf(passage));
    },
    details,
  };
}

/** A statement that the story makes word for word. */
function isOwnWords({ text }: Passage, { said }: StoryIndex): boolean {
  const words = plainWords(text);
  return words !== "" && said.includes(` ${words} `);
}

/** Whether a "not" or an act is held against a passage that is not clearly, or much less likely than another, what the statement is from. */
function isFarFetched({ rule, source }: Judged, { course, isFirstPerson }: Held): boolean {
  if (!isFirstPerson || source === null || (rule !== "negation-reversed" && rule !== "act-of-another")) return false;
  if (course.behind(source) > FARTHEST) return true;
  return rule === "act-of-another" && (course.places[0]?.score ?? 0) < LEAST_PLACE;
}

const FARTHEST = 2;
/** Where nothing tells what a statement is from, few acts are another's. */
const LEAST_PLACE = 4.8;

/** What is turned round is told once: at its figure, or at its word, or as a "not". So is a figure. */
function isToldTwice({ rule, kind, start, end }: Judged, before: readonly Judged[]): boolean {
  if (kind === "figure" && rule !== null) return before.some((each) => each.rule !== null && each.start === start);
  if (rule === "direction-reversed") return before.some((each) => each.rule === rule);
  if (rule !== "negation-reversed") return false;
  const isBeside = (each: Judged): boolean => each.start < end && each.end > start;
  return before.some((each) => each.rule === rule || (each.rule === "direction-reversed" && isBeside(each)));
}

function detailOf(
  { kind, rule, start, end, verdict, because, source, fix, instead, certainty }: Judged,
  { text }: Passage,
  locate: Locate,
): Detail {
  return {
    kind,
    rule,
    text: text.slice(start, end),
    ...locate(start, end),
    verdict,
    because,
    source: source === null ? null : evidenceOf(source),
    fix,
    ...(instead === undefined ? {} : { instead }),
    ...(certainty === undefined ? {} : { certainty }),
  };
}

function evidenceOf({ line, text }: Passage): Evidence {
  return { line, text };
}

const ORDER: readonly Verdict[] = ["contradicted", "untraced", "confirmed", "follows", "said"];

function worst(details: readonly Detail[]): Verdict {
  return ORDER.find((verdict) => details.some((detail) => detail.verdict === verdict)) ?? "untraced";
}
