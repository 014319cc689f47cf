import { LEXICONS, listed } from "./dictionary.ts";

/** Words by which a name shows what it names, of all the languages: those in front of it, behind it, and at its ends. */

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** In front of a person's name, and no part of it. */
export const TITLES = setOf(`
mr mrs ms miss mx dr prof professor doctor sir madam dame lord lady captain sergeant officer nurse sister father uncle aunt coach
judge senator herr frau doktor professorin schwester monsieur madame mademoiselle m mme mlle maître docteur professeur señor señora
señorita don doña sr sra srta senhor senhora dom dona doutor doutora professora seu`);

/** The last word of what somebody does: "Engineering Manager" is no name. */
export const JOBS = setOf(`
manager engineer developer architect analyst designer director officer consultant scientist lead programmer tester intern`);

/** The last word of a company's name. */
export const COMPANY_ENDS = setOf(`
inc corp corporation co company ltd limited llc llp plc gmbh ag kg ohg se sa sas sarl sl srl spa bv nv ab oy as lda ltda pty labs lab
bank group gruppe holding holdings partners studios studio systems technologies technology software solutions consulting industries
ventures capital insurance versicherung airlines logistics media pharma electric motors foods brewery bakery hotels foundation games council museum university college clinic hospital gazette
werke stiftung banque banco`);

/** The last word of a place's name. */
export const PLACE_ENDS = setOf(`
street road avenue square park bridge valley bay beach island lake river county hills airport station straße strasse platz allee`);

/** Verbs behind a person's name: what only people do. */
export const PERSON_VERBS = setOf(`
said says asked asks told tells wrote replied answered laughed smiled nodded shrugged whispered cried sighed texted phoned thought
knew remembered quit resigned retired sat stood walked typed admitted insisted joked argued explained apologised apologized looked
sagte fragte meinte antwortete schrieb erzählte lachte kündigte rief dachte wusste dit demanda répondit écrivit raconta dijo preguntó
respondió escribió contestó contó disse perguntou respondeu escreveu contou`);

/** In front of a person's name, beside the nouns for people. */
const PERSON_LEADS = setOf(`
named called mentor boss ceo cto cfo coo vp cofounder co-founder founder colleague wife husband mother son daughter brother sister
friend neighbour neighbor teammate chef kollege kollegin chefin freundin freund mann frau collègue patron amie ami jefe jefa compañero
compañera colega chefe amigo amiga`);

/** In front of a company's name. */
export const COMPANY_LEADS = setOf(`
client customer vendor supplier company startup firm employer agency competitor retailer bank insurer at joined left acquired bei
firma kunde kunden lieferant unternehmen chez entreprise société fournisseur empresa cliente proveedor fornecedor firmenkunde`);

/** Behind a company's name: what companies have and do. */
export const COMPANY_TRAILS = setOf(`
acquired signed invoiced engineers employees account contract office headquarters shares customers executives procurement`);

/** In front of a place's name. */
export const PLACE_LEADS = setOf("in near outside around nach à en em");

/** Between the capitals of one name, and the words in front of "of" that make one with what follows it. */
export const CONNECTORS = setOf("de da do dos das del della di du van von der");
export const OF_HEADS = setOf(
  "university bank bay city isle museum house ministry church institute college school bishop duke",
);

/** Behind the name of a product. */
export const PRODUCT_TRAILS = setOf(
  "app platform plugin database framework library dashboard console subscription licence license",
);

/** In front of a noun that tells who somebody is: "Okafor, our CTO". */
export const DETERMINERS = setOf(
  "our my the a an her his their unser unsere mein meine der die notre mon ma le la nuestro nuestra mi nosso nossa",
);

/** Languages, peoples and creeds, which English writes with a capital. */
const PEOPLES = setOf(`
english german french spanish portuguese italian dutch danish swedish norwegian finnish polish czech russian ukrainian greek turkish
arabic hebrew hindi urdu bengali tamil chinese mandarin cantonese japanese korean vietnamese thai latin american americans british
european europeans african asian indian irish scottish welsh swiss austrian belgian canadian mexican brazilian australian brit brits
germans italians londoner londoners catholic protestant christian muslim jewish buddhist western eastern deutsch englisch französisch
spanisch portugiesisch français anglais allemand espagnol español inglés francés alemán português inglês`);

/** Words that begin sentences and are no names, beside those of grammar. */
const OPENERS = setOf(`
after all also although another any anyone as ask asked at before but by call can could did do does each either even ever every first
five for four from get give had half has have here how if in into is it its just last later let like look many maybe meanwhile more
most much my never next nine no nobody none nor not nothing now of off on once one only open or other our out over people perhaps pick
put read remember sales say see send seven she should since six so some someone sometimes start still stop take tell ten that the their
then there these they things think this those three to today tomorrow two under until up us use wait was we were what when where which
while who why will with without work would write yes yesterday yet you your hello hi dear thanks thank okay ok please former
quarter inside outside day week month year morning lesson rule step story chapter part phase question hook note hier als wenn dann
aber unser unsere mein meine wir ich sie er es ein eine der die das nach vor bei mit im am zum heute gestern letzte letzten le la les
un une des mon ma mes notre nous je il elle on quand puis mais el los las una mi nuestro nuestra cuando luego pero o os as um uma meu
minha nosso nossa quando depois mas hoje`);

/** Whether a word with a capital is none that names. */
export function isNoName(key: string): boolean {
  return PEOPLES.has(key) || isOpener(key);
}

/** Whether a word begins sentences as a word of grammar does. */
export function isOpener(key: string): boolean {
  plainWords ??= new Set([...OPENERS, ...WORD_LISTS.flatMap((list) => LEXICONS.flatMap((lexicon) => lexicon[list]))]);
  return plainWords.has(key);
}

/** Put together when it is first asked for. */
let plainWords: ReadonlySet<string> | undefined;

const WORD_LISTS = [
  "grammar",
  "common",
  "negation",
  "leaning",
  "verbs",
  "imperatives",
  "vague",
  "firstPerson",
] as const;

/** Whether a word in front of a name tells that it is a person's. */
export function leadsPerson(key: string): boolean {
  return PERSON_LEADS.has(key) || (listed("people").get(key) === true && !COMPANY_LEADS.has(key));
}
