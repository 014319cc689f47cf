/** A text with holes: `{title}` stands for a value, `{{` for a brace. */
export type Frame = string;

/** Makes a stretch of a document safe to stand in a frame. */
export function escapeFrame(text: string): Frame {
  return text.replaceAll("{", "{{");
}

/** Fills a frame's holes. A line with a hole whose value is gone (a key somebody has deleted) goes too. */
export function fillFrame(frame: Frame, values: ReadonlyMap<string, string>): string {
  return frame
    .split("\n")
    .filter((line) => [...line.matchAll(HOLE)].every(([, name]) => name === undefined || values.has(name)))
    .map((line) =>
      line.replace(HOLE, (_, name: string | undefined) => (name === undefined ? "{" : (values.get(name) ?? ""))),
    )
    .join("\n");
}

const HOLE = /\{\{|\{([\w-]+)\}/g;

/** Puts a hole where a value stands in a text; the text around it is escaped. Returns null where the value does not stand there. */
export function punchHole(text: string, value: string, hole: string): Frame | null {
  const at = value === "" ? -1 : text.indexOf(value);
  return at < 0 ? null : `${escapeFrame(text.slice(0, at))}{${hole}}${escapeFrame(text.slice(at + value.length))}`;
}
