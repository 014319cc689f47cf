import type { Amount } from "../language/amount.ts";
import { listed } from "../language/dictionary.ts";
import { fits } from "./compare-amounts.ts";
import type { Stated } from "./follow.ts";
import type { Held } from "./held.ts";
import { near } from "./near.ts";
import { valuesOf } from "./pairs.ts";
import { amountsOf } from "./story-amounts.ts";

/** In passages: counts that near may be of one thing, and lengths in other units. */
const NEAR = 3;

/**
 * Whether no two figures of the whole story make a multiple: "five times as fast", where no length is five times another. What a
 * multiple is told of often cannot be said for sure, but then it need not be known.
 */
export function isGivenNowhere(amount: Amount, { story, statement }: Held): boolean {
  if (amount.kind !== "multiple" || amount.value < 2) return false;
  const kind = kindCompared(amount, statement.tokens);
  const all = amountsOf(story).filter((each) => each.amount.value > 0 && each.amount.kind !== "multiple");
  const ofKind = all.filter(
    (each) => each.amount.kind === kind || (each.amount.kind === "number" && !each.amount.isCount),
  );
  const asked = ofKind.some((each) => each.amount.kind === kind) ? ofKind : all;
  return !asked.some((one, index) =>
    asked.slice(index + 1).some((other) => {
      if (!mayCompare(one, other) || (kind === "duration" && ![one, other].some((each) => each.amount.kind === kind)))
        return false;
      const [a, b] = valuesOf(one.amount, other.amount);
      return fits(amount, Math.max(a, b) / Math.min(a, b));
    }),
  );
}

/** What kind of figures a multiple is of: "three times as long", "five times as many". */
export function kindCompared({ next }: Amount, tokens: Held["statement"]["tokens"]): Amount["kind"] | null {
  const [as, by] = tokens.slice(next, next + 2).map(({ key }) => key);
  if (as !== "as" || by === undefined) return null;
  if (by === "many") return "number";
  return listed("speeds").get(by) === true ? "duration" : null;
}

function mayCompare({ amount: a, passage }: Stated, { amount: b, passage: other }: Stated): boolean {
  const gap = Math.abs(passage.index - other.index);
  const [bare, whole] = a.kind === "number" ? [a, b] : [b, a];
  if (a.kind !== b.kind) return gap === 0 && bare.kind === "number" && !bare.isCount && whole.kind !== "share";
  if (a.kind === "duration") return a.unit === b.unit || gap <= NEAR;
  if (a.kind !== "number") return a.unit === b.unit;
  return (
    gap <= NEAR || a.nouns.slice(0, 2).some((noun) => b.nouns.slice(0, 2).some((each) => near(each) === near(noun)))
  );
}
