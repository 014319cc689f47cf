import { describe, expect, test } from "vitest";
import { OUTAGE_PUBLISHED, outageBank } from "../support/outage-posts.ts";

describe("edit of a post", () => {
  test("sets its keys and nothing else", async () => {
    const bank = outageBank();
    expect(
      await bank.run([
        ...["edit", "2025-01-07", "--set", "time=7:30", "--set", "targets.saves=High", "--set", "hashtags=#Ops,Night"],
        ...["--set", "story=out", "--set", "platform=Bluesky"],
      ]),
    ).toEqual({
      code: 0,
      stdout: "Set time, targets.saves, hashtags, story, platform of 2025-01-07-outage.\n",
      stderr: "",
    });
    expect(bank.read("posts/2025-01-07-outage.md")).toBe(
      OUTAGE_PUBLISHED.replace('"09:00"', '"07:30"')
        .replace("linkedin", "bluesky")
        .replace("targets: {comments: 15-25}", "targets: \n  comments: 15-25\n  saves: High".replace(": \n", ":\n"))
        .replace("\n---\n##", "\nhashtags: [Ops, Night]\n---\n##"),
    );
  });

  test.each([
    ["mood=grim", 'Posts have no key "mood".'],
    ["status=published", "status is not set by hand.\nUse: storybank mark POST STATUS"],
    ["results=x", "results is not set by hand."],
    ["date=soon", '"soon" is no date.'],
    ["time=25:00", '"25:00" is no time.'],
    ["url=example.com", '"example.com" is no address.'],
    ["platform=myspace", 'There is no platform "myspace".'],
    ["story=none", 'There is no story "none".'],
    ["day=someday", '"someday" is no day.'],
    ["title=", "A post's title can't be empty."],
  ])("refuses %s", async (set, message) => {
    const bank = outageBank();
    const { code, stderr } = await bank.run(["edit", "2025-01-07", "--set", set]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`storybank: ${message}`)]);
    expect(bank.read("posts/2025-01-07-outage.md")).toBe(OUTAGE_PUBLISHED);
  });

  test("in an editor keeps what it saves, and what can't be read back beside it", async () => {
    const bank = outageBank();
    const path = "posts/2025-01-07-outage.md";
    const { writeFileSync, readFileSync } = await import("node:fs");
    const change = (from: string, to: string) => (file: string) => {
      writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
      return 0;
    };
    expect(await bank.run("edit 2025-01-07", { editor: change("50 times", "40 times") })).toMatchObject({
      stdout: "Saved 2025-01-07-outage.\n",
    });
    expect(bank.read(path)).toBe(OUTAGE_PUBLISHED.replace("50 times", "40 times"));
    expect(await bank.run("edit 2025-01-07", { editor: change("week: 1", "week: 1\nweek: 2") })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`The post could not be read back, so ${path} is as it was`),
    });
  });
});
