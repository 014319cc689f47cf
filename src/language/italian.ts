import { EMPTY } from "./empty.ts";
import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** What dates and documents need; stories in Italian are not read any further. */
export const ITALIAN: Lexicon = {
  ...EMPTY,
  months: [
    ["gennaio"],
    ["febbraio"],
    ["marzo"],
    ["aprile"],
    ["maggio"],
    ["giugno"],
    ["luglio"],
    ["agosto"],
    ["settembre"],
    ["ottobre"],
    ["novembre"],
    ["dicembre"],
  ],
  weekdays: [["lunedì"], ["martedì"], ["mercoledì"], ["giovedì"], ["venerdì"], ["sabato"], ["domenica"]],
  metadata: {
    for: ["per"],
    series: ["serie"],
    theme: ["tema"],
    source: ["fonte"],
    date: ["data"],
    type: ["tipo"],
  },
  storyTitles: ["storia"],
  weekTitles: ["settimana"],
  companyEnds: words("spa"),
  nameConnectors: words("della di"),
};
