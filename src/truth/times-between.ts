import type { TimeMention } from "../language/find-times.ts";
import { frameOf, sidesOf } from "./frame.ts";
import type { Held } from "./held.ts";
import type { Passage } from "./passage.ts";
import { isRivalTime, says, type TimeSpot } from "./time-likeness.ts";

/** "the spring term", where the line most like it has the autumn term. */
export function findSeason(
  time: TimeMention,
  same: readonly Passage[],
  { statement, evidence, story, isFirstPerson }: Held,
): TimeSpot | null {
  const [nearest] = evidence;
  if (!isFirstPerson || time.kind !== "season" || same.length > 0 || nearest === undefined) return null;
  const { passage } = nearest;
  const told = passage.times.find(
    (each) => each.kind === "season" && frameOf(statement, time, passage, each, story) >= LEAST_FRAME,
  );
  return told === undefined ? null : { time: told, passage };
}

const LEAST_FRAME = 2;

/** The time that the story has between the very words that stand around this one: "in the summer of 2023 a storm" for 2021. */
export function findVerbatimTime(
  time: TimeMention,
  same: readonly Passage[],
  { statement, story, course }: Held,
): TimeSpot | null {
  const frame = (passage: Passage, each: TimeMention): number => {
    const { front, behind } = sidesOf(statement, time, passage, each, story);
    return Math.min(front, behind) > LEAST_SIDE ? front + behind : 0;
  };
  const own = same.flatMap((passage) =>
    passage.times.filter((each) => says(time, each)).map((each) => frame(passage, each)),
  );
  const place = Math.max(LEAST_PLACE, ...same.map(course.score));
  let best: TimeSpot | null = null;
  let least = Math.max(LEAST_VERBATIM, Math.max(0, ...own) + VERBATIM_LEAD);
  for (const passage of story.passages) {
    if (same.includes(passage) || course.score(passage) < place) continue;
    for (const each of passage.times) {
      if (!isRivalTime(time, each) || statement.times.some((said) => says(said, each))) continue;
      const score = frame(passage, each);
      if (score >= least) [best, least] = [{ time: each, passage }, score];
    }
  }
  return best;
}

const LEAST_SIDE = 0.3;
const LEAST_PLACE = 3;
const LEAST_VERBATIM = 4;
const VERBATIM_LEAD = 3;
