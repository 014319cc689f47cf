import type { Command } from "commander";
import type { Context } from "../context.ts";

/** A command as the program knows it before it is loaded. */
export interface CommandEntry {
  name: string;
  alias?: string;
  summary: string;
  isHidden?: boolean;
  load: () => Promise<(program: Command, context: Context) => void>;
}
