import type { TreeChange } from "../../git/changes.ts";
import type { Decided } from "../../merge/merged.ts";

/** A file of the bank that came, went or changed. */
export interface FileChange {
  what: "added" | "changed" | "removed" | "renamed";
  path: string;
  /** Its old path, where it was renamed. */
  from: string | null;
}

/** What was decided about one file, beyond joining what each side had changed. */
export type Told = { path: string } & (
  | Decided
  /** One side had removed it, the other changed it: it stays. */
  | { code: "kept-file" }
  /** Theirs, of which ours had another file of that name. */
  | { code: "second-name"; from: string }
  /** It was changed on this machine while the sync ran, and what came is worked into that. */
  | { code: "changed-meanwhile" }
);

/** Something of theirs that waits for a decision. */
export interface Waits {
  /** The file in which ours stands. */
  path: string;
  who: string;
  /** ISO 8601 */
  when: string;
  /** The file that keeps theirs. */
  kept: string;
}

export interface SyncReport {
  remote: string;
  branch: string;
  isDryRun: boolean;
  /** What of this machine's was committed now. */
  committed: readonly FileChange[];
  /** What came from the others. */
  received: readonly FileChange[];
  /** Files that both sides had changed, and that say what both say now. */
  merged: readonly string[];
  told: readonly Told[];
  waits: readonly Waits[];
  /** `held`: there is something to send, and it was not to be. */
  sent: "sent" | "nothing" | "held";
}

export function toFileChange({ from, to }: TreeChange): FileChange {
  if (from === null) return { what: "added", path: to ?? "", from: null };
  if (to === null) return { what: "removed", path: from, from: null };
  return from === to ? { what: "changed", path: to, from: null } : { what: "renamed", path: to, from };
}
