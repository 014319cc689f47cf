import { gitFailed, noGit } from "./refusals.ts";
import { type GitResult, runBare } from "./run-bare.ts";

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

interface RunOptions {
  /** What it reads from its standard input. */
  input?: string | Buffer;
  /** Variables for this command alone, such as `GIT_INDEX_FILE`. */
  env?: Readonly<Record<string, string>>;
  /** Codes besides 0 that are answers. */
  expects?: readonly number[];
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

/** What only looks, and reads no input: all that a sync with nothing to do runs, which is not to wait for a library. */
const LOOKS: ReadonlySet<string> = new Set(["config", "fetch", "rev-parse", "status", "symbolic-ref", "version"]);

/** git in a folder, with an environment in which it asks, pages, edits and translates nothing. */
export function gitIn(folder: string, world: GitWorld): Git {
  const env = quietEnvironment(world);
  return {
    folder,
    in: (other) => gitIn(other, world),
    async run(args, options = {}) {
      const hooks = WITH_HOOKS.includes(args[0] ?? "") ? [] : ["-c", "core.hooksPath=/dev/null"];
      const command = { folder, args: [...hooks, ...args], env: { ...env, ...options.env } };
      const result = await (LOOKS.has(args[0] ?? "")
        ? runBare(command)
        : (await import("./run-simple.ts")).runSimple(command, options.input));
      // The system has found no such program.
      if (result.code < 0) throw noGit();
      if (result.code === 0 || options.expects?.includes(result.code) === true) return result;
      throw gitFailed(args[0] ?? "", result.said);
    },
  };
}

/** Lets git and ssh give up where they would ask; a program that somebody has set to ask on the desktop may. */
const UNASKED = { GIT_TERMINAL_PROMPT: "0", SSH_ASKPASS: "false", SSH_ASKPASS_REQUIRE: "force" };

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
    ...(mayAsk ? {} : UNASKED),
    ...(!mayAsk && env["SSH_ASKPASS"] ? { SSH_ASKPASS: env["SSH_ASKPASS"] } : {}),
  };
}
