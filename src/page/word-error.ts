import { UserError } from "../errors.ts";

/** What a page says of an error that is no bug: the user's, or a text too deep for the machine; null for a bug. */
export function wordError(error: unknown): { message: string; hint?: string } | null {
  if (error instanceof UserError)
    return { message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
  // The stack overflows where quotes or lists are nested a thousand deep.
  if (error instanceof RangeError)
    return {
      message: "A text of this page is nested too deeply to be shown.",
      hint: "Take out what is neither post nor story.",
    };
  return null;
}
