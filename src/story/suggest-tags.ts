import { stemOf } from "../language/stem.ts";
import type { TopicWord } from "../language/topic-words.ts";
import { tagKey } from "./filter.ts";
import { nearDuplicate, type TagCount } from "./tags.ts";

/** A tag for a story, and what speaks for it. */
export interface TagSuggestion {
  tag: string;
  /** How many stories of the bank have it; 0 for a new one. */
  stories: number;
  because: TagReason;
}

type TagReason =
  /** The story says the tag's words. */
  | { code: "said"; times: number }
  /** It says words of which most stories that have them have the tag: so many of how many. */
  | { code: "like"; word: string; with: number; of: number }
  /** A word of its own, which few other stories have: so many. */
  | { code: "rare"; times: number; others: number };

/** A story as it is compared: its topics by their keys. */
export interface TaggedStory {
  id: string;
  title: string;
  tags: readonly string[];
  topics: ReadonlySet<string>;
}

/** The story that tags are for. */
export interface ToldStory {
  id: string;
  tags: readonly string[];
  words: readonly TopicWord[];
}

const MOST_KNOWN = 5;
const MOST_NEW = 4;
/** A word is rare that no more of the stories have. */
const RARE = 0.2;
const FEWEST = 2;
/** A word speaks for a tag where so many stories with the word have it, and such a part of them. */
const FEWEST_WITH = 2;
const MOST_OF = 0.6;

/** Suggests tags for a story: those of the bank that it says, those of the stories most like it, then its own rare words. */
export function suggestTagsFor(
  told: ToldStory,
  others: readonly TaggedStory[],
  known: readonly TagCount[],
): TagSuggestion[] {
  const own = new Set(told.tags.map(tagKey));
  const open = known.filter(({ tag }) => !own.has(tagKey(tag)));
  const said = open.flatMap((count) => saidIn(told, count, others));
  const like = open
    .filter(({ tag }) => !said.some((each) => each.tag === tag))
    .flatMap((count) => likeOthers(told, count, others));
  const spoken = new Set(like.map(({ because }) => (because.code === "like" ? because.word : "")));
  return [
    ...[...said.sort(byTimes), ...like.sort(byShare)].slice(0, MOST_KNOWN),
    ...rareWords(told, others, known)
      .filter(({ tag }) => !spoken.has(tag))
      .slice(0, MOST_NEW),
  ];
}

function byTimes({ because: a }: TagSuggestion, { because: b }: TagSuggestion): number {
  return a.code === "said" && b.code === "said" ? b.times - a.times : 0;
}

function byShare({ because: a }: TagSuggestion, { because: b }: TagSuggestion): number {
  return a.code === "like" && b.code === "like" ? b.with / b.of - a.with / a.of || b.with - a.with : 0;
}

/** The stems of a tag's words: `cloud-costs`, `CloudCosts` and `cloud_costs` have the same. */
function stemsOf(tag: string): string[] {
  return tag
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(stemOf);
}

/** A word that many stories say must be said more than once. */
function saidIn({ words }: ToldStory, { tag, stories }: TagCount, others: readonly TaggedStory[]): TagSuggestion[] {
  const stems = stemsOf(tag);
  const times = stems.map((stem) => words.find(({ key }) => key === stem)?.times ?? 0);
  const least = Math.min(...times);
  const isSaid = times.length > 0 && (least >= FEWEST || (least === 1 && stems.some((stem) => isRare(stem, others))));
  return isSaid ? [{ tag, stories, because: { code: "said", times: least } }] : [];
}

/** The word of the story that speaks most for a tag. */
function likeOthers(told: ToldStory, { tag, stories }: TagCount, all: readonly TaggedStory[]): TagSuggestion[] {
  const others = all.filter(({ id }) => id !== told.id);
  const tagged = others.filter(({ tags }) => tags.some((each) => tagKey(each) === tagKey(tag)));
  if (tagged.length < FEWEST_WITH) return [];
  const [best] = told.words
    .filter(({ times }) => times >= FEWEST)
    .map(({ key, form }) => ({ word: form, with: countOf(key, tagged), of: countOf(key, others) }))
    .filter((each) => each.with >= FEWEST_WITH && each.with >= each.of * MOST_OF)
    .sort((a, b) => b.with / b.of - a.with / a.of || b.with - a.with);
  return best === undefined ? [] : [{ tag, stories, because: { code: "like", ...best } }];
}

function isRare(key: string, others: readonly TaggedStory[]): boolean {
  return countOf(key, others) <= Math.max(FEWEST, others.length * RARE);
}

function countOf(key: string, others: readonly TaggedStory[]): number {
  return others.filter(({ topics }) => topics.has(key)).length;
}

/** New tags: words that come again, and that neither the story's tags nor the bank's already say. */
function rareWords(
  { id, tags, words }: ToldStory,
  all: readonly TaggedStory[],
  known: readonly TagCount[],
): TagSuggestion[] {
  const others = all.filter((other) => other.id !== id);
  const names = known.map(({ tag }) => tag);
  const taken = new Set([...tags, ...names].flatMap(stemsOf));
  const found = words
    .filter(({ times, key }) => times >= FEWEST && isRare(key, others))
    .filter(({ key }) => !key.split(" ").every((stem) => taken.has(stem)))
    .filter(({ form }) => nearDuplicate(form, names) === null);
  const pairs = found.filter(({ key }) => key.includes(" "));
  const isInPair = ({ key, times }: TopicWord): boolean =>
    pairs.some((pair) => pair.key.split(" ").includes(key) && pair.times * 2 > times);
  const weightOf = ({ key, times }: TopicWord): number =>
    times * (key.includes(" ") ? FEWEST : 1) - countOf(key, others);
  return found
    .filter((word) => pairs.includes(word) || !isInPair(word))
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map(({ form, key, times }) => ({
      tag: form,
      stories: 0,
      because: { code: "rare", times, others: countOf(key, others) },
    }));
}
