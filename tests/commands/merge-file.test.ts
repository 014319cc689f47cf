import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const text = (tags: string, body: string): string => `---\ntags: [${tags}]\n---\n${body}\n`;

test("merges three files into ours", async () => {
  const bank = createBank({
    base: text("a", "One. Two."),
    ours: text("a, b", "Eins. Two."),
    theirs: text("a, c", "One. Zwei."),
  });
  expect(await bank.run("merge-file base ours theirs")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(bank.read("ours")).toBe(text("a, b, c", "Eins. Zwei."));
  expect(bank.read("theirs")).toBe(text("a, c", "One. Zwei."));
});

test("what can't both stand is said, and is not settled where no bank is known to keep theirs", async () => {
  const bank = createBank({ base: text("a", "One."), ours: text("a", "Two."), theirs: text("a, b", "Three.") });
  expect(await bank.run("merge-file base ours theirs")).toEqual({
    code: 1,
    stdout: "",
    stderr: "ours: “Two.” stands, not “Three.”.\n",
  });
  expect(bank.read("ours")).toBe(text("a, b", "Two."));
});

test("with its place in a bank, theirs is kept there", async () => {
  const bank = createBank({ base: text("a", "One."), ours: text("a", "Two."), theirs: text("a", "Three.") });
  expect(await bank.run("merge-file base ours theirs posts/x.md")).toEqual({
    code: 0,
    stdout: "",
    stderr:
      "posts/x.md: “Two.” stands, not “Three.”.\nTheirs is kept in .storybank/recovered/theirs-posts-x.md\nDecide: storybank resolve x --ours, --theirs or --edit\n",
  });
  expect(await bank.json("resolve")).toMatchObject([{ file: "posts/x.md", when: "2025-01-05" }]);
});

test("what is no text is left alone", async () => {
  const bank = createBank({ base: "", ours: new Uint8Array([0, 1]), theirs: "x" });
  expect(await bank.run("merge-file base ours theirs")).toMatchObject({ code: 2, stdout: "" });
  expect((await bank.run("merge-file base gone theirs")).stderr).toContain("can't be merged");
  expect((await bank.run("merge-file base ours")).code).toBe(2);
});
