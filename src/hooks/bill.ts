import { isTotalLine } from "../figures/sources.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { type Line, listsOf } from "../text/line.ts";

export interface Bill {
  /** The amounts as written, in their order. */
  parts: readonly string[];
  total: string;
  line: number;
}

/** A total may be this far off its sum, as a share of it. */
const TOLERANCE = 0.005;

/** Finds a list of amounts whose sum a bullet labelled as the total states; a total that is no sum is no bill. */
export function findBill(lines: readonly Line[]): Bill | null {
  return (
    listsOf(lines)
      .map(billOf)
      .find((bill) => bill !== null) ?? null
  );
}

function billOf(bullets: readonly Line[]): Bill | null {
  const amounts = bullets.flatMap((bullet) => {
    const money = findTextFigures(bullet.text).filter((figure) => figure.kind === "money");
    const [only] = money;
    if (bullet.kind !== "bullet" || only === undefined || money.length !== 1) return [];
    return [{ text: only.text, value: only.value, isTotal: isTotalLine(bullet), line: bullet.line }];
  });
  const total = amounts.find((amount) => amount.isTotal);
  const parts = amounts.filter((amount) => !amount.isTotal);
  const sum = parts.reduce((all, part) => all + part.value, 0);
  if (total === undefined || parts.length < 2 || Math.abs(sum - total.value) >= TOLERANCE * total.value) return null;
  return { parts: parts.map((part) => part.text), total: total.text, line: total.line };
}
