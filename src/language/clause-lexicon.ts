/** The words by which a statement is taken apart: who does what in it, what it denies, and whether it tells a fact. */
export interface ClauseLexicon {
  /** Words behind which a clause has a subject of its own, and first words of what may stand in front of one: "by then she …". */
  connectives: readonly string[];
  adverbials: readonly string[];
  /** In front of somebody who is told by what they are to another: "my sister". */
  possessives: readonly string[];
  /** Behind the noun of an apposition: "a copywriter who …". */
  postmodifiers: readonly string[];
  /** Jobs by their initials, and how nouns for people end. */
  jobInitials: readonly string[];
  agentSuffixes: readonly string[];
  /** Nouns that end like one for people, and are none. */
  things: readonly string[];
  /** In front of a name that is a place. */
  placePrepositions: readonly string[];
  /** Words of direction that compare, and turn nothing: "3 days later". */
  comparing: readonly string[];
  /** Words of what a share leaves: "the others". */
  remainder: readonly string[];
  /** Words that begin a clause, to which no "not" in front of them reaches. */
  clauseStarts: readonly string[];
  /** Behind a "not" or "no" that denies nothing: "not only". */
  pseudoNegation: readonly string[];
  modals: readonly string[];
  /** Verbs that take something away, as a "not" does. */
  losing: readonly string[];
  /** Where a word of scope, "all" or "every", speaks of no number: "after all", "every other". */
  scopeIdioms: readonly string[];
  /** Of how many something holds, from what share to what share: "most", "nearly all". */
  scopeBounds: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** What share a word speaks of, where a number is held against it. */
  shareWords: Readonly<Record<string, number>>;
  /** In front of a time of the clock that is not meant to the minute. */
  clockHedges: readonly string[];
  /** Words of advice, wishes and plans: what has one states nothing that was. */
  irrealis: readonly string[];
  /** Irregular forms of verbs in the past. */
  pastForms: readonly string[];
  /** Words of time by which a sentence tells what happened. */
  timeWords: readonly string[];
  /** Forms of "be", "have" and "do". */
  auxiliaries: readonly string[];
  /** Pronouns that are a subject. */
  pronouns: readonly string[];
  /** The subjects of what is told, and words that may stand in front of one. */
  subjects: readonly string[];
  leadIns: readonly string[];
  /** First words of a sentence that tells what happened, and of one that gives advice or a view. */
  sentenceStarts: Partial<Record<"telling" | "stating", readonly string[]>>;
  /** Behind a difference: "€4,000 more". */
  differences: readonly string[];
  /** Words of direction that go with many verbs, and say which way it went only beside a figure. */
  particles: readonly string[];
  /** Words that begin what something depends on. */
  conditions: readonly string[];
  /** Between two figures that belong together: "27 of the 32". */
  pairing: readonly string[];
  /** First words that place a sentence in time, and those in front of a time: "last autumn". */
  timeLeads: readonly string[];
  timeDeterminers: readonly string[];
}
