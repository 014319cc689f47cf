import { EMPTY } from "./empty.ts";
import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** What documents need; stories in Dutch are not read any further. */
export const DUTCH: Lexicon = {
  ...EMPTY,
  weekdays: [["maandag"], ["dinsdag"], ["woensdag"], ["donderdag"], ["vrijdag"], ["zaterdag"], ["zondag"]],
  metadata: { for: ["voor"], series: ["serie"] },
  companyEnds: words("bv nv"),
  nameConnectors: words("van"),
};
