import { FrontMatterError } from "../front-matter/values.ts";
import { type Renaming, renameReferences } from "../post/references.ts";
import { mergeDocuments } from "./document.ts";
import type { Aside, Decided, Merged } from "./merged.ts";
import type { Meeting, MergePlan, SideChange } from "./plan.ts";
import { mergeSettings } from "./settings.ts";

/** What becomes of a file. */
export interface Settled {
  path: string;
  mode: string;
  content: { text: string } | { oid: string };
  /** Of a second name: what it was called. */
  from: string | null;
  /** Names that it has no more. */
  dropped: readonly string[];
  /** `referred`: it only calls others by their new names. */
  code: Meeting["code"] | "referred";
  asides: readonly Aside[];
  decided: readonly Decided[];
  /** The whole of theirs, where something of it was kept aside. */
  theirs: Uint8Array | null;
}

type Blobs = ReadonlyMap<string, Uint8Array>;

/** Merges what a plan has found. `blobs` has the contents by their ids, `ids` all stories and posts of the two sides. */
export function settleMerge(
  plan: MergePlan,
  sides: { ours: readonly SideChange[]; theirs: readonly SideChange[] },
  blobs: Blobs,
  ids: ReadonlySet<string>,
): Settled[] {
  const met = new Set(plan.meetings.flatMap(({ ours, theirs }) => [ours, theirs]));
  return [
    ...plan.meetings.map((meeting) => settle(meeting, plan, blobs, ids)),
    ...referring(
      sides.ours.filter(({ after }) => !met.has(after)),
      plan.namesForOurs,
      blobs,
      ids,
    ),
    ...referring(
      sides.theirs.filter(({ after }) => !met.has(after)),
      plan.namesForTheirs,
      blobs,
      ids,
    ),
  ];
}

function settle(meeting: Meeting, plan: MergePlan, blobs: Blobs, ids: ReadonlySet<string>): Settled {
  const { path, code, from, dropped, base, ours, theirs } = meeting;
  const mode = mergeModes(base?.mode, ours?.mode, theirs?.mode);
  const done = { path, mode, from, dropped, code, asides: [], decided: [], theirs: null };
  const mine = calledAnew(path, ours, plan.namesForOurs, blobs, ids);
  const other = calledAnew(path, theirs, plan.namesForTheirs, blobs, ids);
  if (ours === null || theirs === null) return { ...done, content: (mine ?? other)?.content ?? { oid: "" } };
  // A link's text is where it leads to.
  const isFile = [ours, theirs].every((entry) => entry.mode.startsWith("100"));
  if (!isFile || typeof mine?.text !== "string" || typeof other?.text !== "string")
    return { ...done, ...keepData(base?.oid, ours.oid, theirs.oid, blobs) };
  const merged = mergeFile(path, readText(blobs.get(base?.oid ?? "")) ?? "", mine.text, other.text);
  return {
    ...done,
    content: { text: merged.text },
    asides: merged.asides,
    decided: merged.decided,
    theirs: merged.asides.length > 0 ? (blobs.get(theirs.oid) ?? null) : null,
  };
}

/** What a side has at a path, with the new names of the others in it; the text is null for what is none. */
function calledAnew(
  path: string,
  entry: Meeting["ours"],
  names: readonly Renaming[],
  blobs: Blobs,
  ids: ReadonlySet<string>,
): { text: string | null; content: Settled["content"] } | null {
  if (entry === null) return null;
  const text = readText(blobs.get(entry.oid));
  const called = text === null ? null : callByNewNames(path, text, names, ids);
  return { text: called, content: called === null || called === text ? { oid: entry.oid } : { text: called } };
}

/** Merges three texts of one file as its kind asks for; `""` is an ancestor that there is not. */
export function mergeFile(path: string, base: string, ours: string, theirs: string): Merged {
  return path === "storybank.yaml" ? mergeSettings(base, ours, theirs) : mergeDocuments(base, ours, theirs);
}

/** What is no text, such as a picture, can't be merged: ours stays. */
function keepData(
  base: string | undefined,
  ours: string,
  theirs: string,
  blobs: Blobs,
): Pick<Settled, "content" | "asides" | "theirs"> {
  if (ours === base || ours === theirs) return { content: { oid: theirs }, asides: [], theirs: null };
  if (theirs === base) return { content: { oid: ours }, asides: [], theirs: null };
  return { content: { oid: ours }, asides: [{ key: null, ours: "", theirs: "" }], theirs: blobs.get(theirs) ?? null };
}

function mergeModes(base = "", ours = "", theirs = ""): string {
  if (ours === "" || theirs === "") return ours + theirs;
  return ours === base ? theirs : ours;
}

function referring(
  changes: readonly SideChange[],
  names: readonly Renaming[],
  blobs: Blobs,
  ids: ReadonlySet<string>,
): Settled[] {
  if (names.length === 0) return [];
  return changes.flatMap(({ to, after }): Settled[] => {
    const called = to === null ? null : calledAnew(to, after, names, blobs, ids);
    if (to === null || after === null || called === null || "oid" in called.content) return [];
    const rest = { from: null, dropped: [], asides: [], decided: [], theirs: null };
    return [{ path: to, mode: after.mode, content: called.content, code: "referred", ...rest }];
  });
}

/** A text that calls stories and posts by their new names; as it was where it can't be read. */
function callByNewNames(path: string, text: string, names: readonly Renaming[], ids: ReadonlySet<string>): string {
  if (!path.endsWith(".md")) return text;
  return names.reduce((called, renaming) => {
    if (!called.includes(renaming.from)) return called;
    const other = renaming.kind === "story" ? "posts" : "stories";
    try {
      return renameReferences(called, renaming, path.startsWith("posts/"), ids.has(`${other}/${renaming.from}.md`));
    } catch (error) {
      if (error instanceof FrontMatterError) return called;
      throw error;
    }
  }, text);
}

/** The text of a file; null for what is none. */
export function readText(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined || bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
