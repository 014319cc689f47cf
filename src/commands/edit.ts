import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import fs from "fs-extra";
import type { Bank } from "../bank/bank.ts";
import { keepText } from "../bank/recovered.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { parseDocumentText } from "../front-matter/parse.ts";
import type { FrontMatter, Value } from "../front-matter/values.ts";
import { visibleLine } from "../render/visible.ts";
import { parseStoryKey } from "../story/keys.ts";
import { readTextMap } from "../story/schema.ts";
import type { StoryHead } from "../story/story.ts";
import { collect, pairsOption } from "./options.ts";

export function registerEdit(program: Command, context: Context): void {
  program
    .command("edit")
    .description("edit a story in your editor, or set its keys without one")
    .argument("<story>", "id, beginning of an id, title or path")
    .option(
      "-s, --set <key=value>",
      "set a key: week, day, hook, tags=a,b, facts.cause=…; an empty value takes it away",
      collect,
    )
    .action((story: string, options: { set?: string[] }) => runEdit(context, story, options.set ?? []));
}

async function runEdit(context: Context, name: string, sets: readonly string[]): Promise<void> {
  const bank = context.openBank();
  const story = await bank.storyHead(name);
  if (sets.length > 0) await setKeys(context, bank, story, sets);
  else await editText(context, bank, story);
}

async function setKeys(context: Context, bank: Bank, story: StoryHead, sets: readonly string[]): Promise<void> {
  const pairs = pairsOption("set", sets);
  const wanted = [...pairs].map(([key, value]) => parseStoryKey(key, value));
  const changed = await bank.change(story.path, (text) => changesFor(parseDocumentText(text).data, wanted));
  const keys = [...pairs.keys()].join(", ");
  context.out(
    changed
      ? `Set ${visibleLine(keys)} of ${visibleLine(story.id)}.\n`
      : `${visibleLine(story.id)} has it so already.\n`,
  );
}

function changesFor(
  data: FrontMatter,
  wanted: readonly { key: string; fact: string | null; value: Value | undefined }[],
): Map<string, Value | undefined> {
  const changes = new Map<string, Value | undefined>();
  for (const { key, fact, value } of wanted) {
    if (fact === null) {
      changes.set(key, value);
      continue;
    }
    const facts = new Map<string, Value>(
      changes.get(key) instanceof Map ? (changes.get(key) as ReadonlyMap<string, Value>) : readTextMap(data.get(key)),
    );
    if (value === undefined) facts.delete(fact);
    else facts.set(fact, value);
    changes.set(key, facts.size === 0 ? undefined : facts);
  }
  return changes;
}

/** The editor works on a copy, so that what it saves is checked before the story changes, and kept if it can't be used. */
async function editText(context: Context, bank: Bank, story: StoryHead): Promise<void> {
  if (!context.isInteractive)
    throw new UserError("There is no terminal to edit in.", {
      hint: `Set keys without one: storybank edit ${story.id} --set hook="…"`,
    });
  const before = bank.read(story.path) ?? "";
  const folder = fs.mkdtempSync(join(tmpdir(), "storybank-"));
  const file = join(folder, story.path.split("/").at(-1) ?? "story.md");
  try {
    fs.writeFileSync(file, before);
    const code = await context.edit(file);
    const after = fs.readFileSync(file, "utf8");
    if (code !== 0) {
      const kept = after === before ? null : keepText(bank.root, `${story.id.replaceAll("/", "-")}.md`, after);
      throw new UserError(`The editor ended with code ${code}, so ${story.path} is as it was.`, {
        hint: kept === null ? "Nothing was changed." : `Your version is kept in ${kept}.`,
        code: 1,
      });
    }
    if (after === before) {
      context.out(`${visibleLine(story.id)} is as it was.\n`);
      return;
    }
    refuseUnreadable(bank, story, after);
    await bank.replace(story.path, before, after);
    context.out(`Saved ${visibleLine(story.id)}.\n`);
  } finally {
    fs.removeSync(folder);
  }
}

function refuseUnreadable(bank: Bank, story: StoryHead, text: string): void {
  try {
    parseDocumentText(text);
  } catch (error) {
    const kept = keepText(bank.root, `${story.id.replaceAll("/", "-")}.md`, text);
    throw new UserError(
      `The story could not be read back, so ${story.path} is as it was: ${(error as Error).message}.`,
      { hint: `Your version is kept in ${kept}.`, cause: error },
    );
  }
}
