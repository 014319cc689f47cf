import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** The English words by which stories and hooks are distinguished: labels, openings, tension, advice. */
export const ENGLISH_WRITING: Pick<
  Lexicon,
  | "beats"
  | "endings"
  | "labelEnds"
  | "abbreviations"
  | "throatClearing"
  | "tension"
  | "leaning"
  | "confessions"
  | "verbs"
  | "imperatives"
  | "firstPerson"
  | "vague"
  | "common"
  | "noTopics"
> = {
  beats: {
    setup: ["context*", "set-up", "setup", "background*", "situation", "starting point", "the start", "the beginning"],
    crisis: [
      ..."crisis crises moment cost costs bill damage disaster disasters incident incidents outage failure failures".split(
        " ",
      ),
      ..."collapse problem problems mistake mistakes stakes".split(" "),
      "breaking point",
      "breaking points",
      "went wrong",
    ],
    turn: [
      ..."resolution solution solutions system systems fix fixes changed technique techniques turn respond response".split(
        " ",
      ),
      ..."recovery realization realisation shift shifts implement implemented implementation configuration".split(" "),
      ..."configurations approach process decision decisions steps put built rebuilt introduced replaced".split(" "),
      "turning point",
      "what we did",
      "what i did",
      "finally worked",
    ],
    outcome: [
      ...["since then", "ever since"],
      ...words(
        "impact impacts outcome outcomes result results metric metrics numbers measurable savings brought gained saved payoff aftermath",
      ),
    ],
    lesson: [
      ...words("lesson lessons learn learned learnt learning learnings framework frameworks insight insights takeaway"),
      ...words("takeaways take-away take-aways taught moral principle principles philosophy"),
    ],
  },
  endings: { question: ["question"], postscript: ["ps", "p.s", "ps.", "p.s.", "pps", "p.p.s", "p.p.s."] },
  labelEnds: words("of with for from about behind in at as to"),
  abbreviations: words(
    "e.g i.e etc vs cf ca approx Mr Mrs Ms Dr Prof Eng Fr Gen Col Capt Sgt Lt Rev Hon St No Nr Inc Ltd Co Corp Sr Jr a.m p.m U.S U.K M",
  ),
  throatClearing: [
    ...["in today's", "in this post", "in this fast", "in this ever", "let me tell", "let me share", "let me start"],
    ...["i'm", "i am", "im"].flatMap((i) =>
      ["", "so ", "very ", "truly ", "beyond "].flatMap((very) =>
        words("excited thrilled happy proud humbled honored honoured delighted").map((glad) => `${i} ${very}${glad}`),
      ),
    ),
    ...["as a", "as an", "here are", "here is"],
    ...["let's talk", "let's face", "let's be", "have you ever", "it's no secret", "we all know", "everyone knows"],
    ...["here are my", "here is my", "here are some", "here is some", "today i want", "today i'd", "today , i want"],
    ...["today , i'd", "i want to share", "i want to talk", "i want to tell", "i wanted to share", "i wanted to talk"],
    ...["i wanted to tell", "i'd like to share", "i'd like to talk", "i'd like to tell", "i would like to share"],
    ...["i would like to talk", "i would like to tell", "unpopular opinion", "hot take", "attention", "fun fact"],
    ...["did you know", "imagine", "picture this", "story time", "in the world", "in the age", "in the era"],
    ...["when it comes to", "ever wonder", "this is a story", "recently ,", "so ,", "well ,", "okay ,"],
  ],
  tension: [
    ...words("broke broken break breaks collaps* fail failed fails failing failure cost costs wrong lost lose losing"),
    ...words(
      "almost nearly never stop stops stopped panic* down until nobody nothing but quit crash* mistake mistakes",
    ),
    ...words("late fired dead died refus* begged without despite instead worst disaster crisis shortcut secret afraid"),
    ...words("ashamed annoyed disagree* against only before bill otherwise leave left resign* transfer apart debt"),
    ...words("became angry furious alone hate hated regret* warned begging burn* →"),
    ...["no one", "hard way", "gave up", "gives up", "too late", "took us down", "turned into", "should have"],
    "could have",
  ],
  leaning: words("but and that this it they these those he she so here then which"),
  confessions: words("was thought wanted tried believed didn't couldn't kept spent had ignored missed forgot assumed"),
  verbs: words(
    "is are was were isn't aren't has have can can't cannot do does don't doesn't will won't must should need needs beat beats cost costs take takes make makes get gets keep keeps create creates build builds begin begins start starts matter matters mean means come comes goes ask asks see sees win wins lose loses said told knew went came left sat stood ran rang rose fell put got gave took made saw kept wrote had did bought sold sent found lost won broke built drew threw chose held led met paid spent hurt set shut let hit felt meant read brought thought taught caught spoke woke drove flew grew hung began became works runs says knows wants makes lay laid sold ate fed fought kept rode shook struck swore tore wore lit bent go gone been may might would could shall use uses leaves stays calls tells gives works writes arrives reads holds stands sits stops ends hires ships helps teaches owns brings thinks feels looks turns opens closes checks shows belongs breaks pays sells buys says rings leads lives likes loves hates tries sends wakes grows stuck split",
  ),
  imperatives: words(
    "measure ask automate invest build never always don't start stop keep make let put plan write test say tell give own hire ship trust listen decide delete read show take treat name fix",
  ),
  firstPerson: words("i i'm i'd i've i'll my me we we're we'd we've we'll our us"),
  vague: [
    ...words("many huge massive significant significantly substantial substantially tremendous tremendously dramatic"),
    ...words("dramatically various countless numerous several incredible incredibly"),
    ...["a lot of", "lots of", "tons of", "loads of", "plenty of", "a great deal", "a ton"],
  ],
  common: words(
    "that this what with from have were when they them then than there their which about would could into your ours been after before here just some only over very will story learned any each every nobody everybody somebody anybody everyone someone anyone nothing everything something",
  ),
  noTopics: words(
    "anybody anyone anything anywhere everybody everyone everything everywhere nobody nothing nowhere somebody someone something somewhere twice half hand time moment work place side piece part case front left right people person team company morning afternoon evening night today week item kind sort bunch couple rest need leave deal experience problem idea room door home",
  ),
};
