import type { LiveBank } from "../../bank/live-bank.ts";
import { type PlacedEntry, placeEntries } from "../../front-matter/entry-places.ts";
import { sameTag } from "../../story/filter.ts";
import { readTextList } from "../../story/schema.ts";
import { entryIn, storyNamedBy } from "./named-story.ts";
import { type FilePlace, type OpenFile, readOpenPost, readOpenStory } from "./open-file.ts";
import { figureInStory, findTellings, sourceInPost } from "./tellings.ts";

/** What refers to what stands at a place: the posts of a story, the places that tell a figure, the stories of a tag. */
export async function findReferences(bank: LiveBank, file: OpenFile, at: number): Promise<FilePlace[]> {
  const entry = entryIn(file, at);
  const named = storyNamedBy(file, entry);
  if (named !== null) return usesOfStory(bank, named);
  if (file.kind === "story") return referencesOfStory(bank, file, entry, at);
  return file.kind === "post" && entry === null ? tellingsOfPostFigure(bank, file, at) : [];
}

async function referencesOfStory(
  bank: LiveBank,
  file: OpenFile,
  entry: PlacedEntry | null,
  at: number,
): Promise<FilePlace[]> {
  const tag = entry?.keys[0] === "tags" ? entry.value : null;
  if (tag !== null) return storiesWithTag(bank, tag);
  const story = entry === null ? await readOpenStory(file) : null;
  const found = story === null ? null : figureInStory(story, file.text, at);
  return story === null || found === null ? usesOfStory(bank, file.id) : findTellings(bank, story, found.figure);
}

/** The posts that tell a story, and the weeks that list it. */
async function usesOfStory(bank: LiveBank, id: string): Promise<FilePlace[]> {
  const isNamed = (key: string) => (entry: PlacedEntry) => entry.keys[0] === key && entry.value === id;
  const posts = await bank.posts(new Set([id]));
  const weeks = (await bank.weeks()).filter(({ data }) => readTextList(data.get("stories")).includes(id));
  return [
    ...posts.map(({ path }) => placeIn(bank, path, isNamed("story"))),
    ...weeks.map(({ path }) => placeIn(bank, path, isNamed("stories"))),
  ];
}

async function storiesWithTag(bank: LiveBank, tag: string): Promise<FilePlace[]> {
  const stories = (await bank.stories()).filter(({ tags }) => tags.some((other) => sameTag(other, tag)));
  return stories.map(({ path }) =>
    placeIn(bank, path, ({ keys, value }) => keys[0] === "tags" && value !== null && sameTag(value, tag)),
  );
}

/** The place of an entry in a file; its beginning where it is written in another way. */
function placeIn(bank: LiveBank, path: string, isWanted: (entry: PlacedEntry) => boolean): FilePlace {
  const entry = placeEntries(bank.read(path) ?? "", false).find(isWanted);
  return { path, start: entry?.start ?? 0, end: entry?.end ?? 0 };
}

async function tellingsOfPostFigure(bank: LiveBank, file: OpenFile, at: number): Promise<FilePlace[]> {
  const open = await readOpenPost(bank, file);
  if (open?.story == null) return [];
  const source = sourceInPost(open, file.text, at);
  return source === null ? [] : findTellings(bank, open.story, source);
}
