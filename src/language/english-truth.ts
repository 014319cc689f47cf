import type { Lexicon } from "./lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** "buy bought": a base form and its irregular ones, each on a line. */
const byForm = (lines: string): Record<string, string> =>
  Object.fromEntries(
    lines
      .trim()
      .split(/\s*;\s*/)
      .flatMap((line) => {
        const [base = "", ...forms] = words(line);
        return forms.map((form) => [form, base]);
      }),
  );

/** The English words by which statements are held against each other. */
export const ENGLISH_TRUTH: Pick<Lexicon, "lemmas" | "opposites" | "near" | "measures" | "functionWords" | "ownParts" | "worldNames"> = {
  lemmas: byForm(`
    buy bought; sell sold; bring brought; think thought; catch caught; teach taught; seek sought; fight fought; go went gone goes; say said says; pay paid;
    lay laid; make made; have had has; do did done does; get got gotten; give gave given; take took taken; see saw seen; know knew known; grow grew grown;
    show shown; throw threw thrown; draw drew drawn; fly flew flown; blow blew blown; come came; become became; run ran; begin began begun; drink drank drunk;
    sing sang sung; swim swam swum; ring rang rung; sink sank sunk; write wrote written writing; drive drove driven; ride rode ridden; rise rose risen; break broke broken;
    speak spoke spoken; steal stole stolen; choose chose chosen; freeze froze frozen; wake woke woken; wear wore worn; tear tore torn; bear bore born;
    eat ate eaten; fall fell fallen; forget forgot forgotten; hide hid hidden; bite bit bitten; keep kept; sleep slept; feel felt; leave left;
    mean meant; meet met; send sent; spend spent; lend lent; bend bent; build built; lose lost; hear heard; hold held; sit sat; stand stood; understand understood;
    tell told; find found; bind bound; wind wound; win won; stick stuck; hang hung; dig dug; feed fed; lead led; read reading; light lit; shoot shot; slide slid; deal dealt;
    learn learnt; burn burnt; dream dreamt; shake shook shaken; swear swore sworn; be am is are was were been being; lie lay lain lying; die dying; tie tying;
    man men; woman women; child children; foot feet; tooth teeth; mouse mice; person people; half halves; life lives; wife wives; shelf shelves; leaf leaves; knife knives;
    good better best; bad worse worst; much more most; little less least; far further; use using; pay payment`),
  opposites: [
    ["early earlier ahead sooner soonest", "late later behind overdue"],
    ["before beforehand", "after afterwards afterward"],
    ["more greater", "less fewer"],
    ["above over exceed exceeded exceeds", "below under beneath"],
    [
      "rise rose rising risen grow grew grown grows growing increase increased increases increasing climb climbed gain gained up upward jumped jump raise raised raises",
      "fall fell falling fallen falls drop dropped drops dropping shrink shrank shrunk decrease decreased decreases decreasing decline declined decreasing down downward cut cuts lower lowered reduce reduced reduces reducing",
    ],
    ["faster quicker sooner speed", "slower slow"],
    ["longer long lengthened", "shorter short shortened"],
    ["higher high highest", "lower low lowest"],
    ["bigger larger biggest largest large big", "smaller smallest small"],
    ["cheaper cheap cheapest inexpensive affordable", "dearer expensive pricier costly dear"],
    ["better improve improved improves improving best", "worse worsen worsened worsening worst deteriorated"],
    ["first", "last"],
    ["open opened opens opening", "close closed closes closing shut"],
    ["on", "off"],
    ["accept accepted accepts agree agreed agrees approve approved", "refuse refused refuses decline declined rejected reject rejects disagree disagreed disagrees"],
    ["with", "without"],
    ["win won wins", "lose lost loses"],
    ["hire hired", "fire fired sacked dismissed"],
    ["join joined joins", "leave left leaves quit resigned"],
    ["start started starts begin began begun", "stop stopped stops finish finished finishes ended"],
    ["easy easier simple", "hard harder difficult complicated"],
    ["best", "worst"],
    ["most", "few fewest least"],
    ["most majority", "minority"],
    ["inside indoors", "outside outdoors"],
    ["alone", "together"],
    ["private", "public"],
    ["positive positively", "negative negatively"],
    ["success succeeded succeed successful", "failure failed fail unsuccessful fails"],
    ["possible", "impossible"],
    ["buy bought", "sell sold"],
    ["add added adds include included includes including", "remove removed removes exclude excluded excludes excluding"],
    ["same identical", "different"],
    ["free complimentary", "paid"],
    ["full", "empty"],
    ["new newest newly", "old oldest outdated"],
    ["warm hot", "cold"],
    ["safe", "dangerous unsafe"],
    ["strong stronger", "weak weaker"],
    ["young younger", "old older elderly"],
    ["right", "wrong"],
    ["true", "false"],
    ["support supported supports favour favor", "oppose opposed opposes against"],
    ["necessary needed", "unnecessary"],
    ["maximum", "minimum"],
    ["increase maximise maximize", "minimise minimize"],
    ["credit credited", "charge charged"],
    ["knew known", "unknown unaware"],
    ["optional", "mandatory required compulsory"],
    ["permanent", "temporary"],
    ["limited", "unlimited"],
    ["satisfied happy pleased", "dissatisfied unhappy displeased"],
    ["male", "female"],
    ["paid", "unpaid"],
    ["read", "unread"],
    ["overstate overstated", "understate understated"],
    ["forward", "backward backwards"],
    ["morning", "evening afternoon"],
    ["yes", "no"],
    ["available", "unavailable"],
    ["able", "unable"],
    ["sure certain", "unsure uncertain"],
    ["like likes liked", "dislike dislikes disliked"],
    ["reward rewards", "punish punishes punished"],
    ["asked ask", "told"],
    ["internal", "external"],
    ["cloud-based", "on-premise"],
  ].map((sides) => sides.map(words)) as unknown as Lexicon["opposites"],
  near: [
    "buy purchase order", "boss manager lead", "begin start launch", "cut reduce lower trim", "rise grow increase climb", "drop fall decline slide shrink",
    "letter mail", "quit resign leave", "silence nothing", "salary pay wage", "month monthly", "year annual yearly", "week weekly", "day daily", "customer client buyer",
    "company firm business", "employee staff worker people", "shop store", "job work", "money cash fund", "price cost fee", "phone call ring rang telephone", "photo picture image",
    "speak talk", "send mail post ship", "child kid", "ask request", "help assist support", "finish complete end", "fix repair mend", "choose pick select", "show display present",
    "big large", "small little", "error mistake fault", "reply answer respond", "hour hourly", "doctor physician", "student pupil", "car vehicle", "house home", "engineer developer",
    "meet meeting", "mum mother mom", "dad father", "sister brother sibling", "wife husband spouse", "trial test pilot experiment", "team crew squad", "free gratis", "weekend saturday sunday",
  ].map(words),
  measures: {
    metre: words("metre metres meter meters"), kilometre: words("km kms kilometre kilometres kilometer kilometers"), centimetre: words("cm centimetre centimetres centimeter centimeters"),
    millimetre: words("mm millimetre millimetres"), mile: words("mile miles"), foot: words("foot feet ft"), inch: words("inch inches"), yard: words("yard yards"),
    hectare: words("hectare hectares ha"), acre: words("acre acres"), kilogram: words("kg kilo kilos kilogram kilograms"), gram: words("gram grams g"), tonne: words("tonne tonnes ton tons t"),
    ounce: words("ounce ounces oz"), stone: words("stone"), litre: words("litre litres liter liters l"), megalitre: words("megalitre megalitres megaliter ml"), millilitre: words("millilitre millilitres"),
    gallon: words("gallon gallons"), pint: words("pint pints"), byte: words("byte bytes"), kilobyte: words("kb kilobyte kilobytes"), megabyte: words("mb megabyte megabytes"),
    gigabyte: words("gb gigabyte gigabytes"), terabyte: words("tb terabyte terabytes"), petabyte: words("pb petabyte petabytes"), watt: words("watt watts w"), kilowatt: words("kw kilowatt kilowatts"),
    megawatt: words("mw megawatt megawatts"), "kilowatt-hour": words("kwh"), amp: words("amp amps ampere amperes"), volt: words("volt volts"), degree: words("degree degrees"),
    pallet: words("pallet pallets"), carton: words("carton cartons"), box: words("box boxes"), crate: words("crate crates"), bottle: words("bottle bottles"), page: words("page pages"), chapter: words("chapter chapters"), line: words("line lines"), word: words("word words"),
  },
  functionWords: words(
    "a an the and or but nor so yet if then than as of in on at to from for with by about into onto out up down off over under again once i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself they them their theirs themselves this that these those who whom whose which what when where why how there here be am is are was were been being have has had having do does did doing will would shall should can could may might must not no yes only just also too very much many more most some any each every all both few such own same other another one ones i'm i'd i've i'll we're we've we'd we'll you're you've they're they've they'd it's that's there's he's she's what's who's isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't let's because while since until till before after during between through against without within across upon per via get got go went come came make made take took say said thing things lot way even still never ever always now today like really quite almost nearly about around roughly simply well back away however although though whether either neither else instead rather maybe perhaps",
  ),
  ownParts: words(
    "thing lesson reason rule step point mistake way question part takeaway tip truth principle habit fact note sentence idea learning insight number sign word signal warning belief change myth move choice example",
  ),
  worldNames: words(
    "swiss dutch irish scottish welsh austrian belgian danish swedish norwegian finnish polish portuguese brazilian canadian australian chinese japanese indian linkedin twitter facebook instagram youtube tiktok slack zoom excel google microsoft word powerpoint english german french spanish italian american british european christmas easter god internet ceo cto cfo coo vp hr it pr qa crm sql api kpi roi ps p.s tl dr faq pdf ai saas b2b mr mrs ms dr sir reader readers earth",
  ),
};
