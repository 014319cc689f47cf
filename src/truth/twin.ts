import { denies } from "./denies.ts";
import type { Held } from "./held.ts";
import type { Passage } from "./passage.ts";

const FEWEST = 3;
/** So many words may be another's. */
const MOST_OTHERS = 1;
const MOST_PLACES = 3;

/** A sentence of the story that a statement repeats word for word, but for a single "not"; null where there is none. */
export function findTwin({ statement, course }: Held): Passage | null {
  const own = wordsOf(statement);
  const denials = countDenials(statement);
  if (own.size < FEWEST || denials > 1 || isQuoted(statement) || isContrast(statement)) return null;
  const twins = course.places
    .slice(0, MOST_PLACES)
    .map(({ passage }) => passage)
    .filter((passage) => !isQuoted(passage) && othersIn(own, wordsOf(passage)) <= MOST_OTHERS);
  if (twins.some((twin) => countDenials(twin) === denials)) return null;
  return twins.find((twin) => countDenials(twin) === 1 - denials) ?? null;
}

/** All words of a passage but those that deny: "hasn't" counts as "has". */
function wordsOf({ tokens }: Passage): Set<string> {
  return new Set(
    tokens
      .filter(({ kind, key }) => kind !== "punctuation" && (/n't$/.test(key) || !denies(key)))
      .map(({ key }) => key.replace(/n't$/, "")),
  );
}

/** "a text the day before, not a letter" */
function isContrast({ tokens }: Passage): boolean {
  return tokens.some(({ key }, at) => key === "not" && /^(?:,|and|but)$/.test(tokens[at - 1]?.key ?? ""));
}

function countDenials({ tokens }: Passage): number {
  return tokens.filter(({ key }) => denies(key)).length;
}

function isQuoted({ tokens }: Passage): boolean {
  return tokens.some(({ kind }) => kind === "quote");
}

/** How many words only one of two has. */
function othersIn(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size + b.size - 2 * shared;
}
