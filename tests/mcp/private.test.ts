import { describe, expect, test } from "vitest";
import { type Assistant, startAssistant } from "../support/assistant.ts";
import { createBank, type TestBank } from "../support/bank.ts";

const SETTINGS = `version: 1
calendar:
  start: 2025-01-06
  slots:
    tuesday:
      series: Debate
    friday:
      series: Secrets
private:
  Acme: a retail client
  Zoltan Krug:
`;

function story(title: string, body: string, keys = ""): string {
  return `---\ntitle: ${title}\n${keys}---\n**Setup:**\n${body}\n\n**Lesson:**\nAsk first.\n`;
}

function createPrivateBank(): TestBank {
  return createBank({
    "storybank.yaml": SETTINGS,
    "stories/acme-outage.md": story(
      "The Acme Outage",
      "Acme lost $40K in 6 hours. Zoltan Krug called at 3 AM. We moved 12 services back.",
      "week: 1\nday: tuesday\nhook: Acme lost $40K in a night.\ntags: [acme, outage]\nfacts:\n  cause: what Zoltan Krug had signed\n",
    ),
    "stories/hush.md": story("The Merger", "We sold for $9M to Globex.", "week: 1\nday: friday\nconfidential: true\n"),
    "stories/plain.md": story("Plain", "It took 9 days, and Acme paid."),
    "posts/2025-01-10-hush.md":
      "---\ntitle: The Merger\nstory: hush\nday: friday\ndate: 2025-01-10\n---\n## Final Optimized Post\n\nWe sold for $9M.\n",
    "posts/2024-12-03-acme.md":
      "---\ntitle: Old Acme\nstory: acme-outage\nstatus: published\ndate: 2023-12-05\n---\n## Final Optimized Post\n\nAcme lost $40K.\n\n## Content Strategy Notes\n\nZoltan Krug liked it.\n",
    "weeks/week-01.md": "---\nweek: 1\ntheme: What Acme taught us\n---\n- Zoltan Krug reads along\n",
  });
}

const NAMES = /acme|zoltan|krug|merger|globex|\$9M|hush/i;

/** All that a client can get without writing, as text. */
async function readAll({ client, ask }: Assistant, hidden: string): Promise<string> {
  const texts: string[] = [];
  const take = async (tool: string, args: Record<string, unknown>): Promise<void> => {
    const { text, value } = await ask(tool, args);
    texts.push(text, JSON.stringify(value));
  };
  for (const query of ["lost", "outage", "kind:story", "kind:post", "sold", "Acme", '"Zoltan Krug"', "merger"])
    await take("search", { query });
  for (const id of [
    hidden,
    "plain",
    "week-1",
    "hush",
    "The Merger",
    "2025-01-10-hush",
    "acme-outage",
    "2024-12-03-acme",
  ])
    await take("read", { id });
  for (const id of ["hidden-", "p", "x"]) await take("read", { id });
  await take("read", { id: hidden, kind: "post" });
  await take("hooks", { story: hidden });
  await take("week", { week: "1" });
  for (const args of [{ story: hidden }, { day: "friday" }, { day: "tuesday" }, { story: "plain" }])
    await take("draft", args);
  await take("check", { story: hidden, text: "A retail client lost $45K in 7 hours.\n\nWhy?" });
  await take("check", { post: hidden });
  await take("check", { story: "hush", text: "We sold for $8M." });
  texts.push(JSON.stringify(await client.listResources()));
  texts.push(JSON.stringify(await client.readResource({ uri: `storybank://story/${hidden}` })));
  texts.push(JSON.stringify(await client.getPrompt({ name: "write-post", arguments: { story: hidden } })));
  texts.push(JSON.stringify(await client.getPrompt({ name: "rewrite-post", arguments: { post: hidden } })));
  texts.push(
    JSON.stringify(
      await client.complete({
        ref: { type: "ref/prompt", name: "write-post" },
        argument: { name: "story", value: "" },
      }),
    ),
  );
  for (const uri of ["storybank://story/acme-outage", "storybank://story/hush", "storybank://post/2025-01-10-hush"])
    texts.push(await client.readResource({ uri }).then(JSON.stringify, ({ message }: Error) => `refused: ${message}`));
  return texts.join("\n");
}

async function hiddenStory({ get }: Assistant): Promise<string> {
  const { found } = await get("search", { query: "outage kind:story" });
  return (found as { id: string }[])[0]?.id ?? "";
}

describe("private names and confidential stories", () => {
  test("no answer holds one of them, whatever is asked", async () => {
    const assistant = await startAssistant(createPrivateBank().root);
    const hidden = await hiddenStory(assistant);
    expect(hidden).toMatch(/^hidden-[0-9a-f]{6}$/);
    const all = await readAll(assistant, hidden);
    // What was asked for comes back in a refusal; nobody but the client has said it.
    const told = all
      .split("\n")
      .filter((line) => NAMES.test(line))
      .map((line) => line.replace(/There is no (?:story|post|story or post) \\?"[^"]*"/g, ""));
    expect(told.filter((line) => NAMES.test(line))).toEqual([]);
    expect(all).toContain("A retail client lost $40K in 6 hours.");
    expect(all).toContain("There is no story for Friday.");
  });

  test("--with-private shows all of it", async () => {
    const assistant = await startAssistant(createPrivateBank().root, { args: ["--with-private"] });
    const { get, refused } = assistant;
    expect(await get("read", { id: "acme-outage" })).toMatchObject({ title: "The Acme Outage" });
    expect(await get("read", { id: "hush" })).toMatchObject({ confidential: true, posts: ["2025-01-10-hush"] });
    expect(await get("search", { query: "Krug" })).toMatchObject({ total: 1 });
    expect(await refused("draft", { story: "hush" })).toMatch(/^"The Merger" is confidential\./);
  });

  test("a name is found by what stands for it, and not by itself", async () => {
    const { get } = await startAssistant(createPrivateBank().root);
    expect(await get("search", { query: '"retail client" lost' })).toMatchObject({ total: 2 });
    expect(await get("search", { query: "acme" })).toEqual({ total: 0, found: [] });
    expect(await get("search", { query: "sold" })).toEqual({ total: 0, found: [] });
  });

  test("a hidden id means the same story tomorrow, and what is written names the real one", async () => {
    const bank = createPrivateBank();
    const first = await startAssistant(bank.root);
    const hidden = await hiddenStory(first);
    bank.write("stories/acme-before.md", story("Before Acme", "It took 3 days."));
    const second = await startAssistant(bank.root);
    expect(await hiddenStory(second)).toBe(hidden);
    const made = await second.get("draft", { story: hidden, write: true });
    expect(made).toMatchObject({ story: hidden, written: true });
    const file = bank.read(`posts/${made["post"]}.md`);
    expect(file).toContain("\nstory: acme-outage\n");
    expect(file.split("## Content Strategy Notes")[0]?.replace("story: acme-outage", "")).not.toMatch(/Acme/i);
    expect(made["text"]).toContain("(private) called at 3 AM.");
    const text = String(made["text"]).replace("6 hours", "7 hours").replace("(private) called", "The founder called");
    const saved = await second.get("save_post", { post: made["post"], hash: made["hash"], text });
    expect(saved).toMatchObject({ story: hidden, errors: 1 });
    expect(JSON.stringify(saved)).not.toMatch(NAMES);
  });

  test("a saved text says the alias; a name in it is an error, and what only stands for a name is refused", async () => {
    const bank = createPrivateBank();
    const assistant = await startAssistant(bank.root);
    const hidden = await hiddenStory(assistant);
    const text = "A retail client lost $40K in 6 hours.\n\nWhat would you have asked?";
    const saved = await assistant.get("save_post", { story: hidden, text });
    expect(saved).toMatchObject({ errors: 0 });
    expect(bank.read(`posts/${saved["post"]}.md`)).toContain(text);
    const named = await assistant.get("check", { story: hidden, text: text.replace("A retail client", "Acme") });
    expect(named["findings"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          rule: "private-name",
          level: "error",
          line: 1,
          message: "A private name stands here.",
          remedy: "Write “a retail client” instead.",
        }),
      ]),
    );
    const before = bank.files("");
    for (const placeholder of ["(private) called at 3 AM.", "It rang\\u{200b}."])
      for (const args of [
        { story: hidden, another: true },
        { post: saved["post"], hash: saved["hash"] },
      ])
        expect(await assistant.refused("save_post", { ...args, text: `${text}\n\n${placeholder}` })).toMatch(
          /^The text has (?:\(private\), which stands for a name|\\u\{200b\}, which stands for a character)/,
        );
    expect(await assistant.refused("add_story", { title: "X", body: "(private) called." })).toMatch(/\(private\)/);
    expect(bank.files("")).toEqual(before);
  });

  test("a name in a post is one of the week's errors, though it is not shown", async () => {
    const bank = createPrivateBank();
    const assistant = await startAssistant(bank.root);
    const { post, hash } = await assistant.get("draft", { day: "tuesday", week: "1", write: true });
    const path = `posts/${post}.md`;
    bank.write(path, bank.read(path).replace("A retail client lost $40K in 6", "Acme lost $40K in 6"));
    const { rows } = await assistant.get("week", { week: "1" });
    expect((rows as Record<string, unknown>[])[0]).toMatchObject({ post, errors: 2 });
    expect(await assistant.refused("save_post", { post, hash, text: "It is other." })).toMatch(/is not what was read/);
    const read = await assistant.get("read", { id: String(post) });
    const text = String(read["text"]).replace("(private) called at 3 AM. ", "");
    expect(await assistant.get("save_post", { post, hash: read["hash"], text })).toMatchObject({ errors: 0 });
    expect(bank.read(path)).toContain("A retail client lost $40K in 6");
    expect(bank.read(path)).not.toContain("Acme lost $40K in 6");
  });

  test("a draft's notes and a week's guidance name no confidential story beside it", async () => {
    const bank = createPrivateBank();
    bank.write("weeks/week-01.md", "---\nweek: 1\ntheme: The merger\n---\n- The Outage first\n- Then the merger\n");
    const { get } = await startAssistant(bank.root);
    const { post } = await get("draft", { day: "tuesday", week: "1", write: true });
    expect(bank.read(`posts/${post}.md`)).toContain("The Merger, Fri 10 Jan 2025");
    const { notes } = await get("read", { id: String(post) });
    expect(notes).toContain("(confidential)");
    const week = await get("read", { id: "week-1" });
    expect(week).toMatchObject({ theme: "(confidential)", text: "- The Outage first\n(confidential)" });
    expect(`${notes}${JSON.stringify(week)}`).not.toMatch(/merger/i);
  });

  test("a finding about a confidential post does not name it", async () => {
    const bank = createPrivateBank();
    const { get } = await startAssistant(bank.root);
    const { post } = await get("draft", { story: "plain", date: "2025-01-10", write: true });
    expect(await bank.json(["check", String(post)])).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: "slot-taken", message: expect.stringContaining("hush") }),
      ]),
    );
    const checked = await get("check", { post });
    expect(checked["findings"]).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: "slot-taken", message: "(confidential)" })]),
    );
    expect(JSON.stringify(checked)).not.toMatch(/hush|merger/i);
  });

  test("where the settings can't be read, nothing is shown", async () => {
    const bank = createPrivateBank();
    bank.write("storybank.yaml", SETTINGS.replace("a retail client", "the Acme shop"));
    const { client, refused } = await startAssistant(bank.root);
    const sentence =
      "storybank.yaml can't be read, and it says which names are private, so nothing is shown. Its author can see what is wrong with: storybank doctor";
    expect(await refused("search", { query: "outage" })).toBe(sentence);
    await expect(client.listResources()).rejects.toThrow(sentence);
  });
});
