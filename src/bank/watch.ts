import { realpathSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { CONFIG_FILE } from "./find.ts";

/** What a bank is made of, as far as anybody looks at it. */
const FOLDERS = ["stories", "posts", "weeks", "templates"];

/** One save is several events (a temporary file, a rename); they are reported as one. */
const QUIET_MS = 60;

/**
 * Calls back after every change to the bank's files with the paths that have changed, until it is told to stop; the path of a folder
 * stands for all below it. Folders that come later are seen too.
 * `onTrouble` hears why changes can't be followed any more.
 */
export async function watchBank(
  bankRoot: string,
  onChange: (paths: ReadonlySet<string>) => void,
  onTrouble: (reason: string) => void,
): Promise<() => Promise<void>> {
  // Links lead to the folder itself, and only there changes are reported.
  const root = realpathSync(bankRoot);
  // Folders alone are watched, since each tells of its files: a watch for each of 10,000 files takes seconds to set up.
  const isIgnored = (path: string): boolean => {
    const below = relative(root, path);
    if (below === "") return false;
    return !FOLDERS.includes(below.split(sep)[0] ?? "") || /\.md$|^\./.test(basename(path));
  };
  const watcher = watch(root, { ignored: isIgnored, ignoreInitial: true, followSymlinks: false });
  let waiting: NodeJS.Timeout | undefined;
  let paths = new Set<string>();
  const changed = (path: string): void => {
    paths.add(path.replaceAll(sep, "/"));
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const told = paths;
      paths = new Set();
      onChange(told);
    }, QUIET_MS);
  };
  watcher.on("all", (_, path) => changed(relative(root, path)));
  watcher.on("raw", (_, name, details) => {
    const { watchedPath = root } = details as { watchedPath?: string };
    const below = relative(root, join(watchedPath, name ?? ""));
    const isOfBank = below === CONFIG_FILE || FOLDERS.includes(below.split(sep)[0] ?? "");
    if (isOfBank && !basename(below).startsWith(".")) changed(below);
  });
  watcher.on("error", (error) => onTrouble((error as Error).message));
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return async () => {
    clearTimeout(waiting);
    await watcher.close();
  };
}
