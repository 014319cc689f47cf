import type { Bank } from "../bank/bank.ts";
import type { Config } from "../bank/config.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { hiderOf } from "../post/hide-private-names.ts";
import type { PrivateName } from "../post/private-names.ts";

/** Words that are the program's own, not the author's: a name that is one of them changes none of these. */
const OWN_KEYS = new Set(["day", "date", "time", "created", "status", "platform", "at"]);

export interface SharedBank {
  bank: ReadableBank;
  /** The names that nothing of it may show. */
  names: readonly PrivateName[];
  /** How many stories and posts are left out, since they are confidential, or tell a story that can't be read. */
  withheld: number;
}

/**
 * The bank as it is now, read once, for giving its pages to others: without confidential stories and their posts, and without
 * private names, whether in texts, in ids or in addresses. An id with a name in it becomes `hidden-1`. `isWhole` leaves nothing out.
 */
export async function shareBank(bank: Bank, isWhole: boolean): Promise<SharedBank> {
  const config = await bank.config();
  const names = isWhole ? [] : config.private;
  const secret = isWhole ? new Set<string>() : await findConfidential(bank);
  const hideText = hiderOf(names);
  const ids = hideIds(hideText, new Set([...bank.ids("stories"), ...bank.ids("posts")]));
  const hide = <T>(value: T): T => mapTexts(value, hideText);
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
  const stories = allStories.filter(({ id }) => !secret.has(id)).map(share);
  const posts = allPosts.filter(({ story }) => story === null || !secret.has(story)).map(share);
  const weeks = (await bank.weeks()).map((week) => ({ ...hide(week), path: week.path }));
  const readable: ReadableBank = {
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
    wholePost: async (head) => share(await bank.wholePost(real(head))),
    read(path) {
      const text = bank.read(ids.realPath(path));
      return text === null || names.length === 0 ? text : hideInBody(text, hideText);
    },
  };
  return { bank: readable, names, withheld: allStories.length - stories.length + (allPosts.length - posts.length) };
}

async function findConfidential(bank: Bank): Promise<Set<string>> {
  const heads = await bank.stories();
  const readable = new Set(heads.map(({ id }) => id));
  // What can't be read may say that it is confidential.
  const found = new Set(bank.ids("stories").filter((id) => !readable.has(id)));
  for (const head of heads) if ((await bank.wholeStory(head)).confidential) found.add(head.id);
  return found;
}

/** The ids that hold private names, by what is shown in their place. */
function hideIds(hideText: (text: string) => string, taken: ReadonlySet<string>) {
  const byReal = new Map<string, string>();
  const byShown = new Map<string, string>();
  let count = 0;
  const shown = (id: string): string => {
    if (hideText(id) === id && isShort(id)) return id;
    const known = byReal.get(id);
    if (known !== undefined) return known;
    let name: string;
    do name = `hidden-${++count}`;
    while (taken.has(name));
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
