import type { Beat } from "../story/beats.ts";
import { findTextFigures } from "../story/figures/pairs.ts";
import { isTotal } from "../story/figures/totals.ts";

export interface Bill {
  /** The amounts as written, in their order. */
  parts: readonly string[];
  total: string;
  line: number;
}

/** Finds a list of amounts whose sum a bullet labelled as the total states; a total that is no sum is no bill. */
export function findBill(beats: readonly Beat[]): Bill | null {
  for (const block of beats.flatMap((beat) => beat.blocks)) {
    if (block.kind !== "list") continue;
    const amounts = block.bullets.flatMap((bullet) => {
      const money = findTextFigures(bullet.text.text).filter((figure) => figure.kind === "money");
      const [only] = money;
      return only === undefined || money.length !== 1
        ? []
        : [
            {
              ...only,
              isTotal: isTotal(bullet),
              line: bullet.line,
            },
          ];
    });
    const total = amounts.find((amount) => amount.isTotal);
    const parts = amounts.filter((amount) => !amount.isTotal);
    const sum = parts.reduce((all, part) => all + part.value, 0);
    if (total !== undefined && parts.length >= 2 && Math.abs(sum - total.value) < 0.005 * total.value)
      return { parts: parts.map((part) => part.text), total: total.text, line: total.line };
  }
  return null;
}
