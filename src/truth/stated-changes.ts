import type { Amount } from "../language/amount.ts";
import { tellTimes } from "../language/change-label.ts";
import { listed, wordsOf } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { shownValue } from "./compare-amounts.ts";
import type { Passage } from "./passage.ts";
import { isRow } from "./story-index.ts";

/** A figure that became another. */
export interface StatedChange {
  from: Amount;
  to: Amount;
}

const known = new WeakMap<Passage, readonly StatedChange[]>();

/** Figures with an arrow or "from … to" between them. */
export function changesIn(passage: Passage): readonly StatedChange[] {
  const found = known.get(passage);
  if (found !== undefined) return found;
  const changes = readChanges(passage);
  known.set(passage, changes);
  return changes;
}

function readChanges({ amounts, tokens }: Passage): StatedChange[] {
  return amounts.flatMap((from, index): StatedChange[] => {
    const dated = amounts.slice(index + 1, index + 3).find(({ kind }) => kind === from.kind);
    if (dated !== undefined && from.value !== dated.value && isDated(from, dated, tokens)) return [{ from, to: dated }];
    const to = amounts[index + 1];
    if (to === undefined || from.value === to.value) return [];
    const between = tokens.slice(from.next, to.first).map(({ key }) => key);
    const isArrow = between.length <= 3 && between.some((key) => key === "→" || key === "->");
    const isFrom =
      between.length <= 6 &&
      between.includes("to") &&
      tokens.slice(Math.max(0, from.first - 3), from.first).some(({ key }) => key === "from");
    const words = between.filter((key) => key !== ",").join(" ");
    const becomes = wordsOf("becoming").some((phrase) => words === phrase || words.endsWith(` ${phrase}`));
    if (isArrow || isFrom || words === "then" || (becomes && between.length <= FEW)) return [{ from, to }];
    // "77 seconds instead of 71", "79, down from 212", "21 days to settle; in June it had been 34"
    const isTurned = wordsOf("turnedRound").some(
      (phrase) => words.replace(/^; /, "") === phrase || (between.length <= LONGEST && saysWas(words, phrase)),
    );
    return isTurned || isInBrackets(between) ? [{ from: to, to: from }] : [];
  });
}

/** "68% sold (before that season our average was 64%)" */
function isInBrackets(between: readonly string[]): boolean {
  const open = between.indexOf("(");
  const inside = between.slice(open + 1);
  return (
    open >= 0 && open <= 2 && inside.length <= LONGEST && inside.some((key) => listed("earlier").get(key) === true)
  );
}

/** In tokens. */
const FEW = 4;
const LONGEST = 12;

/** "… it had been", "38 hours per wedding, down from 52" */
function saysWas(words: string, phrase: string): boolean {
  return /^it |from$/.test(phrase) && words.endsWith(` ${phrase}`);
}

/** "| Pages a week | 22 | 9 |" goes from 22 to 9, unless its columns are of two things, such as "Clicked" and "Reported". */
export function changeOfRow(passage: Passage): StatedChange[] {
  const { amounts, columns } = passage;
  if (columns.length > 1 && !columns.some(({ header }) => saysWhen(header))) return [];
  const isCell = ({ start, end }: Amount): boolean => columns.some((cell) => start >= cell.start && end <= cell.end);
  if (!isRow(passage)) return [];
  const figures = columns.length > 1 ? amounts.filter(isCell) : amounts;
  const isTold =
    figures.length === 2 || (columns.length > 2 && columns.filter(({ header }) => saysWhen(header)).length > 1);
  return isTold ? figures.flatMap((from, at) => figures.slice(at + 1).map((to) => ({ from, to }))) : [];
}

/** Whether what something became is more than what it was, as it is said where the two are of two kinds: "38 hours, down from 52". */
export function rises(from: Amount, to: Amount): boolean {
  return from.kind === to.kind ? to.value > from.value : shownValue(to) > shownValue(from);
}

/** "Q2 2022 (model)", "Year before", "Under the old rota" */
function saysWhen(header: string): boolean {
  const words = lex(header);
  return tellTimes([header]) || WHEN.some((list) => words.some((_, at) => listed(list).at(words, at) !== null));
}

const WHEN = ["earlier", "before", "after"] as const;

/** "58 before, 40 after", "£88,000 in 2022 and £71,000 in 2023". */
function isDated(one: Amount, other: Amount, tokens: Passage["tokens"]): boolean {
  if (other.first - one.next > FARTHEST) return false;
  const behind = ({ next }: Amount): string[] => tokens.slice(next, next + 2).map(({ key }) => key);
  if (
    saysFirst(tokens.slice(one.next, other.first), "before") &&
    saysFirst(tokens.slice(other.next, other.next + FAR), "after")
  )
    return true;
  const [first, second] = [behind(one), behind(other)].map(([word, year = ""]) =>
    word === "in" ? yearOf(year) : null,
  );
  return first != null && second != null && first < second;
}

/** In tokens: between two figures, and behind the second. */
const FARTHEST = 7;
const FAR = 6;

/** "28 in the twelve months before, 17 in the twelve months after" */
function saysFirst(tokens: Passage["tokens"], word: string): boolean {
  return tokens.some(({ key }, at) => key === word && /^(?:$|[,.;:])/.test(tokens[at + 1]?.text ?? ""));
}

function yearOf(key: string): number | null {
  return /^(?:19|20)\d\d$/.test(key) ? Number(key) : null;
}
