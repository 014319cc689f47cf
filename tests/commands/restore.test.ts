import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

test("restore with a taken name says what it can do, and does it with --as", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE });
  await bank.run("rm outage");
  const other = OUTAGE.replace("grim", "glad");
  bank.write("stories/outage.md", other);
  expect(await bank.run("restore outage")).toEqual({
    code: 2,
    stdout: "",
    stderr: `storybank: There is a story outage already.\nBoth stay as they are. To bring the old one back beside it: storybank restore outage --as outage-2\n`,
  });
  expect(await bank.run("restore outage --as outage-2")).toEqual({
    code: 0,
    stdout: "Restored outage as outage-2.\n",
    stderr: "",
  });
  expect([bank.read("stories/outage.md"), bank.read("stories/outage-2.md")]).toEqual([other, OUTAGE]);
});

test("a post that was replaced comes back beside the new one", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE });
  await bank.run("draft outage");
  const old = bank.read("posts/2025-01-07-outage.md");
  await bank.run("draft outage --text Mine. --replace");
  expect((await bank.run("restore 2025-01-07-outage")).stderr).toContain("There is a post 2025-01-07-outage already.");
  expect((await bank.run("restore 2025-01-07-outage --as the-old-one")).code).toBe(0);
  expect(bank.read("posts/the-old-one.md")).toBe(old);
});

test.each(["../outage", "/outage", ".hidden", "a/../../b", "a\\b", "a/", ""])(
  "--as %j is refused, and nothing is moved",
  async (name) => {
    const bank = createBank({ "stories/outage.md": OUTAGE });
    await bank.run("rm outage");
    const before = bank.files();
    expect(await bank.run(["restore", "outage", "--as", name])).toMatchObject({ code: 2, stdout: "" });
    expect(bank.files()).toEqual(before);
  },
);

test("a story whose name looks like a copy's comes back as itself", async () => {
  const bank = createBank({ "stories/a.md": "A\n", "stories/a~2.md": "B\n" });
  await bank.run("rm a");
  await bank.run("rm a~2");
  await bank.run("restore a");
  expect(bank.read("stories/a.md")).toBe("A\n");
});

test("nothing in the trash is overwritten", async () => {
  const bank = createBank({ "stories/a.md": "one" });
  await bank.run("rm a");
  bank.write("stories/a.md", "two");
  await bank.run("rm a");
  expect([bank.read(".storybank/trash/stories/a.md"), bank.read(".storybank/trash/~2/stories/a.md")]).toEqual([
    "one",
    "two",
  ]);
  await bank.run("restore a");
  expect(bank.read("stories/a.md")).toBe("two");
  expect(await bank.run("restore a")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("There is a story a already"),
  });
});
