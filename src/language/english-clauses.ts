import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** The English words by which a statement is taken apart: who does what in it, what it denies, and whether it tells a fact. */
export const ENGLISH_CLAUSES: Pick<
  Lexicon,
  | "connectives"
  | "adverbials"
  | "possessives"
  | "postmodifiers"
  | "jobInitials"
  | "agentSuffixes"
  | "placePrepositions"
  | "comparing"
  | "remainder"
  | "clauseStarts"
  | "pseudoNegation"
  | "modals"
  | "scopeIdioms"
  | "scopeBounds"
  | "shareWords"
  | "clockHedges"
  | "irrealis"
  | "pastForms"
  | "timeWords"
  | "sentenceStarts"
> = {
  connectives: words("and but so because while when then since until after before if that who which where than as"),
  adverbials: words("in on at by then so and now today later"),
  possessives: words("my our their her his"),
  postmodifiers: words("who which that at of in from for with and on"),
  jobInitials: words("ceo cto cfo coo vp pm"),
  agentSuffixes: words("er or ist ian ant man woman person chief head lead"),
  placePrepositions: words("in at from near to outside around across of into over through"),
  comparing: words("before after later earlier longer shorter faster slower above below fewer more less over"),
  remainder: words("other others rest remaining left not never no none nobody without only"),
  clauseStarts: words("but because so although though until unless if when while who which that"),
  pseudoNegation: words("only just less fewer later sooner matter doubt wonder"),
  modals: words("would wouldn't could couldn't should shouldn't might may"),
  scopeIdioms: [
    ...["at all", "after all", "above all", "in all", "it all", "first all", "once all"],
    ...["all in", "all day", "all night", "all along", "all over", "all right", "all my", "all the", "all but"],
    ...words("day week month year morning night evening hour time").map((unit) => `every ${unit}`),
    ...["every other", "every second", "every third", "every single", "every few", "every now"],
  ],
  scopeBounds: {
    "nearly all": [0.85, 1],
    "almost all": [0.85, 1],
    "nearly every": [0.85, 1],
    "almost every": [0.85, 1],
    "nearly everyone": [0.85, 1],
    "not a single": [0, 0],
    "not one": [0, 0],
    "not all": [0.3, 0.999],
    "hardly any": [0, 0.15],
    every: [1, 1],
    all: [1, 1],
    everyone: [1, 1],
    everybody: [1, 1],
    everything: [1, 1],
    entire: [1, 1],
    full: [1, 1],
    whole: [1, 1],
    always: [1, 1],
    none: [0, 0],
    nobody: [0, 0],
    never: [0, 0],
    most: [0.5, 1],
    mostly: [0.5, 1],
    majority: [0.5, 1],
    both: [1, 1],
  },
  shareWords: {
    most: 0.7,
    some: 0.3,
    several: 0.3,
    few: 0.15,
    half: 0.5,
    partly: 0.5,
    many: 0.5,
    usually: 0.8,
    often: 0.6,
    sometimes: 0.3,
    rarely: 0.1,
  },
  clockHedges: words("around about before after by past almost nearly"),
  irrealis: words(
    "you your you're you've yours if would should could might i'd let's imagine maybe perhaps next tomorrow will",
  ),
  pastForms: words(
    "went underwent came overcame became took overtook undertook mistook made remade got forgot gave forgave won bought sold resold outsold told retold said had was were did undid redid wrote rewrote left began kept paid repaid met sent resent built rebuilt lost found ran outran grew outgrew fell rose arose held upheld withheld brought fought chose drove spoke broke put read",
  ),
  timeWords: words("yesterday week month year weekend day days weeks months years summer winter since later"),
  sentenceStarts: {
    telling: words(
      "he she they both it nobody two three four five several another within last by since then her his their",
    ),
    stating: words(
      "being never always don't read ask write stop start the a an that this what here so but and because not no",
    ),
  },
};
