import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { createClones } from "../support/clones.ts";

const POST = "---\ntitle: The outage\nfacts:\n  cause: rain\n  who: us\nstatus: draft\n---\nOne here. Two here.\n";
const KEPT = ".storybank/recovered/theirs-posts-outage.md";

/** A bank in which Ana and Ben have changed one sentence and two keys of a post, and Ben's stand. */
async function createUndecided(post = POST) {
  const { Ana, Ben } = createClones(["Ana", "Ben"], { "posts/outage.md": post });
  for (const { who, write } of [Ana, Ben])
    write(
      "posts/outage.md",
      post
        .replace("Two here.", `Two, said ${who}.`)
        .replace("rain", `the rain of ${who}`)
        .replace("title: The", `title: ${who}'s`),
    );
  await Ana.sync();
  await Ben.sync();
  return Ben;
}

const WAITS = `posts/outage.md: Ana changed a place on Sun 5 Jan 2025 that you changed, too; yours stands.
  yours   title: Ben's outage
  theirs  title: Ana's outage
  yours   facts.cause: the rain of Ben
  theirs  facts.cause: the rain of Ana
  yours   Two, said Ben.
  theirs  Two, said Ana.
  all of theirs: ${KEPT}
  Decide: storybank resolve outage --ours, --theirs or --edit
`;

describe("resolve", () => {
  test("shows what waits, ours above theirs; so do week and doctor, in short", async () => {
    const bank = await createUndecided();
    expect(await bank.run("resolve")).toEqual({ code: 0, stdout: WAITS, stderr: "" });
    expect((await bank.run("week 1")).stderr).toBe(
      "posts/outage.md: Ana changed a place on Sun 5 Jan 2025 that you changed, too; yours stands.\n" +
        "  Decide: storybank resolve outage --ours, --theirs or --edit\n",
    );
    const { code, stdout } = await bank.run("doctor");
    expect(code).toBe(1);
    expect(stdout).toContain(
      `!!  Ana changed a place in posts/outage.md that was changed here, too; yours stands, theirs is in ${KEPT}.\n` +
        "    Decide: storybank resolve outage --ours, --theirs or --edit\n",
    );
    expect(stdout).not.toContain("typed and not saved");
    expect(await bank.json("resolve")).toMatchObject([
      {
        file: "posts/outage.md",
        who: "Ana",
        when: "2025-01-05T10:00:00+01:00",
        kept: KEPT,
        parts: [{ key: "title" }, {}, {}],
      },
    ]);
  });

  test("--ours leaves what stands; theirs goes to the trash", async () => {
    const bank = await createUndecided();
    const before = bank.read("posts/outage.md");
    const kept = bank.read(KEPT);
    expect(await bank.run("resolve outage --ours")).toEqual({
      code: 0,
      stdout: "outage stays as it is; theirs went to the trash.\n",
      stderr: "",
    });
    expect(bank.read("posts/outage.md")).toBe(before);
    expect(bank.read(`.storybank/trash/${KEPT}`)).toBe(kept);
    expect(await bank.run("resolve")).toEqual({ code: 0, stdout: "Nothing waits for a decision.\n", stderr: "" });
    expect((await bank.run("week 1")).stderr).toBe("");
  });

  test.each([
    ["LF", POST],
    ["CRLF", POST.replaceAll("\n", "\r\n")],
  ])("--theirs puts theirs in each place, and leaves what was written since (%s)", async (_, post) => {
    const bank = await createUndecided(post);
    bank.write("posts/outage.md", `${bank.read("posts/outage.md")}Three since.`);
    expect(await bank.run("resolve posts/outage.md --theirs")).toEqual({
      code: 0,
      stdout: "outage says theirs now. Share it: storybank sync\n",
      stderr: "",
    });
    expect(bank.read("posts/outage.md")).toBe(
      `${post.replace("Two here.", "Two, said Ana.").replace("rain", "the rain of Ana").replace("title: The", "title: Ana's")}Three since.`,
    );
    expect(bank.exists(KEPT)).toBe(false);
  });

  test("--theirs changes nothing where the place is not there any more", async () => {
    const bank = await createUndecided();
    const changed = bank.read("posts/outage.md").replace("Two, said Ben.", "Two, said nobody.");
    bank.write("posts/outage.md", changed);
    expect(await bank.run("resolve outage --theirs")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "storybank: The place in posts/outage.md has changed since: “Two, said Ben.” is not there any more, or more than once.\n" +
        "Decide in your editor: storybank resolve outage --edit   nothing was changed.\n",
    });
    expect([bank.read("posts/outage.md"), bank.exists(KEPT)]).toEqual([changed, true]);
  });

  test("--edit shows both and opens the file; what is saved is the decision", async () => {
    const bank = await createUndecided();
    const write = (from: string, to: string) => (file: string) => {
      fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(from, to));
      return 0;
    };
    expect((await bank.run("resolve outage --edit", { editor: () => 0 })).stdout).toBe(
      `${WAITS}outage is as it was, and still waits. To leave it so: storybank resolve outage --ours\n`,
    );
    expect(await bank.run("resolve outage --edit", { editor: write("title:", "title: a: b") })).toMatchObject({
      code: 2,
    });
    expect(bank.exists(KEPT)).toBe(true);
    expect((await bank.run("resolve outage --edit", { editor: write("said Ben", "said both") })).stdout).toBe(
      `${WAITS}Saved outage; theirs went to the trash. Share it: storybank sync\n`,
    );
    expect(bank.read("posts/outage.md")).toContain("Two, said both.");
    expect(bank.exists(KEPT)).toBe(false);
  });

  test("asks on a terminal, and says which flags are missing without one", async () => {
    const bank = await createUndecided();
    expect(await bank.run("resolve outage")).toEqual({
      code: 2,
      stdout: "",
      stderr: `${WAITS}storybank: It is not said what is to stand.\nAdd one: storybank resolve outage --ours, --theirs or --edit\n`,
    });
    expect((await bank.run("resolve outage", { answers: ["l"] })).stdout).toBe(`${WAITS}outage still waits.\n`);
    expect((await bank.run("resolve outage", { answers: ["t"] })).stdout).toContain("outage says theirs now.");
  });

  test("names that nothing waits for, two flags, and nothing at all", async () => {
    const bank = await createUndecided();
    expect((await bank.run("resolve outrage --ours")).stderr).toContain("outage");
    expect(await bank.run("resolve outage --ours --theirs")).toEqual({
      code: 2,
      stdout: "",
      stderr: "storybank: --ours and --theirs can't both be.\nGive one of them.\n",
    });
    expect(await createBank().run("resolve outage --ours")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: Nothing waits for a decision.\nWhat a sync keeps aside is named by it, and by: storybank week\n",
    });
  });
});
