import { describe, expect, test } from "vitest";
import { createBank, openBankAt, type TestBank } from "../support/bank.ts";

const FILES = {
  "stories/b.md": "---\ntitle: B\n---\nB happened.\n",
  "stories/a.md": "---\ntitle: A\nweek: 2\n---\nA happened.\n",
  "stories/deep/c.md": "---\ntitle: C\n---\nC happened.\n",
  "posts/2025-01-07-a.md": "---\ntitle: A\nstory: a\n---\nA is told.\n",
  "posts/2025-01-06-b.md": "---\ntitle: B\nstory: b\n---\nB is told.\n",
};

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("what the bank gives", () => {
  test("a story and a post by name are heads, as those in the lists are", async () => {
    const bank = openBankAt(createBank(FILES).root);
    expect(await bank.story("A")).toEqual((await bank.stories())[0]);
    expect(await bank.post("2025-01-07")).toEqual((await bank.posts())[1]);
    for (const head of [await bank.story("a"), await bank.post("2025-01-07-a")])
      expect(head).not.toHaveProperty("body");
    expect(await bank.storyOrPost("a")).toEqual({ kind: "story", head: await bank.story("a") });
  });

  test("whole ones are the same with their text", async () => {
    const bank = openBankAt(createBank(FILES).root);
    const [story, post] = [await bank.story("a"), await bank.post("2025-01-07-a")];
    expect(await bank.wholeStory(story)).toMatchObject({ ...story, body: "A happened.\n", bodyLine: 5 });
    expect(await bank.wholePost(post)).toMatchObject({ ...post, body: "A is told.\n", bodyLine: 5 });
    expect(await bank.wholeStoryById("a")).toEqual(await bank.wholeStory(story));
  });

  test("all whole ones come in the order of their paths, or in that in which they are wanted", async () => {
    const bank = openBankAt(createBank(FILES).root);
    const ids = async (paths?: string[]) =>
      (await collect(bank.wholeStoriesInOrder({ paths: paths && new Set(paths) }))).map(({ item }) => item.id);
    expect(await ids()).toEqual(["a", "b", "deep/c"]);
    expect(await ids(["stories/deep/c.md", "stories/a.md", "posts/2025-01-07-a.md"])).toEqual(["deep/c", "a"]);
    const posts = await collect(bank.wholePostsInOrder());
    expect(posts.map(({ item, text }) => [item.id, text])).toEqual([
      ["2025-01-06-b", FILES["posts/2025-01-06-b.md"]],
      ["2025-01-07-a", FILES["posts/2025-01-07-a.md"]],
    ]);
  });

  test("each is read only when the one before has been dealt with", async () => {
    const laid: TestBank = createBank(FILES);
    const bodies: string[] = [];
    for await (const { item } of openBankAt(laid.root).wholeStoriesInOrder()) {
      bodies.push(item.body);
      laid.write("stories/b.md", "B is another.\n");
    }
    expect(bodies).toEqual(["A happened.\n", "B is another.\n", "C happened.\n"]);
  });

  test.each(["none", "../posts/2025-01-07-a", ".hidden", "broken", "a\\b"])("no story has the id %s", async (id) => {
    const bank = openBankAt(createBank({ ...FILES, "stories/broken.md": "---\ntitle: B\n" }).root);
    expect(await bank.wholeStoryById(id)).toBeNull();
  });
});
