import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import fc from "fast-check";
import fs from "fs-extra";
import { expect, test } from "vitest";
import { BIN } from "../support/binary.ts";
import { type Clone, createClones } from "../support/clones.ts";

/** What somebody does on one machine: which of a few things, to which of the files there are, with which of a few words. */
interface Step {
  who: number;
  act: (typeof ACTS)[number];
  on: number;
  word: number;
}

const ACTS = ["add", "tag", "untag", "change", "append", "draft", "mark", "record", "mv", "rm", "sync"] as const;
const WORDS = ["flood", "outage", "invoice", "night"];

const steps = fc.array(
  fc.record<Step>({
    who: fc.nat(2),
    act: fc.constantFrom<Step["act"][]>(...ACTS, "sync", "sync", "change", "append"),
    on: fc.nat(20),
    word: fc.nat(WORDS.length - 1),
  }),
  { minLength: 20, maxLength: 20 },
);

/** All that was ever written, but for what somebody has replaced on purpose: each sentence has a word of its own. */
class Written {
  readonly words = new Set<string>();
  #count = 0;

  sentence(who: string): string {
    const word = `w${++this.#count}w`;
    this.words.add(word);
    return `${who} wrote ${word} here.`;
  }

  replace(text: string): void {
    for (const [word] of text.matchAll(/\bw\d+w\b/g)) this.words.delete(word);
  }
}

function listed(clone: Clone, folder: string): string[] {
  if (!clone.exists(folder)) return [];
  return clone.files(folder).filter((path) => !path.split("/").some((part) => part.startsWith(".")));
}

async function take(clone: Clone, { act, on, word }: Step, written: Written): Promise<void> {
  const name = WORDS[word] ?? "";
  const [stories, posts] = [listed(clone, "stories"), listed(clone, "posts")];
  const story = stories[on % stories.length];
  const post = posts[on % posts.length];
  const either = [...stories, ...posts][on % (stories.length + posts.length)];
  const say = (): string => written.sentence(clone.who);
  if (act === "sync") return succeed(clone, "sync");
  if (act === "add" && !clone.exists(`stories/${name}.md`))
    clone.write(
      `stories/${name}.md`,
      `---\ntitle: ${name} of ${clone.who}\ntags: [a]\n---\n${say()} ${say()}\n\n${say()}\n`,
    );
  if (act === "draft" && story !== undefined && !clone.exists(`posts/${name}.md`)) {
    const id = story.slice("stories/".length, -".md".length);
    clone.write(
      `posts/${name}.md`,
      `---\ntitle: ${name}\nstory: ${id}\nstatus: draft\n---\n${say()}\n\n${say()} ${say()}\n`,
    );
  }
  if (act === "append" && either !== undefined) clone.write(either, `${clone.read(either)}\n${say()}\n`);
  if (act === "change" && either !== undefined) {
    const text = clone.read(either);
    const sentences = [...text.matchAll(/\w+ wrote w\d+w here\./g)].map(([found]) => found);
    const old = sentences[word % sentences.length];
    if (old === undefined) return;
    written.replace(old);
    clone.write(either, text.replace(old, say()));
  }
  if (act === "tag" && story !== undefined) await succeed(clone, `tag ${story} ${name}`);
  if (act === "untag" && story !== undefined) await succeed(clone, `tag ${story} --remove ${name} a`);
  if (act === "mark" && post !== undefined)
    await clone.run(`mark ${post} ${["ready", "scheduled", "published"][word % 3]}`);
  if (act === "record" && post !== undefined)
    await clone.run(`record ${post} --impressions ${100 + on} --at 2025-01-0${1 + word}`);
  if (act === "mv" && either !== undefined) await clone.run(`mv ${either} ${name}-${on}`);
  if (act === "rm" && either !== undefined) await clone.run(`rm ${either} --force`);
}

async function succeed(clone: Clone, command: string): Promise<void> {
  const { code, stdout, stderr } = await clone.run(command);
  if (code !== 0) throw new Error(`${clone.who}: ${command}: ${stdout}${stderr}`);
}

/** The bank's files; what a killed write leaves beside them begins with a dot, and no command reads it. */
function filesOf(clone: Clone): Record<string, string> {
  const own = clone.files().filter((path) => !/(?:^|\/)\./.test(path));
  return Object.fromEntries(own.map((path) => [path, clone.read(path)]));
}

/** All clones have the same in the end, and of what was written nothing is lost. */
async function expectNothingLost(clones: readonly Clone[], written: Written): Promise<void> {
  for (const clone of [...clones, ...clones]) await succeed(clone, "sync");
  const [first, ...others] = clones.map(filesOf);
  for (const other of others) expect(other).toEqual(first);
  const all = (clone: Clone): string[] => clone.files().filter((path) => !path.startsWith(".git/"));
  const everywhere = clones.flatMap((clone) => all(clone).map((path) => clone.read(path))).join("\n");
  for (const word of written.words) expect(everywhere).toContain(word);
  for (const [path, text] of Object.entries(first ?? {}))
    expect([path, text]).toEqual([path, expect.not.stringMatching(/^(?:<{7}|={7}$|>{7})/m)]);
  for (const clone of clones) {
    expect(clone.git("status", "--porcelain")).toBe("");
    for (const list of ["list", "posts"]) expect((await clone.run(list)).stderr).not.toContain("skipped");
  }
}

test("whatever three do on three machines, all have the same in the end, and nothing that was written is lost", {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const { Ana, Ben, Cem } = createClones(["Ana", "Ben", "Cem"]);
      const clones = [Ana, Ben, Cem];
      const written = new Written();
      for (const step of taken) await take(clones[step.who] ?? Ana, step, written);
      await expectNothingLost(clones, written);
    }),
    // Each run makes three clones, takes twenty steps and some twelve syncs: two hundred steps, in less than ten seconds.
    { numRuns: Number(process.env["SYNC_RUNS"] ?? 10), endOnFailure: process.env["SYNC_SHRINK"] === undefined },
  );
});

/** Ends the built program with a SIGKILL after so many milliseconds; false where it was done before. */
async function killSync(clone: Clone, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [BIN, "sync"], {
    cwd: clone.root,
    env: { ...clone.env, STORYBANK_TODAY: "2025-01-05" },
    stdio: "ignore",
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), after);
  const [code] = (await once(child, "exit")) as [number | null];
  clearTimeout(timer);
  return code === null;
}

test("a sync that is killed at any moment loses nothing, and the next one goes on", { timeout: 600_000 }, async () => {
  const { Ana, Ben } = createClones(["Ana", "Ben"]);
  const written = new Written();
  const kills = Number(process.env["SYNC_KILLS"] ?? 10);
  let killed = 0;
  const story = (clone: Clone, name: string) =>
    `---\ntitle: ${name}\ntags: [a]\n---\n${written.sentence(clone.who)} ${written.sentence(clone.who)}\n`;
  for (const clone of [Ana, Ben]) clone.write(`stories/${clone.who.toLowerCase()}.md`, story(clone, clone.who));
  for (const clone of [Ana, Ben, Ana]) await succeed(clone, "sync");
  for (let kill = 0; kill < kills; kill++) {
    for (const clone of [Ana, Ben]) {
      clone.write(`stories/new-${kill}.md`, story(clone, `New ${kill}`));
      for (const path of ["stories/ana.md", "stories/ben.md"])
        clone.write(path, `${clone.read(path)}\n${written.sentence(clone.who)}\n`);
    }
    await succeed(Ana, "sync");
    if (await killSync(Ben, 60 + ((kill * 97) % 700))) killed++;
    // git, which was not killed, may still be at what it was told last.
    for (let wait = 0; wait < 100 && fs.existsSync(join(Ben.root, ".git/index.lock")); wait++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await succeed(Ben, "sync");
    await succeed(Ana, "sync");
  }
  expect(killed).toBeGreaterThan(0);
  await expectNothingLost([Ana, Ben], written);
  expect(Object.keys(filesOf(Ana)).length).toBe(3 + 2 * kills);
});

/** `npm run fuzz` has ten people share a thousand stories over two thousand syncs. */
const SOAK = Number(process.env["SYNC_SOAK"] ?? 0);

test.skipIf(SOAK === 0)(`ten people and ${SOAK} syncs lose nothing`, { timeout: 24 * 3_600_000 }, async () => {
  const written = new Written();
  const say = (): string => written.sentence("Zoe");
  const files = Array.from({ length: 1000 }, (_, index): [string, string] => [
    `stories/s-${index}.md`,
    `---\ntitle: Story ${index}\ntags: [a]\n---\n${say()} ${say()}\n\n${say()}\n`,
  ]);
  const names = ["Ana", "Ben", "Cem", "Dan", "Eva", "Fay", "Gil", "Hal", "Ida", "Jon"];
  const created = createClones(names, Object.fromEntries(files));
  const clones = names.flatMap((name) => created[name] ?? []);
  const random = fc.sample(
    fc.record<Step>({
      who: fc.nat(names.length - 1),
      act: fc.constantFrom<Step["act"][]>(...ACTS.filter((act) => act !== "sync"), "change", "append"),
      // Half of what happens happens to a few files.
      on: fc.oneof(fc.nat(6), fc.nat(1200)),
      word: fc.nat(WORDS.length - 1),
    }),
    SOAK * 2,
  );
  for (const [index, step] of random.entries()) {
    const clone = clones[step.who];
    if (clone === undefined) continue;
    await take(clone, step, written);
    if (index % 2 === 1) await succeed(clone, "sync");
    if (index % 200 === 199) process.stderr.write(`${(index + 1) / 2} syncs\n`);
  }
  await expectNothingLost(clones, written);
});
