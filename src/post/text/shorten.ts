import { roleOf } from "../../story/roles.ts";
import { gapBehind } from "../../story/sentences.ts";
import { fitParts } from "../fit.ts";
import type { Group, Part, Section } from "../parts.ts";
import { rankParts } from "../rank.ts";
import { isHashtagLine } from "./hashtag-line.ts";
import { isLabel, joinPieces, type Piece, splitLine } from "./pieces.ts";

/** A finished post cut to a limit. */
export interface Shortened {
  text: string;
  /** The parts that were left out, in their order. */
  leftOut: readonly { text: string; line: number }[];
}

/**
 * Cuts a finished post until it fits, as `draft` cuts a story: the lowest-ranked sentences and bullets go first. The hook, the
 * question and the hashtags stay; a label goes with what it stands in front of.
 */
export function shortenPieces(pieces: readonly Piece[], fits: (text: string) => boolean): Shortened {
  const whole = joinPieces(pieces);
  if (fits(whole)) return { text: whole, leftOut: [] };
  const { sections, places } = toSections(pieces);
  const ranks = rankParts(sections, ["crisis", "lesson"], pieces[0]?.text ?? "");
  for (const part of pinned(pieces, sections, places)) ranks.set(part, Number.POSITIVE_INFINITY);
  const kept = fitParts(sections, ranks, (choice) => fits(write(places, choice)));
  const leftOut = [...places.keys()].filter((part) => !kept.has(part));
  return { text: write(places, kept), leftOut: leftOut.map(({ text, line }) => ({ text: text.trim(), line })) };
}

/** What stands in front of each part: a blank line, a line break, or a space inside a paragraph. */
type Places = Map<Part, "\n\n" | "\n" | " " | "">;

const STRENGTH = { "": -1, " ": 0, "\n": 1, "\n\n": 2 };

/** Joins the kept parts; where something between two of them went, the widest gap stays. */
function write(places: Places, kept: ReadonlySet<Part>): string {
  let text = "";
  // The points of a list are numbered anew where some of them went.
  let number = 0;
  let gap: keyof typeof STRENGTH = "";
  for (const [part, glue] of places) {
    if (STRENGTH[glue] > STRENGTH[gap]) gap = glue;
    if (!kept.has(part)) continue;
    const written = /^(\d+)[.)] /.exec(part.text)?.[1];
    number = written === undefined ? 0 : number > 0 ? number + 1 : Number(written);
    const own = written === undefined ? part.text : part.text.replace(/^\d+/, String(number));
    text += text === "" ? own : gap + own;
    gap = "";
  }
  return text;
}

function toSections(pieces: readonly Piece[]): { sections: Section[]; places: Places } {
  const places: Places = new Map();
  const sections: (Section & { groups: Group[] })[] = [];
  let parent: Part | null = null;
  let previous: Piece | undefined;
  for (const piece of pieces) {
    const leads = isLabel(piece);
    if (leads || sections.length === 0) {
      const title = leads ? piece.text : null;
      sections.push({ role: title === null ? "setup" : roleOf(title), title, line: piece.line, groups: [] });
    }
    const section = sections.at(-1);
    const kind =
      piece.kind === "bullet" ? "list" : piece.kind === "code" ? "code" : piece.kind === "row" ? "rows" : "paragraph";
    const isNew = leads || kind === "paragraph" || previous?.kind !== piece.kind || piece.glue === "\n\n";
    if (isNew) section?.groups.push({ kind, ordered: false, parts: [], leadsOn: leads });
    const group = section?.groups.at(-1);
    const sentences = kind === "paragraph" && !leads ? splitLine(piece.text) : [piece.text];
    for (const [index, text] of sentences.entries()) {
      const isChild: boolean = piece.kind === "bullet" && piece.depth > 0;
      const part: Part = {
        text,
        kind: kind === "paragraph" ? "sentence" : kind === "rows" ? "row" : kind === "code" ? "code" : "bullet",
        of: isChild ? parent : null,
        line: piece.line,
      };
      if (piece.kind === "bullet" && !isChild) parent = part;
      (group?.parts as Part[] | undefined)?.push(part);
      places.set(part, index > 0 ? gapBehind(sentences[index - 1] ?? "") : piece.glue);
    }
    previous = piece;
  }
  return { sections, places };
}

function pinned(pieces: readonly Piece[], sections: readonly Section[], places: Places): Part[] {
  const hookEnd = pieces.findIndex((piece, index) => index > 0 && piece.glue === "\n\n");
  // Where nothing sets the hook off, its first sentence is the hook.
  const hookLines = new Set(pieces.slice(0, Math.max(0, hookEnd)).map((piece) => piece.line));
  const parts = [...places.keys()];
  const opening = parts.slice(0, 1);
  const labels = sections.flatMap((section) =>
    section.groups.filter((group) => group.leadsOn).flatMap((group) => group.parts),
  );
  const question = parts.findLast((part) => /\?["”’)]?$/.test(part.text.trim()));
  return [
    ...opening,
    ...parts.filter((part) => hookLines.has(part.line) || isHashtagLine(part.text)),
    ...labels,
    ...(question === undefined ? [] : [question]),
  ];
}
