import type { Argument, Command, Option } from "commander";
import { type Kind, kindOfArgument, kindOfOption } from "./completion-kinds.ts";

/** What stands where the cursor is. */
export type Slot =
  | { what: "value"; kind: Kind; lead: string; typed: string }
  | { what: "option"; options: readonly Option[] }
  | { what: "subcommand"; commands: readonly Command[] }
  | { what: "nothing" };

const NOTHING: Slot = { what: "nothing" };

/** How far the words in front of the last one have led. */
interface Progress {
  command: Command;
  /** The option whose value comes next, or one of its values. */
  awaited: Option | undefined;
  isPastOptions: boolean;
  /** The arguments so far. */
  count: number;
  given: Set<Option>;
}

/** Reads the words behind a command's name as the command would; the last of them is the one that is being typed. */
export function findSlot(start: Command, words: readonly string[]): Slot {
  const progress: Progress = { command: start, awaited: undefined, isPastOptions: false, count: 0, given: new Set() };
  for (const word of words.slice(0, -1)) readWord(progress, word);
  const { command, awaited, isPastOptions, count, given } = progress;
  const typed = words.at(-1) ?? "";
  if (awaited !== undefined && !(awaited.variadic && typed.startsWith("-")))
    return { what: "value", kind: kindOfOption(command, awaited) ?? "free", lead: "", typed };
  if (!isPastOptions && typed.startsWith("-")) return optionSlot(command, typed, given);
  if (count === 0 && command.commands.length > 0 && command.registeredArguments.length === 0)
    return { what: "subcommand", commands: command.commands };
  const argument = argumentAt(command, count);
  if (argument === undefined) return NOTHING;
  return { what: "value", kind: kindOfArgument(command, argument) ?? "free", lead: "", typed };
}

function readWord(progress: Progress, word: string): void {
  const { awaited, isPastOptions } = progress;
  const isOption = !isPastOptions && word.startsWith("-") && word.length > 1;
  if (awaited !== undefined && !(isOption && awaited.variadic)) {
    if (!awaited.variadic) progress.awaited = undefined;
  } else if (word === "--" && !isPastOptions) {
    progress.isPastOptions = true;
    progress.awaited = undefined;
  } else if (isOption) readOption(progress, word);
  else readArgument(progress, word);
}

function readOption(progress: Progress, word: string): void {
  const option = optionOf(progress.command, word);
  if (option !== undefined) progress.given.add(option);
  progress.awaited = option !== undefined && takesValue(option) && !word.includes("=") ? option : undefined;
}

function readArgument(progress: Progress, word: string): void {
  const { command, count } = progress;
  const inner = count === 0 ? command.commands.find((each) => each.name() === word) : undefined;
  if (inner === undefined) progress.count++;
  else progress.command = inner;
}

/** The last argument may take several words. */
function argumentAt({ registeredArguments }: Command, index: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[index] ?? (last?.variadic === true ? last : undefined);
}

function optionSlot(command: Command, typed: string, given: ReadonlySet<Option>): Slot {
  const at = typed.indexOf("=");
  if (at < 0)
    return { what: "option", options: command.options.filter((each) => mayComeAgain(each) || !given.has(each)) };
  const option = optionOf(command, typed);
  if (option === undefined || !takesValue(option)) return NOTHING;
  const kind = kindOfOption(command, option) ?? "free";
  return { what: "value", kind, lead: typed.slice(0, at + 1), typed: typed.slice(at + 1) };
}

function optionOf(command: Command, word: string): Option | undefined {
  const [name] = word.split("=");
  return command.options.find((option) => option.long === name || option.short === name);
}

/** Whether a word has to follow it. */
export function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

/** Options that collect their values, and those that take several. */
function mayComeAgain(option: Option): boolean {
  return option.variadic || option.parseArg !== undefined;
}
