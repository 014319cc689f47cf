import { describe, expect, test } from "vitest";
import { OUTAGE_DRAFT, outageBank } from "../support/outage-posts.ts";

describe("show of a post", () => {
  test("tells its head, its text with its length, what is wrong with it, its story and its results", async () => {
    const { code, stdout, stderr } = await outageBank().run("show 2025-01-07", { columns: 60 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\nFindings\n")[0]).toBe(`The Night the Pager Won
id         2025-01-07-outage
story      The Night the Pager Won (outage)
planned    Tue 7 Jan 2025, 09:00
for        week 1, Tuesday
status     published
published  Wed 8 Jan 2025
platform   LinkedIn
targets    comments: 15-25
file       posts/2025-01-07-outage.md

Text · 68 of 3,000 characters
  It rang 50 times in one night.

  • Keep it short

  What rings for you?
`);
    expect(stdout).toMatch(/error {4}line 17 {2}figure-not-in-story/);
    expect(stdout.split("\nResults\n")[1]).toMatch(/impressions +4,012\n[\s\S]*comments +20 +target 15-25: met/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  test("as JSON is the object of posts, and text, notes, learned, characters, limit and findings", async () => {
    const bank = outageBank();
    const [listed] = await bank.json<object[]>("posts");
    const shown = await bank.json<Record<string, unknown>>("show 2025-01-07-outage");
    expect(shown).toEqual({
      ...listed,
      text: "It rang 50 times in one night.\n\n• Keep it short\n\nWhat rings for you?",
      notes: "### Story\n- Told in week 1",
      learned: [],
      review: null,
      characters: 68,
      limit: 3000,
      findings: await bank.json("check 2025-01-07-outage"),
    });
    expect(await bank.json("show posts/2025-01-07-outage.md")).toEqual(shown);
    expect(await bank.json("show outage")).toMatchObject({ id: "outage", posts: ["2025-01-07-outage"] });
  });

  test("over the limit shows all of it, and by how much it is over", async () => {
    const long = OUTAGE_DRAFT.replace("It rang 40 times.", `It rang 40 times.\n\n${"It rang. ".repeat(400)}`);
    const bank = outageBank({
      "posts/long.md": long,
      "posts/thread.md": long.replace("status:", "platform: x\nstatus:"),
    });
    const { text, characters, limit, notes } = await bank.json<Record<string, unknown>>("show long");
    expect([characters, limit, notes]).toEqual([String(text).length, 3000, null]);
    expect(characters).toBeGreaterThan(3600);
    expect((await bank.run("show thread")).stdout).toMatch(/Text · \d+ parts: \d+, .* of 280 weighted characters/);
  });

  test("tells nothing that a terminal would act on, and of a story that is gone", async () => {
    const bank = outageBank({
      "posts/p.md": '---\ntitle: "A\\e[31m"\nstory: gone\nplatform: myspace\n---\nRed \u001b[31m.\n',
    });
    const { stdout } = await bank.run("show p");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("gone, which is not there");
  });
});
