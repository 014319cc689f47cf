import type { TreeEntry } from "./changes.ts";
import type { Git } from "./run.ts";

/** Reads the contents of blobs by their ids. Ids of no blob are left out. */
export async function readBlobs(git: Git, oids: Iterable<string>): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(oids)];
  const found = await readBatch(git, ["cat-file", "--batch"], `${wanted.join("\n")}\n`, wanted.length);
  return new Map(wanted.flatMap((oid, index) => (found[index] === undefined ? [] : [[oid, found[index]] as const])));
}

/** Contents as they are in the working tree: with the line ends and filters that git's settings ask for there. */
export async function readCheckedOut(
  git: Git,
  files: readonly { path: string; oid: string }[],
): Promise<(Buffer | undefined)[]> {
  const input = files.map(({ path, oid }) => `${oid} ${path}\0`).join("");
  return readBatch(git, ["cat-file", "--batch", "--filters", "-z"], input, files.length);
}

async function readBatch(
  git: Git,
  command: readonly string[],
  input: string,
  count: number,
): Promise<(Buffer | undefined)[]> {
  if (count === 0) return [];
  const { bytes } = await git.run(command, { input });
  const contents: (Buffer | undefined)[] = [];
  for (let at = 0; contents.length < count && at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    const [, , size] = bytes.toString("latin1", at, end).split(" ");
    const length = size === undefined ? Number.NaN : Number(size);
    at = end + 1;
    // "… missing" has no size, and nothing behind it.
    if (Number.isNaN(length)) contents.push(undefined);
    else {
      contents.push(bytes.subarray(at, at + length));
      at += length + 1;
    }
  }
  return contents;
}

/** Writes contents into the repository, and gives the id of each in their order. */
export async function writeBlobs(git: Git, contents: readonly (string | Buffer)[]): Promise<string[]> {
  if (contents.length === 0) return [];
  const parts = contents.flatMap((content, index) => {
    const bytes = Buffer.from(content as string);
    return [Buffer.from(`blob\nmark :${index + 1}\ndata ${bytes.length}\n`), bytes, Buffer.from("\n")];
  });
  const marks = contents.map((_, index) => `get-mark :${index + 1}\n`).join("");
  const { text } = await git.run(["fast-import", "--quiet", "--done"], {
    input: Buffer.concat([...parts, Buffer.from(`${marks}done\n`)]),
  });
  return text.trim().split("\n");
}

/** What becomes of a path in a tree; null takes it out. Paths begin at the repository's top. */
export type TreeEdits = ReadonlyMap<string, TreeEntry | null>;

/** Puts entries into an index: the real one, or that of `index`. `anyOid` tells how long an id is here. */
export async function editIndex(git: Git, edits: TreeEdits, anyOid: string, index?: string): Promise<void> {
  const gone = "0".repeat(anyOid.length);
  const lines = [...edits].map(([path, entry]) =>
    entry === null ? `0 ${gone}\t${path}\0` : `${entry.mode} ${entry.oid}\t${path}\0`,
  );
  if (lines.length === 0) return;
  await git.run(["update-index", "--verbose", "-z", "--index-info"], { input: lines.join(""), env: inIndex(index) });
}

/** The tree that a tree becomes with edits; `index` is a place for a file that is only needed meanwhile. */
export async function editTree(git: Git, tree: string, edits: TreeEdits, index: string): Promise<string> {
  await git.run(["read-tree", tree], { env: inIndex(index) });
  await editIndex(git, edits, tree, index);
  return (await git.run(["write-tree"], { env: inIndex(index) })).text.trim();
}

export function inIndex(index: string | undefined): Record<string, string> {
  return index === undefined ? {} : { GIT_INDEX_FILE: index };
}
