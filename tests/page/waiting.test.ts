import fs from "fs-extra";
import { expect, test } from "vitest";
import { writeKeptAside } from "../../src/merge/kept-aside.ts";
import { createBank } from "../support/bank.ts";
import { ask, serve } from "../support/page.ts";

const POST = "---\ntitle: The outage\nweek: 1\n---\nTwo, said Ben.\n";
const KEPT = writeKeptAside({
  file: "posts/outage.md",
  who: "Ana <b>",
  when: "2025-01-05T10:00:00+01:00",
  commit: "c",
  parts: [{ key: null, ours: "Two, said Ben.", theirs: "Two, said Ana." }],
  theirs: POST,
});

test("the week and the post say what waits for a decision; pages that are given away don't", async () => {
  const bank = createBank({
    "posts/outage.md": POST,
    "posts/other.md": POST,
    ".storybank/recovered/theirs-posts-outage.md": KEPT,
  });
  const { port } = await serve(bank);
  const note = "Ana &lt;b> changed a place in posts/outage.md that was changed here, too; yours stands. Decide:";
  for (const target of ["/week/1", "/posts/outage"]) {
    const { body } = await ask(port, { target });
    expect(body.replaceAll("&gt;", ">")).toContain(note);
    expect(body).toContain("storybank resolve outage");
  }
  expect((await ask(port, { target: "/posts/other" })).body).not.toContain("resolve");
  await bank.run("export --html site");
  const pages = bank.files("site").filter((path) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) expect(fs.readFileSync(`${bank.root}/${page}`, "utf8")).not.toContain("resolve outage");
});
