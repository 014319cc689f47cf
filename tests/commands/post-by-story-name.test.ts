import { describe, expect, test } from "vitest";
import { OUTAGE_DRAFT, OUTAGE_PUBLISHED, outageBank, outageBankWithDraft } from "../support/outage-posts.ts";

describe("a story's name stands for its one unpublished post", () => {
  test("in render, check, mark and record", async () => {
    const bank = outageBankWithDraft();
    expect(await bank.run("render outage")).toMatchObject({ code: 0, stdout: "It rang 40 times.\n" });
    expect((await bank.run("check outage")).stdout).toContain("1 story and 1 post");
    expect((await bank.run("mark outage scheduled")).stdout).toContain("2025-02-04-outage is scheduled.\n");
    expect(await bank.json("record outage --impressions 10")).toMatchObject({ id: "2025-02-04-outage" });
    expect(bank.read("posts/2025-01-07-outage.md")).toBe(OUTAGE_PUBLISHED);
  });

  test("with two of them, both are listed and nothing happens", async () => {
    const bank = outageBank({ "posts/one.md": OUTAGE_DRAFT, "posts/two.md": OUTAGE_DRAFT });
    for (const command of ["render outage", "mark outage ready", "record outage --impressions 1"])
      expect(await bank.run(command)).toEqual({
        code: 2,
        stdout: "",
        stderr: 'storybank: "outage" could be 2 posts.\nSay which:\n  one\n  two\n',
      });
    expect(bank.read("posts/one.md")).toBe(OUTAGE_DRAFT);
  });

  test("with none of them a published post is read and recorded, but never marked", async () => {
    const bank = outageBank();
    expect((await bank.run("render outage")).stdout).toContain("It rang 50 times");
    expect(await bank.json("record outage --saves 3")).toMatchObject({
      id: "2025-01-07-outage",
      results: { saves: 3 },
    });
    expect(await bank.run("mark outage draft")).toMatchObject({
      code: 2,
      stderr: 'storybank: The story "outage" has no unpublished post.\nName the post itself:\n  2025-01-07-outage\n',
    });
  });
});
