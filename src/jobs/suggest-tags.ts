import type { Bank } from "../bank/bank.ts";
import { findTopicWords, type TopicWord } from "../language/topic-words.ts";
import { findPrivateNames, type PrivateName } from "../post/private-names.ts";
import { readStoryLines } from "../story/beats.ts";
import type { Story, StoryHead } from "../story/story.ts";
import { suggestTagsFor, type TaggedStory, type TagSuggestion, type ToldStory } from "../story/suggest-tags.ts";
import { countTags } from "../story/tags.ts";
import { foldLetters } from "../text/letters.ts";
import { type Line, textBehindLabel } from "../text/line.ts";
import { findLineNames } from "../text/line-names.ts";
import { readPlainLines } from "../text/plain.ts";
import { isTooLong } from "./too-long.ts";

/**
 * Suggests tags for stories of a bank, by their ids; the other stories are read once for all of them. Tags become hashtags, so
 * no name of a person, a company or a place is among the new ones, and nothing private.
 */
export async function suggestTags(
  bank: Pick<Bank, "config" | "stories" | "wholeStoriesInOrder">,
  heads: readonly StoryHead[],
): Promise<Map<string, TagSuggestion[]>> {
  const { private: hidden } = await bank.config();
  const known = countTags(await bank.stories());
  const wanted = new Set(heads.map(({ id }) => id));
  const all: TaggedStory[] = [];
  const told: ToldStory[] = [];
  for await (const { item } of bank.wholeStoriesInOrder()) {
    const { id, title, tags } = item;
    const lines = linesOf(item);
    const words = findTopicWords(lines.map(textBehindLabel));
    all.push({ id, title, tags, topics: new Set(words.map(({ key }) => key)) });
    if (!wanted.has(id)) continue;
    told.push({ id, tags, words: thingsOf(words, lines, hidden) });
  }
  return new Map(told.map((story) => [story.id, suggestTagsFor(story, all, known)]));
}

/** What a story tells, without its labels; its title and hook first. No article stands in front of a title's first noun. */
function linesOf({ title, hook, body, bodyLine }: Story): Line[] {
  const told = isTooLong(body) ? [] : readStoryLines({ body, bodyLine });
  const opening = readPlainLines(`the ${title}\n\n${hook ?? ""}`, { firstLine: 1 });
  return [...opening, ...told.filter(({ kind }) => kind !== "label" && kind !== "code")];
}

/** The things among the words that are no name, and nothing private. */
function thingsOf(words: readonly TopicWord[], lines: readonly Line[], hidden: readonly PrivateName[]): TopicWord[] {
  const named = findLineNames(lines).filter(({ kind }) => kind !== "product");
  const names = new Set(named.flatMap(({ name }) => foldLetters(name).split(/[^\p{L}\p{N}]+/u)));
  return words.filter(
    ({ form, isThing }) =>
      isThing &&
      !form.split("-").some((word) => names.has(foldLetters(word))) &&
      findPrivateNames(form.replace("-", " "), hidden).length === 0,
  );
}
