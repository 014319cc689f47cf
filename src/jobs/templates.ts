import { join } from "node:path";
import type { ReadableBank } from "../bank/bank.ts";
import { readFrontMatters } from "../bank/front-matters.ts";
import { readTextFile } from "../bank/read.ts";
import { UserError } from "../errors.ts";
import { type PostTemplate, readPostTemplate } from "../fit/template.ts";
import { readDocument } from "../front-matter/read.ts";
import type { Document } from "../front-matter/values.ts";
import { type HookTemplate, readHookTemplate } from "../hooks/template.ts";

/** Reads the hook templates: the built-in ones, and the bank's own, which win over those of the same name. */
export async function readHookTemplates(bank: ReadableBank, packageDir: string): Promise<HookTemplate[]> {
  return readTemplates("templates/hooks", bank, packageDir, readHookTemplate);
}

export async function readPostTemplates(bank: ReadableBank, packageDir: string): Promise<PostTemplate[]> {
  return readTemplates("templates/posts", bank, packageDir, readPostTemplate);
}

/** The post template of a name. Throws a UserError that lists them when there is none. */
export function findPostTemplate(name: string, templates: readonly PostTemplate[]): PostTemplate {
  const found = templates.find((template) => template.name === name.toLowerCase());
  if (found === undefined)
    throw new UserError(`There is no post template "${name}".`, {
      hint: `There are: ${templates.map((template) => template.name).join(", ")}.`,
    });
  return found;
}

async function readTemplates<T extends { name: string }>(
  folder: string,
  bank: ReadableBank,
  packageDir: string,
  read: (name: string, document: Document) => T,
): Promise<T[]> {
  const byName = new Map<string, T>();
  for (const root of new Set([packageDir, bank.root])) {
    const entries = await readFrontMatters(root, folder, (entry) => entry, bank.skip);
    for (const entry of entries) {
      const text = root === bank.root ? bank.read(entry.path) : readBuiltIn(join(root, entry.path));
      if (text === null) continue;
      const template = read(entry.id, await readDocument(text));
      byName.set(template.name, template);
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readBuiltIn(path: string): string | null {
  const result = readTextFile(path);
  return "text" in result ? result.text : null;
}
