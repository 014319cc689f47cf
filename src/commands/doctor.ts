import type { Command } from "commander";
import type { Context } from "../context.ts";
import { EXIT } from "../errors.ts";
import { examineBank } from "../jobs/doctor.ts";
import { toJson, visible } from "../render/visible.ts";

export function registerDoctor(program: Command, context: Context): void {
  program
    .command("doctor")
    .description("find what is wrong with the set-up, and say what to do")
    .option("--json", "print what was found as JSON")
    .action((options: { json?: boolean }) => runDoctor(context, options.json === true));
}

async function runDoctor(context: Context, isJson: boolean): Promise<void> {
  const bank = context.openBank();
  const { healthy, troubles } = await examineBank(bank, context.packageDir);
  if (isJson) context.out(toJson(troubles));
  else {
    const { paint } = context;
    for (const line of healthy) context.out(`${paint.good("ok")}  ${visible(line)}\n`);
    for (const { what, remedy } of troubles)
      context.out(`${paint.warn("!!")}  ${visible(what)}\n    ${visible(remedy)}\n`);
    context.out(
      troubles.length === 0
        ? "Nothing is wrong.\n"
        : `${troubles.length === 1 ? "1 thing needs" : `${troubles.length} things need`} a look.\n`,
    );
  }
  if (troubles.length > 0) context.setExitCode(EXIT.findings);
}
