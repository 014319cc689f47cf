import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { type Clone, createClones } from "../support/clones.ts";

const STORY = "---\ntitle: The outage\ntags: [ops]\n---\nIt broke. We knew.\n";
const POST = "---\ntitle: The outage\nstory: outage\nstatus: draft\n---\nOne here. Two here.\n";
const BANK = { "stories/outage.md": STORY, "posts/outage.md": POST };

const SAME = "This bank and origin/main are the same.\n";
const ok = (stdout: string) => ({ code: 0, stdout, stderr: "" });

function change(clone: Clone, path: string, from: string, to: string): void {
  const text = clone.read(path);
  expect(text).toContain(from);
  clone.write(path, text.replace(from, to));
}

/** Both change the bank, Ana is first, and all have the same in the end. */
async function bothChange(
  clones: { Ana: Clone; Ben: Clone },
  ana: (clone: Clone) => unknown,
  ben: (clone: Clone) => unknown,
): Promise<string> {
  const { Ana, Ben } = clones;
  await ana(Ana);
  await ben(Ben);
  expect((await Ana.sync()).code).toBe(0);
  const { code, stdout, stderr } = await Ben.sync();
  expect([code, stderr]).toEqual([0, ""]);
  expect((await Ana.sync()).stdout).toContain(SAME);
  expect(filesOf(Ana)).toEqual(filesOf(Ben));
  for (const clone of [Ana, Ben]) expect(clone.git("status", "--porcelain")).toBe("");
  return stdout;
}

function filesOf(clone: Clone): Record<string, string> {
  const own = clone.files().filter((path) => !/^(?:\.git|\.storybank)\//.test(path));
  return Object.fromEntries(own.map((path) => [path, clone.read(path)]));
}

describe("sync", () => {
  test("sends what is new here, and brings what is new there", async () => {
    const { Ana, Ben } = createClones(["Ana", "Ben"]);
    Ana.write("stories/outage.md", STORY);
    expect(await Ana.sync()).toEqual(ok(`Committed: outage\n  + stories/outage.md\nSent. ${SAME}`));
    expect(await Ben.sync()).toEqual(ok(`Came from origin/main: outage\n  + stories/outage.md\n${SAME}`));
    expect(Ben.read("stories/outage.md")).toBe(STORY);
    expect(Ben.git("status", "--porcelain")).toBe("");
    expect(await Ben.sync()).toEqual(ok(`Nothing is new. ${SAME}`));
    expect(Ben.git("log", "--format=%an: %s")).toBe("Ana: Add outage\nZoe: The bank\n");
  });

  test("merges what both have changed in one file, key by key and sentence by sentence", async () => {
    const clones = createClones(["Ana", "Ben"], BANK);
    const said = await bothChange(
      clones,
      (ana) => {
        change(ana, "stories/outage.md", "[ops]", "[ops, alarm]");
        change(ana, "stories/outage.md", "It broke.", "It fell.");
        return ana.run("mark outage ready");
      },
      (ben) => {
        change(ben, "stories/outage.md", "[ops]", "[ops, night]");
        change(ben, "stories/outage.md", "We knew.", "We slept.");
        return ben.run("mark outage published --at 2025-01-04");
      },
    );
    expect(said).toBe(
      "Committed: 1 story and 1 post\n  ~ posts/outage.md\n  ~ stories/outage.md\n" +
        "Came from origin/main: outage\n  ~ stories/outage.md\n" +
        "Both had changed 1 story and 1 post; what both say is in.\n" +
        "! posts/outage.md: ready on one side, published on the other; it is published.\n" +
        `Sent. ${SAME}`,
    );
    expect(clones.Ana.read("stories/outage.md")).toBe(
      STORY.replace("[ops]", "[ops, night, alarm]").replace("It broke. We knew.", "It fell. We slept."),
    );
    expect(clones.Ana.read("posts/outage.md")).toContain("status: published\n");
    expect(clones.Ana.read("posts/outage.md")).toContain("published: 2025-01-04\n");
  });

  test("of a sentence that both changed ours stands, and theirs is kept whole, with who and when", async () => {
    const clones = createClones(["Ana", "Ben"], BANK);
    const said = await bothChange(
      clones,
      (ana) => change(ana, "posts/outage.md", "Two here.", "Two, said Ana."),
      (ben) => change(ben, "posts/outage.md", "Two here.", "Two, said Ben."),
    );
    expect(said).toContain(
      "! posts/outage.md: Ana changed a place on Sun 5 Jan 2025 that you changed, too; yours stands.\n" +
        "  Theirs is kept in .storybank/recovered/theirs-posts-outage.md\n" +
        "  Decide: storybank resolve outage --ours, --theirs or --edit\n",
    );
    expect(clones.Ben.read("posts/outage.md")).toBe(POST.replace("Two here.", "Two, said Ben."));
    const kept = clones.Ben.read(".storybank/recovered/theirs-posts-outage.md");
    expect(kept).toMatch(/^---\nfile: posts\/outage.md\nwho: Ana\nwhen: 2025-01-05T10:00:00\+01:00\ncommit: \w{40}\n/);
    expect(kept).toContain('- {ours: "Two, said Ben.", theirs: "Two, said Ana."}\n');
    expect(kept.endsWith(`---\n${POST.replace("Two here.", "Two, said Ana.")}`)).toBe(true);
  });

  test("what one removed and the other changed stays, and it is said", async () => {
    const clones = createClones(["Ana", "Ben"], { ...BANK, "stories/b.md": STORY.replace("outage", "flood") });
    const said = await bothChange(
      clones,
      (ana) => {
        change(ana, "stories/b.md", "It broke.", "It fell.");
        return ana.run("rm posts/outage.md");
      },
      (ben) => {
        change(ben, "posts/outage.md", "Two", "Three");
        return ben.run("rm b");
      },
    );
    expect(said).toContain("! posts/outage.md was removed on one side and changed on the other; it stays.\n");
    expect(said).toContain("! stories/b.md was removed on one side and changed on the other; it stays.\n");
    expect(clones.Ana.read("posts/outage.md")).toContain("Three");
    expect(clones.Ben.read("stories/b.md")).toContain("It fell.");
  });

  test("what one removed goes to the trash of the other", async () => {
    const clones = createClones(["Ana", "Ben"], BANK);
    await bothChange(
      clones,
      (ana) => ana.run("rm posts/outage.md"),
      () => {},
    );
    expect(clones.Ben.exists("posts/outage.md")).toBe(false);
    expect(clones.Ben.read(".storybank/trash/posts/outage.md")).toBe(POST);
  });

  test.each(["Ana", "Ben"] as const)(
    "renamed by one (%s first) and edited by the other: both happen",
    async (first) => {
      const long = STORY.replace("We knew.", "We knew. Nobody said so. The bill came in March. It was high.");
      const { Ana, Ben } = createClones(["Ana", "Ben"], { ...BANK, "stories/outage.md": long });
      const clones = first === "Ana" ? { Ana, Ben } : { Ana: Ben, Ben: Ana };
      const rename = (clone: Clone) => clone.run("mv stories/outage.md archive/blackout");
      const edit = (clone: Clone): void => {
        change(clone, "stories/outage.md", "It broke.", "It fell.");
        clone.write("posts/second.md", POST.replace("One here.", "Another, see stories/outage.md."));
      };
      await (first === "Ana" ? bothChange(clones, rename, edit) : bothChange(clones, edit, rename));
      expect(Ana.exists("stories/outage.md")).toBe(false);
      expect(Ana.read("stories/archive/blackout.md")).toBe(long.replace("It broke.", "It fell."));
      for (const post of ["posts/outage.md", "posts/second.md"])
        expect(Ana.read(post)).toContain("story: archive/blackout\n");
    },
  );

  test("the same new name on both sides: both stay, under two names, with what refers to them", async () => {
    const clones = createClones(["Ana", "Ben"]);
    const told = (who: string) => STORY.replace("It broke.", `${who} tells of a night of its own.`);
    const said = await bothChange(
      clones,
      (ana) => {
        ana.write("stories/outage.md", told("Ana"));
        ana.write("posts/a.md", POST.replace("One", "Ana, of stories/outage.md: one"));
      },
      (ben) => {
        ben.write("stories/outage.md", told("Ben"));
        ben.write("posts/b.md", POST);
      },
    );
    expect(said).toContain(
      "! stories/outage-2.md is what they called stories/outage.md; here another has that name. Both stay.\n",
    );
    expect(clones.Ana.read("stories/outage.md")).toBe(told("Ben"));
    expect(clones.Ana.read("stories/outage-2.md")).toBe(told("Ana"));
    expect(clones.Ana.read("posts/a.md")).toContain("story: outage-2\n");
    expect(clones.Ana.read("posts/b.md")).toContain("story: outage\n");
  });

  test("two weeks and settings that were written apart become one", async () => {
    const clones = createClones(["Ana", "Ben"]);
    await bothChange(
      clones,
      (ana) => {
        ana.write("weeks/week-01.md", "---\nweek: 1\ntheme: Trust\n---\nAna's guidance.\n");
        ana.write("inbox.md", "A seed of Ana's\n");
        change(ana, "storybank.yaml", "version: 1\n", "version: 1\nfold: 140\n");
      },
      (ben) => {
        ben.write("weeks/week-01.md", "---\nweek: 1\n---\nBen's guidance.\n");
        ben.write("inbox.md", "A seed of Ben's\n");
        change(ben, "storybank.yaml", "start: 2025-01-06\n", "start: 2025-01-06\n  cooldown: 9\n");
      },
    );
    const { Ana } = clones;
    expect(Ana.read("weeks/week-01.md")).toBe("---\nweek: 1\ntheme: Trust\n---\nBen's guidance.\nAna's guidance.\n");
    expect(Ana.read("inbox.md")).toBe("A seed of Ben's\nA seed of Ana's\n");
    expect(Ana.read("storybank.yaml")).toBe("version: 1\nfold: 140\ncalendar:\n  start: 2025-01-06\n  cooldown: 9\n");
  });

  test("line ends, a BOM, permissions, unknown keys and comments survive", async () => {
    const story = `\uFEFF${STORY.replace("tags:", "mood: odd # said Zoe\ntags:").replaceAll("\n", "\r\n")}`;
    const clones = createClones(["Ana", "Ben"], { "stories/outage.md": story });
    await bothChange(
      clones,
      (ana) => {
        change(ana, "stories/outage.md", "It broke.", "It fell.");
        chmodSync(join(ana.root, "stories/outage.md"), 0o755);
      },
      (ben) => change(ben, "stories/outage.md", "[ops]", "[ops, night]"),
    );
    for (const clone of [clones.Ana, clones.Ben]) {
      expect(clone.read("stories/outage.md")).toBe(story.replace("[ops]", "[ops, night]").replace("broke", "fell"));
      expect(statSync(join(clone.root, "stories/outage.md")).mode & 0o111).toBe(0o111);
    }
  });

  test("what is no text can't be merged: ours stays, theirs is kept", async () => {
    const picture = (byte: number) => new Uint8Array([0x89, 0, byte]);
    const clones = createClones(["Ana", "Ben"], { "stories/p.png": picture(1) });
    const said = await bothChange(
      clones,
      (ana) => ana.write("stories/p.png", picture(2)),
      (ben) => ben.write("stories/p.png", picture(3)),
    );
    expect(said).toContain("Theirs is kept in .storybank/recovered/theirs-stories-p.png.md\n");
    expect([...fs.readFileSync(join(clones.Ben.root, ".storybank/recovered/theirs-stories-p.png"))]).toEqual([
      0x89, 0, 2,
    ]);
    expect([...fs.readFileSync(join(clones.Ana.root, "stories/p.png"))]).toEqual([0x89, 0, 3]);
  });

  test("what is sent too late is merged again", async () => {
    const { Ana, Ben, remote } = createClones(["Ana", "Ben"], BANK);
    Ana.write("stories/a.md", STORY);
    Ben.write("stories/b.md", STORY);
    // The host runs this before it takes anything: somebody else is faster, once.
    const hook = join(remote, "hooks", "pre-receive");
    const script = `#!/bin/sh\nunset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_DIR\n[ -e once ] && exit 0\ntouch once\ncd '${Ana.root}' && git add stories && git commit -qm Faster && git push -q origin HEAD:main\nexit 0\n`;
    fs.writeFileSync(hook, script, { mode: 0o755 });
    const { code, stdout } = await Ben.sync();
    expect([code, stdout]).toEqual([
      0,
      `Committed: b\n  + stories/b.md\nCame from origin/main: a\n  + stories/a.md\nSent. ${SAME}`,
    ]);
    expect(Ben.git("log", "--format=%s", "origin/main")).toMatch(/^Merge the bank of origin\/main\n/);
  });
});
