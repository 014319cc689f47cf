import fs from "fs-extra";
import { expect, test } from "vitest";
import { createBank, openBankAt } from "../support/bank.ts";

test("what a file had is in the trash, each time", async () => {
  const bank = createBank({ "posts/a.md": "one\n" });
  const { replaceKept } = openBankAt(bank.root);
  expect(await replaceKept("posts/a.md", "one\n", "two\n")).toBe(".storybank/trash/posts/a.md");
  expect(await replaceKept("posts/a.md", "two\n", "three\n")).toBe(".storybank/trash/~2/posts/a.md");
  expect([
    bank.read("posts/a.md"),
    bank.read(".storybank/trash/posts/a.md"),
    bank.read(".storybank/trash/~2/posts/a.md"),
  ]).toEqual(["three\n", "one\n", "two\n"]);
});

test("a file that has changed stays, and so does the text that was to come", async () => {
  const bank = createBank({ "posts/a.md": "theirs\n" });
  const { replaceKept } = openBankAt(bank.root);
  await expect(replaceKept("posts/a.md", "one\n", "two\n")).rejects.toThrow("was changed by another program meanwhile");
  expect(bank.read("posts/a.md")).toBe("theirs\n");
  expect(bank.read(".storybank/recovered/a.md")).toBe("two\n");
  expect(bank.exists(".storybank/trash")).toBe(false);
});

test("where the trash can't be written, the file stays as it is", async () => {
  const bank = createBank({ "posts/a.md": "one\n" });
  bank.write(".storybank/trash", "in the way");
  const { replaceKept } = openBankAt(bank.root);
  await expect(replaceKept("posts/a.md", "one\n", "two\n")).rejects.toThrow();
  expect(bank.read("posts/a.md")).toBe("one\n");
  expect(fs.readdirSync(`${bank.root}/posts`)).toEqual(["a.md"]);
});
