/** Words that a text puts in quotation marks. */
export interface Quotation {
  /** Without the marks, as are the indexes of where it begins and ends. */
  text: string;
  start: number;
  end: number;
}

const DOUBLE = /"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»/u;
/** An apostrophe inside a word neither opens nor closes a quotation. */
const SINGLE = /(?<![\p{L}\p{N}])['‘]([^'‘’]+(?:['’]\p{L}[^'‘’]*)*)['’](?!\p{L})/u;
const MARKED = new RegExp([DOUBLE, SINGLE].map(({ source }) => source).join("|"), "gu");

/** Finds what a text puts in quotation marks. */
export function findQuotations(text: string): Quotation[] {
  return [...text.matchAll(MARKED)].map((match) => {
    const words = match.slice(1).find((group) => group !== undefined) ?? "";
    const start = match.index + match[0].indexOf(words);
    return { text: words, start, end: start + words.length };
  });
}

/** Fewer words in quotation marks are a term ("shadow mode"), nothing that somebody said. */
const FEWEST_WORDS = 4;

/** Whether a quotation has as many words as what somebody said. */
export function isSaid({ text }: Quotation): boolean {
  return text.trim().split(/\s+/).length >= FEWEST_WORDS;
}
