import type { ReadableBank } from "../bank/readable-bank.ts";
import { UserError } from "../errors.ts";
import type { GitWorld } from "../git/run.ts";

/** Who is at work here: as git knows them, else the bank's author; null where neither says. */
export async function findSelf(bank: ReadableBank, world: GitWorld): Promise<string | null> {
  return (await findInGit(bank.root, world)) ?? (await bank.config()).author;
}

/** Who a new story or post is by, where the bank keeps that; else null. */
export async function findSigner(bank: ReadableBank, world: GitWorld): Promise<string | null> {
  const { authors, review } = await bank.config();
  return authors || review ? findSelf(bank, world) : null;
}

async function findInGit(root: string, world: GitWorld): Promise<string | null> {
  const [{ readOwnName }, { gitIn }] = [await import("../git/own-name.ts"), await import("../git/run.ts")];
  try {
    return await readOwnName(gitIn(root, world), world);
  } catch (error) {
    // A bank needs no git; without one the settings say who its author is.
    if (error instanceof UserError && error.problem?.code === "no-git") return null;
    throw error;
  }
}
