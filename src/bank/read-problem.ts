/** Why a file or folder is left unread. */
export type ReadProblem =
  | { code: PlainCode }
  /** `detail` says what its front matter holds. */
  | { code: "front-matter"; detail: string }
  /** `error` is the system's own code, such as EIO. */
  | { code: "system"; error: string };

type PlainCode = keyof typeof SENTENCES;

const SENTENCES = {
  gone: "it is gone",
  "no-such-file": "there is no such file",
  "no-permission": "there is no permission to read it",
  "too-large": "it is larger than 5 MB",
  "nul-bytes": "it holds NUL bytes",
  "utf-16": "it is UTF-16, not UTF-8; save it as UTF-8",
  "not-utf-8": "it is not UTF-8; save it as UTF-8",
  folder: "it is a folder",
  fifo: "it is a FIFO, not a file",
  "no-regular-file": "it is no regular file",
  "link-out-of-bank": "it is a link out of the bank",
  "link-to-folder": "it is a link to a folder; put the files themselves there",
  "link-to-no-file": "it is a link to something that is no file",
  "link-to-nothing": "it is a link to nothing",
  "link-not-followed": "it is a link, and links in a folder are not followed",
} as const;

/** A problem in words that go on behind "skipped x.md:". */
export function wordReadProblem(problem: ReadProblem): string {
  if (problem.code === "front-matter") return problem.detail;
  if (problem.code === "system") return `it can't be read (${problem.error})`;
  return SENTENCES[problem.code];
}

/** What a failed call of the file system says of the file. */
export function readProblemOf(error: unknown): ReadProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM") return { code: "no-permission" };
  if (code === "EISDIR") return { code: "folder" };
  if (code === "ENOENT") return { code: "gone" };
  return { code: "system", error: code ?? String(error) };
}
