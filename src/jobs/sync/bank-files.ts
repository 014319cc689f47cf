/** What a sync commits of the bank's folder; whatever else is there is another's. */
export const COMMITTED = ["storybank.yaml", "inbox.md", "stories", "posts", "weeks", "templates"] as const;

/** What it merges and brings, too: how the bank's files are to be treated by git. */
export const MERGED = [...COMMITTED, ".gitignore", ".gitattributes"] as const;

export function isMerged(path: string): boolean {
  return MERGED.some((place) => path === place || path.startsWith(`${place}/`));
}

/** Whether a changed file is to be committed: not what an editor, a system or an interrupted write has left there. */
export function isCommitted(path: string): boolean {
  const isOurs = COMMITTED.some((place) => path === place || path.startsWith(`${place}/`));
  return isOurs && !/(?:^|\/)\.|[~/]$/.test(path);
}
