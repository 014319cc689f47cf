import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import { keepText } from "../bank/recovered.ts";
import type { StoryOrPost } from "../bank/resolve-post.ts";
import { editCopy } from "../bank/scratch.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import type { FrontMatter, Value } from "../front-matter/values.ts";
import { parsePostKey } from "../post/keys.ts";
import { visibleLine } from "../render/visible.ts";
import { parseStoryKey, type SetKey } from "../story/keys.ts";
import { quoteWord } from "../story/quote-word.ts";
import { readTextMap } from "../story/schema.ts";
import { namedStoryOrPost } from "./named.ts";
import { collect, pairsOption } from "./options.ts";

export function registerEdit(program: Command, context: Context): void {
  program
    .command("edit")
    .description("edit a story or post in your editor, or set its keys without one")
    .argument("[story-or-post]", "id, beginning of an id, title or path")
    .option(
      "-s, --set <key=value>",
      "set a key: week, day, hook, tags=a,b, facts.cause=…; of a post date, time, targets.saves=…; an empty value takes it away",
      collect,
    )
    .action((name: string | undefined, options: { set?: string[] }) => runEdit(context, name, options.set ?? []));
}

async function runEdit(context: Context, name: string | undefined, sets: readonly string[]): Promise<void> {
  const bank = context.openBank();
  const named = await namedStoryOrPost(context, bank, name);
  if (sets.length > 0) await setKeys(context, bank, named, sets);
  else await editText(context, bank, named);
}

async function setKeys(
  context: Context,
  bank: Bank,
  { kind, head }: StoryOrPost,
  sets: readonly string[],
): Promise<void> {
  const pairs = pairsOption("set", sets);
  const wanted: SetKey[] = [];
  for (const [key, written] of pairs) {
    const set = kind === "story" ? parseStoryKey(key, written) : parsePostKey(key, written);
    // A post keeps the whole id of its story, so that it is found again.
    const isTold = kind === "post" && set.key === "story" && typeof set.value === "string";
    wanted.push(isTold ? { ...set, value: (await bank.story(String(set.value))).id } : set);
  }
  const changed = await bank.change(head.path, (data) => changesFor(data, wanted));
  const keys = [...pairs.keys()].join(", ");
  context.say(
    changed ? `Set ${visibleLine(keys)} of ${visibleLine(head.id)}.\n` : `${visibleLine(head.id)} has it so already.\n`,
  );
}

function changesFor(data: FrontMatter, wanted: readonly SetKey[]): Map<string, Value | undefined> {
  const changes = new Map<string, Value | undefined>();
  for (const { key, part, value } of wanted) {
    if (part === null) {
      changes.set(key, value);
      continue;
    }
    const parts = new Map<string, Value>(
      changes.get(key) instanceof Map ? (changes.get(key) as ReadonlyMap<string, Value>) : readTextMap(data.get(key)),
    );
    if (value === undefined) parts.delete(part);
    else parts.set(part, value);
    changes.set(key, parts.size === 0 ? undefined : parts);
  }
  return changes;
}

/** The editor works on a copy, so that what it saves is checked before the file changes, and kept if it can't be used. */
async function editText(context: Context, bank: Bank, named: StoryOrPost): Promise<void> {
  const { kind, head } = named;
  if (!context.isInteractive)
    throw new UserError("There is no terminal to edit in.", {
      hint: `Set keys without one: storybank edit ${quoteWord(head.id)} --set hook="…"`,
    });
  const before = bank.read(head.path) ?? "";
  const { text: after, code } = await editCopy(head.path.split("/").at(-1) ?? `${kind}.md`, before, context.edit);
  if (code !== 0) {
    const kept = after === before ? null : keepText(bank.root, `${head.id.replaceAll("/", "-")}.md`, after);
    throw new UserError(`The editor ended with code ${code}, so ${head.path} is as it was.`, {
      hint: kept === null ? "Nothing was changed." : `Your version is kept in ${kept}.`,
      code: 1,
    });
  }
  if (after === before) {
    context.say(`${visibleLine(head.id)} is as it was.\n`);
    return;
  }
  await refuseUnreadable(bank, named, after);
  await bank.replace(head.path, before, after);
  context.say(`Saved ${visibleLine(head.id)}.\n`);
}

async function refuseUnreadable(bank: Bank, { kind, head }: StoryOrPost, text: string): Promise<void> {
  try {
    await readDocument(text);
  } catch (error) {
    const kept = keepText(bank.root, `${head.id.replaceAll("/", "-")}.md`, text);
    throw new UserError(
      `The ${kind} could not be read back, so ${head.path} is as it was: ${(error as Error).message}.`,
      { hint: `Your version is kept in ${kept}.`, cause: error },
    );
  }
}
