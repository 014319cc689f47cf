import type { Amount } from "../language/amount.ts";
import type { TimeMention } from "../language/find-times.ts";
import type { Following } from "./follow.ts";
import type { Passage } from "./passage.ts";

const DAY = 86_400;
const MONTH = 30.44;

interface Told {
  time: TimeMention;
  passage: Passage;
}

/** Follows a length of time from two times of the story: from 9.12 to 11.40, from April to August, from 2019 to 2023. */
export function followSpan(
  stated: Amount,
  passages: readonly Passage[],
  statement: Passage,
  isClose: (passage: Passage) => boolean,
): Following | null {
  if (stated.kind !== "duration") return null;
  const told = [statement, ...passages].flatMap((passage) => passage.times.map((time): Told => ({ time, passage })));
  for (const [index, one] of told.entries())
    for (const other of told.slice(index + 1)) {
      const isYears = stated.unit === "years" && stated.value > 1.5 * 31_557_600;
      const isNear = (passage: Passage): boolean => one.passage === statement || isClose(passage);
      const isDays = stated.unit === "days" && (isNear(one.passage) || isNear(other.passage));
      if (!isYears && !isDays && !(isNear(one.passage) && isNear(other.passage)) && one.passage !== other.passage)
        continue;
      const days = daysBetween(one.time, other.time);
      if (days !== null && lasts(stated, days))
        return { because: `${one.time.text} to ${other.time.text}`, passage: one.passage };
    }
  return null;
}

/** How many days lie between two times, with how many they may be off; null where they can't be compared. */
function daysBetween(a: TimeMention, b: TimeMention): { days: number; off: number } | null {
  if (a.kind === "clock" && b.kind === "clock") return { days: Math.abs(a.value - b.value) / 1440, off: 0.5 / 1440 };
  if (a.kind === "year" || b.kind === "year") {
    if (a.year === null || b.year === null || a.year === b.year) return null;
    return { days: Math.abs(a.year - b.year) * 365.25, off: 200 };
  }
  if (a.month === null || b.month === null) return null;
  const years = a.year !== null && b.year !== null ? b.year - a.year : 0;
  const isOpen = a.kind === "month" || b.kind === "month";
  const days =
    (years * 12 + b.month - a.month) * MONTH +
    ((b.kind !== "month" ? (b.day ?? 15) : 15) - (a.kind !== "month" ? (a.day ?? 15) : 15));
  const around = years === 0 && days < 0 && (a.year === null || b.year === null) ? days + 365.25 : Math.abs(days);
  return { days: around, off: isOpen ? 20 : 1.6 };
}

/** How many days a length in such a unit may be out. */
const GRAINS: Readonly<Record<string, number>> = { years: 190, months: 16, weeks: 4, days: 1 };

function lasts({ value, unit, hedge }: Amount, { days, off }: { days: number; off: number }): boolean {
  const stated = value / DAY;
  if (/^(?:seconds|minutes|hours)$/.test(unit ?? "") ? off > 0.01 : off < 0.01) return false;
  if (off > 2 && /^(?:days|weeks)$/.test(unit ?? "")) return false;
  const slack = Math.max(off, GRAINS[unit ?? ""] ?? 0);
  if (hedge === "over") return stated <= days + off && stated >= days * 0.63;
  if (hedge === "under") return stated >= days - off && stated <= days * 1.5;
  return Math.abs(stated - days) <= (hedge === "about" ? Math.max(slack, days * 0.12) : slack);
}
