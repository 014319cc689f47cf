import type { NameLexicon } from "./name-lexicon.ts";

const words = (text: string): string[] => text.split(" ");

/** What English knows of names. */
export const ENGLISH_NAMES: NameLexicon = {
  titles: [
    ...words("mr mrs ms miss mx dr prof professor doctor sir madam dame lord lady captain sergeant officer nurse"),
    ...words("sister father uncle aunt coach judge senator madame"),
  ],
  jobs: [
    ...words("manager engineer developer architect analyst designer director officer consultant scientist lead"),
    ...words("programmer tester intern"),
  ],
  personVerbs: [
    ...words("said says asked asks told tells wrote replied answered laughed smiled nodded shrugged whispered"),
    ...words("cried sighed texted phoned thought knew remembered quit resigned retired sat stood walked typed"),
    ...words("admitted insisted joked argued explained apologised apologized looked"),
  ],
  personLeads: [
    ...words("named called mentor boss ceo cto cfo coo vp cofounder co-founder founder colleague wife husband"),
    ...words("mother son daughter brother sister friend neighbour neighbor teammate"),
  ],
  roleLeads: words("our my the a an her his their"),
  companyEnds: [
    ...words("inc corp corporation co company ltd limited llc llp plc ab oy as pty labs lab bank group holding"),
    ...words("holdings partners studios studio systems technologies technology software solutions consulting"),
    ...words("industries ventures capital insurance airlines logistics media pharma electric motors foods brewery"),
    ...words("bakery hotels foundation games council museum university college clinic hospital gazette"),
  ],
  companyLeads: [
    ...words("client customer vendor supplier company startup firm employer agency competitor retailer bank"),
    ...words("insurer at joined left acquired"),
  ],
  companyTrails: [
    ...words("acquired signed invoiced engineers employees account contract office headquarters shares customers"),
    ...words("executives procurement"),
  ],
  placeEnds: [
    ...words("street road avenue square park bridge valley bay beach island lake river county hills airport"),
    ...words("station"),
  ],
  placeLeads: words("in near outside around"),
  productTrails: [
    ...words("app platform plugin database framework library dashboard console subscription licence license"),
  ],
  ofHeads: words("university bank bay city isle museum house ministry church institute college school bishop duke"),
  peoples: [
    ...words("english german french spanish portuguese italian dutch danish swedish norwegian finnish polish czech"),
    ...words("russian ukrainian greek turkish arabic hebrew hindi urdu bengali tamil chinese mandarin cantonese"),
    ...words("japanese korean vietnamese thai latin american americans british european europeans african asian"),
    ...words("indian irish scottish welsh swiss austrian belgian canadian mexican brazilian australian brit brits"),
    ...words("germans italians londoner londoners catholic protestant christian muslim jewish buddhist western"),
    ...words("eastern"),
  ],
  sentenceOpeners: [
    ...words("after all also although another any anyone ask asked at before but by call can could did do does"),
    ...words("each either even ever every first five for four from get give had half has have here how if in into"),
    ...words("is it its just last later let like look many maybe meanwhile more most much my never next nine no"),
    ...words("nobody none nor not nothing now of off once one only open or other our out over people perhaps pick"),
    ...words("put read remember sales say see send seven she should since six so some someone sometimes start"),
    ...words("still stop take tell ten that the their then there these they things think this those three to today"),
    ...words("tomorrow two under until up us use wait was we were what when where which while who why will with"),
    ...words("without work would write yes yesterday yet you your hello hi dear thanks thank okay ok please former"),
    ...words("quarter inside outside day week month year morning lesson rule step story chapter part phase"),
    ...words("question hook note on as"),
  ],
  telltales: words("the and of to is was we it that with for"),
  nameConnectors: [],
  capitalizesNouns: false,
};
