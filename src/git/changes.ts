import type { Git } from "./run.ts";

/** What stands at a path of a tree: its permissions and kind as git writes them (`100644`), and the id of its content. */
export interface TreeEntry {
  mode: string;
  oid: string;
}

/** How a tree differs from another in one file. Paths are as git's lists have them. */
export interface TreeChange {
  /** Where it was; null for a file that is new. */
  from: string | null;
  /** Where it is; null for a file that is gone. */
  to: string | null;
  before: TreeEntry | null;
  after: TreeEntry | null;
}

/**
 * The files in which two trees or commits differ, those of the bank's folder alone with `isRelative` (their paths then begin
 * there). A file that was given another name and is still much the same is one change, unless `findsRenames` is false.
 */
export async function changesBetween(
  git: Git,
  before: string,
  after: string,
  options: { isRelative: boolean; findsRenames: boolean; paths?: readonly string[] },
): Promise<TreeChange[]> {
  const { text } = await git.run([
    "diff-tree",
    "-r",
    "-z",
    ...(options.findsRenames ? ["--find-renames", "-l10000"] : ["--no-renames"]),
    ...(options.isRelative ? ["--relative"] : []),
    before,
    after,
    "--",
    ...(options.paths ?? []),
  ]);
  return readRaw(text);
}

/** Reads git's raw form: `:mode mode oid oid letter`, then one path, or two for a renamed file. */
export function readRaw(raw: string): TreeChange[] {
  const fields = raw.split("\0");
  const changes: TreeChange[] = [];
  for (let at = 0; fields[at]?.startsWith(":") === true; ) {
    const [oldMode = "", mode = "", oldOid = "", oid = "", letter = ""] = (fields[at] ?? "").slice(1).split(" ");
    const [first = "", second = ""] = fields.slice(at + 1, at + 3);
    const isRenamed = letter.startsWith("R");
    at += isRenamed ? 3 : 2;
    const before = letter === "A" ? null : { mode: oldMode, oid: oldOid };
    const after = letter === "D" ? null : { mode, oid };
    changes.push({ from: before && first, to: after && (isRenamed ? second : first), before, after });
  }
  return changes;
}
