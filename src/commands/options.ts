import type { Bank } from "../bank/bank.ts";
import { type Day, parseDay } from "../calendar/days.ts";
import type { Context } from "../context.ts";
import { refusedValue, UserError } from "../errors.ts";
import { writtenBy } from "../post/person.ts";

/** Reads `--week`: a plain number needs no calendar; `this`, `next` and ISO weeks are counted from its start. */
export async function weekOption(
  written: string | undefined,
  bank: Bank,
  context: Context,
): Promise<number | undefined> {
  if (written === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(written)) return Number(written);
  const { resolveWeek } = await import("../calendar/weeks.ts");
  return resolveWeek(written, (await bank.config()).calendar.start, context.today);
}

/** Reads `--author`: what does not say its author is by the bank's. */
export async function authorOption(
  written: string | undefined,
  bank: Bank,
): Promise<(item: { author: string | null }) => boolean> {
  if (written === undefined) return () => true;
  if (written.trim() === "")
    throw new UserError("--author is empty.", { hint: "Write a name, or the beginning of one." });
  return writtenBy(written, (await bank.config()).author);
}

export function dayOption(written: string | undefined): Day | undefined {
  if (written === undefined) return undefined;
  const day = parseDay(written);
  if (day === null) throw refusedValue(written, `"${written}" is no day.`, "Days are monday to sunday, or mon to sun.");
  return day;
}

/** Reads an option that takes one of a few words. */
export function choiceOption<T extends string>(
  name: string,
  written: string | undefined,
  choices: readonly T[],
): T | undefined {
  if (written === undefined) return undefined;
  const found = choices.find((choice) => choice === written.toLowerCase());
  if (found === undefined)
    throw refusedValue(written, `--${name} can't be "${written}".`, `Choose one of: ${choices.join(", ")}.`);
  return found;
}

export function countOption(name: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (!/^\d{1,6}$/.test(written))
    throw refusedValue(written, `--${name} can't be "${written}".`, "Give a whole number.");
  return Number(written);
}

/** Reads `key=value` pairs. */
export function pairsOption(name: string, written: readonly string[]): Map<string, string> {
  return new Map(
    written.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw refusedValue(pair, `--${name} can't be "${pair}".`, `Write it as --${name} key=value.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

/** Collects an option that may be given several times. */
export function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value];
}

/** Refuses text that would not stay on one line of front matter. */
export function oneLine(what: string, text: string): string {
  if (/[\r\n]/.test(text))
    throw new UserError(`The ${what} has a line break in it.`, { hint: "Write it on one line." });
  return text.trim();
}
