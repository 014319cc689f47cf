import { describe, expect, test } from "vitest";
import { resolvePost, resolveStoryOrPost } from "../../src/bank/resolve-post.ts";
import { UserError } from "../../src/errors.ts";
import { readPostHead } from "../../src/post/post.ts";
import { readStoryHead } from "../../src/story/schema.ts";

const story = (id: string, title: string) => readStoryHead(id, `stories/${id}.md`, new Map([["title", title]]));
const post = (id: string, told: string, status: string, title = told, url = "") =>
  readPostHead(id, `posts/${id}.md`, new Map(Object.entries({ title, story: told, status, url })));

const STORIES = [
  story("outage", "The Outage"),
  story("invoice", "The Invoice"),
  story("invoice-two", "The Second Invoice"),
  story("archive/pager", "The Pager"),
  story("launch-night", "A Launch at Night"),
  story("untold", "Not Told"),
];
const POSTS = [
  post("2025-01-07-outage", "outage", "published", "The Outage", "https://example.com/posts/1"),
  post("2025-02-07-outage", "outage", "draft", "The Outage"),
  post("2025-01-08-invoice", "invoice", "ready", "The Invoice"),
  post("2025-01-09-invoice-x", "invoice", "draft", "The Invoice"),
  post("2025-01-10-pager", "archive/pager", "published", "The Pager"),
  post("launch", "launch-night", "draft", "Launching"),
];

/** What a name means, or the message and the hint of the error. */
async function meaning(find: () => unknown): Promise<string> {
  try {
    return String(await find());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.message} ${error.hint?.replaceAll(/\s+/g, " ")}`;
  }
}

describe("where a post is wanted", () => {
  test.each([
    ["2025-01-07-outage", "2025-01-07-outage"],
    ["posts/2025-01-07-outage.md", "2025-01-07-outage"],
    ["https://example.com/posts/1?utm=x", "2025-01-07-outage"],
    ["2025-02", "2025-02-07-outage"],
    ["outage", "2025-02-07-outage"],
    ["stories/outage.md", "2025-02-07-outage"],
    ["The Outage", "2025-02-07-outage"],
    ["laun", "launch"],
    ["launch-night", "launch"],
    ["The Pager", "2025-01-10-pager"],
    ["archive/pager", 'The story "archive/pager" has no unpublished post. Name the post itself: 2025-01-10-pager'],
    ["pag", 'The story "archive/pager" has no unpublished post. Name the post itself: 2025-01-10-pager'],
    ["invoice", '"invoice" could be 2 posts. Say which: 2025-01-08-invoice 2025-01-09-invoice-x'],
    ["invoi", '"invoi" could be 2 stories. Say which: invoice invoice-two'],
    ["untold", 'The story "untold" has no post yet. Make one: storybank draft untold'],
    ["outagge", 'There is no post "outagge". Did you mean outage?'],
    ["", 'There is no post "". See them with: storybank posts'],
  ])("%j", async (name, meant) => {
    expect(await meaning(async () => (await resolvePost(POSTS, async () => STORIES, name)).id)).toBe(meant);
  });

  test("what only reads takes the published one where there is no other", async () => {
    const found = (name: string) => resolvePost(POSTS, async () => STORIES, name, { orPublished: true });
    expect((await found("archive/pager")).id).toBe("2025-01-10-pager");
    expect((await found("outage")).id).toBe("2025-02-07-outage");
  });

  test("a post's own id is found without reading a story", async () => {
    const unread = async (): Promise<never> => {
      throw new Error("the stories were read");
    };
    expect((await resolvePost(POSTS, unread, "launch")).id).toBe("launch");
  });
});

describe("where either is wanted", () => {
  test.each([
    ["outage", "story outage"],
    ["The Outage", "story outage"],
    ["Launching", "post launch"],
    ["launch", "post launch"],
    ["laun", "story launch-night"],
    ["posts/launch.md", "post launch"],
    ["2025-02", "post 2025-02-07-outage"],
    ["https://example.com/posts/1", "post 2025-01-07-outage"],
    ["invoi", '"invoi" could be 2 stories. Say which: invoice invoice-two'],
    ["2025", expect.stringContaining('"2025" could be 5 posts.')],
    ["lounch", 'There is no story or post "lounch". Did you mean launch?'],
    ["nothing", 'There is no story or post "nothing". See them with: storybank list, storybank posts'],
  ])("%j", async (name, meant) => {
    const found = await meaning(() => {
      const { kind, head } = resolveStoryOrPost(STORIES, POSTS, name);
      return `${kind} ${head.id}`;
    });
    expect(found).toEqual(meant);
  });
});
