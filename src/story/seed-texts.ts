import { readInboxLine } from "./seed-line.ts";

/** The seeds in a text of lines, without bullets and boxes. */
export function readSeedTexts(text: string): string[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => {
    const read = readInboxLine(line);
    return read === null ? [] : [line.slice(read.start, read.end)];
  });
}

/**
 * The seeds that words on a command line give: words without quotes are one seed, words in quotes one each. Hashtags
 * that stand alone belong to the seed in front of them.
 */
export function joinSeedWords(words: readonly string[]): string[] {
  const isQuoted = (word: string): boolean => /\s/.test(word.trim());
  if (!words.some(isQuoted)) return readSeedTexts(words.join(" "));
  const seeds: string[] = [];
  for (const word of words) {
    const last = seeds.at(-1);
    if (last !== undefined && /^#\S+$/.test(word)) seeds[seeds.length - 1] = `${last} ${word}`;
    else seeds.push(...readSeedTexts(word));
  }
  return seeds;
}
