/** The words by which a statement is taken apart: who does what in it, what it denies, and whether it tells a fact. */
/** Which way words at an amount say that it goes. */
type SignWord = "more" | "less" | "late" | "early" | "ahead" | "behind";

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
  /** From which minute of the day to which a part of it lasts. */
  partsOfDay: Readonly<Record<string, readonly [from: number, to: number]>>;
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
  /** What came of it in the end, and others than were spoken of. */
  aftermath: readonly string[];
  /** By these an author owns up to not knowing for sure. */
  doubts: readonly string[];
  /** By these a sentence says that there is no doubt. */
  certainties: readonly string[];
  /** In front of a participle, of what is done to its subject. */
  passiveLeads: readonly string[];
  /** Between the figure that is and the one that was: "71, down from 77". */
  turnedRound: readonly string[];
  /** Between the figure that was and the one that is: "4 pages became 1". */
  becoming: readonly string[];
  /** In front of "to", what somebody had in mind: "I had wanted to". */
  wanting: readonly string[];
  /** Behind "as", what is told by a length of time: "three times as long". */
  speeds: readonly string[];
  /** Behind a share, which of two it is more or less than: "50% below". */
  sides: readonly string[];
  /** What has a size and is nothing itself: "at twice the rate". */
  rates: readonly string[];
  /** In front of a figure that bounds: "above €2,100". */
  boundLeads: readonly string[];
  /** Between somebody and "for it". */
  standing: readonly string[];
  /** Verbs that something is on or off by. */
  switching: readonly string[];
  /** Verbs that "up" and "down" say a direction behind. */
  movers: readonly string[];
  /** Behind an article, words that no doer follows. */
  noDoers: readonly string[];
  /** Behind a noun, what begins a clause about it. */
  relatives: readonly string[];
  /** "was", "is" */
  copulas: readonly string[];
  /** Words that a "not" in front of holds for a part only. */
  limits: readonly string[];
  /** What "I'd" stands in front of where nothing is done. */
  wishes: readonly string[];
  /** Words at an amount that say which way it goes. */
  signs: Partial<Record<SignWord, readonly string[]>>;
  /** Behind "than", of what was so before. */
  earlier: readonly string[];
  /** By which somebody is for something or against it. */
  stances: Partial<Record<"for" | "against", readonly string[]>>;
  /** What everybody does in words. */
  saying: readonly string[];
  /** Words that open a sentence in front of a comma. */
  openers: readonly string[];
  others: readonly string[];
  /** Words that count without a number. */
  some: readonly string[];
  /** Forms of "be", "have" and "do". */
  auxiliaries: readonly string[];
  /** Words in front of what was not so, or that somebody only thought. */
  unreal: readonly string[];
  /** Pronouns that are a subject. */
  pronouns: readonly string[];
  /** The subjects of what is told, and words that may stand in front of one. */
  subjects: readonly string[];
  leadIns: readonly string[];
  /** First words of a sentence that tells what happened, and of one that gives advice or a view. */
  sentenceStarts: Partial<Record<"telling" | "stating", readonly string[]>>;
  /** Behind a difference: "€4,000 more". */
  differences: readonly string[];
  /** "That makes …": what was worked out comes behind. */
  reckoning: readonly string[];
  /** Behind "times" where it compares: "three times as many", "four times our budget". */
  timesOf: readonly string[];
  /** Between a number and its unit of time: "ten working days". */
  ofLengths: readonly string[];
  /** In front of a part of what a table's row above counts. */
  parting: readonly string[];
  /** "$60 a time": each of them. */
  rounds: readonly string[];
  /** "the 41 schools": in front of a number of which there are no more. */
  wholes: readonly string[];
  /** "three weeks later": how long it was from one to the other. */
  elapsing: readonly string[];
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
