import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCommits, readAncestors, readCommits } from "../../src/git/history.ts";
import { readBlobs } from "../../src/git/objects.ts";
import { readOwnName } from "../../src/git/own-name.ts";
import { readPending } from "../../src/git/pending.ts";
import { openRepository } from "../../src/git/repository.ts";
import { gitIn } from "../../src/git/run.ts";
import { createBank } from "../support/bank.ts";
import { commitAll, GIT_ENV, git, initRepository } from "../support/history.ts";

const WORLD = { env: GIT_ENV, mayAsk: false };

async function take<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

describe("commits", () => {
  test("what git prints is read, whatever the names", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => text.replace(/[\0\x1e\x1f]/g, "_"));
    const blob = fc.constantFrom("a".repeat(40), "b".repeat(40));
    const file = fc.record({
      status: fc.constantFrom("A", "M", "D", "R", "T"),
      path: name,
      to: name,
      old: blob,
      now: blob,
    });
    const commit = fc.record({ who: name, files: fc.array(file, { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 4 }), (commits) => {
        const text = commits
          .map(({ who, files }) => {
            const entries = files.map(
              ({ status, path, to, old, now }) =>
                `:100644 100755 ${old} ${now} ${status}${status === "R" ? `087\0${path}\0${to}` : `\0${path}`}\0`,
            );
            return `\x1e${"c".repeat(40)}\x1f${who}\x1f2025-01-07T09:12:00+01:00\0\n${entries.join("")}`;
          })
          .join("");
        expect(parseCommits(text)).toEqual(
          commits.map(({ who, files }) => ({
            id: "c".repeat(40),
            who,
            at: "2025-01-07T09:12:00+01:00",
            files: files.map(({ status, path, to, old, now }) => ({
              from: status === "A" ? null : path,
              to: status === "D" ? null : status === "R" ? to : path,
              before: status === "A" ? null : { mode: "100644", oid: old },
              after: status === "D" ? null : { mode: "100755", oid: now },
            })),
          })),
        );
      }),
    );
  });

  test("come page by page, the newest first, with names as they are, in a bank that is a folder of a repository", async () => {
    const outer = createBank();
    initRepository(outer);
    outer.write("team/storybank.yaml", "version: 1\n");
    for (let index = 0; index < 60; index++) {
      outer.write('team/stories/é "q".md', `Text ${index}.\n`);
      outer.write("else.md", `${index}`);
      commitAll(outer, "Ana Lind", "2025-01-07T09:12:00+01:00");
    }
    const repository = await openRepository(`${outer.root}/team`, WORLD);
    const commits = await take(readCommits(repository, ["stories", "storybank.yaml"]));
    expect(commits).toHaveLength(60);
    expect(commits[0]).toMatchObject({ who: "Ana Lind", at: "2025-01-07T09:12:00+01:00" });
    expect(
      commits
        .at(-1)
        ?.files.map(({ to }) => to)
        .sort(),
    ).toEqual(['stories/é "q".md', "storybank.yaml"]);
    const [file] = commits[0]?.files ?? [];
    const blobs = await readBlobs(repository.git, [file?.before?.oid ?? "", file?.after?.oid ?? "", "0".repeat(40)]);
    expect([...blobs.values()].map(String)).toEqual(["Text 58.\n", "Text 59.\n"]);
    expect((await readAncestors(repository.git, "HEAD~1"))?.has(commits[0]?.id ?? "")).toBe(false);
    expect((await readAncestors(repository.git, "HEAD~1"))?.has(commits[1]?.id ?? "")).toBe(true);
    for (const wrong of ["nothing", "--all", "-h", ""]) expect(await readAncestors(repository.git, wrong)).toBeNull();
  });

  test("a repository without commits has none", async () => {
    const bank = createBank({ "stories/a.md": "A.\n" });
    initRepository(bank);
    const repository = await openRepository(bank.root, WORLD);
    expect(await take(readCommits(repository, ["stories"]))).toEqual([]);
    expect(await readPending(repository, ["stories"])).toEqual([{ path: "stories/a.md", oid: null }]);
  });
});

test("what is not committed yet: staged or not, new, changed, gone, taken out of the index alone", async () => {
  const outer = createBank();
  initRepository(outer);
  const names = ["same", "changed", "staged", "gone", "staged gone", "unstaged"];
  for (const name of names) outer.write(`team/stories/${name}.md`, `${name}\n`);
  commitAll(outer, "Ana", "2025-01-07T09:12:00+01:00");
  const before = git(outer, ["ls-tree", "-r", "HEAD"]);
  const blobOf = (name: string): string =>
    new RegExp(`blob (\\w+)\tteam/stories/${name}\\.md`).exec(before)?.[1] ?? "?";
  outer.write("team/stories/changed.md", "other\n");
  outer.write("team/stories/staged.md", "other\n");
  outer.write("team/stories/staged new.md", "other\n");
  git(outer, ["add", "team/stories/staged.md", "team/stories/staged new.md"]);
  git(outer, ["rm", "-q", "team/stories/staged gone.md"]);
  git(outer, ["rm", "-q", "--cached", "team/stories/unstaged.md"]);
  outer.write("team/stories/new.md", "new\n");
  outer.write("else.md", "else\n");
  git({ root: `${outer.root}/team/stories` }, ["rm", "-q", "--cached", "gone.md"]);
  const { rmSync } = await import("node:fs");
  rmSync(`${outer.root}/team/stories/gone.md`);
  const repository = await openRepository(`${outer.root}/team`, WORLD);
  const pending = await readPending(repository, ["stories"]);
  const file = (name: string, isKnown = true) => ({ path: `stories/${name}.md`, oid: isKnown ? blobOf(name) : null });
  expect(pending).toHaveLength(7);
  expect(pending).toEqual(
    expect.arrayContaining([
      ...["changed", "gone", "staged", "staged gone", "unstaged"].map((name) => file(name)),
      ...["staged new", "new"].map((name) => file(name, false)),
    ]),
  );
});

describe("one's own name", () => {
  test.each<[string, Record<string, string>, string[][], string | null]>([
    ["nobody's", {}, [], null],
    ["user.name", {}, [["user.name", "Ana Lind"]], "Ana Lind"],
    [
      "author.name before it",
      {},
      [
        ["user.name", "Ana"],
        ["author.name", "Ana Lind"],
      ],
      "Ana Lind",
    ],
    ["the environment's before both", { GIT_AUTHOR_NAME: "Ben" }, [["author.name", "Ana"]], "Ben"],
    [
      "as the mailmap spells it",
      {},
      [
        ["user.name", "ana"],
        ["user.email", "ana@home.example"],
      ],
      "Ana Lind",
    ],
    [
      "another than those in the mailmap",
      {},
      [
        ["user.name", "Eve"],
        ["user.email", "eve@home.example"],
      ],
      "Eve",
    ],
  ])("is %s", async (_, env, settings, name) => {
    const bank = createBank({ ".mailmap": "Ana Lind <ana@work.example> <ana@home.example>\n" });
    initRepository(bank);
    for (const [key = "", value = ""] of settings) git(bank, ["config", key, value]);
    const world = { env: { ...GIT_ENV, ...env }, mayAsk: false };
    expect(await readOwnName(gitIn(bank.root, world), world)).toBe(name);
  });

  test("is known outside a repository, too", async () => {
    const world = { env: { ...GIT_ENV, GIT_AUTHOR_NAME: "Ben", GIT_AUTHOR_EMAIL: "ben@example.com" }, mayAsk: false };
    expect(await readOwnName(gitIn(createBank().root, world), world)).toBe("Ben");
  });
});
