import { describe, expect, test } from "vitest";
import { startAssistant } from "../support/assistant.ts";
import { createSampleBank } from "../support/bank.ts";

const STORY = "the-monolith-invoice";
const POST = "2025-01-07-the-monolith-invoice";
const TEXT = `$2.4M. That is what one shortcut in the rendering code cost us.

The bill:
• 3 months of rework: $800K in salaries
• A release 2 months late: $1.2M we never earned
• Cleaning up afterwards: $400K

What would you have done?

#TechnicalDebt`;

describe("a text saved as a new post", () => {
  test("has the date, hook, hashtags and notes that a draft would have", async () => {
    const bank = createSampleBank();
    const { get } = await startAssistant(bank.root);
    const saved = await get("save_post", { story: STORY, text: `\n${TEXT.replaceAll("\n", "\r\n")}\n\n` });
    expect(saved).toEqual({
      post: POST,
      story: STORY,
      status: "draft",
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      date: "2025-01-07",
      platform: "linkedin",
      characters: TEXT.length,
      limit: 3000,
      errors: 0,
      warnings: 0,
      findings: [],
    });
    const file = bank.read(`posts/${POST}.md`);
    expect(file).toContain(`## Final Optimized Post\n\n${TEXT}\n\n## Content Strategy Notes\n\n### Story\n`);
    for (const line of [
      "time: 09:00",
      "hook: $2.4M. That is what one shortcut in the rendering code cost us.",
      "hook-template: text",
      "hashtags: [TechnicalDebt]",
      "- $800K (3 months of rework): line 23",
    ])
      expect(file).toContain(`\n${line}\n`);
    expect(file).not.toContain("60%");
    expect(await bank.json<unknown[]>(["check", POST, "--quiet"])).toEqual([]);
  });

  test("replaces no post of the story; another is made beside it when it is asked for", async () => {
    const bank = createSampleBank();
    const { get, refused } = await startAssistant(bank.root);
    await get("save_post", { story: STORY, text: TEXT });
    const before = bank.read(`posts/${POST}.md`);
    expect(await refused("save_post", { story: STORY, text: "Another." })).toBe(
      `"The Monolith Invoice" has a post already: posts/${POST}.md. Read ${POST} and save over it with its hash, or set another to make a post beside it.`,
    );
    const beside = await get("save_post", { story: STORY, text: TEXT, another: true });
    expect(beside["post"]).not.toBe(POST);
    expect(bank.read(`posts/${POST}.md`)).toBe(before);
    expect(
      await get("save_post", { story: STORY, text: "It cost $2.4M.\n\nWhy?", platform: "x", day: "friday", week: "2" }),
    ).toMatchObject({
      platform: "x",
      date: "2025-01-17",
      limit: 280,
    });
  });

  test("refuses a story that rests, texts that a file can't hold, and a call that is not clear", async () => {
    const bank = createSampleBank();
    await bank.run(["draft", STORY]);
    await bank.run(["mark", POST, "published", "--at", "2025-01-04"]);
    const { refused } = await startAssistant(bank.root);
    expect(await refused("save_post", { story: STORY, text: TEXT })).toMatch(
      /and a story rests for 26 weeks\. Choose another story, or give a later date\.$/,
    );
    const before = bank.files("");
    const story = "the-transfer-request";
    for (const [args, sentence] of [
      [{ text: TEXT }, /^Give either the post to save over, or the story of a new one\./],
      [{ text: TEXT, story, post: POST }, /^Give either the post/],
      [{ text: " \n", story }, /^The text is empty\./],
      [{ text: "a\u0000b", story }, /^The text has a control character \(U\+0000\)\./],
      [{ text: "So.\n\n## Content Strategy Notes\n\nMine.", story }, /^The text has a heading or rule/],
      [{ text: "So.\n\n---", story }, /^The text has a heading or rule/],
      [{ text: `So.\n\n${"x".repeat(10_001)}`, story }, /^The text has more than .+ or a line of more than 10000/],
      [{ text: TEXT, story, date: "tomorrow" }, /date/],
      [{ text: TEXT, story: "nobody" }, /^There is no story "nobody"\./],
    ] as const)
      expect(await refused("save_post", args)).toMatch(sentence);
    expect(bank.files("")).toEqual(before);
  });
});

describe("a text saved over a post", () => {
  test("leaves every other letter of the file, and the old one is in the trash", async () => {
    const bank = createSampleBank();
    const old =
      "\ufeff---\r\n# mine\r\ntitle: 'Odd'\r\nstory: the-monolith-invoice\r\nextra: [1,  2]\r\nhook: $2.4M. That is what\r\n---\r\n\r\n## Final Optimized Post\r\n\r\n$2.4M. That is what it cost.\r\n\r\n---\r\n\r\n## Content Strategy Notes\r\n\r\nMine.  \r\nUnclosed";
    bank.write("posts/odd.md", old);
    const { get } = await startAssistant(bank.root);
    const { hash, text } = await get("read", { id: "odd" });
    expect(text).toBe("$2.4M. That is what it cost.");
    const saved = await get("save_post", { post: "odd", hash, text: "$2.4M. That is what\nit cost us.\n\nWhy?" });
    expect(bank.read("posts/odd.md")).toBe(
      old.replace("$2.4M. That is what it cost.", "$2.4M. That is what\r\nit cost us.\r\n\r\nWhy?"),
    );
    expect(saved["kept"]).toBe(".storybank/trash/posts/odd.md");
    expect(bank.read(".storybank/trash/posts/odd.md")).toBe(old);
    await bank.run(["restore", "odd", "--as", "odd-before"]);
    expect(bank.read("posts/odd-before.md")).toBe(old);
  });

  test("a new opening is its new hook, and what was ready is a draft again", async () => {
    const bank = createSampleBank();
    await bank.run(["draft", STORY]);
    await bank.run(["mark", POST, "ready"]);
    const { get } = await startAssistant(bank.root);
    const { hash, text } = await get("read", { id: POST });
    expect(await get("save_post", { post: POST, hash, text })).toMatchObject({ status: "ready", hash });
    expect(bank.files(".storybank")).toEqual([]);
    const saved = await get("save_post", { post: POST, hash, text: TEXT });
    expect(saved).toMatchObject({ status: "draft", isDraftAgain: true });
    const file = bank.read(`posts/${POST}.md`);
    expect(file).toContain(
      "\nhook: $2.4M. That is what one shortcut in the rendering code cost us.\nhook-template: text\n",
    );
    expect(file).toContain("\nstatus: draft\n");
  });

  test("is refused where the file has changed, the hash is missing or another's, or people have read the post", async () => {
    const bank = createSampleBank();
    await bank.run(["draft", STORY]);
    const { get, refused } = await startAssistant(bank.root);
    const { hash } = await get("read", { id: POST });
    const path = `posts/${POST}.md`;
    const changed = `${bank.read(path)}\nThe author's own note.\n`;
    bank.write(path, changed);
    expect(await refused("save_post", { post: POST, hash, text: TEXT })).toBe(
      `${path} is not what was read: it has changed since, or the hash is another post's. Nothing was written. Read it again, and save over what it says now.`,
    );
    expect(await refused("save_post", { post: POST, text: TEXT })).toBe(
      `${POST} is there already, and its hash was not given. Read it, and save over it with the hash that read answers; nothing was written.`,
    );
    const published = "2025-01-19-the-midnight-deployment";
    const { hash: known } = await get("read", { id: published });
    expect(await refused("save_post", { post: published, hash: known, text: TEXT })).toBe(
      `posts/${published}.md is published, so its text stays. To tell the story again, save the text as a new post.`,
    );
    await bank.run(["record", POST, "--impressions", "10"]);
    const { hash: counted } = await get("read", { id: POST });
    expect(await refused("save_post", { post: POST, hash: counted, text: TEXT })).toMatch(
      /is counted, so its text stays\./,
    );
    expect(bank.read(path)).toContain("The author's own note.");
    expect(bank.files(".storybank")).toEqual([]);
  });
});
