import type { Amount } from "../language/amount.ts";
import { listed } from "../language/dictionary.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import type { Pair } from "./pairs.ts";
import type { Passage } from "./passage.ts";

/** "twice what was forecast": what stands behind a multiple is what the smaller figure is of. */
export function isOtherWayRound({ next }: Amount, { small, large }: Pair, { statement, story }: Held): boolean {
  const from = comparedFrom(next, statement);
  if (small.passage === large.passage || from === null) return false;
  let [ofSmall, ofLarge] = [0, 0];
  for (const { stem, at } of statement.words) {
    if (at < from || at >= from + RIGHT_BEHIND) continue;
    const feature = near(stem);
    const [isSmall, isLarge] = [small.passage.features.has(feature), large.passage.features.has(feature)];
    if (isSmall && !isLarge) ofSmall += story.weight(feature);
    if (isLarge && !isSmall) ofLarge += story.weight(feature);
  }
  return ofLarge > ofSmall + LEAST_TURN;
}

/** Where it begins what something is a multiple of: behind "four times as many as", and nowhere in "four times as many girls". */
function comparedFrom(next: number, { tokens }: Passage): number | null {
  // "at twice the rate"
  if (listed("rates").get(tokens[next + 1]?.key ?? "") === true) return next + 2;
  if (tokens[next]?.key !== "as") return next;
  const second = tokens.findIndex(({ key }, at) => key === "as" && at > next && at <= next + RIGHT_BEHIND);
  return second < 0 ? null : second + 1;
}

const LEAST_TURN = 2;
const RIGHT_BEHIND = 6;
