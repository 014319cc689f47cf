import type { TellingLexicon } from "./lexicon-telling.ts";

const words = (text: string): string[] => text.split(" ");

/** The English words by which the parts of a story are told apart: what leans on what, who owns up, who objects, what goes first. */
export const ENGLISH_TELLING: TellingLexicon = {
  objectPronouns: words("it them him her one ones"),
  firstSingular: words("i i'm i'd i've i'll me mine my"),
  personPronouns: words("he she his her him"),
  pointing: [
    ...words("he she it they him her his hers its their them this that these those both neither either such some"),
    ...words("another others none also instead so but or nor and because which there same again either"),
    ...[
      "by then",
      "that evening",
      "even so",
      "even the",
      ...["one of", "one was", "one is", "one had", "one has", "one said", "one came", "one left", "one went"],
      "the other",
      "the second",
      "the first",
      "the same",
      "the rest",
    ],
    ...["the worse", "the better", "the latter", "the former", "all of", "most of", "two of", "neither of", "not on"],
    ...[
      "at the time",
      "the lesson",
      "after that",
      "before that",
      "as well",
      "the core of",
      "the plan was",
      "without it",
    ],
  ],
  faults: [
    ...words(
      "mistake fault wrong forgot forgotten ignored skipped missed unread alone anyway misread assumed overrode",
    ),
    ...words(
      "stuffed ashamed embarrassing embarrassed sorry proud blame hadn't never didn't couldn't should should've",
    ),
    ...["i was wrong", "me included", "i told", "i took that", "i merged", "i copied", "mine too", "i wanted to"],
    ...["i thought", "had not", "did not", "i had wanted", "i'd wanted", "i didn't have to"],
  ],
  dissent: [
    ...words("objected against refused declined disagreed argued warned doubted protested"),
    ...["said no", "did not agree", "was against", "had objected", "no confidence"],
  ],
  setbacks: [
    ...words("worse failed broke resigned quit lost crashed complained refused dropped stuck chaos"),
    ...["gave notice", "did not work", "didn't work", "got worse", "more than before", "fell apart"],
  ],
  caveats: [
    ...[
      "can't prove",
      "can't say",
      "to be fair",
      "not solved",
      "so i don't count",
      "had changed too",
      "i don't know if",
    ],
    ...["as far as i know", "may have", "it may", "for what it's worth", "want to be fair"],
  ],
  background: [
    ...words("employees headcount revenue founded headquartered turnover customers seed"),
    ...["we are", "i am", "i'm a", "i run", "we run", "i work", "we make", "i'm the", "i am the", "we sell", "we tell"],
  ],
  connecting: words("so but then and still yet instead meanwhile also anyway otherwise therefore however because"),
  backReferences: [
    ...["the other", "the others", "the rest", "the same", "the former", "the latter", "all three", "all four"],
    ...["all five", "all six", "all seven", "all eight", "of them", "of those", "of these", "the two", "the three"],
    ...[
      "the second one",
      "the first one",
      "said yes",
      "said no",
      "by then",
      "that as",
      "that in",
      "that on",
      "that to",
      "both of",
      "neither of",
      "either of",
    ],
  ],
  cleftOpenings: ["it was", "it wasn't", "it is", "it isn't", "it's"],
  relative: words("that who"),
  definite: words("the that this those these"),
  indefinite: words("a an"),
  contrasts: words("not never no me only even"),
  ruleLabels: [
    ...words("rule rules now since checklist principles policy habits differently different"),
    ...["i do", "we do", "what changed", "what is different", "i believe", "we agreed"],
  ],
  questionHeads: words("what where how why who whose when"),
  runInHeads: words("the what where how why who my our since what's before after when result results lesson setup"),
};
