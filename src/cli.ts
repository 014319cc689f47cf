import { Command, CommanderError, Help } from "commander";
import type { CommandEntry } from "./commands/entry.ts";
import { COMMANDS } from "./commands.ts";
import type { Context } from "./context.ts";
import { Cancelled, EXIT, UserError } from "./errors.ts";
import { visible } from "./render/visible.ts";
import { fitText, wrapText } from "./render/wrap.ts";
import { VERSION } from "./version.ts";

/**
 * Runs one command line and reports whatever goes wrong in one place. Only the module of the command that is called
 * gets loaded; the others stand in the help with their summaries.
 */
export async function runCli(argv: readonly string[], context: Context): Promise<void> {
  const called = findCalled(argv);
  try {
    const program = createProgram(context);
    for (const entry of COMMANDS) {
      if (entry === called) (await entry.load())(program, context);
      else program.addCommand(stubOf(entry), { hidden: entry.isHidden === true });
    }
    for (const command of program.commands) adopt(command, context);
    await program.parseAsync(argv.length === 0 ? ["--help"] : argv, { from: "user" });
  } catch (error) {
    report(hintAtDash(error, argv), called, context);
  }
}

/** Words that begin with a dash are read as options; where that ends in an error, the hint says how to write them. */
function hintAtDash(error: unknown, argv: readonly string[]): unknown {
  const end = argv.indexOf("--");
  const spoken = argv.slice(0, end < 0 ? argv.length : end).filter((word) => /^-[^-].*\s|^-\d/.test(word));
  const isUsage =
    error instanceof CommanderError
      ? error.exitCode !== 0 && spoken.length > 0
      : // A letter of it was taken for an option, and the rest for that option's value.
        error instanceof UserError && spoken.some((word) => error.message.includes(`"${word.slice(2)}"`));
  if (!isUsage) return error;
  return new UserError(sentenceOf((error as Error).message), {
    hint: "Put -- in front of text that begins with a dash.",
  });
}

/** What commander says, as a sentence of ours. */
function sentenceOf(message: string): string {
  const [first = ""] = message.replace(/^error: /, "").split("\n");
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}.`.replace(/\.\.$/, ".");
}

function createProgram(context: Context): Command {
  const program = new Command("storybank")
    .description("Turns a bank of your own true stories into weekly posts.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .option("--bank <dir>", "the bank's folder (else the nearest one upwards, or STORYBANK_DIR)")
    .option("--no-color", "print without colour")
    .addHelpText("after", "\nStart with: storybank init, then storybank import week-1.md or storybank add\n");
  adopt(program, context);
  return program;
}

/** Gives a command our streams, our errors and the global options. */
function adopt(command: Command, context: Context): void {
  command.exitOverride().showHelpAfterError(false).showSuggestionAfterError(true);
  command.configureHelp({
    helpWidth: Math.min(context.columns, 100),
    minWidthToWrap: NARROWEST,
    formatItem: formatHelpItem,
  });
  command.configureOutput({ writeOut: (text) => context.out(fitText(text, context.columns)), writeErr: () => {} });
  if (command.name() !== "storybank")
    command.option("--bank <dir>", "the bank's folder").option("--no-color", "print without colour");
}

/** The columns that a description needs beside its term; with less, it goes below. */
const NARROWEST = 24;

function formatHelpItem(term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  if (description === "" || width - termWidth - 4 >= NARROWEST)
    return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
  return [`  ${term}`, ...wrapText(description, width - 6).map((line) => `      ${line}`)].join("\n");
}

function stubOf(entry: CommandEntry): Command {
  const stub = new Command(entry.name)
    .description(entry.summary)
    .helpOption(false)
    .allowUnknownOption()
    .argument("[args...]");
  return entry.alias === undefined ? stub : stub.alias(entry.alias);
}

/** The first word that is no option names the command; behind `help` it is the second. */
function findCalled(argv: readonly string[]): CommandEntry | undefined {
  const words: string[] = [];
  for (let i = 0; i < argv.length && words.length < 2; i++) {
    const word = argv[i] ?? "";
    if (word === "--") break;
    if (word === "--bank") i++;
    else if (!word.startsWith("-")) words.push(word);
  }
  const name = words[0] === "help" ? words[1] : words[0];
  return name === undefined ? undefined : COMMANDS.find((entry) => entry.name === name || entry.alias === name);
}

function report(error: unknown, called: CommandEntry | undefined, context: Context): void {
  if (error instanceof Cancelled) {
    const kept = error.kept === undefined ? null : visible(error.kept);
    context.err(
      kept === null
        ? "Cancelled; nothing was written.\n"
        : `Cancelled. What you typed is kept in\n${kept}\nGo on with it: storybank add\n`,
    );
    context.setExitCode(EXIT.cancelled);
  } else if (error instanceof UserError) {
    say(error.message, error.hint, context);
    context.setExitCode(error.code);
  } else if (error instanceof CommanderError) {
    reportUsage(error, called, context);
  } else {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    context.err(`storybank: this is a bug in storybank, not a fault of yours.\n${visible(stack)}\n`);
    context.err(`Please report it with the lines above: storybank ${VERSION}\n`);
    context.setExitCode(EXIT.bug);
  }
}

/** Words what commander found wrong with the command line as one sentence and a hint. */
function reportUsage(error: CommanderError, called: CommandEntry | undefined, context: Context): void {
  if (error.exitCode === 0) return;
  context.setExitCode(EXIT.usage);
  if (error.code === "commander.help") {
    say("There is no such command.", "See: storybank --help", context);
    return;
  }
  const [, suggestion] = error.message.split("\n");
  const help = `See: storybank ${called === undefined ? "" : `${called.name} `}--help`;
  say(sentenceOf(error.message), suggestion?.replace(/^\(|\)$/g, "") ?? help, context);
}

function say(message: string, hint: string | undefined, context: Context): void {
  context.err(`storybank: ${visible(message)}\n${hint === undefined ? "" : `${visible(hint)}\n`}`);
}
