import type { Amount } from "../language/amount.ts";
import { listed } from "../language/dictionary.ts";
import { findAmounts } from "../language/find-amounts.ts";
import { findTimes, type TimeMention } from "../language/find-times.ts";
import { lendHeader } from "../language/lend-unit.ts";
import { lex } from "../language/lex.ts";
import { stemOf } from "../language/stem.ts";
import type { Token } from "../language/token.ts";
import { near } from "./near.ts";

/** A word of a passage that says something: no word of grammar. */
export interface Word {
  stem: string;
  key: string;
  /** The index of its token. */
  at: number;
}

/** A sentence, bullet, row or labelled line of a story or post, read once. */
export interface Passage {
  text: string;
  /** The file's line; null for a hook and facts. */
  line: number | null;
  /** Which line of the text it is of, and its place among all passages. */
  block: number;
  index: number;
  tokens: readonly Token[];
  words: readonly Word[];
  /** What it has that others may have too: the stems of its words, its amounts (`#4860`) and its times (`@thursday`). */
  features: ReadonlySet<string>;
  amounts: readonly Amount[];
  times: readonly TimeMention[];
  /** The features of the label it stands under. */
  context: ReadonlySet<string>;
  /** The label it stands under. */
  label: Passage | null;
  /** Of a table's row: where its figures stand. */
  columns: readonly FigureColumn[];
  /** It is all what somebody says: a line of a talk, a letter that is set apart, the middle of a long quotation. */
  isSpoken: boolean;
}

/** The header of a column, with where in a row's text its cell stands. */
export interface FigureColumn {
  header: string;
  start: number;
  end: number;
}

/** What is read of a passage's text. */
type Reading = Pick<Passage, "words" | "features" | "amounts" | "times">;

/**
 * A sentence, which is read when something is asked of it: one in the story's own words never is. `label` is what it stands under,
 * `columns` the headers of its figures. */
export function readPassage(
  text: string,
  place: { line: number | null; block: number; index: number; isSpoken?: boolean },
  label: Passage | null = null,
  columns: readonly FigureColumn[] = [],
): Passage {
  let tokens: readonly Token[] | undefined;
  const cut = (): readonly Token[] => {
    tokens ??= lex(text);
    return tokens;
  };
  let reading: Reading | undefined;
  const read = (): Reading => {
    reading ??= readTokens(text, cut(), columns);
    return reading;
  };
  return {
    text,
    isSpoken: false,
    ...place,
    label,
    columns,
    get tokens() {
      return cut();
    },
    get words() {
      return read().words;
    },
    get features() {
      return read().features;
    },
    get amounts() {
      return read().amounts;
    },
    get times() {
      return read().times;
    },
    get context() {
      return label?.features ?? NOTHING;
    },
  };
}

function readTokens(text: string, tokens: readonly Token[], columns: readonly FigureColumn[]): Reading {
  const times = findTimes(text, tokens);
  const taken = new Set(
    times
      .filter(({ kind }) => kind !== "feast")
      .flatMap(({ first, next }) => Array.from({ length: next - first }, (_, at) => first + at)),
  );
  const found = findAmounts(text, tokens, taken).filter(
    (amount) => !columns.some((column) => isOfHeader(amount, column)),
  );
  const amounts = columns.reduce<readonly Amount[]>(
    (all, { header, start, end }) =>
      all.map((amount) =>
        amount.start >= start && amount.end <= end ? (lendHeader([amount], header)[0] ?? amount) : amount,
      ),
    found,
  );
  const isNumber = new Set(
    amounts.flatMap(({ first, next }) => Array.from({ length: next - first }, (_, at) => first + at)),
  );
  const words = tokens.flatMap(({ kind, key }, at): Word[] =>
    kind !== "word" || taken.has(at) || isNumber.has(at) || isFunctionWord(key) ? [] : [{ stem: stemOf(key), key, at }],
  );
  const features = new Set([
    ...words.map(({ stem }) => near(stem)),
    ...amounts.filter(({ hedge }) => hedge === null).map(amountKey),
    ...times.map(timeKey),
  ]);
  return { words, features, amounts, times };
}

/** "2022 £410": what stands right in front of a cell is its header. */
function isOfHeader({ start, end }: Amount, { header, start: cell }: FigureColumn): boolean {
  return end <= cell && start >= cell - header.length - SET_OFF;
}

/** In characters: ": ", or a space. */
const SET_OFF = 2;

const NOTHING: ReadonlySet<string> = new Set();

function isFunctionWord(key: string): boolean {
  return listed("functionWords").get(key) === true || (key.length === 1 && key !== "i");
}

/** How an amount is looked up: by its value alone, since units are said in many ways. */
export function amountKey({ value, kind, unit }: Amount): string {
  if (kind === "duration") return `#${value}s`;
  if (kind === "share") return `#${Math.round(value * 1000) / 10}%`;
  return kind === "money" ? `#${value}${unit ?? ""}` : `#${value}`;
}

export function timeKey({ kind, value, month }: TimeMention): string {
  return kind === "date" ? `@${month ?? "?"}-${value}` : `@${kind}${kind === "clock" ? value % 720 : value}`;
}
