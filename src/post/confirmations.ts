import { isList, isMap, type Value } from "../front-matter/values.ts";
import { readText } from "../story/schema.ts";

/** Words of a post that its author knows to be true, whatever the story says, as long as their sentence stays. */
export interface Confirmation {
  words: string;
  /** The sentence they stand in. */
  sentence: string;
  because: string | null;
}

/** Reads a post's `confirmed:`; an entry without words or sentence confirms nothing. */
export function readConfirmations(value: Value | undefined): Confirmation[] {
  if (!isList(value)) return [];
  return value.flatMap((item): Confirmation[] => {
    if (!isMap(item)) return [];
    const [words, sentence] = [readText(item.get("words")), readText(item.get("sentence"))];
    return words === null || sentence === null ? [] : [{ words, sentence, because: readText(item.get("because")) }];
  });
}

function writeConfirmation({ words, sentence, because }: Confirmation): Value {
  const pairs: [string, string][] = [
    ["words", words],
    ["sentence", sentence],
  ];
  return new Map(because === null ? pairs : [...pairs, ["because", because]]);
}

/** Adds confirmations to those of a post; one of the same words in the same sentence takes the place of the older. */
export function addConfirmations(value: Value | undefined, added: readonly Confirmation[]): Value[] {
  const isAnew = (item: Value): boolean =>
    readConfirmations([item]).some((known) =>
      added.some(({ words, sentence }) => isSameText(words, known.words) && isSameText(sentence, known.sentence)),
    );
  const kept = isList(value) ? value.filter((item) => !isAnew(item)) : [];
  return [...kept, ...added.map(writeConfirmation)];
}

/** Whether two texts are the same but for white space and the forms of quotation marks. */
export function isSameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** Whether a text has words in it, whatever their case. */
export function hasText(text: string, words: string): boolean {
  return plain(text).toLowerCase().includes(plain(words).toLowerCase());
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
