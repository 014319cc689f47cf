import type { Renaming } from "../post/references.ts";

interface Entry {
  mode: string;
  oid: string;
}

/** How one side differs from the common ancestor in one file. */
export interface SideChange {
  from: string | null;
  to: string | null;
  before: Entry | null;
  after: Entry | null;
}

/** A file of which the two sides have different things to say, and where it is to be. */
export interface Meeting {
  /**
   * `both` changed it; `kept`: one took it out and the other changed it; `second-name`: theirs, where both gave one name to
   * different files; `ours`: the file that keeps that name.
   */
  code: "both" | "kept" | "second-name" | "ours";
  path: string;
  /** Of a second name: what it was called. */
  from: string | null;
  /** Names it has on either side that it has no more. */
  dropped: readonly string[];
  base: Entry | null;
  ours: Entry | null;
  theirs: Entry | null;
}

export interface MergePlan {
  meetings: readonly Meeting[];
  /** New names that the files of either side must call others by. */
  namesForOurs: readonly Renaming[];
  namesForTheirs: readonly Renaming[];
}

/** Files that there is only one of, so that two that were written apart become one. */
const SINGLE = /^(?:weeks\/|storybank\.yaml$|inbox\.md$|\.git\w+$)/;

/** Says what is to be done about each file that both sides have touched. `taken` are all paths of both. */
export function planMerge(
  ours: readonly SideChange[],
  theirs: readonly SideChange[],
  taken: ReadonlySet<string>,
): MergePlan {
  const names = nameTheirs(ours, theirs, taken);
  const ourBases = new Map(ours.flatMap((change) => (change.from === null ? [] : [[change.from, change] as const])));
  const meetings: Meeting[] = [];
  const namesForTheirs = renamings(ours.filter(isRenamed).map(({ from, to }) => [from, to]));
  for (const change of theirs) {
    const own = change.from === null ? undefined : ourBases.get(change.from);
    const final = finalPath(change, own, names);
    if (final !== change.to) namesForTheirs.push(...renamings([[change.to, final]]));
    if (own !== undefined) meetings.push(...meet(own, change, final));
    else if (change.to !== null && final !== change.to)
      meetings.push({
        code: "second-name",
        path: final ?? change.to,
        from: change.to,
        dropped: [],
        base: null,
        ours: null,
        theirs: change.after,
      });
  }
  meetings.push(...meetNew(ours, theirs, names));
  const namesForOurs = renamings(
    theirs
      .filter(isRenamed)
      .filter(({ from }) => !isRenamed(ourBases.get(from ?? "")))
      .map(({ from, to }) => [from, names.get(to ?? "") ?? to]),
  );
  return { meetings: dropOnlyFree(meetings, ours, theirs, names), namesForOurs, namesForTheirs };
}

function isRenamed(change: SideChange | undefined): boolean {
  return change !== undefined && change.from !== null && change.to !== null && change.from !== change.to;
}

/** Other names for files of theirs whose new name ours has given to another file. */
function nameTheirs(
  ours: readonly SideChange[],
  theirs: readonly SideChange[],
  taken: ReadonlySet<string>,
): Map<string, string> {
  const ourNew = new Map(ours.flatMap((each) => (isNewName(each) ? [[nameKey(each.to ?? ""), each] as const] : [])));
  const keys = new Set([...taken].map(nameKey));
  const names = new Map<string, string>();
  for (const change of theirs) {
    const rival = isNewName(change) ? ourNew.get(nameKey(change.to ?? "")) : undefined;
    if (rival === undefined || change.to === null || isOneFile(rival, change)) continue;
    const name = freePath(change.to, keys);
    keys.add(nameKey(name));
    names.set(change.to, name);
  }
  return names;
}

function isNewName({ from, to }: SideChange): boolean {
  return to !== null && from !== to;
}

function isOneFile(ours: SideChange, theirs: SideChange): boolean {
  if (ours.from !== null || theirs.from !== null) return ours.from === theirs.from;
  if (ours.to !== theirs.to) return false;
  return ours.after?.oid === theirs.after?.oid || SINGLE.test(theirs.to ?? "");
}

/** Some systems take names for one that differ only in case or in how an accent is composed. */
function nameKey(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function freePath(path: string, keys: ReadonlySet<string>): string {
  const [, stem = path, ending = ""] = /^(.*?)(\.[^./]*)?$/.exec(path) ?? [];
  for (let copy = 2; ; copy++) {
    const name = `${stem}-${copy}${ending}`;
    if (!keys.has(nameKey(name))) return name;
  }
}

/** Where a file of theirs is to be: under the name that ours gave it, else its own. */
function finalPath(
  theirs: SideChange,
  ours: SideChange | undefined,
  names: ReadonlyMap<string, string>,
): string | null {
  if (theirs.to === null) return null;
  if (ours !== undefined && isRenamed(ours)) return ours.to;
  return isNewName(theirs) ? (names.get(theirs.to) ?? theirs.to) : theirs.to;
}

function meet(ours: SideChange, theirs: SideChange, final: string | null): Meeting[] {
  if (ours.to === null && theirs.to === null) return [];
  const path = final ?? ours.to ?? "";
  const old = [ours.from, ours.to, theirs.to].filter((name) => name !== null && name !== path) as string[];
  const code = ours.to === null || theirs.to === null ? "kept" : "both";
  return [{ code, path, from: null, dropped: old, base: theirs.before, ours: ours.after, theirs: theirs.after }];
}

/** Files that are new on both sides under one name. */
function meetNew(
  ours: readonly SideChange[],
  theirs: readonly SideChange[],
  names: ReadonlyMap<string, string>,
): Meeting[] {
  const added = new Map(ours.flatMap((each) => (each.from === null ? [[each.to, each] as const] : [])));
  const claimed = new Map(ours.flatMap((each) => (isNewName(each) ? [[each.to, each] as const] : [])));
  return theirs.flatMap((change): Meeting[] => {
    const own = added.get(change.to);
    if (change.to !== null && names.has(change.to)) {
      const holder = claimed.get(change.to);
      // Where both have changed the holder, it meets by itself.
      return holder === undefined || theirs.some(({ from }) => from !== null && from === holder.from)
        ? []
        : [{ code: "ours", path: change.to, from: null, dropped: [], base: null, ours: holder.after, theirs: null }];
    }
    if (change.from !== null || change.to === null || own === undefined || own.after?.oid === change.after?.oid)
      return [];
    return [
      { code: "both", path: change.to, from: null, dropped: [], base: null, ours: own.after, theirs: change.after },
    ];
  });
}

/** A name that another file has now is not dropped. */
function dropOnlyFree(
  meetings: readonly Meeting[],
  ours: readonly SideChange[],
  theirs: readonly SideChange[],
  names: ReadonlyMap<string, string>,
): Meeting[] {
  const claimed = new Set(meetings.map(({ path }) => path));
  for (const { from, to } of ours) if (from === null && to !== null) claimed.add(to);
  for (const { from, to } of theirs) if (from === null && to !== null && !names.has(to)) claimed.add(to);
  return meetings.map((each) => ({ ...each, dropped: each.dropped.filter((name) => !claimed.has(name)) }));
}

/** Pairs of paths as new names of stories and posts; other files are called by nobody. */
function renamings(pairs: readonly (readonly [string | null, string | null])[]): Renaming[] {
  return pairs.flatMap(([from, to]): Renaming[] => {
    const [one, other] = [from, to].map((path) => /^(stories|posts)\/(.+)\.md$/.exec(path ?? ""));
    if (one === null || other === null || one === undefined || other === undefined || one[1] !== other[1]) return [];
    return [{ kind: one[1] === "stories" ? "story" : "post", from: one[2] ?? "", to: other[2] ?? "" }];
  });
}
