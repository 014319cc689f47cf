import { measureOf } from "../language/amount-units.ts";
import { dimensionOf } from "../language/measure.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { once } from "./once.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** A unit of measure as a word of its own: "every hectare". */
interface UnitWord {
  unit: string;
  at: number;
}

/** Finds "every acre" of a story that measures in hectares. */
export function judgeUnits({ statement, story }: Held): Judged[] {
  const told = once(() => unitsOf(story));
  return unitWords(statement).flatMap(({ unit, at }): Judged[] => {
    const [lead, token] = [statement.tokens[at - 1], statement.tokens[at]];
    if (!LEADS.test(lead?.key ?? "") || token === undefined || told().has(unit)) return [];
    const [other, source] = [...told()].find(([each]) => dimensionOf(each) === dimensionOf(unit)) ?? [];
    if (other === undefined || source === undefined) return [];
    return [
      {
        kind: "figure",
        rule: "figure-not-in-story",
        start: token.start,
        end: token.end,
        verdict: "contradicted",
        because: `the story measures by the ${other}`,
        source,
        fix: null,
      },
    ];
  });
}

const LEADS = /^(?:every|each|per|an?)$/;

function unitWords({ tokens, amounts }: Passage): UnitWord[] {
  return tokens.flatMap(({ key, kind }, at) => {
    // "a foot and a half"
    if (amounts.some(({ first, next }) => at >= first && at < next)) return [];
    const unit = kind === "word" ? measureOf(key) : null;
    return unit === null || dimensionOf(unit) === null ? [] : [{ unit, at }];
  });
}

/** The units that a story measures by, with where. */
function unitsOf({ passages }: StoryIndex): Map<string, Passage> {
  const units = new Map<string, Passage>();
  for (const passage of passages) {
    for (const { unit } of unitWords(passage)) if (!units.has(unit)) units.set(unit, passage);
    for (const { unit } of passage.amounts)
      if (unit !== null && dimensionOf(unit) !== null && !units.has(unit)) units.set(unit, passage);
  }
  return units;
}
