/** What a language knows of names: words in front of one, behind it, and at its ends. */
export interface NameLexicon {
  /** In front of a person's name, and no part of it: "Dr". */
  titles: readonly string[];
  /** The last word of what somebody does: "Engineering Manager" is no name. */
  jobs: readonly string[];
  /** Verbs behind a person's name: what only people do. */
  personVerbs: readonly string[];
  /** In front of a person's name, beside the nouns for people. */
  personLeads: readonly string[];
  /** In front of a noun that tells who somebody is: "Okafor, our CTO". */
  roleLeads: readonly string[];
  /** The last word of a company's name, and words in front of one and behind it: what companies have and do. */
  companyEnds: readonly string[];
  companyLeads: readonly string[];
  companyTrails: readonly string[];
  /** The last word of a place's name, and words in front of one. */
  placeEnds: readonly string[];
  placeLeads: readonly string[];
  /** Behind the name of a product. */
  productTrails: readonly string[];
  /** Between the capitals of one name, and in front of an "of" that makes one with what follows it. */
  nameConnectors: readonly string[];
  ofHeads: readonly string[];
  /** Languages, peoples and creeds, which are written with a capital and are no names. */
  peoples: readonly string[];
  /** Words that begin sentences and are no names, beside those of grammar. */
  sentenceOpeners: readonly string[];
  /** A few words that most texts of the language have. */
  telltales: readonly string[];
  /** Whether every noun has a capital, so that a capital tells nothing. */
  capitalizesNouns: boolean;
}
