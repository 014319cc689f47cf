/** A text with holes: `{title}` stands for a value, `{{` for a brace. */
export type Skeleton = string;

/** Makes a stretch of a document safe as a part of a skeleton. */
export function escapeBraces(text: string): Skeleton {
  return text.replaceAll("{", "{{");
}

/** Fills a skeleton's holes. A line with a hole whose value is gone (a key somebody has deleted) goes too. */
export function fillSkeleton(skeleton: Skeleton, values: ReadonlyMap<string, string>): string {
  return skeleton
    .split("\n")
    .filter((line) => [...line.matchAll(HOLE)].every(([, name]) => name === undefined || values.has(name)))
    .map((line) =>
      line.replace(HOLE, (_, name: string | undefined) => (name === undefined ? "{" : (values.get(name) ?? ""))),
    )
    .join("\n");
}

const HOLE = /\{\{|\{([\w-]+)\}/g;

/** Puts a hole where a value is in a text; the text around it is escaped. Returns null where the value is not in it. */
export function cutHole(text: string, value: string, hole: string): Skeleton | null {
  const at = value === "" ? -1 : text.indexOf(value);
  return at < 0 ? null : `${escapeBraces(text.slice(0, at))}{${hole}}${escapeBraces(text.slice(at + value.length))}`;
}
