import type { Amount } from "../language/amount.ts";
import type { TimeMention } from "../language/find-times.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import type { Passage } from "./passage.ts";
import { says } from "./time-likeness.ts";

/** A time that something moved from, and the one that it moved to. */
interface Move {
  from: TimeMention;
  to: TimeMention;
}

/** Finds "from November to June" where the story goes from June to November. */
export function judgeMoves({ statement, story }: Held): Judged[] {
  return movesIn(statement).flatMap(({ from, to }): Judged[] => {
    const told = story.passages.flatMap((passage) => movesIn(passage).map((move) => ({ move, passage })));
    if (told.some(({ move }) => says(from, move.from) && says(to, move.to))) return [];
    const turned = told.find(({ move }) => says(from, move.to) && says(to, move.from));
    if (turned === undefined) return [];
    const { move, passage } = turned;
    return [
      {
        kind: "direction",
        rule: "direction-reversed",
        start: from.start,
        end: to.end,
        verdict: "contradicted",
        because: `the story goes from ${move.from.text} to ${move.to.text}`,
        source: passage,
        fix: null,
      },
    ];
  });
}

/** Finds the end of what the story says has lasted "since 2018". */
export function judgeStretches({ statement, evidence }: Held): Judged[] {
  const [nearest] = evidence;
  if (nearest === undefined) return [];
  const { passage } = nearest;
  return movesIn(statement).flatMap(({ from, to }): Judged[] => {
    const since = passage.times.find((each) => says(from, each) && passage.tokens[each.first - 1]?.key === "since");
    if (since === undefined || passage.times.some((each) => says(to, each))) return [];
    return [
      {
        kind: "time",
        rule: "time-not-in-story",
        start: to.start,
        end: to.end,
        verdict: "contradicted",
        because: `the story says since ${since.text}`,
        source: passage,
        fix: null,
      },
    ];
  });
}

/** Finds "9 to 5", where the line most like it has "9 a.m. to 1 p.m.". */
export function judgeHours({ statement, evidence }: Held): Judged[] {
  const [nearest] = evidence;
  if (nearest === undefined) return [];
  const { passage } = nearest;
  const told = passage.times.flatMap((from, index) => {
    const to = passage.times[index + 1];
    const isStretch = from.kind === "clock" && to?.kind === "clock" && to.first - from.next <= MOST_BETWEEN;
    return isStretch ? [{ from, to }] : [];
  });
  return statement.amounts.flatMap((low, index): Judged[] => {
    const high = statement.amounts[index + 1];
    if (high?.first !== low.next + 1 || !isTo(statement, low.next)) return [];
    const other = told.find(({ from, to }) => isHourOf(low, from) !== isHourOf(high, to));
    if (other === undefined || told.some(({ from, to }) => isHourOf(low, from) && isHourOf(high, to))) return [];
    return [
      {
        kind: "time",
        rule: "time-not-in-story",
        start: low.start,
        end: high.end,
        verdict: "contradicted",
        because: `the story says ${other.from.text} to ${other.to.text}`,
        source: passage,
        fix: null,
      },
    ];
  });
}

function isTo({ tokens }: Passage, at: number): boolean {
  return /^(?:to|until|till|[-–])$/.test(tokens[at]?.key ?? "");
}

function isHourOf({ kind, value }: Amount, time: TimeMention): boolean {
  return kind === "number" && (time.value / 60) % 12 === value % 12;
}

/** In tokens: "to late". */
const MOST_BETWEEN = 3;

function movesIn({ times, tokens }: Passage): Move[] {
  return times.flatMap((from, index): Move[] => {
    const to = times[index + 1];
    if (to === undefined || to.kind !== from.kind || to.first - from.next > MOST_BETWEEN) return [];
    const between = tokens.slice(from.next, to.first).map(({ key }) => key);
    const isFrom = tokens.slice(Math.max(0, from.first - 2), from.first).some(({ key }) => key === "from");
    return between.some((key) => key === "→" || (isFrom && key === "to")) ? [{ from, to }] : [];
  });
}
