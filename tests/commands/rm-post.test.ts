import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { OUTAGE_DRAFT, OUTAGE_PUBLISHED, outageBank, outageBankWithDraft } from "../support/outage-posts.ts";

describe("rm and restore of a post", () => {
  test("a draft goes and comes back, byte for byte", async () => {
    const bank = outageBankWithDraft();
    expect(await bank.run("rm 2025-02-04")).toEqual({
      code: 0,
      stdout: "Moved 2025-02-04-outage to the trash.\nBring it back with: storybank restore 2025-02-04-outage\n",
      stderr: "",
    });
    expect(await bank.json("posts --status draft")).toEqual([]);
    expect(await bank.run("restore 2025-02")).toMatchObject({ stdout: "Restored 2025-02-04-outage.\n" });
    expect(bank.read("posts/2025-02-04-outage.md")).toBe(OUTAGE_DRAFT);
  });

  test.each([
    [OUTAGE_PUBLISHED, "is published"],
    [OUTAGE_PUBLISHED.replace("status: published", "status: scheduled"), "has results"],
  ])("what would be missed needs --force", async (text, why) => {
    const bank = outageBank({ "posts/p.md": text });
    expect(await bank.run("rm p")).toEqual({
      code: 2,
      stdout: "",
      stderr: `storybank: p ${why}.\nTo move it to the trash all the same: storybank rm p --force\n`,
    });
    expect(bank.exists("posts/p.md")).toBe(true);
    expect(await bank.run("rm p --force")).toMatchObject({ code: 0 });
    expect(bank.read(".storybank/trash/posts/p.md")).toBe(text);
  });

  test("restore takes a story before a post of its name, and either by its path", async () => {
    const bank = createBank({ "stories/a.md": "---\ntitle: S\n---\n", "posts/a.md": "---\ntitle: P\n---\n" });
    for (const path of ["stories/a.md", "posts/a.md"]) await bank.run(["rm", path]);
    expect((await bank.run("restore b")).stderr).toContain("It holds:\n  stories/a.md\n  posts/a.md\n");
    await bank.run("restore posts/a");
    expect(bank.files("stories")).toEqual([]);
    await bank.run("restore a");
    expect([bank.exists("stories/a.md"), bank.exists("posts/a.md")]).toEqual([true, true]);
  });
});
