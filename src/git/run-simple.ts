import { simpleGit } from "simple-git";
import { type GitCommand, type GitResult, toResult } from "./run-bare.ts";

/** What simple-git guards against is for callers that pass a stranger's words on; these are the person's own settings. */
const OWN_SETTINGS = Object.fromEntries(
  [
    ...["Alias", "AskPass", "CommandBinaries", "ConfigEnvCount", "ConfigPaths", "CredentialHelper", "DiffExternal"],
    ...["DiffTextConv", "Editor", "Exec", "Filter", "FsMonitor", "GitProxy", "GpgProgram", "HooksPath", "Include"],
    ...["MergeDriver", "Pack", "Pager", "ProtocolOverride", "SshCommand", "Submodule", "TemplateDir", "UrlRewrite"],
  ].map((what) => [`allowUnsafe${what}`, true]),
);

/** Runs git through simple-git, which gives it its input and waits for its words. */
export async function runSimple(
  { folder, args, env }: GitCommand,
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
  return toResult(ended.exitCode, ended.stdOut, ended.stdErr);
}
