import type { Bank } from "../bank/bank.ts";
import { resolveName } from "../bank/resolve.ts";
import { resolvePost, resolveStoryOrPost, type StoryOrPost } from "../bank/resolve-post.ts";
import { UserError } from "../errors.ts";
import type { PostHead } from "../post/post.ts";
import type { StoryHead } from "../story/story.ts";
import { type SharedBank, shareBank } from "./share-bank.ts";
import { hashOf } from "./text-hash.ts";

/** A story or post that was named: as it is shown to others, and as it is. */
interface Named<T> {
  shown: T;
  real: T;
}

/** A bank for somebody who may see what is shared of it, and ask for changes to what he sees. */
export interface OpenedShare extends SharedBank {
  /** Throws a UserError for a name that means nothing of what is shown, or several things; its hints name nothing else. */
  story(name: string): Promise<Named<StoryHead>>;
  /** A story's name stands for its one unpublished post, else for its only one. */
  post(name: string): Promise<Named<PostHead>>;
  storyOrPost(name: string): Promise<StoryOrPost>;
}

/**
 * Opens what is shared of a bank: all of it, or all but confidential stories and private names. What stands for an id with a name in it
 * is the same whenever the bank is opened.
 *
 * @throws UserError where the settings can't be read, since they say which names are private.
 */
export async function openShared(bank: Bank, isWhole: boolean): Promise<OpenedShare> {
  if (!isWhole) await refuseUnknownNames(bank);
  const shared = await shareBank(bank, isWhole, (id, attempt) => {
    // The bank's folder is in it, so that nobody can try names until one fits.
    return `hidden-${hashOf(`${bank.root}\n${id}\n${attempt}`).slice(0, 6)}`;
  });
  const readable = shared.bank;
  const realOf = <T extends { id: string }>(shown: T, real: readonly T[]): Named<T> => {
    const id = shared.realId(shown.id);
    return { shown, real: real.find((each) => each.id === id) ?? shown };
  };
  return {
    ...shared,
    story: async (name) => realOf(resolveName("story", await readable.stories(), name), shared.real.stories),
    post: async (name) => {
      const found = await resolvePost(await readable.posts(), () => readable.stories(), name, { orPublished: true });
      return realOf(found, shared.real.posts);
    },
    storyOrPost: async (name) => resolveStoryOrPost(await readable.stories(), await readable.posts(), name),
  };
}

async function refuseUnknownNames(bank: Bank): Promise<void> {
  try {
    await bank.config();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError("storybank.yaml can't be read, and it says which names are private, so nothing is shown.", {
      hint: "Its author can see what is wrong with: storybank doctor",
      cause: error,
    });
  }
}
