import type { Bank } from "../bank/bank.ts";
import type { Config } from "../bank/config.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { HIDDEN, hiderOf } from "../post/hide-private-names.ts";
import type { PostHead } from "../post/post.ts";
import type { PrivateName } from "../post/private-names.ts";
import type { StoryHead } from "../story/story.ts";
import { type WithheldHider, withheldHiderOf } from "./hide-withheld.ts";

/** Words that are the program's own, not the author's: a name that is one of them changes none of these. */
const OWN_KEYS = new Set([
  "day",
  "date",
  "time",
  "created",
  "status",
  "platform",
  "at",
  "hash",
  "rule",
  "level",
  "kind",
]);

export interface SharedBank {
  bank: ReadableBank & Pick<Bank, "documentsInOrder">;
  /** The names that nothing of it may show. */
  names: readonly PrivateName[];
  /** What is in it, as it is. */
  real: { stories: readonly StoryHead[]; posts: readonly PostHead[] };
  /** How many stories and posts are left out, since they are confidential, or tell a story that can't be read. */
  withheld: number;
  /** Takes the names out of every text of a value. */
  hide<T>(value: T): T;
  /** A text without the lines that name a story or post that is left out. */
  hideWithheld(text: string): string;
  /** What an id is shown as, and which one is meant by what is shown. */
  shownId(id: string): string;
  realId(id: string): string;
}

/** What stands for an id that holds a private name; asked again with the next number where that is taken. */
type NameHidden = (id: string, attempt: number) => string;

function countHidden(): NameHidden {
  let count = 0;
  return () => `hidden-${++count}`;
}

/**
 * The bank as it is now, read once, for giving its pages to others: without confidential stories and their posts, and without
 * private names, whether in texts, in ids or in addresses. An id with a name in it becomes `hidden-1`, or what `nameHidden` says.
 * `isWhole` leaves nothing out.
 */
export async function shareBank(
  bank: Bank,
  isWhole: boolean,
  nameHidden: NameHidden = countHidden(),
): Promise<SharedBank> {
  const config = await bank.config();
  const names = isWhole ? [] : config.private;
  const hideText = hiderOf(names);
  const ids = hideIds(hideText, new Set([...bank.ids("stories"), ...bank.ids("posts")]), nameHidden);
  const hide = <T>(value: T): T => (names.length === 0 ? value : mapTexts(value, hideText));
  // All that may stand for a name, in bytes.
  const stand = Buffer.from(names.map(({ alias }) => `\n${alias ?? HIDDEN}`).join("")).toString("latin1");
  const hasName = (text: string): boolean => names.length > 0 && hideText(text) !== text;
  const share = <T extends { id: string; path: string }>(item: T): T => ({
    ...hide(item),
    id: ids.shown(item.id),
    path: ids.shownPath(item.path),
    ...("story" in item && typeof item.story === "string" ? { story: ids.shown(item.story) } : {}),
  });
  const real = <T extends { id: string; path: string }>(item: T): T => ({
    ...item,
    id: ids.real(item.id),
    path: ids.realPath(item.path),
  });
  const hideInTemplate = <T extends { body: string }>(template: T): T => ({
    ...template,
    body: hideText(template.body),
  });
  const shared: Config = isWhole ? config : { ...hide(config), private: [], review: false };
  const [allStories, allPosts] = [await bank.stories(), await bank.posts()];
  const secret = isWhole ? new Set<string>() : findConfidential(bank, allStories);
  const openStories = allStories.filter(({ id }) => !secret.has(id));
  const openPosts = allPosts.filter(({ story }) => story === null || !secret.has(story));
  const [stories, posts] = [openStories.map(share), openPosts.map(share)];
  const withheld = withheldHiderOf([
    ...allStories.filter(({ id }) => secret.has(id)),
    ...allPosts.filter((post) => !openPosts.includes(post)),
  ]);
  const open = {
    stories: new Set(openStories.map(({ path }) => path)),
    posts: new Set(openPosts.map(({ path }) => path)),
  };
  const weeks = (await bank.weeks()).map((week) => {
    const { theme } = week;
    return { ...hide({ ...week, theme: theme === null ? null : withheld.lines(theme) }), path: week.path };
  });
  const readable: SharedBank["bank"] = {
    root: bank.root,
    config: async () => shared,
    stories: async (week) => (week === undefined ? stories : stories.filter((story) => story.week === week)),
    posts: async (ids) => (ids === undefined ? posts : posts.filter(({ story }) => story !== null && ids.has(story))),
    weeks: async () => weeks,
    hookTemplates: async () => (await bank.hookTemplates()).map(hideInTemplate),
    postTemplates: async () => (await bank.postTemplates()).map(hideInTemplate),
    wholeStory: async (head) => share(await bank.wholeStory(real(head))),
    async wholeStoryById(id) {
      const story = await bank.wholeStoryById(ids.real(id));
      return story === null || secret.has(story.id) ? null : share(story);
    },
    async wholePost(head) {
      const post = await bank.wholePost(real(head));
      return share({ ...post, body: withheld.notes(post.body) });
    },
    read(path) {
      const written = bank.read(ids.realPath(path));
      const text = written === null ? null : hideWithheldIn(path, written, withheld);
      return text === null || names.length === 0 ? text : hideInBody(text, hideText);
    },
    async *documentsInOrder(folder, { paths, mightMatch } = {}) {
      const wanted = {
        paths: paths === undefined ? undefined : new Set([...paths].map(ids.realPath)),
        // What stands for a name may be in any file; whether it is, is seen once the names are hidden.
        mightMatch: (latin1: string, id: string) =>
          open[folder].has(`${folder}/${id}.md`) && mightMatch?.(latin1 + stand, id) !== false,
      };
      for await (const { item, text } of bank.documentsInOrder(folder, wanted)) {
        const isNamed = ids.shown(item.id) !== item.id || hasName(text);
        if (isNamed)
          yield { item: { ...share(item), document: hide(item.document) }, text: hideInBody(text, hideText) };
        else yield { item, text };
      }
    },
  };
  return {
    bank: readable,
    names,
    real: { stories: openStories, posts: openPosts },
    withheld: allStories.length - stories.length + (allPosts.length - posts.length),
    hide,
    hideWithheld: withheld.lines,
    shownId: ids.shown,
    realId: ids.real,
  };
}

/** Names of stories and posts stand in a week's guidance and in a post's notes. */
function hideWithheldIn(path: string, text: string, withheld: WithheldHider): string {
  if (path.startsWith("weeks/")) return hideInBody(text, withheld.lines);
  return path.startsWith("posts/") ? hideInBody(text, withheld.notes) : text;
}

function findConfidential(bank: Bank, heads: readonly StoryHead[]): Set<string> {
  const readable = new Set(heads.map(({ id }) => id));
  // What can't be read may say that it is confidential.
  const unreadable = bank.ids("stories").filter((id) => !readable.has(id));
  return new Set([...unreadable, ...heads.filter(({ confidential }) => confidential).map(({ id }) => id)]);
}

/** The ids that hold private names, by what is shown in their place. */
function hideIds(hideText: (text: string) => string, taken: ReadonlySet<string>, nameHidden: NameHidden) {
  const byReal = new Map<string, string>();
  const byShown = new Map<string, string>();
  const shown = (id: string): string => {
    if (hideText(id) === id && isShort(id)) return id;
    const known = byReal.get(id);
    if (known !== undefined) return known;
    let attempt = 0;
    let name: string;
    do name = nameHidden(id, attempt++);
    while (taken.has(name) || byShown.has(name) || hideText(name) !== name);
    byReal.set(id, name);
    byShown.set(name, id);
    return name;
  };
  const real = (id: string): string => byShown.get(id) ?? id;
  const inPath = (path: string, change: (id: string) => string): string =>
    path.replace(/^([^/]+\/)(.*)(\.md)$/s, (_, folder: string, id: string, end: string) => folder + change(id) + end);
  return {
    shown,
    real,
    shownPath: (path: string) => inPath(path, shown),
    realPath: (path: string) => inPath(path, real),
  };
}

/** A file's name has 255 bytes at most, and a page's has two more than a story's. */
function isShort(id: string): boolean {
  return id.split("/").every((part) => new TextEncoder().encode(`${part}.html`).length <= 255);
}

/** Changes every text of a value, but for those under keys whose words are the program's own. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  const map = (item: unknown, key: string): unknown => {
    if (OWN_KEYS.has(key)) return item;
    if (typeof item === "string") return change(item);
    if (Array.isArray(item)) return item.map((each) => map(each, ""));
    if (item instanceof Map) return new Map([...item].map(([name, each]) => [name, map(each, String(name))]));
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([name, each]) => [name, map(each, name)]));
  };
  return map(value, "") as T;
}

/** Front matter has to stay readable, and is shown by what was read of it; the text below it is shown as it is. */
function hideInBody(text: string, hideText: (text: string) => string): string {
  const end = /^\uFEFF?---\r?\n/.test(text) ? text.search(/\n---[ \t]*\r?(?:\n|$)/) : 0;
  return text.slice(0, Math.max(0, end)) + hideText(text.slice(Math.max(0, end)));
}
