import { keyOf } from "../language/lex.ts";
import { stemOf } from "../language/stem.ts";
import type { StoryReading } from "../story/reading.ts";
import { type Line, lineAt, listsOf } from "../text/line.ts";
import { splitSentences } from "../text/sentences.ts";
import { near } from "./near.ts";
import { type Passage, readPassage } from "./passage.ts";

/** A story read for holding posts against it. */
export interface StoryIndex {
  passages: readonly Passage[];
  /** In how many passages a feature stands, by itself or one near it. */
  count(feature: string): number;
  /** How much a shared feature says: the rarer the more. */
  weight(feature: string): number;
  /** The stems of all words that the story has, function words too, and those of its title, hook, tags and facts. */
  vocabulary: ReadonlySet<string>;
  /** How many points its lists have. */
  lengths: ReadonlySet<number>;
  /** Its title, hook and lines. */
  text: string;
  /** All its words one after the other, between spaces. */
  said: string;
  /** Whether it has a word as it is spelled, in any case. */
  hasWord(key: string): boolean;
}

const indexes = new WeakMap<StoryReading, StoryIndex>();

export function indexStory(reading: StoryReading): StoryIndex {
  const known = indexes.get(reading);
  if (known !== undefined) return known;
  const index = buildIndex(reading);
  indexes.set(reading, index);
  return index;
}

function buildIndex({ story, lines }: StoryReading): StoryIndex {
  const passages = [
    ...readOthers([story.hook ?? "", ...[...story.facts].map(([name, value]) => `${name}: ${value}`)]),
    ...indexLines(lines, 1),
  ];
  const indexed = passages.map((passage, index) => ({ ...passage, index }));
  const counts = new Map<string, number>();
  for (const { features } of indexed)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const title = readPassage([story.title, ...story.tags].join(" "), { line: null, block: 0, index: -1 });
  const words = new Set(
    [...indexed, title].flatMap(({ tokens }) =>
      tokens.filter(({ kind }) => kind === "word").map(({ key }) => key.replace(/'s$/, "")),
    ),
  );
  const total = indexed.length;
  const unknown = Math.log(1 + total);
  const weights = new Map([...counts].map(([feature, count]) => [feature, Math.log(1 + total / count)] as const));
  return {
    passages: indexed,
    count: (feature) => counts.get(feature) ?? 0,
    weight: (feature) => weights.get(feature) ?? unknown,
    vocabulary: new Set([...words].flatMap((word) => [stemOf(word), near(stemOf(word))])),
    lengths: new Set([
      ...listsOf(lines).map(({ length }) => length),
      lines.filter(({ text, marker }) => /^\d+[.)]/.test(marker === "" ? text : marker)).length,
    ]),
    text: [story.title, story.hook ?? "", ...lines.map(({ text }) => text)].join("\n"),
    said: ` ${[story.title, story.hook ?? "", ...lines.map(({ text }) => text)].map(plainWords).join(" ")} `,
    hasWord: (key) => words.has(key.replace(/'s$/, "")),
  };
}

/** The words of a text, in lower case and without signs, as they are compared literally. */
export function plainWords(text: string): string {
  return keyOf(text)
    .replace(/[^\p{L}\p{N}%€$£+']+/gu, " ")
    .replace(/(?<!\p{L})'|'(?!\p{L})/gu, "")
    .trim();
}

function readOthers(texts: readonly string[]): Passage[] {
  return texts.flatMap((text) =>
    text
      .split("\n")
      .flatMap(splitSentences)
      .filter((sentence) => sentence.trim() !== "")
      .map((sentence) => readPassage(sentence, { line: null, block: 0, index: 0 })),
  );
}

/** Reads lines into passages, each with what stands above it as its context. */
export function indexLines(lines: readonly Line[], firstBlock = 0): Passage[] {
  const passages: Passage[] = [];
  let label: ReadonlySet<string> = new Set();
  for (const [block, line] of lines.entries()) {
    let at = 0;
    for (const sentence of splitSentences(line.text)) {
      const start = line.text.indexOf(sentence, at);
      at = start + sentence.length;
      const before = passages.at(-1);
      const context = new Set([...label, ...(before === undefined || before.block === block + firstBlock ? [] : [])]);
      passages.push(
        readPassage(
          sentence,
          { line: lineAt(line, Math.max(0, start)), block: block + firstBlock, index: passages.length },
          context,
        ),
      );
      if (line.kind === "label") label = passages.at(-1)?.features ?? label;
    }
  }
  return passages;
}
