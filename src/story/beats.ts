import { roleOf } from "../language/label.ts";
import type { Role } from "../language/lexicon.ts";
import { splitLabels } from "../text/labels.ts";
import type { Line } from "../text/line.ts";
import { readLines } from "../text/read-lines.ts";

/** A part of a story with its role. `text` is its markdown as written; `line` is the file's. */
export interface Beat {
  role: Role;
  /** The label without its marks and colon; null for text in front of the first label. */
  title: string | null;
  text: string;
  line: number;
  /** Its lines without the label's. */
  lines: readonly Line[];
}

/** What a story's text is read from. `bodyLine` is the file's line (from 1) on which it starts. */
export interface Body {
  body: string;
  bodyLine: number;
}

/** Reads a story's markdown into its lines, its labels on lines of their own. */
export function readStoryLines({ body, bodyLine }: Body): Line[] {
  return splitLabels(readLines(body, { firstLine: bodyLine }));
}

/** Groups a story's lines into its beats: a new one begins at every label. */
export function findBeats(lines: readonly Line[], { body, bodyLine }: Body): Beat[] {
  let source: readonly string[] | undefined;
  const open: OpenBeat[] = [{ label: null, lines: [] }];
  for (const line of lines) {
    if (line.kind === "label") open.push({ label: line, lines: [] });
    else open.at(-1)?.lines.push(line);
  }
  const sourceOf = (from: number, to: number): string => {
    source ??= body.split(/\r?\n/);
    return source.slice(from - bodyLine, to - bodyLine + 1).join("\n");
  };
  return withRoles(open, sourceOf, bodyLine);
}

/** The beats of a story's markdown. */
export function readBeats(story: Body): Beat[] {
  return findBeats(readStoryLines(story), story);
}

interface OpenBeat {
  label: Line | null;
  lines: Line[];
}

/**
 * Gives every beat its role. A label without text of its own (a heading above others) hands its role down to the
 * labels that follow and have none, until one has its own; numbered labels are always parts of what is above them.
 */
function withRoles(
  open: readonly OpenBeat[],
  sourceOf: (from: number, to: number) => string,
  bodyLine: number,
): Beat[] {
  let inherited: Role = "detail";
  return open.flatMap(({ label, lines }): Beat[] => {
    const title = label?.text ?? null;
    const own = ownRole(title, inherited);
    const isEmpty = lines.length === 0;
    if (isEmpty || own !== "detail") inherited = isEmpty ? own : "detail";
    if (isEmpty) return [];
    const first = label?.line ?? lines[0]?.line ?? bodyLine;
    const last = Math.max(...lines.map(({ through }) => through));
    const role = own === "detail" ? inherited : own;
    let text: string | undefined;
    return [
      {
        role,
        title: title || null,
        // Only some ask for it.
        get text() {
          text ??= withoutLabel(sourceOf(first, last), title).trim();
          return text;
        },
        line: label?.line ?? bodyLine,
        lines,
      },
    ];
  });
}

/** The role a label says itself; a numbered one says none where it can have that of what stands above. */
function ownRole(title: string | null, inherited: Role): Role {
  const isPart = inherited !== "detail" && /^\d+[.)]\s/.test(title ?? "");
  return title === null || isPart ? "detail" : roleOf(title);
}

/** A label's marks, words and colon are no part of its beat's text. */
function withoutLabel(source: string, title: string | null): string {
  if (title === null) return source;
  const [first = "", ...rest] = source.split("\n");
  if (/^\s{0,3}#/.test(first)) return rest.join("\n");
  const end = first.indexOf(title) + title.length;
  return [first.slice(end).replace(/^[*_]*\s*[:：]?[*_]*/, ""), ...rest].join("\n");
}
