import type { Amount } from "../language/amount.ts";
import { castOf } from "./cast.ts";
import { compareAmounts } from "./compare-amounts.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { findNameUses, type NameUse } from "./name-uses.ts";
import type { Passage } from "./passage.ts";

/** A figure with the name that it is told of. */
interface Owned {
  amount: Amount;
  name: NameUse;
}

/** Finds "13 in Reminders, three in Booking", where a line of the story has the 13 in Booking and the three in Reminders. */
export function judgeOwned(held: Held): Judged[] {
  const { statement, story } = held;
  const cast = castOf(story);
  const owned = ownedIn(statement).filter(({ name }) => name.keys.some((key) => cast.isName(key)));
  if (owned.length < 2) return [];
  const isOf = (a: NameUse, b: NameUse): boolean => a.keys.some((key) => b.keys.includes(key));
  for (const { passage } of held.evidence.slice(0, 3)) {
    const told = ownedIn(passage);
    const turned = owned.flatMap((each) => {
      const other = told.find(({ amount }) => compareAmounts(each.amount, amount) === "same");
      const isItsOwn = other === undefined || isOf(other.name, each.name);
      return isItsOwn || !told.some(({ name }) => isOf(name, each.name)) ? [] : [{ each, other }];
    });
    const [first, second] = turned;
    if (first === undefined || second === undefined) continue;
    const { amount } = first.each;
    return [
      {
        kind: "figure",
        rule: "figure-of-another-thing",
        start: amount.start,
        end: amount.end,
        verdict: "contradicted",
        because: `in the story ${first.other.amount.text} is of ${first.other.name.text}`,
        source: passage,
        fix: null,
      },
    ];
  }
  return [];
}

/** In tokens, with no mark between. */
const REACH = 4;

/** The figures of a passage with the one name that stands nearest to each. */
function ownedIn(passage: Passage): Owned[] {
  const names = findNameUses(passage);
  return passage.amounts.flatMap((amount): Owned[] => {
    const near = names
      .map((name) => ({ name, off: distance(amount, name, passage) }))
      .filter(({ off }) => off <= REACH)
      .sort((a, b) => a.off - b.off);
    return near[0] === undefined ? [] : [{ amount, name: near[0].name }];
  });
}

function distance(amount: Amount, name: NameUse, { tokens }: Passage): number {
  const [from, to] = name.first >= amount.next ? [amount.next, name.first] : [name.next, amount.first];
  const isBroken = tokens.slice(from, to).some(({ text, key }) => /^\p{P}$/u.test(text) || key === "and");
  return isBroken ? Number.POSITIVE_INFINITY : Math.max(0, to - from);
}
