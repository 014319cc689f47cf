import type { FileChange } from "./report.ts";

const VERBS = { added: "Add", changed: "Change", removed: "Remove", renamed: "Rename" } as const;

/** The first line of a commit, and below it the files, one a line. */
export function wordCommit(changes: readonly FileChange[]): string {
  const groups = (["added", "changed", "renamed", "removed"] as const).flatMap((what) => {
    const own = changes.filter((change) => change.what === what);
    return own.length === 0 ? [] : [`${VERBS[what]} ${wordFiles(own.map(({ path }) => path))}`];
  });
  const subject = groups.map((group, index) => (index === 0 ? group : lowerFirst(group))).join(", ");
  const short = subject.length <= 72 ? subject : `Change ${changes.length} files of the bank`;
  const lines = changes.map(({ what, path, from }) => `${what}: ${from === null ? path : `${from} → ${path}`}`);
  return `${short}\n${changes.length > 1 ? `\n${lines.join("\n")}\n` : ""}`;
}

/** `the-monolith-invoice`, `3 stories and 1 post`. */
export function wordFiles(paths: readonly string[]): string {
  const [only = ""] = paths;
  if (paths.length === 1) return only.replace(/^(?:stories|posts|weeks)\/(.+)\.md$/, "$1");
  const kinds = KINDS.flatMap(({ folder, one, many }) => {
    const count = paths.filter((path) => path.startsWith(folder)).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const others = paths.filter((path) => !KINDS.some(({ folder }) => path.startsWith(folder))).length;
  const all = others === 0 ? kinds : [...kinds, `${others} other ${others === 1 ? "file" : "files"}`];
  return all.length <= 1 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

const KINDS = [
  { folder: "stories/", one: "story", many: "stories" },
  { folder: "posts/", one: "post", many: "posts" },
  { folder: "weeks/", one: "week", many: "weeks" },
];

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
