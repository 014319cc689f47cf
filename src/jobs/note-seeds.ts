import type { Bank } from "../bank/bank.ts";
import type { DateText } from "../calendar/dates.ts";

/** Where seeds are written, by whatever can add a line to a file. */
export const INBOX = "inbox.md";

/** Notes what happened: each text becomes a dated line at the end of the inbox. A date that a text begins with is its own. */
export async function noteSeeds(bank: Bank, texts: readonly string[], today: DateText): Promise<void> {
  await bank.append(
    INBOX,
    texts.map((text) => `- ${/^\d{4}-\d{2}-\d{2}(?!\d)/.test(text) ? "" : `${today} `}${text}`),
  );
}
