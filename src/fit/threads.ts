import { thingsIn } from "./introductions.ts";
import type { Part } from "./parts.ts";

/** A thing counts the more, the more other parts speak of it, up to so many. */
const MANY = 4;
/** A part with fewer things to speak of has less of a story in it. */
const FEW = 4;

/** Finds how much of each part runs through its story, from 0 to 1: is spoken of in other parts, too. */
export function findThreads(parts: readonly Part[]): Map<Part, number> {
  const told = parts.filter(({ kind }) => kind !== "code");
  const things = new Map(told.map((part) => [part, thingsIn(part.text)]));
  const counts = new Map<string, number>();
  for (const own of things.values()) for (const thing of own) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return new Map(
    told.map((part) => {
      const own = [...(things.get(part) ?? [])];
      const shared = own.reduce((sum, thing) => sum + Math.min(MANY, (counts.get(thing) ?? 1) - 1) / MANY, 0);
      return [part, shared / Math.max(FEW, own.length)];
    }),
  );
}
