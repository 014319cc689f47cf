import type { ClauseLexicon } from "./clause-lexicon.ts";
import type { DocumentLexicon, Phrases } from "./document-lexicon.ts";
import type { TellingLexicon } from "./lexicon-telling.ts";
import type { NameLexicon } from "./name-lexicon.ts";

/** A unit of time, as figures carry it. */
export type TimeUnit =
  | "milliseconds"
  | "seconds"
  | "minutes"
  | "hours"
  | "days"
  | "weeks"
  | "months"
  | "quarters"
  | "years"
  | "fortnights"
  | "decades"
  | "centuries";

/** Which way a figure is softened: "over $2M" is at most the truth, "almost 3 years" at least, "about 50" near it. */
export type Hedge = "over" | "under" | "about";

/** The part that a piece of a story plays. */
export type Role = "setup" | "crisis" | "turn" | "outcome" | "lesson" | "detail";

/**
 * All that storybank knows of a language. What a language lacks is left empty; what English texts use in another sense (Spanish
 * "once", German "die") is left out where the category is read in texts of any language.
 */
export interface Lexicon extends ClauseLexicon, DocumentLexicon, NameLexicon, TellingLexicon {
  /** Small numbers: "seven" is 7. */
  numbers: Readonly<Record<string, number>>;
  /** What multiplies the number before it: "thousand" is 1000. */
  scales: Readonly<Record<string, number>>;
  /** Parts of one: "half" is 0.5. */
  fractions: Readonly<Record<string, number>>;
  /** Behind a fraction that is none of an ordinal: "a third of", not "a third party". */
  behindFractions: readonly string[];
  /** What something is by half: "half full", "half asleep". */
  halfStates: readonly string[];
  /** How many times as much: "doubled" is 2, "halved" is 0.5. */
  multiples: Readonly<Record<string, number>>;
  /** Seasons by their order in the year. */
  seasons: Readonly<Record<string, number>>;
  /** Feasts whose day is the same each year. */
  feasts: Readonly<Record<string, readonly [month: number, day: number]>>;
  timeUnits: Phrases<TimeUnit>;
  /** Words for money, by the currency's code (ISO 4217). */
  currencies: Readonly<Record<string, readonly string[]>>;
  percent: readonly string[];
  months: readonly (readonly string[])[];
  weekdays: readonly (readonly string[])[];
  /** In front of a figure. */
  hedges: Phrases<Hedge>;
  /** Headers and labels of what was, and of what is. */
  before: readonly string[];
  after: readonly string[];
  /** The same, where they are alone: "From" and "To" above columns. */
  beforeAlone: readonly string[];
  afterAlone: readonly string[];
  /** In front of the first side of a change ("from"), and between its sides ("to"). */
  from: readonly string[];
  to: readonly string[];
  /** Between the sides of a range ("to", "bis"), in front of one ("between"), and between its sides then ("and"). */
  rangeTo: readonly string[];
  between: readonly string[];
  and: readonly string[];
  /** In a bracket, in front of what a figure was before. */
  was: readonly string[];
  /** Between "from" or "to" and its figure. */
  softeners: readonly string[];
  /** Behind "times" and in front of what is compared. */
  comparatives: readonly string[];
  /** In front of four digits that are a year. */
  yearLeads: readonly string[];
  /** Labels of a sum, and words that make it another one ("profit"). */
  total: readonly string[];
  /** At the end of a label ("Project total"), and at the end of a line ("$5K in total"). */
  totalLast: readonly string[];
  totalBehind: readonly string[];
  notTotal: readonly string[];
  /** "ago", and how long ago "last week" is, in days. */
  ago: readonly string[];
  /** The same in front of the count: German "vor". */
  agoInFront: readonly string[];
  ages: Readonly<Record<string, number>>;
  /** What "a couple of" comes to, where an age is counted. */
  vagueNumbers: Readonly<Record<string, number>>;
  negation: readonly string[];
  direction: Phrases<"up" | "down">;
  scope: Phrases<"all" | "most" | "some" | "none" | "only" | "always" | "first">;
  /** Words of grammar: no counted noun begins with or goes beyond one. */
  grammar: readonly string[];
  /** Adjectives between a number and what it counts. */
  fillers: readonly string[];
  /** Plurals without an s, and words with one that are none. */
  plurals: readonly string[];
  noPlurals: readonly string[];
  /** Singulars of irregular plurals. */
  singulars: Readonly<Record<string, string>>;
  /** Nouns that count the same things, and nouns for people. */
  synonyms: readonly (readonly string[])[];
  people: readonly string[];
  /** Nouns with a capital, of which "1" counts one: "1 Fehler". */
  capitalNouns: readonly string[];
  /** Nouns in front of a number that is a name: "week 3". */
  numbered: readonly string[];
  /** Names that have a number behind them: "Python 3". */
  versioned: readonly string[];
  /** Words of labels, by the part they give to what they label. */
  beats: Phrases<Exclude<Role, "detail">>;
  /** Whole labels of the ways in which stories are told (STAR, ABT, journals), by the part they give; alone, such a word says it. */
  tellings: Phrases<Exclude<Role, "detail">>;
  /** Labels of the question and of the postscript that end a post. */
  endings: Phrases<"question" | "postscript">;
  /** Words that end a label's head: "Cost of the shortcut" is about a cost. */
  labelEnds: readonly string[];
  /** Abbreviations whose point ends no sentence, without it. */
  abbreviations: readonly string[];
  /** Openings that say nothing yet. */
  throatClearing: readonly string[];
  tension: readonly string[];
  /** Openings of a sentence that leans on the one before it. */
  leaning: readonly string[];
  /** Verbs behind "I" that own up to something. */
  confessions: readonly string[];
  /** Verbs by which a few words are a sentence, and those that give advice as its first word. */
  verbs: readonly string[];
  imperatives: readonly string[];
  firstPerson: readonly string[];
  vague: readonly string[];
  /** Words that every text has; they say nothing about what a text is about. */
  common: readonly string[];
  /** Words for anybody, anything, any place and time: they stand where nouns do, and nothing is found again by them. */
  noTopics: readonly string[];
  /** In front of the end of an open range: "at least 40". */
  bounds: Phrases<"least" | "most">;
  /** Behind such an end: "40 or more". */
  orMore: readonly string[];
  /** In front of a unit of time, where an amount comes again: "a month". */
  per: readonly string[];
  /** In front of a figure that says again what stands before it: "$3,200 → $850, that is 73%". */
  restating: readonly string[];
  articles: readonly string[];
  /** Words behind which no article can stand, and adjectives that may come in between: "our old client". */
  determiners: readonly string[];
  adjectives: readonly string[];
  /** Labels that mean nothing without what follows them. */
  bareLabels: readonly string[];
  /** Words with capitals of their own, as they are spelled. */
  spellings: readonly string[];
  /** Base forms of irregular ones: "sold" is "sell". */
  lemmas: Readonly<Record<string, string>>;
  /** Words that mean the opposite of each other, those of one side and those of the other. */
  opposites: readonly (readonly [readonly string[], readonly string[]])[];
  /** Words that are said for each other, in base form. */
  near: readonly (readonly string[])[];
  /** Units of length, weight, data …, each with its words. */
  measures: Readonly<Record<string, readonly string[]>>;
  /** Words that say nothing about what a sentence is about. */
  functionWords: readonly string[];
  /** What a post counts of its own parts ("3 things"), in base form. */
  ownParts: readonly string[];
  /** Names that everybody knows, which a post may use without its story. */
  worldNames: readonly string[];
  /** Irregular verbs in the past, and phrases with them, by which a whole text tells what was. */
  pastSigns: readonly string[];
}
