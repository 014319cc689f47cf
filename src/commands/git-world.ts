import type { Context } from "../context.ts";
import type { GitWorld } from "../git/run.ts";

/** What git may know of this run; it may ask for a password where there is a terminal. */
export function worldOf({ env, isInteractive }: Context): GitWorld {
  return { env, mayAsk: isInteractive };
}
