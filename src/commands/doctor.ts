import type { Command } from "commander";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { examineBank } from "../jobs/doctor/examine.ts";
import type { Trouble } from "../jobs/doctor/trouble.ts";
import { toJson, visible } from "../render/visible.ts";
import { wrapText } from "../render/wrap.ts";

interface DoctorOptions {
  fix?: boolean;
  json?: boolean;
}

export function registerDoctor(program: Command, context: Context): void {
  program
    .command("doctor")
    .description("find what is wrong with the set-up, and say what to do")
    .option("--fix", "do what is safe: sweep away what interrupted commands have left")
    .option("--json", "print what was found as JSON")
    .action((options: DoctorOptions) => runDoctor(context, options));
}

async function runDoctor(context: Context, options: DoctorOptions): Promise<void> {
  const { paint } = context;
  const { healthy, troubles } = await examineBank(context.openBank());
  const done = options.fix === true ? await mendAll(troubles) : [];
  const left = troubles.filter(({ mend }) => options.fix !== true || mend === undefined);
  if (options.json === true) context.out(toJson(left.map(({ what, remedy }) => ({ what, remedy }))));
  else {
    const say = (mark: string, text: string): void => {
      const lead = " ".repeat(INDENT);
      context.out(`${mark}${wrapText(visible(text), context.columns - INDENT).join(`\n${lead}`)}\n`);
    };
    for (const line of healthy) say(`${paint.good("ok")}  `, line);
    for (const { what, remedy } of left) say(`${paint.warn("!!")}  `, `${what}\n${remedy}`);
    for (const line of done) say(`${paint.good("done")}  `, line);
    context.out(`${wordCount(left.length, troubles.length)}\n`);
  }
  if (left.length > 0) context.setExitCode(EXIT.findings);
}

const INDENT = 4;

async function mendAll(troubles: readonly Trouble[]): Promise<string[]> {
  const done: string[] = [];
  for (const { what, mend } of troubles) {
    if (mend === undefined) continue;
    try {
      done.push(await mend());
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      done.push(`not done: ${what} ${error.message}`);
    }
  }
  return done;
}

function wordCount(left: number, found: number): string {
  if (left === 0) return found === 0 ? "Nothing is wrong." : "Nothing is wrong any more.";
  return `${left === 1 ? "1 thing needs" : `${left} things need`} a look.`;
}
