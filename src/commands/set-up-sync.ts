import { findBankAbove, isBank } from "../bank/find.ts";
import { isEmptyFolder } from "../bank/folder.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { findRepository } from "../git/repository.ts";
import { gitIn } from "../git/run.ts";
import { installMergeDriver } from "../jobs/sync/merge-driver.ts";
import { addRemote, cloneBank, type SetUp, setUpGit } from "../jobs/sync/set-up.ts";
import { visibleLine } from "../render/visible.ts";
import { worldOf } from "./git-world.ts";

/**
 * Sets a bank up for syncing: in a bank, its repository and remote; in an empty folder, the bank itself comes from the address.
 * True where that is all there is to do.
 */
export async function setUp(context: Context, url: string | null, withDriver: boolean): Promise<boolean> {
  const { cwd } = context;
  const isInBank = isBank(cwd) || findBankAbove(cwd) !== null || !isEmptyFolder(cwd);
  if (!isInBank && url !== null) {
    await bring(context, url);
    if (withDriver) await addDriver(context, cwd);
    return true;
  }
  const { root } = context.openBank();
  const made = await setUpGit(root, worldOf(context));
  tellSetUp(context, made);
  if (url !== null) await addRemote(made.repository.git, url);
  if (withDriver) await addDriver(context, root);
  return false;
}

/** Says what was made so that git can keep the bank. */
export function tellSetUp(context: Context, { isNewRepository, files }: SetUp): void {
  if (isNewRepository) context.say("Made a git repository for the bank.\n");
  if (files.length > 0) context.say(`Wrote ${files.join(" and ")}: how git is to treat the bank.\n`);
}

async function bring(context: Context, url: string): Promise<void> {
  const { cwd } = context;
  if (!(await cloneBank(cwd, url, worldOf(context))))
    throw new UserError(`There is nothing at ${url} yet.`, {
      hint: `Make a bank here: storybank init   then: storybank sync --init ${url}`,
      code: 1,
    });
  if (!isBank(cwd))
    throw new UserError(`There is no bank at the top of ${url}, which was brought here.`, {
      hint: "If the bank is in a folder of it, go there.",
      code: 1,
    });
  const [stories, posts] = [await context.openBank().stories(), await context.openBank().posts()];
  context.say(
    `Brought the bank of ${visibleLine(url)} here: ${count(stories.length, "story", "stories")}, ${count(posts.length, "post", "posts")}.\nFrom now on: storybank sync\n`,
  );
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

async function addDriver(context: Context, root: string): Promise<void> {
  const repository = await findRepository(gitIn(root, worldOf(context)));
  if (repository === null) return;
  await installMergeDriver(repository);
  context.say("git's own merges in this clone merge stories and posts as sync does now.\n");
}
