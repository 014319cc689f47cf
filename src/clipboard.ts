import clipboard from "clipboardy";
import { EXIT, UserError } from "./errors.ts";

/** Puts a text on the system's clipboard. Throws a UserError that says why it can't. */
export async function copyText(text: string): Promise<void> {
  try {
    await clipboard.write(text);
  } catch (error) {
    const reason = ((error as Error).message.split("\n")[0] ?? "").replace(/\.$/, "");
    throw new UserError(`Nothing was copied: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`, {
      hint: "Print it instead, without --copy.",
      code: EXIT.findings,
      cause: error,
    });
  }
}
