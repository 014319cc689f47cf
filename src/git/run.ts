import { simpleGit } from "simple-git";
import { gitFailed, noGit } from "./refusals.ts";

/** The git that is installed, run in one folder. Nothing else of the house runs it. */
export interface Git {
  readonly folder: string;
  /** The same git in another folder. */
  in(folder: string): Git;
  /**
   * Runs a command of git's to its end; words are never read by a shell, and paths are taken as they are written.
   *
   * @throws UserError where there is no git (`no-git`), or it ends with a code other than 0 and those of `expects` (`git-failed`).
   */
  run(args: readonly string[], options?: RunOptions): Promise<GitResult>;
}

export interface RunOptions {
  /** What it reads from its standard input. */
  input?: string | Buffer;
  /** Variables for this command alone, such as `GIT_INDEX_FILE`. */
  env?: Readonly<Record<string, string>>;
  /** Codes besides 0 that are answers. */
  expects?: readonly number[];
}

export interface GitResult {
  code: number;
  bytes: Buffer;
  /** The same as text. */
  text: string;
  /** What it wrote to stderr: for people, nothing is decided on it. */
  said: string;
}

export interface GitWorld {
  env: Readonly<Record<string, string | undefined>>;
  /** Whether git and ssh may ask for a password on the terminal. */
  mayAsk: boolean;
}

/** A hook that changes or asks something would do so behind our back; those that see what is sent, such as of Git LFS, run. */
const WITH_HOOKS: readonly string[] = ["push"];

/** Variables by which a caller, such as a hook, points git at a repository of its own. */
const POINTERS = new Set([
  ...["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"],
  ...["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_INTERNAL_SUPER_PREFIX"],
  ...["GIT_TRACE", "GIT_PAGER", "PAGER", "GIT_EDITOR", "GIT_SEQUENCE_EDITOR", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS"],
]);

/** What simple-git guards against is for callers that pass a stranger's words on; these are the person's own settings. */
const OWN_SETTINGS = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeGitProxy: true,
  allowUnsafeHooksPath: true,
  allowUnsafeMergeDriver: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeTemplateDir: true,
};

/** git in a folder, with an environment in which it asks, pages, edits and translates nothing. */
export function gitIn(folder: string, world: GitWorld): Git {
  const env = quietEnvironment(world);
  return {
    folder,
    in: (other) => gitIn(other, world),
    async run(args, options = {}) {
      const hooks = WITH_HOOKS.includes(args[0] ?? "") ? [] : ["-c", "core.hooksPath=/dev/null"];
      const result = await runOnce(folder, [...hooks, ...args], { ...env, ...options.env }, options.input);
      // The system has found no such program.
      if (result.code < 0) throw noGit();
      if (result.code === 0 || options.expects?.includes(result.code) === true) return result;
      throw gitFailed(args[0] ?? "", result.said);
    },
  };
}

/** git's messages in English, no questions without a terminal, and no lock taken for a mere look. */
function quietEnvironment({ env, mayAsk }: GitWorld): Record<string, string> {
  const own = Object.entries(env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && !POINTERS.has(pair[0].toUpperCase()),
  );
  return {
    ...Object.fromEntries(own),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_EDITOR: "true",
    ...(mayAsk
      ? {}
      : { GIT_TERMINAL_PROMPT: "0", ...(env["GIT_SSH_COMMAND"] ? {} : { GIT_SSH_COMMAND: "ssh -o BatchMode=yes" }) }),
  };
}

async function runOnce(
  folder: string,
  args: readonly string[],
  env: Record<string, string>,
  input: string | Buffer | undefined,
): Promise<GitResult> {
  let ended = { exitCode: -1, stdOut: [] as Buffer[], stdErr: [] as Buffer[] };
  const git = simpleGit({
    baseDir: folder,
    completion: { onClose: true, onExit: false },
    unsafe: OWN_SETTINGS,
    allowEnvironment: Object.keys(env),
    // Called when a command has ended, well or badly; what it ended with is judged by its caller.
    errors: (_, result) => {
      ended = result;
      return undefined;
    },
    // Without an end of its input, a command that reads some would wait for ever; an empty text is no end to simple-git.
    input: () => (typeof input === "object" ? input : Buffer.from(input ?? "")),
  });
  // It would wait for another 50 ms for the words of a command that has none.
  git.outputHandler((_, stdout) => queueMicrotask(() => stdout.emit("data", Buffer.alloc(0))));
  await git.env(env).raw([...args]);
  const bytes = Buffer.concat(ended.stdOut);
  return {
    code: ended.exitCode,
    bytes,
    text: bytes.toString("utf8"),
    said: Buffer.concat(ended.stdErr).toString("utf8"),
  };
}
