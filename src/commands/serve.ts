import { type Command, InvalidArgumentError } from "commander";
import type { Context } from "../context.ts";
import { DEFAULT_PORT, servePage } from "../page/serve.ts";
import { visible } from "../render/visible.ts";

interface ServeFlags {
  port: number;
  open?: boolean;
}

export function registerServe(program: Command, context: Context): void {
  program
    .command("serve")
    .description(
      "show the bank as a page in the browser, on this computer only, that follows every save; Ctrl-C ends it",
    )
    .option("--port <port>", "the port, or the next one that is free", readPort, DEFAULT_PORT)
    .option("--open", "open it in the browser")
    .action((flags: ServeFlags) => runServe(context, flags));
}

async function runServe(context: Context, { port, open = false }: ServeFlags): Promise<void> {
  const page = await servePage({
    bank: context.openBank(),
    assetsDir: context.assetsDir,
    port,
    today: () => context.today,
    onBug: (error) => context.err(`storybank: a page could not be made:\n${wordBug(error)}\n`),
    onTrouble: (reason) =>
      context.err(`storybank: changes can't be followed (${visible(reason)}).\nReload the page by hand.\n`),
  });
  if (port !== 0 && page.port !== port) context.err(`Port ${port} is taken, so it is ${page.port}.\n`);
  context.out(`${page.url}\n`);
  context.err("It follows your files, and changes nothing. Ctrl-C ends it.\n");
  if (open && !(await context.browse(page.url))) context.err("There is no browser that could be opened here.\n");
}

function wordBug(error: unknown): string {
  return visible(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function readPort(written: string): number {
  if (!/^\d{1,5}$/.test(written) || Number(written) > 65_535) throw new InvalidArgumentError("Ports are 0 to 65535.");
  return Number(written);
}
