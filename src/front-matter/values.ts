/** A value of front matter. Scalars stay the text that was written: `1:30`, `0123` and `yes` are strings. */
export type Value = string | readonly Value[] | ReadonlyMap<string, Value>;

/** The keys of a file in their order there. */
export type FrontMatter = ReadonlyMap<string, Value>;

/** A file's text taken apart. `bodyLine` is the file's line (from 1) on which the body starts. */
export interface Document {
  data: FrontMatter;
  body: string;
  bodyLine: number;
}

/** Says why a file's front matter can't be read safely; the file is skipped and left as it is. */
export class FrontMatterError extends Error {
  /** The file's line that it is about, from 1; null where it is about all of them. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.name = "FrontMatterError";
    this.line = line;
  }
}

export function isMap(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Tells whether two values hold the same text in the same order; the order of a map's keys does not matter. */
export function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => isSameValue(item, b[i]));
  if (isMap(a) && isMap(b)) return a.size === b.size && [...a].every(([key, item]) => isSameValue(item, b.get(key)));
  return a === b;
}
