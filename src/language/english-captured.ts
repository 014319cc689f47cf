import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** The English words by which a note is known to tell a story: how people label its parts, and what was. */
export const ENGLISH_CAPTURED: Pick<
  Lexicon,
  "tellings" | "pastSigns" | "capitalNouns" | "untitled" | "severalStories"
> = {
  tellings: {
    setup: [
      ...words("situation task tasks goal objective and what"),
      ...["where we were", "where i was", "the scene", "once upon a time", "every day", "what was going on"],
    ],
    crisis: [
      ...words("obstacle obstacles challenge challenges problem conflict complication trouble but"),
      ...["what happened", "what went wrong", "until one day", "one day", "what broke", "the event"],
    ],
    turn: [
      ...words("action actions resolution therefore response"),
      ...["actions taken", "action taken", "what we tried", "what i tried", "because of that", "what changed"],
    ],
    outcome: [
      ...words("result results evaluation"),
      "what went well",
      "how it ended",
      "until finally",
      "ever since then",
    ],
    lesson: [
      ...[
        "so what",
        "now what",
        "what i learned",
        "what i learnt",
        "what we learned",
        "what we learnt",
        "what it means",
      ],
      ...["what i'd do differently", "what i would do differently", "what we would do differently", "next time"],
      ...["what i take away", "what i took away", "what it taught me", "what this taught me"],
      ...words("reflection reflections takeaway"),
    ],
  },
  pastSigns: [
    ...words("rang felt thought knew saw slept woke heard taught stood spent ate drank sang flew threw caught led hid"),
    ...words("rode shook shrank sank stole struck swore tore wore hung stuck swung dug fed fled slid spun lent bent"),
    ...words("meant dealt dreamt learnt burnt sat lay blew drew swam froze wasn't weren't didn't couldn't hadn't"),
    ...words("wouldn't shouldn't i'd we'd he'd she'd they'd hit shut"),
  ],
  capitalNouns: [],
  untitled: [
    ...words("untitled note notes document draft scratch inbox index readme recording memo transcript"),
    ...["new note", "new document", "untitled document", "voice memo", "new recording", "copy of untitled"],
  ],
  severalStories: words("stories anecdotes episodes memories tales"),
};
