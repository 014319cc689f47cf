import type { TimeMention } from "../language/find-times.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import type { Passage } from "./passage.ts";
import { says } from "./times.ts";

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
