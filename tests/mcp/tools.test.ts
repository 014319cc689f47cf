import { describe, expect, test } from "vitest";
import { startAssistant } from "../support/assistant.ts";
import { createBank, createSampleBank } from "../support/bank.ts";

const STORY = "the-monolith-invoice";
const PUBLISHED = "2025-01-19-the-midnight-deployment";

describe("search", () => {
  test("finds by words and filters, and lists by filters alone", async () => {
    const { get } = await startAssistant(createSampleBank().root);
    expect(await get("search", { query: "nobody listening" })).toMatchObject({
      total: 1,
      found: [{ kind: "post", id: PUBLISHED, line: 11, snippet: expect.stringContaining("Nobody is listening") }],
    });
    expect(await get("search", { query: "status:unused kind:story" })).toMatchObject({ total: 5 });
    expect(await get("search", { query: "kind:story week:next" })).toMatchObject({ total: 5 });
    expect(await get("search", { query: '"one shortcut" tag:technical-debt' })).toMatchObject({ total: 1 });
    expect(await get("search", { query: "nowhere-said" })).toEqual({ total: 0, found: [] });
  });

  test("refuses nothing, what is no filter's value, and what it has no key for", async () => {
    const { refused } = await startAssistant(createSampleBank().root);
    expect(await refused("search", { query: " " })).toMatch(/^There is nothing to search for\./);
    expect(await refused("search", { query: "status:lost" })).toBe(
      'status: can\'t be "lost". Choose one of: unused, drafted, published, draft, ready, scheduled.',
    );
    expect(await refused("search", { query: "x", sort: "title" })).toContain('Unrecognized key: "sort"');
    expect(await refused("search", { query: "invoice", page: 7 })).toBe("There is no page 7. The last is page 1.");
  });

  test("many are on several pages, each once", async () => {
    const stories = Array.from({ length: 300 }, (_, index) => [
      `stories/story-${index}.md`,
      `---\ntitle: Story ${index} of a long night\n---\nThe outage took ${index} minutes, and nobody slept.\n`,
    ]);
    const { get } = await startAssistant(createBank(Object.fromEntries(stories)).root);
    const first = await get("search", { query: "outage" });
    expect(first).toMatchObject({ total: 300, page: 1, more: "Call again with page 2." });
    const pages = [first];
    for (let page = 2; page <= Number(first["pages"]); page++)
      pages.push(await get("search", { query: "outage", page }));
    const ids = pages.flatMap(({ found }) => (found as { id: string }[]).map(({ id }) => id));
    expect(new Set(ids).size).toBe(300);
    expect(ids).toHaveLength(300);
  });
});

describe("read", () => {
  test("reads a week, and a story by its title or path", async () => {
    const { get } = await startAssistant(createSampleBank().root);
    const week = { kind: "week", week: 1, from: "2025-01-06", theme: "Technical Leadership Foundations" };
    for (const id of ["week-1", "week 01", "weeks/week-01.md"]) expect(await get("read", { id })).toMatchObject(week);
    expect(await get("read", { id: "next", kind: "week" })).toMatchObject(week);
    for (const id of ["The Monolith Invoice", `stories/${STORY}.md`, "the-monolith"])
      expect(await get("read", { id })).toMatchObject({ kind: "story", id: STORY, status: "unused", firstLine: 16 });
  });

  test("reads a post with its hash, and its story's name means its post where a post is asked for", async () => {
    const bank = createSampleBank();
    await bank.run(["draft", STORY]);
    const { get } = await startAssistant(bank.root);
    expect(await get("read", { id: STORY, kind: "post" })).toMatchObject({
      kind: "post",
      id: "2025-01-07-the-monolith-invoice",
      story: STORY,
      status: "draft",
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      limit: 3000,
      notes: expect.stringContaining("### Story"),
    });
  });

  test("a long story comes in parts that are the whole", async () => {
    const paragraphs = Array.from(
      { length: 700 },
      (_, index) => `It was minute ${index}, and the pager rang once more.`,
    );
    const body = paragraphs.join("\n\n");
    const { get } = await startAssistant(createBank({ "stories/long.md": `---\ntitle: Long\n---\n\n${body}\n` }).root);
    const first = await get("read", { id: "long" });
    expect(first).toMatchObject({ page: 1, pages: 2, firstLine: 5 });
    const second = await get("read", { id: "long", page: 2 });
    expect([first, second].map(({ text }) => text).join("")).toBe(body);
  });

  test("refuses what is not there, and what may be several, with what to name instead", async () => {
    const { refused } = await startAssistant(createSampleBank().root);
    expect(await refused("read", { id: "monolith" })).toBe(
      'There is no story or post "monolith". Did you mean the-monolith-invoice?',
    );
    expect(await refused("read", { id: "zzz" })).toBe('There is no story or post "zzz". Find it with search.');
    expect(await refused("read", { id: "the-" })).toBe(
      '"the-" could be 3 stories. Name one: the-monolith-invoice, the-question-in-the-review, the-transfer-request.',
    );
    for (const id of ["../storybank.yaml", "/etc/passwd", "stories/../../x"])
      expect(await refused("read", { id })).toMatch(/^There is no story or post/);
    expect((await refused("read", { id: "x".repeat(50_000) })).length).toBeLessThan(2100);
    expect(await refused("read", { id: "week-9x", kind: "week" })).toMatch(/^There is no week "week-9x"\./);
  });
});

describe("hooks and draft", () => {
  test("hooks are scored, with the facts they use and what the others lack", async () => {
    const { get } = await startAssistant(createSampleBank().root);
    const { hooks } = await get("hooks", { story: STORY });
    expect(hooks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ template: "own", score: 80, lacks: ["no figure in its first 8 words"] }),
        expect.objectContaining({
          template: "price-tag",
          score: 100,
          facts: expect.arrayContaining(["amount: $2.4M (line 26)"]),
        }),
        { template: "clock", angle: "scene", missing: ["clock"] },
      ]),
    );
  });

  test("draft shows what the command would make, and writes only when it is told to", async () => {
    const bank = createSampleBank();
    const { get, refused } = await startAssistant(bank.root);
    const made = await get("draft", { day: "wednesday", hook: "own", length: 900 });
    const command = await bank.json<{ text: string }>("draft --day wednesday --hook own --length 900 --dry-run");
    expect(made).toMatchObject({ written: false, story: "thirty-developers-one-pipeline", text: command.text });
    expect(bank.files("posts")).toHaveLength(1);
    const { post, hash } = await get("draft", { day: "wednesday", write: true });
    expect(await get("read", { id: String(post) })).toMatchObject({ hash, status: "draft" });
    expect(await refused("draft", { story: "thirty-developers-one-pipeline", write: true })).toBe(
      `"Thirty Developers, One Pipeline" has a post already: posts/${post}.md. Read ${post} and save over it with its hash, or set another to make a post beside it.`,
    );
    expect(
      await get("draft", {
        story: "thirty-developers-one-pipeline",
        write: true,
        another: true,
        hook: "price-tag",
      }).catch(String),
    ).toMatch(
      /^Error: draft was refused: The hook template "price-tag" lacks what this story does not say: .+\. Choose another of the story's hooks\.$/,
    );
    expect(await refused("draft", { story: STORY, platform: "myspace" })).toContain("platform");
    expect(await refused("draft", { story: STORY, date: "2025-13-01" })).toContain("date");
  });
});

describe("check and week", () => {
  test("check takes a post, or a text with its story", async () => {
    const { get, refused } = await startAssistant(createSampleBank().root);
    expect(await get("check", { post: PUBLISHED })).toMatchObject({
      post: PUBLISHED,
      errors: 0,
      findings: [{ rule: "hook-first-person", level: "advice", line: 1 }],
    });
    for (const args of [
      {},
      { text: "It cost $2.4M." },
      { story: STORY },
      { post: PUBLISHED, text: "It", story: STORY },
    ])
      expect(await refused("check", args)).toBe(
        "Give either a post, or a text and the story it tells. Nothing was checked.",
      );
    const long = { story: STORY, text: `It cost $2.4M. ${"It took an afternoon to write. ".repeat(10)}\n\nWhy?` };
    expect(await get("check", { ...long, platform: "bluesky" })).toMatchObject({ errors: 1 });
    expect(await get("check", long)).toMatchObject({ errors: 0 });
    expect(await refused("check", { text: "  \n", story: STORY })).toMatch(/^The text is empty\./);
  });

  test("week shows slots, posts with what is wrong with them, and gaps", async () => {
    const bank = createSampleBank();
    await bank.run(["draft", STORY]);
    const path = "posts/2025-01-07-the-monolith-invoice.md";
    bank.write(path, bank.read(path).replace("$800K in salaries", "$850K in salaries"));
    const { get, refused } = await startAssistant(bank.root);
    const { rows } = await get("week", { week: "1" });
    expect((rows as unknown[])[0]).toMatchObject({
      day: "tuesday",
      date: "2025-01-07",
      time: "09:00",
      story: STORY,
      status: "draft",
      errors: 1,
      limit: 3000,
    });
    expect(await get("week")).toMatchObject({ week: 1 });
    expect(await get("week", { week: "next" })).toMatchObject({ week: 1, rows: expect.any(Array) });
    expect(await refused("week", { week: "soon" })).toBe(
      'There is no week "soon". Weeks are written 1, this, next or 2026-W47.',
    );
  });
});

describe("record", () => {
  test("moves a post along and records results; counts do not fall", async () => {
    const bank = createSampleBank();
    await bank.run(["draft", STORY]);
    const post = "2025-01-07-the-monolith-invoice";
    const { get, refused } = await startAssistant(bank.root);
    expect(await get("record", { post, status: "scheduled", at: "2025-01-08 10:00" })).toMatchObject({
      status: "scheduled",
      date: "2025-01-08",
      time: "10:00",
    });
    expect(
      await get("record", {
        post,
        status: "published",
        at: "2025-01-04",
        url: "https://example.com/p/1",
        impressions: 1200,
        comments: 30,
      }),
    ).toEqual({
      post,
      status: "published",
      date: "2025-01-04",
      url: "https://example.com/p/1",
      results: { impressions: 1200, comments: 30 },
    });
    expect(bank.read(`posts/${post}.md`)).toContain("2025-01-05 impressions=1200 comments=30");
    const before = bank.read(`posts/${post}.md`);
    expect(await refused("record", { post, impressions: 90 })).toBe(
      `Nothing was recorded: impressions 90, which were 1200 before. If it is right, the author can record it with: storybank record ${post} --force`,
    );
    expect(await refused("record", { post, impressions: 1300, at: "2025-02-01" })).toMatch(/still to come/);
    expect(await refused("record", { post, status: "published", at: "2025-02-01" })).toMatch(/still to come/);
    expect(await refused("record", { post })).toBe("Nothing was given to record. Give a status, a url or counts.");
    expect(await refused("record", { post, reactions: -1 })).toContain("reactions");
    expect(bank.read(`posts/${post}.md`)).toBe(before);
  });
});

describe("add_story", () => {
  test("captures a story as the command does, and replaces none of that title", async () => {
    const bank = createSampleBank();
    const { get, refused } = await startAssistant(bank.root);
    const told = {
      title: "The Night Shift",
      body: "**Setup:**\r\nIt cost $5K.\r\n",
      day: "tuesday",
      week: "2",
      tags: ["#ops"],
    };
    expect(await get("add_story", told)).toEqual({ story: "the-night-shift", twins: [] });
    const text = bank.read("stories/the-night-shift.md");
    expect(text).toContain("title: The Night Shift\nweek: 2\nday: tuesday\nseries: Architecture Debate\ntags: [ops]\n");
    expect(text).toMatch(/\n---\n\n\*\*Setup:\*\*\nIt cost \$5K\.\n$/);
    expect(await get("add_story", told)).toEqual({ story: "the-night-shift-2", twins: ["the-night-shift"] });
    expect(bank.read("stories/the-night-shift.md")).toBe(text);
    const before = bank.files("");
    for (const [wrong, sentence] of [
      [{ title: "Two\nlines" }, "The title has a line break in it. Write it on one line."],
      [{ title: " " }, "A story needs a title."],
      [{ body: "It rang: \u0007" }, "The body has a control character (U+0007). Leave it out; nothing was written."],
      [{ tags: ["a\nb"] }, "The tag a b has a line break in it."],
      [{ week: "soon" }, 'There is no week "soon".'],
    ] as const)
      expect(await refused("add_story", { ...told, ...wrong })).toContain(sentence);
    expect(bank.files("")).toEqual(before);
  });
});

describe("resources, prompts and completions", () => {
  test("every story and post is a resource, by pages where there are many", async () => {
    const stories = Array.from({ length: 250 }, (_, index) => [
      `stories/q1/story ${index} ü.md`,
      `---\ntitle: Story ${index}\n---\nIt took ${index} minutes.\n`,
    ]);
    const { client } = await startAssistant(createBank(Object.fromEntries(stories)).root);
    const uris: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.request({ method: "resources/list", params: cursor === undefined ? {} : { cursor } });
      expect(JSON.stringify(page.resources).length).toBeLessThanOrEqual(20_000);
      uris.push(...page.resources.map(({ uri }) => uri));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(uris).size).toBe(250);
    const { contents } = await client.readResource({ uri: uris[7] ?? "" });
    expect(contents[0]).toMatchObject({
      uri: uris[7],
      mimeType: "application/yaml",
      text: expect.stringMatching(/^kind: story\nid: q1\/story \d+ ü\n/),
    });
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      "storybank://story/{+id}",
      "storybank://post/{+id}",
    ]);
    for (const uri of ["storybank://story/none", "storybank://week/1", "storybank://story/%", "file:///etc/passwd"])
      await expect(client.readResource({ uri })).rejects.toThrow();
    const { completion } = await client.complete({
      ref: { type: "ref/resource", uri: "storybank://story/{+id}" },
      argument: { name: "id", value: "Q1/story 24" },
    });
    expect(completion.values).toHaveLength(11);
  });

  test("a long resource goes on at its next page", async () => {
    const body = "It rang again, and nobody slept.\n".repeat(1200);
    const { client } = await startAssistant(createBank({ "stories/long.md": `---\ntitle: Long\n---\n${body}` }).root);
    const read = async (uri: string): Promise<string> => {
      const [content] = (await client.readResource({ uri })).contents;
      return content !== undefined && "text" in content ? content.text : "";
    };
    const first = await read("storybank://story/long");
    expect(first).toContain("more: Read storybank://story/long?page=2\n");
    expect(first.length).toBeLessThanOrEqual(20_000);
    expect(await read("storybank://story/long?page=2")).toContain("page: 2\n");
  });

  test("write-post gives the slot, the hooks, what the platform takes, how to check, and the story", async () => {
    const { client } = await startAssistant(createSampleBank().root);
    const words = async (name: string, args: Record<string, string>): Promise<string> => {
      const { messages } = await client.getPrompt({ name, arguments: args });
      const content = messages[0]?.content;
      return content?.type === "text" ? content.text : "";
    };
    const text = await words("write-post", { story: STORY });
    for (const part of [
      "Write a post for LinkedIn",
      "Tue 7 Jan 2025",
      "Say nothing that the story does not say",
      "Its length: about 1300 characters, 3000 characters at most.",
      "Call check with your text and the story.",
      "the author adds or confirms, never you",
      `save_post with story ${STORY} and day tuesday`,
      'question: Which "temporary" coupling is still in your codebase?',
      "$2.4M. That is what one shortcut in the rendering code cost us.",
      "  - 3 months of rework: $800K in salaries",
    ])
      expect(text).toContain(part);
    expect(await words("write-post", { story: STORY, platform: "x", day: "fri" })).toMatch(
      /^Write a post for X .+ Fri 10 Jan 2025\./,
    );
    await expect(words("write-post", { story: STORY, day: "someday" })).rejects.toThrow('"someday" is no day.');
    await expect(words("write-post", { story: "none" })).rejects.toThrow('There is no story "none".');
    const { completion } = await client.complete({
      ref: { type: "ref/prompt", name: "write-post" },
      argument: { name: "story", value: "the-m" },
    });
    expect(completion.values).toEqual([STORY]);
  });

  test("rewrite-post gives the post, its story, its findings and its hash, in 20,000 characters", async () => {
    const bank = createSampleBank();
    await bank.run(["draft", STORY]);
    const path = `posts/2025-01-07-${STORY}.md`;
    bank.write(path, bank.read(path).replace("$800K in salaries", "$850K in salaries"));
    bank.write(
      `stories/${STORY}.md`,
      `${bank.read(`stories/${STORY}.md`)}\n${"More of it, at length, and so on.\n\n".repeat(900)}`,
    );
    const { client, get } = await startAssistant(bank.root);
    const { hash } = await get("read", { id: `2025-01-07-${STORY}` });
    const { messages } = await client.getPrompt({ name: "rewrite-post", arguments: { post: STORY, wish: "shorter" } });
    const text = messages[0]?.content.type === "text" ? messages[0].content.text : "";
    expect(text).toMatch(
      new RegExp(`^Rewrite the post 2025-01-07-${STORY} below\\. What the author wishes: shorter\n`),
    );
    expect(text).toContain(`save_post with post 2025-01-07-${STORY} and hash ${hash}`);
    expect(text).toContain("$850K");
    expect(text).toContain('more: "There is more of it: read the story and the post."');
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text.length).toBeGreaterThan(14_000);
  });
});
