import type { Command, Option } from "commander";
import { type Kind, kindOfArgument, kindOfOption } from "./completion-kinds.ts";

/** What the word at the cursor can be. */
export type CursorPlace =
  | { what: "value"; kind: Kind; lead: string; typed: string }
  | { what: "option"; options: readonly Option[] }
  | { what: "subcommand"; commands: readonly Command[] }
  | { what: "nothing" };

const NOTHING: CursorPlace = { what: "nothing" };

/** Reads the words behind a command's name as the command would; the last of them is the one that is being typed. */
export function findCursorPlace(start: Command, words: readonly string[]): CursorPlace {
  let command = start;
  let awaited: Option | undefined;
  let isPastOptions = false;
  let count = 0;
  const given = new Set<Option>();
  for (const word of words.slice(0, -1)) {
    const isOption = !isPastOptions && word.startsWith("-") && word.length > 1;
    if (awaited !== undefined && !(isOption && awaited.variadic)) {
      if (!awaited.variadic) awaited = undefined;
    } else if (word === "--" && !isPastOptions) {
      isPastOptions = true;
      awaited = undefined;
    } else if (isOption) {
      const option = optionOf(command, word);
      if (option !== undefined) given.add(option);
      awaited = option !== undefined && takesValue(option) && !word.includes("=") ? option : undefined;
    } else {
      const inner = count === 0 ? command.commands.find((each) => each.name() === word) : undefined;
      if (inner === undefined) count++;
      else command = inner;
    }
  }
  const typed = words.at(-1) ?? "";
  if (awaited !== undefined && !(awaited.variadic && typed.startsWith("-")))
    return { what: "value", kind: kindOfOption(command, awaited) ?? "free", lead: "", typed };
  if (!isPastOptions && typed.startsWith("-")) return optionPlace(command, typed, given);
  if (count === 0 && command.commands.length > 0 && command.registeredArguments.length === 0)
    return { what: "subcommand", commands: command.commands };
  const last = command.registeredArguments.at(-1);
  const argument = command.registeredArguments[count] ?? (last?.variadic === true ? last : undefined);
  if (argument === undefined) return NOTHING;
  return { what: "value", kind: kindOfArgument(command, argument) ?? "free", lead: "", typed };
}

function optionPlace(command: Command, typed: string, given: ReadonlySet<Option>): CursorPlace {
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
