import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../errors.ts";

export const CONFIG_FILE = "storybank.yaml";

/**
 * Finds the bank's folder: `--bank`, else `STORYBANK_DIR`, else the nearest folder upwards with a `storybank.yaml`.
 *
 * @throws UserError when there is none.
 */
export function findBank(options: { flag: string | undefined; env: string | undefined; cwd: string }): string {
  const named = options.flag ?? (options.env === "" ? undefined : options.env);
  if (named !== undefined) {
    const root = resolve(options.cwd, named);
    if (existsSync(join(root, CONFIG_FILE))) return root;
    const what = statSync(root, { throwIfNoEntry: false }) === undefined ? "does not exist" : `holds no ${CONFIG_FILE}`;
    throw new UserError(`${named} is not a story bank: it ${what}.`, {
      hint: `Make one there with: storybank init ${named}`,
    });
  }
  for (let folder = resolve(options.cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG_FILE))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new UserError(`There is no story bank here or in any folder above (no ${CONFIG_FILE}).`, {
    hint: "Make one with: storybank init   or name one with --bank DIR.",
  });
}
