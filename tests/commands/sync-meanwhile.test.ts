import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { type Clone, createClones, temporaryFolder } from "../support/clones.ts";

const STORY = "---\ntitle: The outage\ntags: [ops]\n---\nIt broke. We knew.\n\nIt cost us a night.\n";
const SAME = "This bank and origin/main are the same.\n";

/** Says to what an interrupted sync was bringing the files, as it does itself. */
function interrupt(clone: Clone, from: string, to: string): void {
  const [before, after] = [from, to].map((name) => clone.git("rev-parse", name).trim());
  clone.write(".storybank/syncing.json", JSON.stringify({ from: before, to: after }));
}

/** Ana has sent a change, and Ben's sync was ended where it had fetched, and not yet brought, what came. */
async function createInterrupted() {
  const { Ana, Ben } = createClones(["Ana", "Ben"], { "stories/outage.md": STORY, "stories/gone.md": STORY });
  Ana.write("stories/outage.md", STORY.replace("We knew.", "We slept."));
  Ana.write("stories/new.md", STORY);
  fs.removeSync(join(Ana.root, "stories/gone.md"));
  await Ana.sync();
  Ben.git("fetch", "--quiet");
  interrupt(Ben, "HEAD", "origin/main");
  return { Ana, Ben };
}

describe("an interrupted sync", () => {
  test.each<[string, (ben: Clone) => void]>([
    ["before the first file", () => {}],
    ["between the files", (ben) => ben.write("stories/new.md", STORY)],
    [
      "before the branch was moved",
      (ben) => {
        ben.git("checkout", "--quiet", "origin/main", "--", ".");
        fs.removeSync(join(ben.root, "stories/gone.md"));
        ben.git("reset", "--quiet");
      },
    ],
    ["before the index knew", (ben) => ben.git("update-ref", "HEAD", "origin/main")],
  ])("goes on (%s)", async (_, spoil) => {
    const { Ana, Ben } = await createInterrupted();
    spoil(Ben);
    expect((await Ben.run("doctor")).stdout).toContain("A sync was interrupted while it brought what had come.");
    const { code, stdout } = await Ben.sync();
    expect([code, stdout]).toEqual([0, expect.stringContaining(SAME)]);
    for (const name of ["outage", "new"]) expect(Ben.read(`stories/${name}.md`)).toBe(Ana.read(`stories/${name}.md`));
    expect(Ben.exists("stories/gone.md")).toBe(false);
    expect(Ben.exists(".storybank/syncing.json")).toBe(false);
    expect(Ben.git("status", "--porcelain")).toBe("");
    expect(Ben.git("rev-parse", "HEAD")).toBe(Ana.git("rev-parse", "HEAD"));
  });

  test("keeps what was written since, with what came worked into it, and sends it with the next", async () => {
    const { Ana, Ben } = await createInterrupted();
    Ben.write("stories/outage.md", STORY.replace("a night", "two nights"));
    Ben.write("stories/gone.md", STORY.replace("a night", "a week"));
    const { stdout } = await Ben.sync();
    expect(stdout).toContain("! stories/outage.md was changed here while it was synced; your version is kept");
    const both = STORY.replace("We knew.", "We slept.").replace("a night", "two nights");
    expect(Ben.read("stories/outage.md")).toBe(both);
    expect(Ben.read("stories/gone.md")).toContain("a week");
    await Ben.sync();
    await Ana.sync();
    expect(Ana.read("stories/outage.md")).toBe(both);
    expect(Ana.read("stories/gone.md")).toContain("a week");
  });

  test("of a sentence that was changed since and that came changed, yours stands and theirs is kept", async () => {
    const { Ben } = await createInterrupted();
    Ben.write("stories/outage.md", STORY.replace("We knew.", "We laughed."));
    const { stdout } = await Ben.sync();
    expect(stdout).toContain("Theirs is kept in .storybank/recovered/theirs-stories-outage.md\n");
    expect(Ben.read("stories/outage.md")).toContain("We laughed.");
    expect(Ben.read(".storybank/recovered/theirs-stories-outage.md")).toContain("We slept.");
  });

  test("is left where somebody has gone on by hand", async () => {
    const { Ana, Ben } = await createInterrupted();
    Ben.write("stories/mine.md", STORY);
    Ben.git("add", "stories");
    Ben.git("commit", "--quiet", "-m", "By hand");
    expect((await Ben.sync()).code).toBe(0);
    await Ana.sync();
    expect(Ana.exists("stories/mine.md")).toBe(true);
    expect(Ben.read("stories/outage.md")).toContain("We slept.");
  });

  test("a renaming that was interrupted is finished before anything is committed", async () => {
    const { Ben } = createClones(["Ben"], {
      "stories/outage.md": STORY,
      "posts/p.md": "---\nstory: outage\n---\nOne.\n",
    });
    fs.moveSync(join(Ben.root, "stories/outage.md"), join(Ben.root, "stories/blackout.md"));
    Ben.write(".storybank/renaming.json", JSON.stringify({ kind: "story", from: "outage", to: "blackout" }));
    await Ben.sync();
    expect(Ben.git("show", "HEAD:posts/p.md")).toContain("story: blackout\n");
  });
});

test("waits for another git that has the index for a moment", async () => {
  const { Ana } = createClones(["Ana"], { "stories/outage.md": STORY });
  Ana.write("stories/new.md", STORY);
  const lock = join(Ana.root, ".git/index.lock");
  // Right when our branch has moved, somebody else takes the index for half a second.
  const bin = temporaryFolder();
  const real = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
  const script = `#!/bin/sh\n'${real}' "$@" || exit $?\ncase "$*" in *update-ref*) touch '${lock}' '${bin}/fired'; (sleep 0.5; rm '${lock}') >/dev/null 2>&1 & ;; esac\n`;
  fs.writeFileSync(join(bin, "git"), script, { mode: 0o755 });
  const env = { PATH: `${bin}:${Ana.env["PATH"]}` };
  expect((await Ana.run("sync", { env })).stdout).toContain(`Sent. ${SAME}`);
  expect(fs.existsSync(join(bin, "fired"))).toBe(true);
  expect(Ana.git("status", "--porcelain")).toBe("");
});

describe("what sync is told", () => {
  test("--dry-run says what would be, and changes nothing", async () => {
    const { Ana, Ben } = createClones(["Ana", "Ben"], { "stories/outage.md": STORY });
    Ana.write("stories/outage.md", STORY.replace("We knew.", "We slept."));
    await Ana.sync();
    Ben.write("stories/outage.md", STORY.replace("We knew.", "We laughed."));
    Ben.write("stories/new.md", STORY);
    const before = [Ben.git("status", "--porcelain"), Ben.git("rev-parse", "HEAD"), Ben.read("stories/outage.md")];
    expect(await Ben.sync("--dry-run")).toEqual({
      code: 0,
      stdout:
        "Would commit: 2 stories\n  + stories/new.md\n  ~ stories/outage.md\n" +
        "Both had changed outage; what both say is in.\n" +
        "! Both changed one place of stories/outage.md; yours would stay, theirs be kept.\n" +
        "Nothing was changed; without --dry-run it will be.\n",
      stderr: "",
    });
    expect([Ben.git("status", "--porcelain"), Ben.git("rev-parse", "HEAD"), Ben.read("stories/outage.md")]).toEqual(
      before,
    );
    expect(Ben.files(".storybank")).toEqual([]);
  });

  test("--no-push commits and merges, and sends nothing; --message says what the commit says", async () => {
    const { Ana, Ben } = createClones(["Ana", "Ben"], { "stories/outage.md": STORY });
    Ana.write("stories/a.md", STORY);
    await Ana.sync();
    Ben.write("stories/b.md", STORY);
    expect(await Ben.run(["sync", "--no-push", "--message", "Ben's week"])).toEqual({
      code: 0,
      stdout:
        "Committed: b\n  + stories/b.md\nCame from origin/main: a\n  + stories/a.md\nNot sent, with --no-push. Send it: storybank sync\n",
      stderr: "",
    });
    expect(Ben.git("log", "-1", "--format=%s", "HEAD^1")).toBe("Ben's week\n");
    expect(Ben.git("rev-parse", "origin/main")).toBe(Ana.git("rev-parse", "HEAD"));
    expect((await Ben.sync()).stdout).toBe(`Sent. ${SAME}`);
  });

  test("--remote and --branch say where to; another branch's name is another branch", async () => {
    const { Ana, Ben, remote } = createClones(["Ana", "Ben"], { "stories/outage.md": STORY });
    Ana.git("remote", "add", "backup", remote);
    Ana.write("stories/a.md", STORY);
    expect((await Ana.sync("--remote backup --branch draft")).stdout).toBe(
      "Committed: a\n  + stories/a.md\nSent. This bank and backup/draft are the same.\n",
    );
    expect((await Ana.sync()).stdout).toContain("Sent. This bank and origin/main are the same.\n");
    expect(Ana.git("config", "branch.main.remote")).toBe("origin\n");
    expect((await Ben.sync("--branch draft")).stdout).toContain("  + stories/a.md\n");
    expect(Ben.read("stories/a.md")).toBe(STORY);
  });

  test("a bank that is checked out in a second working tree syncs from there", async () => {
    const { Ana } = createClones(["Ana"], { "stories/outage.md": STORY });
    const other = join(Ana.root, "..", "tree");
    Ana.git("worktree", "add", "--quiet", "-b", "side", other);
    fs.outputFileSync(join(other, "stories/side.md"), STORY);
    const { cloneAt } = await import("../support/clones.ts");
    expect((await cloneAt(other, "Ana").sync()).stdout).toContain("Sent. This bank and origin/side are the same.\n");
  });
});
