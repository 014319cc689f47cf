import { roughValue } from "../figures/equal.ts";
import type { Figure } from "../figures/figure.ts";
import type { Quantity } from "../language/quantity.ts";

export interface NamedChange {
  label: string;
  from: string;
  to: string;
  line: number;
}

/** The changes of a story that a short label names, the greatest first: 6 hours → 12 minutes before 94% → 99.7%. */
export function findChanges(figures: readonly Figure[], beatTitles: readonly (string | null)[]): NamedChange[] {
  const changes = figures.filter((figure) => figure.kind === "change");
  // A label names what stands right behind it, not what a later sentence of its line is about.
  const first = changes.filter((change, index) => changes.findIndex((other) => other.line === change.line) === index);
  return first
    .flatMap((figure) => {
      if (figure.kind !== "change" || figure.from === null || figure.to === null || figure.label === null) return [];
      // A beat's label names the beat, not what is measured; "90 → 12 minutes" does not say 90 of what.
      if (beatTitles.includes(figure.label) || isBare(figure.from) !== isBare(figure.to)) return [];
      const label = figure.label.replace(/^the\s/i, "");
      if (label.split(/\s+/).length > 4 || /[\d:→]/.test(label)) return [];
      return [
        {
          label: sentenceStart(label),
          from: figure.from.text,
          to: figure.to.text,
          line: figure.line,
          size: sizeOf(figure.from, figure.to),
        },
      ];
    })
    .sort((a, b) => b.size - a.size)
    .map(({ size: _, ...change }) => change);
}

/** How many times one side is the other, weighed by what it is of. */
function sizeOf(from: Quantity, to: Quantity): number {
  const [a, b] = [roughValue(from), roughValue(to)];
  return a <= 0 || b <= 0 ? 0 : (WEIGHTS[from.kind] ?? 1) * Math.max(a / b, b / a);
}

/** Money moves readers more than time, and time more than a share. */
const WEIGHTS: Readonly<Record<string, number>> = { money: 10, duration: 3 };

/** "Deployment Speed" → "Deployment speed"; words in capitals and names with capitals inside stay. */
function sentenceStart(label: string): string {
  return label
    .split(" ")
    .map((word, index) => (index > 0 && /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word))
    .join(" ");
}

function isBare(quantity: Quantity): boolean {
  return /^[\d.,+]+$/.test(quantity.text);
}
