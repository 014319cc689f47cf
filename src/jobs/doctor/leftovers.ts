import { type Bank, WRITTEN_FOLDERS } from "../../bank/bank.ts";
import { readJournal } from "../../bank/journal.ts";
import { clearStaleLock, findStaleLocks } from "../../bank/lock.ts";
import { listAllRecovered } from "../../bank/recovered.ts";
import { readBringing } from "../../bank/sync-journal.ts";
import { sweepLeftover } from "../../bank/trash.ts";
import { findLeftovers } from "../../bank/write.ts";
import { quoteWord } from "../../story/quote-word.ts";
import { idOf, isKeptAside, listWaiting } from "../waiting.ts";
import type { Trouble } from "./trouble.ts";

/** What interrupted commands have left behind. */
export function examineLeftovers(bank: Bank): Trouble[] {
  const { root } = bank;
  return [
    ...WRITTEN_FOLDERS.flatMap((folder) => findLeftovers(root, folder)).map((path) => ({
      what: `An interrupted write left ${path}.`,
      remedy: "No command reads it. Sweep it into the trash: storybank doctor --fix",
      mend: () => {
        const place = sweepLeftover(root, path);
        return place === null ? `${path} is gone; nothing of yours was in it` : `${path} is in ${place} now`;
      },
    })),
    ...interruptedRenaming(bank),
    ...findStaleLocks(root).map(({ name, pid }) => ({
      what:
        pid === 0
          ? `.storybank/${name} is a lock that can't be read.`
          : `A lock is left of process ${pid}, which is gone.`,
      remedy: "The next command that writes takes it over. Remove it now: storybank doctor --fix",
      mend: async () => {
        await clearStaleLock(root, name);
        return `.storybank/${name} is gone`;
      },
    })),
    ...waitingTroubles(bank),
    ...interruptedSync(bank),
    ...listAllRecovered(root)
      .filter((path) => !isKeptAside(path))
      .map((path) => ({
        what: `Text that was typed and not saved is waiting in ${path}.`,
        remedy: /unfinished-story/.test(path)
          ? "Go on with it: storybank add"
          : "Look at it, take what you need, then delete it.",
      })),
  ];
}

function waitingTroubles({ root }: Bank): Trouble[] {
  return listWaiting({ root }).map(({ file, who, kept }) => ({
    what: `${who} changed a place in ${file} that was changed here, too; yours stands, theirs is in ${kept}.`,
    remedy: `Decide: storybank resolve ${quoteWord(idOf(file))} --ours, --theirs or --edit`,
  }));
}

function interruptedSync({ root }: Bank): Trouble[] {
  if (readBringing(root) === null) return [];
  return [
    { what: "A sync was interrupted while it brought what had come.", remedy: "It goes on with: storybank sync" },
  ];
}

function interruptedRenaming(bank: Bank): Trouble[] {
  const begun = readJournal(bank.root);
  if (begun === null) return [];
  const { from, to } = begun;
  return [
    {
      what: `Renaming ${from} to ${to} was interrupted.`,
      remedy: "A file that refers to it could not be changed. See which: storybank doctor --fix",
      mend: async () =>
        (await bank.finishRenaming()) === null ? `${from} was not renamed, and is as it was` : `${from} is ${to} now`,
    },
  ];
}
