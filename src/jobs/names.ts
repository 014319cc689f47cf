import type { Bank } from "../bank/bank.ts";
import { CONFIG_FILE } from "../bank/find.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { UserError } from "../errors.ts";
import { dropEntry, putEntry } from "../front-matter/entries.ts";
import { splitFences } from "../front-matter/fence.ts";
import type { NameKind } from "../language/name-kind.ts";
import { type Decision, decisionOf, isSameName, type NameRegister } from "../post/name-register.ts";
import { findPrivateNames } from "../post/private-names.ts";
import { findPublished } from "../post/sections.ts";
import { readStoryLines } from "../story/beats.ts";
import { foldLetters } from "../text/letters.ts";
import type { Line } from "../text/line.ts";
import { findLineNames } from "../text/line-names.ts";
import { readPlainLines } from "../text/plain.ts";
import { isTooLong } from "./too-long.ts";

/** A name that stories and posts use; the shape is public. */
export interface ListedName {
  name: string;
  kind: NameKind;
  /** In how many stories and posts it stands. */
  stories: number;
  posts: number;
  decided: Decision;
  alias: string | null;
}

/** Lists the names that the stories and posts of a bank use: those first of which nobody has decided, people before companies. */
export async function listNames(bank: ReadableBank): Promise<ListedName[]> {
  const config = await bank.config();
  const found = new Map<string, FoundIn>();
  for (const head of await bank.stories()) {
    const { title, hook, body, bodyLine } = await bank.wholeStory(head);
    countNames(
      found,
      "stories",
      namesOf(readStoryLines({ body, bodyLine }), hook),
      `${title}\n${hook}\n${body}`,
      config,
    );
  }
  for (const head of await bank.posts()) {
    const post = await bank.wholePost(head);
    const { markdown } = findPublished(post);
    countNames(found, "posts", namesOf(readPlainLines(markdown), null), `${post.title}\n${markdown}`, config);
  }
  return [...found.values()]
    .map(({ forms, kinds, stories, posts }): ListedName => {
      const name = mostOf(forms) ?? "";
      return { name, kind: mostOf(kinds) ?? "other", stories, posts, ...decisionOf(name, config) };
    })
    .sort(
      (a, b) =>
        Number(b.decided === "undecided") - Number(a.decided === "undecided") ||
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        b.stories + b.posts - (a.stories + a.posts) ||
        (a.name < b.name ? -1 : 1),
    );
}

const KINDS: readonly NameKind[] = ["person", "company", "product", "place", "other"];

interface FoundIn {
  forms: Map<string, number>;
  kinds: Map<NameKind, number>;
  stories: number;
  posts: number;
}

/** The names of a text, each with what it names. */
function namesOf(lines: readonly Line[], hook: string | null): Map<string, NameKind> {
  const spoken = hook === null ? lines : [...readPlainLines(hook), ...lines];
  if (isTooLong(spoken.map(({ text }) => text).join("\n"))) return new Map();
  return new Map(findLineNames(spoken).map(({ name, kind }) => [name, kind]));
}

/** Counts the names of one file; names of the register count wherever they stand, as they do for `check`. */
function countNames(
  found: Map<string, FoundIn>,
  folder: "stories" | "posts",
  names: ReadonlyMap<string, NameKind>,
  text: string,
  register: NameRegister,
): void {
  const known = [...register.private.map(({ name }) => name), ...(register.public ?? [])];
  const listed = findPrivateNames(
    text,
    known.map((name) => ({ name, alias: null })),
  );
  const all = new Map<string, NameKind | null>(listed.map(({ name }) => [name, null]));
  for (const [name, kind] of names) all.set(known.find((each) => isSameName(each, name)) ?? name, kind);
  for (const [name, kind] of all) {
    const key = foldLetters(name);
    const own = found.get(key) ?? { forms: new Map(), kinds: new Map(), stories: 0, posts: 0 };
    found.set(key, own);
    own[folder]++;
    own.forms.set(name, (own.forms.get(name) ?? 0) + 1);
    if (kind !== null && kind !== "other") own.kinds.set(kind, (own.kinds.get(kind) ?? 0) + 1);
  }
}

function mostOf<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** What shall be done with a name. */
export type NameDecision = { name: string } & ({ decided: "public" } | { decided: "private"; alias: string | null });

/**
 * Writes into the settings that a name may be published, or may not; only the lines that change are touched. Returns false where
 * it stands there already.
 */
export async function decideName(bank: Bank, decision: NameDecision): Promise<boolean> {
  const config = await bank.config();
  refuseOwnAlias(config, decision);
  return bank.rewrite(CONFIG_FILE, (text) => withDecision(text, config, decision));
}

function refuseOwnAlias(config: NameRegister, decision: NameDecision): void {
  if (decision.decided === "public" || decision.alias === null) return;
  const { alias } = decision;
  const name = config.private.find((each) => isSameName(each.name, decision.name))?.name ?? decision.name;
  if (findPrivateNames(alias, [{ name, alias }]).length > 0)
    throw new UserError(`“${alias}” holds the name itself.`, {
      hint: "Say something else instead, such as: a client.",
    });
}

/** The text of the settings with a decision on a name. Throws a FrontMatterError where it can't be changed safely. */
export function withDecision(text: string, config: NameRegister, decision: NameDecision): string {
  const known = config.private.find(({ name }) => isSameName(name, decision.name));
  const spelled = config.public?.find((name) => isSameName(name, decision.name));
  if (decision.decided === "public")
    return putEntry(dropEntry(text, "private", known?.name ?? ""), "public", {
      name: spelled ?? decision.name,
      text: null,
    });
  const kept = decision.alias ?? known?.alias ?? null;
  return putEntry(dropEntry(text, "public", spelled ?? ""), "private", {
    name: known?.name ?? decision.name,
    text: kept,
  });
}

/** In how many stories and posts a name stands. */
export async function countUses(bank: Bank, name: string): Promise<{ stories: number; posts: number }> {
  const wanted = [{ name, alias: null }];
  const uses = { stories: 0, posts: 0 };
  for await (const { text } of bank.wholeStoriesInOrder())
    uses.stories += findPrivateNames(text, wanted).length > 0 ? 1 : 0;
  for await (const { text } of bank.wholePostsInOrder())
    uses.posts += findPrivateNames(text, wanted).length > 0 ? 1 : 0;
  return uses;
}

/** The people and companies that a file's text names. */
function partiesIn(text: string): string[] {
  const named = [...namesOf(readPlainLines(splitFences(text).body), null)];
  return named.filter(([, kind]) => kind === "person" || kind === "company").map(([name]) => name);
}

/** The people and companies that new files brought into the bank: nobody has decided of them, and no other story names them. */
export async function findNewNames(bank: Bank, paths: ReadonlySet<string>): Promise<string[]> {
  const config = await bank.config();
  const named = [...paths].flatMap((path) => partiesIn(bank.read(path) ?? ""));
  const names = new Set(named.filter((name) => decisionOf(name, config).decided === "undecided"));
  if (names.size === 0) return [];
  for await (const { item, text } of bank.wholeStoriesInOrder())
    if (!paths.has(item.path)) for (const name of names) if (text.includes(name)) names.delete(name);
  // "Priya" comes with "Priya Raman".
  return [...names].filter((name) => ![...names].some((other) => other !== name && ` ${other} `.includes(` ${name} `)));
}
