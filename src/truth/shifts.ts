import type { Amount } from "../language/amount.ts";
import type { TimeMention } from "../language/find-times.ts";
import { fits } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import type { Passage } from "./passage.ts";

/** A time of the clock at which something was, and the one at which it is. */
export interface Shift {
  from: TimeMention;
  to: TimeMention;
  passage: Passage;
  isLater: boolean;
}

/** The shifts by so much of what a statement speaks of: "the vans out at 6.15", and further on "the vans leave at 6.45". */
export function findShifts(amount: Amount, { statement, story }: Held): Shift[] {
  const told = story.passages.flatMap((passage) =>
    passage.times.filter(({ kind }) => kind === "clock").map((time) => ({ time, passage })),
  );
  return told.flatMap(({ time: from, passage }) =>
    told.flatMap(({ time: to, passage: other }): Shift[] => {
      if (passage.index >= other.index || !isOfOne(statement, passage, other)) return [];
      const minutes = (((to.value - from.value) % HALF_A_DAY) + HALF_A_DAY) % HALF_A_DAY;
      const off = minutes > HALF_A_DAY / 2 ? HALF_A_DAY - minutes : minutes;
      return fits(amount, off * A_MINUTE) ? [{ from, to, passage: other, isLater: off === minutes }] : [];
    }),
  );
}

/** In minutes. */
const HALF_A_DAY = 720;
/** In seconds. */
const A_MINUTE = 60;

/** Whether both speak of something that the statement speaks of. */
function isOfOne({ features }: Passage, one: Passage, other: Passage): boolean {
  return [...features].some((each) => !/^[#@]/.test(each) && one.features.has(each) && other.features.has(each));
}
