import type { Bank } from "../bank/bank.ts";
import { chosenName } from "../bank/names.ts";
import { nameKey } from "../bank/resolve.ts";
import type { StoryOrPost } from "../bank/resolve-post.ts";
import { UserError } from "../errors.ts";
import { FOLDERS } from "../post/references.ts";

export interface Renamed {
  from: string;
  id: string;
  path: string;
  /** The files that refer to it, which say its new name now. */
  changed: readonly string[];
}

/**
 * Gives a story or post another name, in its file and in all that refer to it. Null where it has the name already.
 *
 * @throws UserError when the name is taken or can't be one, or a file that refers to it can't be changed.
 */
export async function renameNamed(bank: Bank, { kind, head }: StoryOrPost, written: string): Promise<Renamed | null> {
  const id = readNewId(kind, head.id, written);
  if (id === head.id) return null;
  const path = `${FOLDERS[kind]}/${id}.md`;
  const isTaken = bank.ids(FOLDERS[kind]).some((other) => other !== head.id && nameKey(other) === nameKey(id));
  const changed = isTaken ? null : await bank.rename({ kind, from: head.id, to: id });
  if (changed === null)
    throw new UserError(`There is a ${kind} ${id} already.`, { hint: "Nothing was changed. Choose another name." });
  return { from: head.id, id, path, changed: changed.filter((each) => each !== path) };
}

/** Reads a new name of a story or post: an id, a path, a folder that ends with a slash, or words, of which a name is made. */
export function readNewId(kind: "story" | "post", old: string, written: string): string {
  const own = old.split("/").at(-1) ?? old;
  const path = written.trim().replaceAll("\\", "/").replace(/^\.\//, "");
  const inside = path.startsWith(`${FOLDERS[kind]}/`) ? path.slice(FOLDERS[kind].length + 1) : path;
  const words = (inside === "" || inside.endsWith("/") ? `${inside}${own}` : inside.replace(/\.md$/i, "")).split("/");
  const names = words.map((word) => (/^\.{0,2}$/.test(word.trim()) ? null : chosenName(word.trim())));
  if (path === "" || names.includes(null))
    throw new UserError(`"${written}" can't be the name of a ${kind}.`, {
      hint: `Write words or an id, such as ${own}-2.`,
    });
  const id = names.join("/");
  if (kind === "post" && id.slice(0, id.lastIndexOf("/") + 1) !== old.slice(0, -own.length))
    throw new UserError("A post stays in its folder.", { hint: `Give it a name without one, such as ${own}-2.` });
  return id;
}
