import type { Scope } from "./find-scopes.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import { findPartials, type Partial, wordsOfPartial } from "./partials.ts";
import type { Passage } from "./passage.ts";

/** So many words in a row are the same behind "all" and behind "at least half"; or so many that say something. */
const LEAST_RUN = 4;
const LEAST_TELLING = 2;

const GRACE = 0.06;

/** Where the story says how many in front of the very words that stand behind a word of scope: "28% of our bookings still come by phone". */
export function findInWords(scope: Scope, { statement, evidence }: Held): { words: string; passage: Passage } | null {
  for (const { passage } of evidence.slice(0, 4)) {
    const told = findPartials(passage).filter((partial) => isSaidOf(scope, statement, partial, passage));
    const [part] = told;
    if (part === undefined) continue;
    return told.every(({ share }) => isOutside(share, scope))
      ? { words: wordsOfPartial(passage, part), passage }
      : null;
  }
  return null;
}

function isOutside(share: number, { from, to }: Scope): boolean {
  const grace = from === to ? 0 : GRACE;
  return share > 0 && share < 1 && (share < from - grace || share > to + grace);
}

/** Whether what stands behind both is the same. */
function isSaidOf({ next }: Scope, statement: Passage, partial: Partial, passage: Passage): boolean {
  const [own, told] = [keysFrom(statement, next), keysFrom(passage, partial.next)];
  let run = 0;
  while (run < own.length && own[run] === told[run]) run++;
  if (run >= LEAST_RUN) return true;
  const [words, others] = [tellingFrom(statement, next), tellingFrom(passage, partial.next)];
  return words.length >= LEAST_TELLING && words.slice(0, LEAST_TELLING).every((word, at) => word === others[at]);
}

function keysFrom({ tokens }: Passage, from: number): string[] {
  return tokens.slice(from).map(({ key }) => key);
}

function tellingFrom({ words }: Passage, from: number): string[] {
  return words.filter(({ at }) => at >= from).map(({ stem }) => near(stem));
}
