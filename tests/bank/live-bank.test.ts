import { expect, test } from "vitest";
import type { Bank } from "../../src/bank/bank.ts";
import { openLiveBank } from "../../src/bank/live-bank.ts";
import { openExaminer } from "../../src/jobs/editor/examine-open.ts";
import { openBankAt } from "../support/bank.ts";
import { createPagerBank, POST, POST_TEXT, STORY, STORY_TEXT } from "../support/editor-bank.ts";

/** A bank that notes what is read of it. */
function watched(root: string): { bank: Bank; reads: string[] } {
  const reads: string[] = [];
  const own = openBankAt(root);
  const noting =
    <Args extends unknown[], T>(what: (...args: Args) => string, read: (...args: Args) => T) =>
    (...args: Args): T => {
      reads.push(what(...args));
      return read(...args);
    };
  const bank: Bank = {
    ...own,
    config: noting(() => "settings", own.config),
    posts: noting(() => "all posts", own.posts),
    stories: noting(() => "all stories", own.stories),
    wholeStoryById: noting((id) => `story ${id}`, own.wholeStoryById),
    wholePostsInOrder(wanted) {
      reads.push(...(wanted?.paths ?? ["all whole posts"]));
      return own.wholePostsInOrder(wanted);
    },
  };
  return { bank, reads };
}

const openPost = (text: string) => ({ kind: "post" as const, id: "2025-01-07-the-pager", path: POST, text });

test("while a post is typed in, nothing is read again; a change on disk is read, and only that", async () => {
  const test = createPagerBank({ "posts/other.md": POST_TEXT.replace("2025-01-07", "2025-02-04") });
  const { bank, reads } = watched(test.root);
  const live = openLiveBank(bank);
  const examiner = openExaminer(live);
  const rules = async (text: string) => (await examiner.examine(openPost(text))).map(({ rule }) => rule);
  expect(await rules(POST_TEXT)).toContain("figure-not-in-story");
  expect(reads.toSorted()).toEqual(["all posts", "settings", "story the-pager"]);
  reads.length = 0;
  for (const figure of ["$2.7M", "$2.8M", "$2.4M"]) await rules(POST_TEXT.replace("$2.6M", figure));
  expect(reads).toEqual([]);
  test.write("posts/other.md", POST_TEXT);
  live.forget(new Set(["posts/other.md"]));
  examiner.forget();
  expect(await rules(POST_TEXT)).toContain("slot-taken");
  expect(reads.toSorted()).toEqual(["posts/other.md", "story the-pager"]);
});

test("open texts go before files, unreadable ones leave the file its place, and closing gives it back", async () => {
  const test = createPagerBank();
  const live = openLiveBank(openBankAt(test.root));
  live.setText(POST, POST_TEXT.replace("status: draft", "status: ready"));
  live.setText(STORY, STORY_TEXT.replace("The Pager", "The Beeper"));
  live.setText("posts/new.md", POST_TEXT);
  const heads = async () => (await live.posts()).map(({ id, status }) => [id, status]);
  expect(await heads()).toEqual([
    ["2025-01-07-the-pager", "ready"],
    ["new", "draft"],
  ]);
  expect((await live.wholeStoryById("the-pager"))?.title).toBe("The Beeper");
  expect((await live.stories()).map(({ title }) => title)).toEqual(["The Beeper"]);
  live.setText(STORY, "---\ntitle: broken");
  expect((await live.wholeStoryById("the-pager"))?.title).toBe("The Pager");
  live.setText(POST, null);
  live.setText("posts/new.md", null);
  expect(await heads()).toEqual([["2025-01-07-the-pager", "draft"]]);
  expect(live.read(POST)).toBe(POST_TEXT);
});

test("files that come and go are noticed by their paths, by their folder's, and by none at all", async () => {
  const test = createPagerBank();
  const live = openLiveBank(openBankAt(test.root));
  const ids = async () => (await live.posts()).map(({ id }) => id);
  expect(await ids()).toEqual(["2025-01-07-the-pager"]);
  test.write("posts/a.md", POST_TEXT);
  expect(await ids()).toHaveLength(1);
  live.forget(new Set(["posts/a.md", "stories/nothing.md"]));
  expect(await ids()).toEqual(["2025-01-07-the-pager", "a"]);
  test.write("posts/deep/b.md", POST_TEXT);
  live.forget(new Set(["posts/deep"]));
  expect(await ids()).toEqual(["2025-01-07-the-pager", "a", "deep/b"]);
  test.write("posts/a.md", "---\nbroken");
  live.forget(new Set(["posts/a.md"]));
  expect(await ids()).toEqual(["2025-01-07-the-pager", "deep/b"]);
  test.write("posts/c.md", POST_TEXT);
  live.forget();
  expect(await ids()).toContain("c");
  await live.config();
  test.write("storybank.yaml", "author: Ada\n");
  expect((await live.config()).author).toBeNull();
  live.forget(new Set(["storybank.yaml"]));
  expect((await live.config()).author).toBe("Ada");
});
