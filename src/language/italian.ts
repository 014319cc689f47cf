import { EMPTY } from "./empty.ts";
import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** What dates, documents and notes need; stories in Italian are not read any further. */
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
  tellings: {
    setup: words("situazione compito obiettivo"),
    crisis: [...words("ostacolo sfida problema conflitto ma"), "cosa è successo", "che cosa è successo"],
    turn: [...words("azione azioni risoluzione quindi perciò"), "cosa ho fatto", "cosa abbiamo fatto"],
    outcome: words("risultato risultati esito"),
    lesson: [
      ...["e allora", "e adesso", "cosa ho imparato", "che cosa ho imparato", "la prossima volta"],
      "riflessione",
    ],
  },
  pastSigns: [
    ...words("erano aveva avevamo avevano stava stavano fu furono c'era disse andò arrivò perse costò"),
    ...["abbiamo perso", "è stato", "è stata", "sono stati", "ho perso", "era la", "era il", "era un", "era una"],
  ],
  metadata: {
    for: ["per"],
    series: ["serie"],
    theme: ["tema"],
    source: ["fonte"],
    date: ["data"],
    type: ["tipo"],
  },
  untitled: ["senza titolo", "nuova nota"],
  severalStories: words("storie aneddoti"),
  storyTitles: ["storia"],
  weekTitles: ["settimana"],
  companyEnds: words("spa"),
  nameConnectors: words("della di"),
};
