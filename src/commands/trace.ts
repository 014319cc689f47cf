import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { findOpen, tracePost } from "../jobs/trace.ts";
import { renderTrace, traceJson, wordTrace } from "../render/trace.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { namedPost } from "./named.ts";
import { reviewPost } from "./review.ts";

interface TraceFlags {
  review?: boolean;
  open?: boolean;
  json?: boolean;
}

export function registerTrace(program: Command, context: Context): void {
  program
    .command("trace")
    .description("show every statement of a post with the story's lines that it rests on")
    .argument("[post]", "id, beginning of an id, title, path or address; or its story")
    .option("--review", "go through what is open, one key each")
    .option("--open", "only what is open")
    .option("--json", "print the statements as JSON")
    .addHelpText("after", SIGNS)
    .action((post: string | undefined, flags: TraceFlags) => runTrace(context, post, flags));
}

const SIGNS = `
In front of a statement or detail:
  =  it follows from what the story says
  ✓  you have confirmed it
  ?  the story says nothing of the kind
  ✗  the story says otherwise
`;

async function runTrace(context: Context, name: string | undefined, flags: TraceFlags): Promise<void> {
  if (flags.review === true && !context.isInteractive)
    throw new UserError("There is no terminal to review on.", {
      hint: "Without --review it prints; keep what you know better with: storybank confirm POST WORDS",
    });
  const bank = context.openBank();
  const post = await namedPost(context, bank, name, { orPublished: true });
  if (flags.review === true) return reviewPost(context, bank, post);
  const trace = await tracePost(bank, post);
  const open = findOpen(trace.statements);
  const shown =
    flags.open === true
      ? trace.statements.filter((statement) => open.some((each) => each.statement === statement))
      : trace.statements;
  if (flags.json === true) return context.out(toJson(traceJson({ ...trace, statements: shown })));
  if (trace.statements.length === 0) return context.say(`${visibleLine(post.id)} says nothing yet.\n`);
  if (shown.length > 0) context.out(`${await renderTrace(shown, context.paint, context.columns)}\n`);
  context.say(`${wordTrace(trace.statements)}\n`);
  if (open.length > 0) context.err(`Next: storybank trace ${visibleLine(quoteWord(post.id))} --review\n`);
}
