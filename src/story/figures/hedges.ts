/** Which way a figure is softened: "over $2M" is at most the truth, "almost 3 years" at least, "about 50" near it. */
export type Hedge = "over" | "under" | "about";

const BEFORE: readonly (readonly [Hedge, RegExp])[] = [
  ["under", /\b(?:no|not) (?:more|over|above) than\s*$|\bnot over\s*$/i],
  ["over", /\b(?:no|not) (?:less|fewer|under) than\s*$/i],
  [
    "over",
    /(?:\b(?:over|more than|above|at least|upwards of|north of|well over|in excess of|beyond|exceeding|über|mehr als|mindestens|plus de|más de)|>)\s*$/i,
  ],
  [
    "under",
    /(?:\b(?:almost|nearly|under|less than|fewer than|below|up to|at most|close to|just under|not quite|knapp|unter|weniger als|presque|moins de|casi|menos de)|<)\s*$/i,
  ],
  ["about", /(?:\b(?:about|around|roughly|approximately|approx\.?|circa|ca\.|some|etwa|rund|environ|unos)|[~≈])\s*$/i],
];

/** The last letters of all those words: most text ends in none of them. */
const HINT =
  /(?:over|than|ve|st|of|th|ond|ing|ber|als|ns|ens|de|más|[^l]most|arly|under|low|to|te|si|out|und|ly|x\.?|rca|ca\.|some|wa|ron|nos|[<>~≈])\s*$/i;

/** How the words around a figure soften it; null where it stands as it is. */
export function findHedge(text: string, start: number, end: number): Hedge | null {
  const before = text.slice(Math.max(0, start - 30), start);
  const found = HINT.test(before) ? BEFORE.find(([, pattern]) => pattern.test(before)) : undefined;
  if (found !== undefined) return found[0];
  return /\+/.test(text.slice(start, end)) || /^\+|^ or more\b/.test(text.slice(end)) ? "over" : null;
}
