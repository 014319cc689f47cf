import type { Context } from "../context.ts";
import type { GitWorld } from "../git/run.ts";

/** git for a look at what is here: nothing is fetched, so nobody is asked for a password. */
export function quietGit({ env }: Context): GitWorld {
  return { env, mayAsk: false };
}
