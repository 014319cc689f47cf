import type { StoryUnit } from "./unit.ts";

/** How many of the places that have to be told stand where. */
export interface Forced {
  total: number;
  /** How many forced places stand in front of a place, and how many up to it. */
  upTo(place: number): number;
  through(place: number): number;
}

/** Counts the places that have to be told. */
export function countForced(units: readonly StoryUnit[], forced: ReadonlySet<number>): Forced {
  const places = [...new Set(units.map(({ place }) => place))].filter((place) => forced.has(place));
  const most = Math.max(0, ...units.map(({ place }) => place)) + 2;
  const counts = new Int32Array(most + 1);
  for (const place of places) counts[place + 1] = 1;
  for (let at = 1; at <= most; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  return {
    total: places.length,
    upTo: (place) => counts[place] ?? 0,
    through: (place) => counts[place + 1] ?? 0,
  };
}
