import { findRepository } from "./repository.ts";
import type { Git, GitWorld } from "./run.ts";

/**
 * The name that git would write below a commit made here, as the repository's `.mailmap` spells it: that of the environment
 * (`GIT_AUTHOR_NAME`), else `author.name`, else `user.name`. Null where nobody has told git one; it is never guessed.
 */
export async function readOwnName(git: Git, { env }: Pick<GitWorld, "env">): Promise<string | null> {
  const settings = await readSettings(git);
  const name = env["GIT_AUTHOR_NAME"] || settings.get("author.name") || settings.get("user.name") || "";
  const email = env["GIT_AUTHOR_EMAIL"] || settings.get("author.email") || settings.get("user.email") || "";
  if (name.trim() === "") return null;
  return (email === "" ? null : await spellInMailmap(git, `${name} <${email}>`)) ?? name.trim();
}

async function readSettings(git: Git): Promise<ReadonlyMap<string, string>> {
  const { text } = await git.run(["config", "--null", "--get-regexp", "^(author|user)\\.(name|email)$"], {
    expects: [1],
  });
  // Each is `key LF value NUL`; of a key that stands twice, the last one counts.
  return new Map(
    text
      .split("\0")
      .filter((entry) => entry.includes("\n"))
      .map((entry) => [entry.slice(0, entry.indexOf("\n")), entry.slice(entry.indexOf("\n") + 1)]),
  );
}

async function spellInMailmap(git: Git, person: string): Promise<string | null> {
  if ((await findRepository(git)) === null) return null;
  const { text, code } = await git.run(["check-mailmap", person], { expects: [128] });
  return code === 0 ? text.replace(/\s*<[^<>]*>\s*$/, "").trim() || null : null;
}
