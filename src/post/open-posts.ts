import { UserError } from "../errors.ts";
import type { PostHead } from "./post.ts";
import { hookKey } from "./uses.ts";

/** What two posts of one story can differ in. */
export type PostVariant = Pick<PostHead, "platform" | "hook" | "hookTemplate" | "template">;

/** Whether a post may still be written anew: it is not published, and nothing has been counted of it. */
export function isOpen({ status, snapshots }: PostHead): boolean {
  return status !== "published" && snapshots.length === 0;
}

export function isSameVariant(one: PostVariant, other: PostVariant): boolean {
  return one.platform === other.platform && one.template === other.template && hasSameHook(one, other);
}

function hasSameHook(one: Pick<PostVariant, "hook">, other: Pick<PostVariant, "hook">): boolean {
  return hookKey(one.hook ?? "") === hookKey(other.hook ?? "");
}

/** Of a story's open posts for a platform, the one that a new draft replaces: the only one, else the one with the same hook template. */
function findReplaceable(open: readonly PostHead[], hookTemplate: string): PostHead | null {
  const alike = open.length === 1 ? open : open.filter((post) => post.hookTemplate === hookTemplate);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** The same. Throws a UserError when it isn't certain which one is meant. */
export function chooseReplaced(open: readonly PostHead[], hookTemplate: string): PostHead[] {
  if (open.length === 0) return [];
  const found = findReplaceable(open, hookTemplate);
  if (found !== null) return [found];
  const [first] = open;
  throw new UserError(`--replace could mean ${open.length} posts: ${open.map(({ id }) => id).join(", ")}.`, {
    hint: `Name the hook of the one to write anew with --hook, or put one away first: storybank rm ${first?.id}`,
  });
}

/** What sets a new post apart from others of its story, in a word that can be in a file name; null where nothing is. */
export function wordDifference(made: PostVariant, others: readonly PostHead[]): string | null {
  if (others.length === 0) return null;
  const differing = (["hookTemplate", "template"] as const).find((key) =>
    others.every((other) => other[key] !== made[key]),
  );
  const word = differing === undefined ? null : made[differing];
  return word !== null && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word) ? word : null;
}

/** A way to make a post of a story with a hook. */
export interface DraftWay {
  how: "new" | "replace" | "another";
  /** The post that goes to the trash. */
  replaced: PostHead | null;
}

/** The words of the command that goes a way; the platform is named where a draft could be for another. */
export function writeDraftCommand(
  story: string,
  hook: string,
  { how, replaced }: DraftWay,
  usual: string | null,
): string[] {
  const platform = replaced === null || replaced.platform === usual ? [] : ["--platform", replaced.platform];
  return ["draft", story, "--hook", hook, ...platform, ...(how === "new" ? [] : [`--${how}`])];
}

/** The ways that are open to a story with these open posts: its first, in the place of one, or beside them where its hook is another. */
export function findDraftWays(open: readonly PostHead[], hook: { template: string; text: string }): DraftWay[] {
  if (open.length === 0) return [{ how: "new", replaced: null }];
  const ways = [...new Set(open.map(({ platform }) => platform))].flatMap((platform): DraftWay[] => {
    const own = open.filter((post) => post.platform === platform);
    const replaced = findReplaceable(own, hook.template);
    return replaced === null ? [] : [{ how: "replace", replaced }];
  });
  const isNew = open.every((post) => post.hookTemplate !== hook.template && !hasSameHook(post, { hook: hook.text }));
  return isNew ? [...ways, { how: "another", replaced: null }] : ways;
}
