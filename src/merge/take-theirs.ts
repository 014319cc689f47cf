import { editFrontMatter } from "../front-matter/edit.ts";
import { splitFences } from "../front-matter/fence.ts";
import { parseFrontMatter } from "../front-matter/parse.ts";
import { type FrontMatter, isMap, type Value } from "../front-matter/values.ts";
import { dress, undress } from "./line-ends.ts";
import type { Aside } from "./merged.ts";

/** A text with theirs in the places where ours stood, and the places that are not there any more. */
export interface Taken {
  text: string;
  lost: readonly Aside[];
}

/**
 * Puts what was kept aside in the place of what stands. `theirs` is the whole of theirs.
 *
 * @throws FrontMatterError where the front matter can't be changed safely.
 */
export function takeTheirs(text: string, parts: readonly Aside[], theirs: string): Taken {
  const lost: Aside[] = [];
  const { words, dress: own } = undress(text);
  let taken = words;
  for (const part of parts) {
    if (part.key !== null) taken = takeKey(taken, part.key.split("."), theirs);
    else if (part.ours === "") taken = undress(theirs).words;
    else if (taken.split(part.ours).length === 2) taken = taken.replace(part.ours, () => part.theirs);
    else lost.push(part);
  }
  return { text: dress(taken, own), lost };
}

function takeKey(text: string, [key = "", ...below]: readonly string[], theirs: string): string {
  const value = parseFrontMatter(splitFences(theirs).matter).get(key);
  return editFrontMatter(
    text,
    (data) => new Map([[key, below.length === 0 ? value : takeBelow(data.get(key), value, below)]]),
  );
}

/** A map with one entry as theirs has it; the others stay as they are. */
function takeBelow(ours: Value | undefined, theirs: Value | undefined, path: readonly string[]): Value | undefined {
  const [key = "", ...below] = path;
  if (path.length === 0 || !isMap(ours) || !isMap(theirs)) return theirs;
  const taken = takeBelow(ours.get(key), theirs.get(key), below);
  const map: FrontMatter = new Map([...ours, ...(taken === undefined ? [] : [[key, taken] as const])]);
  return taken === undefined ? new Map([...map].filter(([own]) => own !== key)) : map;
}
