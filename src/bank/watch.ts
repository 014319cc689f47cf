import { basename, relative, sep } from "node:path";
import { watch } from "chokidar";
import { CONFIG_FILE } from "./find.ts";

/** What a bank is made of, as far as anybody looks at it. */
const WATCHED = [CONFIG_FILE, "stories", "posts", "weeks", "templates"];

/** One save is several events (a temporary file, a rename); they are told as one. */
const QUIET_MS = 60;

/**
 * Calls back after every change to the bank's files, until it is told to stop. Folders that come later are seen too.
 * `onTrouble` hears why changes can't be followed any more.
 */
export function watchBank(
  root: string,
  onChange: () => void,
  onTrouble: (reason: string) => void,
): () => Promise<void> {
  const isIgnored = (path: string): boolean => {
    const below = relative(root, path);
    if (below === "") return false;
    return !WATCHED.includes(below.split(sep)[0] ?? "") || basename(path).startsWith(".");
  };
  const watcher = watch(root, { ignored: isIgnored, ignoreInitial: true, followSymlinks: false });
  let waiting: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(waiting);
    waiting = setTimeout(onChange, QUIET_MS);
  });
  watcher.on("error", (error) => onTrouble((error as Error).message));
  return async () => {
    clearTimeout(waiting);
    await watcher.close();
  };
}
