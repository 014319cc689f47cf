import { roleOf } from "../language/label.ts";
import { isHashtagLine } from "../text/hashtag-line.ts";
import { type Line, leadsOn } from "../text/line.ts";
import { gapOf, printLine, printLines } from "../text/plain.ts";
import { gapBehind, splitSentences } from "../text/sentences.ts";
import { fitParts } from "./fit-parts.ts";
import type { Group, Part, Section } from "./parts.ts";
import { rankParts } from "./rank.ts";

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
export function shortenLines(lines: readonly Line[], fits: (text: string) => boolean): Shortened {
  const whole = printLines(lines);
  if (fits(whole)) return { text: whole, leftOut: [] };
  const { sections, gaps } = toSections(lines);
  const ranks = rankParts(sections, ["crisis", "lesson"], lines[0]?.text ?? "");
  for (const part of pinned(lines, sections, gaps)) ranks.set(part, Number.POSITIVE_INFINITY);
  const kept = fitParts(sections, ranks, (choice) => fits(write(gaps, choice)));
  const leftOut = [...gaps.keys()].filter((part) => !kept.has(part));
  return { text: write(gaps, kept), leftOut: leftOut.map(({ text, line }) => ({ text: text.trim(), line })) };
}

/** What stands in front of each part: a blank line, a line break, or a space inside a paragraph. */
type Gaps = Map<Part, "\n\n" | "\n" | " " | "">;

const WIDTH = { "": -1, " ": 0, "\n": 1, "\n\n": 2 };

/** Joins the kept parts; where something between two of them went, the widest gap stays. */
function write(gaps: Gaps, kept: ReadonlySet<Part>): string {
  let text = "";
  // The points of a list are numbered anew where some of them went.
  let number = 0;
  let gap: keyof typeof WIDTH = "";
  for (const [part, before] of gaps) {
    if (WIDTH[before] > WIDTH[gap]) gap = before;
    if (!kept.has(part)) continue;
    const written = /^(\d+)[.)] /.exec(part.text)?.[1];
    number = written === undefined ? 0 : number > 0 ? number + 1 : Number(written);
    const own = written === undefined ? part.text : part.text.replace(/^\d+/, String(number));
    text += text === "" ? own : gap + own;
    gap = "";
  }
  return text;
}

const PART_KINDS = { list: "bullet", code: "code", rows: "row", paragraph: "sentence" } as const;
const GROUP_KINDS = {
  bullet: "list",
  code: "code",
  row: "rows",
  prose: "paragraph",
  quote: "paragraph",
  label: "paragraph",
} as const;

function toSections(lines: readonly Line[]): { sections: Section[]; gaps: Gaps } {
  const gaps: Gaps = new Map();
  const sections: {
    role: Section["role"];
    title: string | null;
    line: number;
    groups: (Group & { parts: Part[] })[];
  }[] = [];
  let parent: Part | null = null;
  for (const [at, line] of lines.entries()) {
    const leads = leadsOn(line);
    if (leads || sections.length === 0) {
      const title = leads ? printLine(line) : null;
      sections.push({ role: title === null ? "setup" : roleOf(title), title, line: line.line, groups: [] });
    }
    const section = sections.at(-1);
    const kind = GROUP_KINDS[line.kind];
    const isNew = leads || kind === "paragraph" || lines[at - 1]?.kind !== line.kind || line.gap === "blank";
    if (isNew) section?.groups.push({ kind, ordered: false, parts: [], leadsOn: leads });
    const sentences = kind === "paragraph" && !leads ? splitLine(line) : [printLine(line)];
    for (const [index, text] of sentences.entries()) {
      const isNested: boolean = line.kind === "bullet" && line.depth > 0;
      const part: Part = { text, kind: PART_KINDS[kind], of: isNested ? parent : null, line: line.line };
      if (line.kind === "bullet" && !isNested) parent = part;
      section?.groups.at(-1)?.parts.push(part);
      gaps.set(part, index > 0 ? gapBehind(sentences[index - 1] ?? "") : gapOf(line));
    }
  }
  return { sections, gaps };
}

/** The sentences of a line; its indent stays with the first. */
export function splitLine({ indent, text }: Line): string[] {
  return splitSentences(text).map((sentence, index) => (index === 0 ? indent + sentence : sentence));
}

function pinned(lines: readonly Line[], sections: readonly Section[], gaps: Gaps): Part[] {
  const hookEnd = lines.findIndex((line, index) => index > 0 && line.gap === "blank");
  // Where nothing sets the hook off, its first sentence is the hook.
  const hookLines = new Set(lines.slice(0, Math.max(0, hookEnd)).map(({ line }) => line));
  const parts = [...gaps.keys()];
  const labels = sections.flatMap((section) =>
    section.groups.filter((group) => group.leadsOn).flatMap((group) => group.parts),
  );
  const question = parts.findLast((part) => /\?["”’)]?$/.test(part.text.trim()));
  return [
    ...parts.slice(0, 1),
    ...parts.filter((part) => hookLines.has(part.line) || isHashtagLine(part.text)),
    ...labels,
    ...(question === undefined ? [] : [question]),
  ];
}
