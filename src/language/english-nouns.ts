import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** The English words by which it is told what a number counts. */
export const ENGLISH_NOUNS: Pick<
  Lexicon,
  "grammar" | "fillers" | "plurals" | "noPlurals" | "singulars" | "synonyms" | "people" | "numbered" | "versioned"
> = {
  grammar: words(
    "of in on at to from for with and or but nor per by as than then was were is are be been the a an that which who when where while had has have having this these those we i it they he she you us our your my their its before over under during until about into across every each all both not no so if because since via vs versus it's plus minus times",
  ),
  fillers: words(
    "more other different new additional separate further extra whole full simultaneous consecutive straight",
  ),
  plurals: words("people men women children staff feet teeth media criteria data percent folks police"),
  noPlurals: words(
    "was is has this us plus less process across always perhaps yes its his thus versus business access status success progress loss class address express sometimes besides does goes gets takes took costs means needs runs makes",
  ),
  singulars: {
    people: "people",
    men: "man",
    women: "woman",
    children: "child",
    feet: "foot",
    teeth: "tooth",
    criteria: "criterion",
  },
  synonyms: [
    ["developer", "engineer", "programmer", "dev", "coder"],
    ["person", "people", "folk", "human", "head"],
    ["employee", "colleague", "teammate", "staff"],
    ["user", "customer", "subscriber", "member"],
    ["manager", "lead", "supervisor"],
    ["server", "instance", "machine", "node", "host", "box"],
    ["bug", "defect", "issue"],
    ["incident", "outage", "failure"],
    ["deployment", "deploy", "release", "rollout"],
    ["request", "call", "query"],
    ["picture", "image", "photo", "scan"],
    ["company", "firm", "business", "startup"],
    ["meeting", "call"],
    ["line", "loc"],
    ["hospital", "clinic"],
    ["alert", "page", "alarm"],
    ["team", "squad"],
    ["option", "way"],
    ["dollar", "buck"],
  ],
  people: words(
    "developer engineer programmer dev coder person people folk human head employee colleague teammate staff user customer subscriber member manager lead supervisor analyst architect author candidate client consultant contractor designer director doctor expert founder hire intern junior man nurse patient reader reviewer scientist senior student teacher tester woman worker writer sister brother mother father mum mom dad daughter son wife husband partner cousin uncle aunt boss owner friend mentor guard chef baker therapist mechanic surgeon deputy chair captain vet coach apprentice trainee cook clerk midwife nephew niece grandmother grandfather neighbour neighbor pupil pilot vicar ceo cto cfo coo vp",
  ),
  numbered: words(
    "week weeks month months phase phases quarter quarters step steps stage stages story stories chapter chapters part parts lesson lessons level levels sprint sprints round rounds version versions number numbers no nr episode episodes section sections tier tiers series rule tip day days year years",
  ),
  versioned: words(
    "python java windows android node ruby rails react angular vue django kubernetes http postgres redis boeing airbus gen gpt web article iso top",
  ),
};
