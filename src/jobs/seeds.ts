import type { Bank } from "../bank/bank.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import type { DateText } from "../calendar/dates.ts";
import { UserError } from "../errors.ts";
import { byAge, readSeeds, type Seed } from "../story/seed.ts";
import { strikeSeed } from "../story/strike-seed.ts";
import { INBOX } from "./note-seeds.ts";
import type { WeekBoard } from "./week.ts";

/** The seeds that wait, in the order of the inbox. */
export function listSeeds(bank: Pick<ReadableBank, "read">, today: DateText): Seed[] {
  return readSeeds(bank.read(INBOX) ?? "", today);
}

/** The seed of a number, as {@link listSeeds} gives it. Throws a UserError where none waits under it. */
export function findSeed(bank: Pick<ReadableBank, "read">, written: string, today: DateText): Seed {
  const seeds = listSeeds(bank, today);
  const found = seeds.find(({ number }) => String(number) === written.replace(/^0+/, ""));
  if (found !== undefined) return found;
  const [last] = seeds.slice(-1);
  throw new UserError(`There is no seed ${written}.`, {
    hint:
      last === undefined
        ? `None waits in ${INBOX}. Note one: storybank seed "what happened"`
        : `They are 1 to ${last.number}; see: storybank seeds`,
  });
}

/** Seeds that wait while slots of a week are empty. */
export interface WaitingSeeds {
  seeds: number;
  slots: number;
  oldest: Seed;
}

/** What there is to remind of where a week has room; null where no slot is empty, no seed waits, or the week is over. */
export function findWaitingSeeds(
  bank: Pick<ReadableBank, "read">,
  { rows, isOver }: Pick<WeekBoard, "rows" | "isOver">,
  today: DateText,
): WaitingSeeds | null {
  const slots = rows.filter(({ day, post, story }) => day !== null && post === null && story === null).length;
  const seeds = slots === 0 || isOver ? [] : byAge(listSeeds(bank, today));
  const [oldest] = seeds;
  return oldest === undefined ? null : { seeds: seeds.length, slots, oldest };
}

/** Strikes a seed through, found again by its words as they are written; false where it waits no more. */
export async function strikeWritten(bank: Bank, written: string, today: DateText): Promise<boolean> {
  let isFound = false;
  await bank.editInPlace(INBOX, (inbox) => {
    const seed = readSeeds(inbox, today).find((each) => each.written === written);
    isFound ||= seed !== undefined;
    return seed === undefined ? inbox : strikeSeed(inbox, seed);
  });
  return isFound;
}
