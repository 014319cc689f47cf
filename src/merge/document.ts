import { editFrontMatter } from "../front-matter/edit.ts";
import { type Fenced, refuseConflictMarkers, splitFences } from "../front-matter/fence.ts";
import { parseFrontMatter } from "../front-matter/parse.ts";
import { type FrontMatter, FrontMatterError, isSameValue, type Value } from "../front-matter/values.ts";
import { dress, mergeDress, undress } from "./line-ends.ts";
import type { Log, Merged } from "./merged.ts";
import { mergeTexts } from "./text.ts";
import { mergeKeys, shownValue } from "./values.ts";

/**
 * Merges two versions of a story, post, week or template against their common ancestor (`""` where there is none): front matter
 * key by key, the body by lines and sentences. Lines that nobody changed stay byte for byte; no mark of a merge is ever written.
 */
export function mergeDocuments(base: string, ours: string, theirs: string): Merged {
  if (ours === theirs || theirs === base) return { text: ours, asides: [], decided: [] };
  if (ours === base) return { text: theirs, asides: [], decided: [] };
  const [b, o, t] = [undress(base), undress(ours), undress(theirs)];
  const merged = mergeWords(b.words, o.words, t.words);
  // Without an ancestor, ours says how it is written.
  return { ...merged, text: dress(merged.text, mergeDress(base === "" ? t.dress : b.dress, o.dress, t.dress)) };
}

function mergeWords(base: string, ours: string, theirs: string): Merged {
  const log: Log = { asides: [], decided: [] };
  const parts = readAll([base, ours, theirs]);
  if (parts === null) return { text: mergeTexts(base, ours, theirs, log), ...log };
  const [b, o, t] = parts;
  const wanted = mergeKeys(b.data, o.data, t.data, log);
  const body = mergeTexts(b.fenced.body, o.fenced.body, t.fenced.body, log);
  const text = writeMatter(wanted, [b.fenced, o.fenced, t.fenced], body);
  if (text !== null) return { text, ...log };
  const left = [...wanted].filter(([key, value]) => !isSameValue(value, o.data.get(key)));
  log.asides.push(...left.map(([key, value]) => asideOf(key, o.data, value)));
  return { text: join({ ...o.fenced, body }), ...log };
}

interface Part {
  fenced: Fenced;
  data: FrontMatter;
}

/** Null where the front matter of one can't be read safely. */
function readAll(texts: readonly [string, string, string]): [Part, Part, Part] | null {
  try {
    return texts.map((text): Part => {
      refuseConflictMarkers(text);
      const fenced = splitFences(text);
      return { fenced, data: parseFrontMatter(fenced.matter) };
    }) as [Part, Part, Part];
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
}

/**
 * Front matter that says what is wanted, from the lines of both sides where these go together, else from ours. Null where it
 * is written in a way that can't be changed safely.
 */
function writeMatter(wanted: FrontMatter, fences: readonly [Fenced, Fenced, Fenced], body: string): string | null {
  const [base, ours, theirs] = fences;
  const opened = ours.opening === "" ? theirs : ours;
  const lines = mergeTexts(base.matter, ours.matter, theirs.matter, { asides: [], decided: [] });
  for (const matter of [lines, ours.matter]) {
    const text = withKeys(join({ ...opened, matter, body }), wanted);
    if (text !== null) return text;
  }
  return null;
}

function withKeys(text: string, wanted: FrontMatter): string | null {
  try {
    return editFrontMatter(text, (data) => {
      const gone = [...data.keys()].filter((key) => !wanted.has(key));
      return new Map<string, Value | undefined>([
        ...gone.map((key): [string, undefined] => [key, undefined]),
        ...wanted,
      ]);
    });
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
}

function join({ bom, opening, matter, closing, body }: Fenced): string {
  return `${bom}${opening}${matter}${closing}${body}`;
}

function asideOf(key: string, ours: FrontMatter, value: Value): Merged["asides"][number] {
  const own = ours.get(key);
  return { key, ours: own === undefined ? "" : shownValue(own), theirs: shownValue(value) };
}
