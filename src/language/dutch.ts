import { EMPTY } from "./empty.ts";
import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** What documents and notes need; stories in Dutch are not read any further. */
export const DUTCH: Lexicon = {
  ...EMPTY,
  weekdays: [["maandag"], ["dinsdag"], ["woensdag"], ["donderdag"], ["vrijdag"], ["zaterdag"], ["zondag"]],
  tellings: {
    setup: words("situatie taak doel"),
    crisis: [...words("obstakel uitdaging probleem conflict maar"), "wat er gebeurde", "wat er misging"],
    turn: [...words("actie acties oplossing dus daarom"), "wat ik deed", "wat we deden"],
    outcome: words("resultaat resultaten"),
    lesson: [
      ...["en nu", "wat nu", "wat ik leerde", "wat ik heb geleerd", "wat we leerden", "volgende keer"],
      "reflectie",
    ],
  },
  pastSigns: words(
    "waren hadden ging gingen kwam kwamen zei zeiden werd werden verloor verloren belde vroeg dacht wist kostte duurde",
  ),
  untitled: ["naamloos", "nieuwe notitie"],
  severalStories: words("verhalen anekdotes"),
  metadata: { for: ["voor"], series: ["serie"] },
  companyEnds: words("bv nv"),
  nameConnectors: words("van"),
};
