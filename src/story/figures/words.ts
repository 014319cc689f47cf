/** Small numbers written out, in English and, where they can't be mistaken, German, French and Spanish. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
    dozen: 12,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
  }),
);

/** Most lines have no such word, and looking for them all by their pattern takes twenty times longer. */
export function hasNumberWord(text: string): boolean {
  return text.match(/[a-zäöüß]+/gi)?.some((word) => NUMBER_WORDS.has(word.toLowerCase())) ?? false;
}

const DURATIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|msecs?|milliseconds?|millis)$/i, "milliseconds"],
  [/^(?:s|secs?|seconds?|sekunden?|secondes?|segundos?)$/i, "seconds"],
  [/^(?:mins?|minutes?|minuten?|minutos?)$/i, "minutes"],
  [/^(?:h|hrs?|hours?|stunden?|heures?|horas?)$/i, "hours"],
  [/^(?:days?|tagen?|tag|jours?|d[ií]as?)$/i, "days"],
  [/^(?:wks?|weeks?|wochen?|semaines?|semanas?)$/i, "weeks"],
  [/^(?:months?|monaten?|monate?|mois|mes|meses)$/i, "months"],
  [/^(?:quarters?|quartale?)$/i, "quarters"],
  [/^(?:yrs?|years?|jahren?|jahre?|ans?|ann[ée]es?|años?)$/i, "years"],
  [/^decades?$/i, "decades"],
];

/** The unit of time a word names, in English and the plural; null where it names none. */
export function durationUnit(word: string): string | null {
  return DURATIONS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:us\$|\$|usd|(?:us )?dollars?|bucks)$/i, "USD"],
  [/^(?:€|eur|euros?)$/i, "EUR"],
  [/^(?:£|gbp|pounds?)$/i, "GBP"],
];

export function currencyCode(mark: string): string | null {
  return CURRENCIES.find(([pattern]) => pattern.test(mark))?.[1] ?? null;
}

/** What a letter or word behind a number multiplies it by; a small m or b only counts behind money. */
export function scaleOf(mark: string, isMoney: boolean): number | null {
  if (/^(?:k|thousand|tsd\.?)$/i.test(mark)) return 1e3;
  if (/^(?:M|mn)$/.test(mark) || /^(?:mio\.?|millions?|millionen|millones)$/i.test(mark)) return 1e6;
  if (/^(?:B|bn)$/.test(mark) || /^(?:billions?|mrd\.?)$/i.test(mark)) return 1e9;
  if (isMoney && mark === "m") return 1e6;
  return isMoney && mark === "b" ? 1e9 : null;
}

/** Words that no counted noun begins with, and that end the search for one. */
const STOP = new Set(
  "of in on at to from for with and or but nor per by as than then was were is are be been the a an that which who when where while had has have having this these those we i it they he she you us our your my their its before over under during until about into across every each all both not no so if because since via vs versus was it's plus minus times und oder von für mit auf im der die das et ou de des du en y o con para por".split(
    " ",
  ),
);
const FILLERS = new Set(
  "more other different new additional separate further extra whole full simultaneous consecutive straight".split(" "),
);
const NO_PLURALS = new Set(
  "was is has this us plus less process across always perhaps yes its his thus versus business access status success progress loss class address express sometimes besides does goes gets takes took costs means needs runs makes".split(
    " ",
  ),
);
const IRREGULAR = new Set(
  "people men women children staff feet teeth media criteria data percent folks police entwickler mitarbeiter".split(
    " ",
  ),
);

/** The noun counted at the start of a text (`EC2 instances running …` → `EC2 instances`); null where there is none. */
export function countedNoun(rest: string): { noun: string; length: number } | null {
  const words: string[] = [];
  let at = 0;
  for (let index = 0; index < 5; index++) {
    const match = /^[ \u00a0\u202f]*([\p{L}][\p{L}\p{N}'’/&.-]*)/u.exec(rest.slice(at));
    if (match === null) return null;
    const word = (match[1] ?? "").replace(/[.'’]+$/u, "");
    const lower = word.toLowerCase();
    if (STOP.has(lower)) return null;
    at += match[0].length - ((match[1] ?? "").length - word.length);
    if (words.length > 0 || !FILLERS.has(lower)) words.push(word);
    if (isPlural(lower)) return { noun: words.join(" "), length: at };
    if (/^[.,;:!?()]/.test(rest.slice(at)) && !/^\p{Lu}/u.test(word)) return null;
  }
  return null;
}

function isPlural(word: string): boolean {
  return (
    IRREGULAR.has(word) ||
    (/s$/.test(word) && !/(?:ss|us|is|'s|’s)$/.test(word) && word.length > 3 && !NO_PLURALS.has(word))
  );
}
