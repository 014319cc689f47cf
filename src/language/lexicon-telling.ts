/** The words by which the parts of a story are told apart: what leans on what, who owns up, who objects, what goes first. */
export interface TellingLexicon {
  /** Openings of a sentence that says nothing without the one before it: "she", "that", "the other". */
  pointing: readonly string[];
  /** By which several are spoken of: "their manager". */
  pluralOwners: readonly string[];
  /** Openings that say when, and point to nothing: "this season". */
  nearTimes: readonly string[];
  /** Openings that count from what stands in front: "the week after". */
  laterOpenings: readonly string[];
  /** Words by which somebody owns up to a fault of their own. */
  faults: readonly string[];
  /** Words of those who object, and of what went wrong again. */
  dissent: readonly string[];
  setbacks: readonly string[];
  /** Openings of what limits a claim, and words that introduce a company or a job: the first to go. */
  caveats: readonly string[];
  background: readonly string[];
  /** Openings of a short contrast that belongs to what it follows: "Not about causes." */
  contrasts: readonly string[];
  /** Openings that join a sentence to the one before it, and words that compare with or count what stands in front. */
  connecting: readonly string[];
  backReferences: readonly string[];
  /** What was asked, offered, refused, announced: the reader waits for what came of it. */
  expecting: readonly string[];
  /** "again": it has been told before. */
  again: readonly string[];
  /** "I made the mistake of saying so": words for what was just said, and what opens a sentence that takes back the one before it. */
  echoes: readonly string[];
  turning: readonly string[];
  /** "It was the walk that did it": openings, and what joins their clause. */
  cleftOpenings: readonly string[];
  relative: readonly string[];
  /** Articles of what is known, and of what is new. */
  definite: readonly string[];
  indefinite: readonly string[];
  /** Words of labels above rules, and the first words of bold headings that run into their text ("The mistake."). */
  ruleLabels: readonly string[];
  runInHeads: readonly string[];
  /** In labels of what came later, as their first words, and in those of what was done in the place of something else. */
  laterLabels: readonly string[];
  laterHeads: readonly string[];
  insteadLabels: readonly string[];
  /** First words of labels that ask or place: "What I got wrong:". */
  questionHeads: readonly string[];
  /** What a short sentence says of something in front of it: "I filed it." */
  objectPronouns: readonly string[];
  /** By which the author speaks of themselves alone, and by which somebody else is spoken of. */
  firstSingular: readonly string[];
  personPronouns: readonly string[];
  /** Those of a woman. */
  shePronouns: readonly string[];
}
