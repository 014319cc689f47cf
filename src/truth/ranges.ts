import type { Amount } from "../language/amount.ts";
import { compareAmounts, fits } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import type { Passage } from "./passage.ts";
import { changeOfRow, changesIn } from "./stated-changes.ts";

/** Two amounts that are told as one: "£2,000 to £6,000", "from 25 to 40". */
interface Range {
  ends: readonly [Amount, Amount];
  passage: Passage;
}

/** Finds the range or change of a statement of which the story has one end with another at its side: "from 4% to 47%" told as "from 12% to 47%". */
export function judgeEnds(held: Held): Judged[] {
  const { statement, story } = held;
  const told = spansIn(statement);
  if (told.length === 0) return [];
  return told.flatMap(({ ends }): Judged[] => {
    if (story.passages.some((passage) => ends.every((end) => isSaidIn(passage, end)))) return [];
    const likely = story.passages.filter((passage) => held.course.behind(passage) <= NEAR_PLACE);
    for (const { ends: others, passage } of likely.flatMap(spansOf)) {
      const other = otherEnd(ends, others);
      if (other === null || isSaidNear(other.said, passage, held)) continue;
      const { said, instead } = other;
      return [
        {
          kind: "figure",
          rule: "figure-of-another-thing",
          start: said.start,
          end: said.end,
          verdict: "contradicted",
          because: `the story says ${instead.text} there`,
          source: passage,
          fix: null,
          instead: instead.text,
        },
      ];
    }
    return [];
  });
}

/** Whether an amount is one end of a range: "£2,000 to £6,000", "6 to 9 people". */
export function isOfRange(amount: Amount, statement: Passage): boolean {
  return rangesIn(statement).some(({ ends }) => ends.includes(amount));
}

/** How much less likely than the likeliest a passage may be that the statement is from. */
const NEAR_PLACE = 1.5;

/** The ranges and changes of a passage. */
function spansIn(passage: Passage): Range[] {
  const changes = changesIn(passage).map(({ from, to }): Range => ({ ends: [from, to], passage }));
  return [...changes, ...rangesIn(passage)].filter(({ ends }) => ends.every(({ isRough }) => !isRough));
}

/** The same of a passage of the story, where a row of a table goes from one figure to the other. */
function spansOf(passage: Passage): Range[] {
  return [...spansIn(passage), ...changeOfRow(passage).map(({ from, to }): Range => ({ ends: [from, to], passage }))];
}

function rangesIn(passage: Passage): Range[] {
  const { amounts, tokens } = passage;
  return amounts.flatMap((low, at): Range[] => {
    const high = amounts[at + 1];
    if (high === undefined || high.first !== low.next + 1 || high.kind !== low.kind) return [];
    const between = tokens[low.next]?.key ?? "";
    const isBetween = between === "and" && tokens[low.first - 1]?.key === "between";
    return isBetween || /^(?:to|or|[-–—])$/.test(between) ? [{ ends: [low, high], passage }] : [];
  });
}

interface OtherEnd {
  said: Amount;
  instead: Amount;
}

/** The end that differs, the lower where both do; null where none does. */
function otherEnd([low, high]: Range["ends"], [least, most]: Range["ends"]): OtherEnd | null {
  const [isLow, isHigh] = [saysSame(low, least), saysSame(high, most)];
  if (isLow && isHigh) return null;
  const [said, instead] = isLow ? [high, most] : [low, least];
  if (!isOtherThan(said, instead)) return null;
  if (isLow || isHigh) return { said, instead };
  // "six or seven minutes" for eight or nine: of the same unit, which a bare number has none of.
  return said.kind !== "number" && isOtherThan(high, most) ? { said, instead } : null;
}

function isOtherThan(said: Amount, instead: Amount): boolean {
  return said.kind === instead.kind && said.unit === instead.unit && said.hedge === null && !fits(said, instead.value);
}

function saysSame(a: Amount, b: Amount): boolean {
  return compareAmounts(a, b) === "same" || (a.kind === b.kind && a.unit === b.unit && fits(a, b.value));
}

function isSaidIn({ amounts }: Passage, end: Amount): boolean {
  return amounts.some((each) => saysSame(end, each));
}

/** Whether an amount stands beside a passage of the story: "from 20 to 30" where the next sentence has the 30. */
function isSaidNear(end: Amount, { index }: Passage, { story }: Held): boolean {
  return story.passages.slice(Math.max(0, index - BESIDE), index + BESIDE + 1).some((each) => isSaidIn(each, end));
}

const BESIDE = 2;
