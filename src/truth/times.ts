import { listed } from "../language/dictionary.ts";
import type { TimeMention } from "../language/find-times.ts";
import { asks, isToReader } from "./asks.ts";
import { clauseOf } from "./clause.ts";
import { shownValue } from "./compare-amounts.ts";
import type { Stated } from "./follow.ts";
import { followTime, weekdayAt } from "./follow-time.ts";
import { frameOf } from "./frame.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround, supportAround } from "./local.ts";
import type { Passage } from "./passage.ts";
import { amountsOf } from "./story-amounts.ts";
import type { StoryIndex } from "./story-index.ts";
import { isRivalTime, says, type TimeSpot } from "./time-likeness.ts";
import { findSeason, findVerbatimTime } from "./times-between.ts";

/** Holds the dates, months, weekdays, years and clock times of a statement against the story's. */
export function judgeTimes(held: Held): Judged[] {
  return held.statement.times.flatMap((time) => (time.kind === "feast" ? [] : judgeTime(time, held)));
}

function judgeTime(time: TimeMention, held: Held): Judged[] {
  const { statement, story } = held;
  if (asks(statement)) return [];
  const place = { kind: "time" as const, start: time.start, end: time.end, fix: null };
  const same = story.passages.filter(
    (passage) =>
      [passage, passage.label].some((each) => each?.times.some((told) => says(time, told)) === true) ||
      hasDigits(passage, time),
  );
  const isNear = held.isFirstPerson && same.some((passage) => held.course.behind(passage) < LEAST_BEHIND);
  const other =
    findBound(time, held) ??
    findSeason(time, same, held) ??
    findVerbatimTime(time, same, held) ??
    (isNear || same.length === 0 ? null : findOther(time, same, held));
  if (other !== null)
    return [
      {
        ...place,
        rule: "time-not-in-story",
        verdict: "contradicted",
        because: `the story says ${other.time.text} there`,
        source: other.passage,
      },
    ];
  if (same.length > 0) {
    return [{ ...place, rule: null, verdict: "said", because: "said", source: same[0] ?? null }];
  }
  const following = followTime(time, statement, story, held.evidence);
  if (following !== null)
    return [
      {
        ...place,
        rule: null,
        verdict: "follows",
        because: `follows from ${following.because}`,
        source: following.passage,
      },
    ];
  if (mayBeAnything(time, held)) return [];
  const nearest = nearestTime(time, held);
  return [
    {
      ...place,
      rule: "time-not-in-story",
      verdict: "untraced",
      because: nearest === null ? "the story has no time like it" : `the story says ${nearest.time.text}`,
      source: nearest?.passage ?? null,
    },
  ];
}

/** A season, a time of the reader's, "at about nine", and a bare "again at 10", "until eight" where the story has so many of something. */
function mayBeAnything(time: TimeMention, { statement, story }: Held): boolean {
  if (time.kind === "season" || isToReader(statement, time)) return true;
  if (time.kind !== "clock") return false;
  if (listed("clockHedges").get(statement.tokens[time.first - 1]?.key ?? "") === true) return true;
  const isDigits = /^\d{1,2}$/.test(time.text);
  if (time.value % 60 !== 0 || !(isDigits || /^\p{L}+$/u.test(time.text))) return false;
  const hour = ((time.value / 60 + 11) % 12) + 1;
  return amountsOf(story).some((each) => shownValue(each.amount) === hour && (isDigits || isOfStretch(each)));
}

/** "open 6–10 and 4–8", "7.30 to 9" */
function isOfStretch({ amount: { first, next }, passage: { tokens } }: Stated): boolean {
  const isTo = (at: number): boolean => /^(?:to|until|[-–])$/.test(tokens[at]?.key ?? "");
  return (
    (isTo(next) && tokens[next + 1]?.kind === "number") || (isTo(first - 1) && tokens[first - 2]?.kind === "number")
  );
}

/** "9.45 → 11.30" in a table are clock times where a post says so. */
function hasDigits({ tokens }: Passage, { kind, text }: TimeMention): boolean {
  return kind === "clock" && tokens.some((token) => token.kind === "number" && token.text === text);
}

/** A time that stands so near to where the statement is likely from is told of what it is of. */
const LEAST_BEHIND = 1;

/** Times so near are one: "on Thursday, at 9.12". */
const BOUND = 5;

/** The time that the story has beside the very date or clock time that stands beside this one. */
function findBound(time: TimeMention, { statement, story }: Held): TimeSpot | null {
  if (time.kind === "clock" || time.kind === "year") return null;
  const beside = (a: TimeMention, b: TimeMention): boolean =>
    a !== b && (a.first >= b.next ? a.first - b.next : b.first - a.next) <= BOUND;
  for (const mate of statement.times) {
    if (!beside(mate, time) || !mayBind(mate, time)) continue;
    const told = story.passages.flatMap((passage) =>
      passage.times.filter((each) => isLike(mate, each) && says(mate, each)).map((each) => ({ passage, each })),
    );
    const rivals = told.flatMap(({ passage, each }) =>
      passage.times
        .filter(
          (rival) => rival.kind === time.kind && beside(rival, each) && !(rival.month === null && time.month !== null),
        )
        .map((rival) => ({ time: rival, passage })),
    );
    if (mate.kind === "month" && told.some(({ each }) => isOnDay(each, time))) continue;
    if (rivals.length > 0 && !rivals.some(({ time: rival }) => says(time, rival))) return rivals[0] ?? null;
  }
  return null;
}

/** A date and a clock time are told of one day only, and "a Saturday in February" of those that the story has of that month. */
function mayBind(mate: TimeMention, { kind }: TimeMention): boolean {
  if (mate.kind === "month") return kind === "weekday" && mate.year !== null;
  return (mate.kind === "clock" || mate.kind === "date") && mate.kind !== kind;
}

/** Whether a date is on a weekday. */
function isOnDay({ year, month, day }: TimeMention, { value }: TimeMention): boolean {
  return year !== null && month !== null && day !== null && weekdayAt(year, month, day) === value;
}

function isLike(mate: TimeMention, { kind }: TimeMention): boolean {
  return kind === mate.kind || (mate.kind === "month" && kind === "date");
}

const MARGIN = 2.6;
const RATIO = 2;
/** What it counts that the statement is from there. */
const OF_PLACE = 1;

/** The time of the same kind that the story has among the words around this one, where it has this one elsewhere. */
function findOther(time: TimeMention, same: readonly Passage[], { statement, story, course }: Held): TimeSpot | null {
  const wanted = contextAround(clauseOf(statement, time), time, story);
  const placed = (passage: Passage): number => OF_PLACE * course.at(passage);
  const standing = (passage: Passage, each: TimeMention): number =>
    supportAround(passage, each, wanted, story) + frameOf(statement, time, passage, each, story) + placed(passage);
  const own = reach(same, time, story).map((passage) => {
    const said = passage.times.find((each) => says(time, each));
    return said === undefined
      ? supportAround(passage, WHOLE, wanted, story) + placed(passage)
      : standing(passage, said);
  });
  let best: TimeSpot | null = null;
  let score = 0;
  for (const passage of story.passages) {
    if (same.includes(passage) || hasMate(passage, time, statement)) continue;
    for (const each of passage.times) {
      if (!isRivalTime(time, each) || statement.times.some((said) => says(said, each))) continue;
      const support = standing(passage, each);
      if (support > score) [best, score] = [{ time: each, passage }, support];
    }
  }
  const ours = Math.max(0, ...own);
  return score > ours + MARGIN && score > ours * RATIO ? best : null;
}

/** Whether a passage of the story has another time of the statement. */
function hasMate({ times }: Passage, time: TimeMention, statement: Passage): boolean {
  return times.some((each) =>
    statement.times.some((said) => said !== time && said.kind === each.kind && says(said, each)),
  );
}

const WHOLE = { first: 0, next: 0 };

/** A date goes on to hold for the sentences behind it, until there is another. */
function reach(same: readonly Passage[], time: TimeMention, { passages }: StoryIndex): Passage[] {
  return same.flatMap((passage) => {
    const reached = [passage];
    for (let index = passage.index + 1; index < passages.length && index <= passage.index + 4; index++) {
      const next = passages[index] as Passage;
      if (next.times.some((each) => isRivalTime(time, each))) break;
      reached.push(next);
    }
    return reached;
  });
}

function nearestTime(time: TimeMention, { evidence }: Held): TimeSpot | null {
  for (const { passage } of evidence.slice(0, 3)) {
    const found = passage.times.find((each) => isRivalTime(time, each));
    if (found !== undefined) return { time: found, passage };
  }
  return null;
}
