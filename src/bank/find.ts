import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../errors.ts";
import { quoteWord } from "../story/quote-word.ts";
import { readTextFile } from "./read.ts";

export const CONFIG_FILE = "storybank.yaml";

/** The version of storybank.yaml, and of the bank's layout, that this storybank reads and writes. */
const VERSION = 1;

/**
 * Finds the bank's folder: `--bank`, else `STORYBANK_DIR`, else the nearest folder upwards with a `storybank.yaml`.
 *
 * @throws UserError when there is none, or it is of another version.
 */
export function findBank(options: { flag: string | undefined; env: string | undefined; cwd: string }): string {
  const root = findRoot(options);
  refuseOtherVersion(root);
  return root;
}

/** A bank of another version may mean other things by the same words, so nothing in it is read or written. */
function refuseOtherVersion(root: string): void {
  const config = readTextFile(join(root, CONFIG_FILE));
  if ("problem" in config) return;
  const written = /^\uFEFF?version:[ \t]*(\S.*?)[ \t]*(?:#.*)?\r?$/m.exec(config.text)?.[1];
  const version = written?.replace(/^(["'])(.*)\1$/, "$2");
  if (version === undefined || version === String(VERSION)) return;
  if (Number(version) > VERSION)
    throw new UserError(`This bank is of version ${version}, and this storybank knows version ${VERSION}.`, {
      hint: "A newer storybank made it; update yours.",
    });
  throw new UserError(`storybank.yaml says version: ${version}, and there is only version ${VERSION}.`, {
    hint: `Write version: ${VERSION} there; nothing was read or changed.`,
  });
}

function findRoot(options: { flag: string | undefined; env: string | undefined; cwd: string }): string {
  const named = options.flag ?? (options.env === "" ? undefined : options.env);
  if (named !== undefined) {
    const root = resolve(options.cwd, named);
    if (isBank(root)) return root;
    const what = statSync(root, { throwIfNoEntry: false }) === undefined ? "does not exist" : `holds no ${CONFIG_FILE}`;
    throw new UserError(`${named} is not a story bank: it ${what}.`, {
      hint: `Make one there with: storybank init ${quoteWord(named)}`,
    });
  }
  const cwd = resolve(options.cwd);
  const root = isBank(cwd) ? cwd : findBankAbove(cwd);
  if (root !== null) return root;
  throw new UserError(`There is no story bank here or in any folder above (no ${CONFIG_FILE}).`, {
    hint: "Make one with: storybank init   or name one with --bank DIR.",
  });
}

/** Whether a folder is a bank. */
export function isBank(folder: string): boolean {
  return existsSync(join(folder, CONFIG_FILE));
}

/**
 * The bank that a file is in; null where there is none.
 *
 * @throws UserError when it is of another version.
 */
export function findBankAround(file: string): string | null {
  const root = findBankAbove(file);
  if (root !== null) refuseOtherVersion(root);
  return root;
}

/** The nearest bank that a folder is in; null where there is none. */
export function findBankAbove(path: string): string | null {
  const folder = dirname(path);
  if (folder === path) return null;
  return existsSync(join(folder, CONFIG_FILE)) ? folder : findBankAbove(folder);
}
