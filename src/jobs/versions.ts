import { readCommits } from "../git/history.ts";
import { readBlobs } from "../git/objects.ts";
import type { Repository } from "../git/repository.ts";
import { readVersion } from "../history/compare-files.ts";
import type { Version } from "../history/events.ts";
import { versionsOf } from "./history.ts";
import { markOfText } from "./text-mark.ts";

/** A commit in which a file was changed. */
export interface Change {
  commit: string;
  who: string;
  at: string;
}

/** A version of the file that a commit has left; null where it took it away. */
export interface Kept {
  change: Change;
  version: Version | null;
}

/** The versions of a file that commits have left, the newest first; what a commit has only renamed counts, too. */
export async function* readVersions(repository: Repository, path: string): AsyncGenerator<Kept> {
  for await (const commits of readCommits(repository, [path], { follows: true })) {
    const files = commits.flatMap((commit) => commit.files.slice(0, 1).map((file) => ({ commit, file })));
    const blobs = await readBlobs(
      repository.git,
      files.flatMap(({ file }) => file.after?.oid ?? []),
    );
    for (const { commit, file } of files)
      yield {
        change: { commit: commit.id, who: commit.who, at: commit.at },
        version: versionsOf(file, blobs).after,
      };
  }
}

/** Whether what a version publishes is the text of a mark, see {@link markOfText}. */
export async function hasMark(version: Version | null, mark: string): Promise<boolean> {
  const document = await readVersion(version);
  return document !== null && markOfText(document) === mark;
}
