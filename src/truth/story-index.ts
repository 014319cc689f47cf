import { keyOf } from "../language/lex.ts";
import { findQuotations } from "../language/quotation.ts";
import { stemOf } from "../language/stem.ts";
import { STORY_KEYS } from "../story/keys.ts";
import type { StoryReading } from "../story/reading.ts";
import type { Story } from "../story/story.ts";
import { type Line, lineAt, listsOf } from "../text/line.ts";
import { splitSentences } from "../text/sentences.ts";
import { near } from "./near.ts";
import { once } from "./once.ts";
import { type FigureColumn, type Passage, readPassage } from "./passage.ts";

/** A story read for holding posts against it. */
export interface StoryIndex {
  passages: readonly Passage[];
  /** The passages that have a feature; those that have no word for it are not read for that. */
  holders(feature: string): Holders;
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
  /** The passage that says just these words, as `plainWords` gives them; null where there is none. */
  passageSaying(words: string): Passage | null;
  /** All its words one after the other, between spaces. */
  said: string;
  /** Whether it has a word as it is spelled, in any case. */
  hasWord(key: string): boolean;
  /** Whether a word begins so: "Brazil" goes with "Brazilian". */
  hasWordFrom(front: string): boolean;
}

/** Passages of a story; no passage is none of them. */
export type Holders = ReadonlySet<Passage | null>;

const indexes = new WeakMap<StoryReading, StoryIndex>();

export function indexStory(reading: StoryReading): StoryIndex {
  const known = indexes.get(reading);
  if (known !== undefined) return known;
  const index = buildIndex(reading);
  indexes.set(reading, index);
  return index;
}

function buildIndex({ story, lines }: StoryReading): StoryIndex {
  const texts = [story.title, story.hook ?? "", ...lines.map(({ text }) => text)];
  const passages = once(() => indexPassages(story, lines));
  const byStem = once(() => indexStems(passages()));
  const known = new Map<string, Holders>();
  const holders = (feature: string): Holders => {
    const found = known.get(feature);
    if (found !== undefined) return found;
    // Amounts and times are said in many words.
    const likely = /^[#@]/.test(feature) ? passages() : (byStem().get(feature) ?? []);
    const made: Holders = new Set(likely.filter(({ features }) => features.has(feature)));
    known.set(feature, made);
    return made;
  };
  const words = once(() => wordsIn(story, passages()));
  const sayings = once(() => new Map(passages().map((passage) => [plainWords(passage.text), passage] as const)));
  const vocabulary = once(() => new Set([...words()].flatMap((word) => [stemOf(word), near(stemOf(word))])));
  return {
    get passages() {
      return passages();
    },
    holders,
    count: (feature) => holders(feature).size,
    weight: (feature) => Math.log(1 + passages().length / (holders(feature).size || 1)),
    get vocabulary() {
      return vocabulary();
    },
    get lengths() {
      return new Set([
        ...listsOf(lines).map(({ length }) => length),
        lines.filter(({ text, marker }) => /^\d+[.)]/.test(marker === "" ? text : marker)).length,
      ]);
    },
    text: texts.join("\n"),
    said: ` ${texts.map(plainWords).join(" ")} `,
    passageSaying: (said) => sayings().get(said) ?? null,
    hasWordFrom: (front) => [...words()].some((word) => word.startsWith(front)),
    hasWord: (key) => words().has(key.replace(/'s$/, "")),
  };
}

function indexPassages(story: Story, lines: readonly Line[]): Passage[] {
  const passages = [
    ...readOthers([
      story.hook ?? "",
      ...[...story.facts, ...ownKeysOf(story)].map(([name, value]) => `${name}: ${value}`),
    ]),
    ...indexLines(lines, 1),
  ];
  for (const [index, passage] of passages.entries()) passage.index = index;
  return passages;
}

/** What an author keeps in front matter by keys of their own: "studio: Paper Heron, Porto", "headcount: 23". */
function ownKeysOf({ data }: Story): [name: string, value: string][] {
  return [...data].flatMap(([name, value]): [string, string][] =>
    KNOWN_KEYS.has(name) || (typeof value !== "string" && typeof value !== "number") ? [] : [[name, `${value}`]],
  );
}

/** Those that say nothing of what happened, beside those that are read by themselves. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([...STORY_KEYS, "facts", "id"]);

/** Passages by the stems of their words, function words too. */
function indexStems(passages: readonly Passage[]): Map<string, Passage[]> {
  const byStem = new Map<string, Passage[]>();
  for (const passage of passages)
    for (const { kind, key } of passage.tokens) {
      if (kind !== "word") continue;
      const stem = near(stemOf(key));
      const before = byStem.get(stem);
      if (before === undefined) byStem.set(stem, [passage]);
      else if (before.at(-1) !== passage) before.push(passage);
    }
  return byStem;
}

function wordsIn(story: Story, passages: readonly Passage[]): Set<string> {
  const title = readPassage([story.title, ...story.tags].join(" "), { line: null, block: 0, index: -1 });
  return new Set(
    [...passages, title].flatMap(({ tokens }) =>
      tokens.filter(({ kind }) => kind === "word").map(({ key }) => key.replace(/'s$/, "")),
    ),
  );
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

/** Takes lines apart into passages, each under its label. */
export function indexLines(lines: readonly Line[], firstBlock = 0): Passage[] {
  const passages: Passage[] = [];
  let label: Passage | null = null;
  for (const [block, line] of lines.entries()) {
    let at = 0;
    for (const sentence of splitSentences(line.text)) {
      const start = line.text.indexOf(sentence, at);
      at = start + sentence.length;
      const place = {
        line: lineAt(line, Math.max(0, start)),
        block: block + firstBlock,
        index: passages.length,
        isSpoken: isSpokenAt(line, start, at),
      };
      const passage = readPassage(sentence, place, line.row === null ? label : headerOf(line, label), columnsOf(line));
      passages.push(passage);
      if (line.kind === "label") label = passage;
    }
  }
  return passages;
}

/** Whether a stretch of a line is what somebody says: all of a talk or letter, or inside one quotation. */
function isSpokenAt({ kind, text }: Line, start: number, end: number): boolean {
  if (kind === "quote" || /^[–—]\s/.test(text)) return true;
  return /["“„«]/.test(text) && findQuotations(text).some((each) => start > each.start && end <= each.end);
}

/** A header is no passage of its own. */
const OF_HEADER = -2;

/** Whether a passage is a row of a table with a header. */
export function isRow({ label }: Passage): boolean {
  return label?.index === OF_HEADER;
}

/** Whether a passage stands under a label or header that has a feature. */
export function standsUnder({ label, context }: Passage, feature: string, holders: Holders): boolean {
  return holders.has(label) || (label?.index === OF_HEADER && context.has(feature));
}

/** What the columns of a row are named, as the label it stands under. */
function headerOf({ row, line }: Line, label: Passage | null): Passage {
  const header = (row?.header ?? []).join(", ");
  return readPassage([label?.text ?? "", header].join(" "), { line, block: 0, index: OF_HEADER });
}

/** The headers of a row's figures: that of its only ones, or those that its words have in front of each. */
function columnsOf({ row, text }: Line): readonly FigureColumn[] {
  if (row === null) return [];
  const [, ...headers] = row.header;
  if (headers.length === 1) return [{ header: headers[0] ?? "", start: 0, end: text.length }];
  let at = 0;
  return headers.flatMap((header, index): FigureColumn[] => {
    const cell = row.cells[index + 1] ?? "";
    const start = text.indexOf(cell, Math.max(at, text.indexOf(header, at)));
    if (start < 0 || cell === "" || !text.slice(at, start).includes(header)) return [];
    at = start + cell.length;
    return [{ header, start, end: at }];
  });
}
