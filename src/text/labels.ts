import { listed } from "../language/dictionary.ts";
import { endingOf, isAnswered, isTelling, opensPostscript, roleOf } from "../language/label.ts";
import { lex } from "../language/lex.ts";
import { isHashtagLine } from "./hashtag-line.ts";
import { goesOn, type Label, type Line } from "./line.ts";
import { unwrap } from "./unwrap.ts";

/**
 * Makes lines of their own of the labels that open a paragraph ("**The Crisis:** Then …"), beside the headings, which are labels
 * already, and joins what only wraps a paragraph.
 */
export function splitLabels(lines: readonly Line[]): Line[] {
  const split: Line[] = [];
  const isTitled = lines.filter(isTitledParagraph).length >= FEWEST_TITLED;
  for (let at = 0; at < lines.length; ) {
    let next = at + 1;
    while (next < lines.length && goesOn(lines[next] as Line, lines[next - 1])) next++;
    split.push(...takeLabels(lines.slice(at, next), lines[next], isTitled));
    at = next;
  }
  return unwrap(split).map((line) => (line.kind === "label" ? { ...line, text: cleanLabel(line.text) } : line));
}

/** In a text with so many paragraphs that open with bold words and a colon, all such words are labels. */
const FEWEST_TITLED = 3;
/** In letters: what stands behind a label is a paragraph, and no value. */
const SHORTEST_TITLED = 40;

/** "**The vanity number:** In December I had …" */
function isTitledParagraph({ kind, depth, label, text }: Line): boolean {
  if (kind !== "prose" || depth > 0 || label === null || !label.isBold || !label.hasColon || !label.isOnly)
    return false;
  const behind = text.slice(label.end).trimStart();
  return label.words.length <= LONGEST_INLINE && behind.length >= SHORTEST_TITLED && /^["“„«]?\p{Lu}/u.test(behind);
}

/** Takes the labels off a paragraph's front; `next` is the line behind the paragraph. */
function takeLabels(paragraph: readonly Line[], next: Line | undefined, isTitled: boolean): Line[] {
  const labels: Line[] = [];
  let rest = [...paragraph];
  for (;;) {
    const [first, ...others] = rest;
    if (first === undefined || first.kind !== "prose" || first.depth > 0) return [...labels, ...rest];
    const behind = others[0] ?? next;
    const label =
      boldLabel(first, behind, isTitled) ??
      (labels.length === 0 ? (shortLabel(first, behind) ?? capitalLabel(first, behind)) : null);
    if (label === null) return [...labels, ...rest];
    labels.push({
      ...first,
      text: label.words,
      kind: "label",
      label: null,
      gap: labels.length === 0 ? first.gap : "line",
    });
    rest = label.end < first.text.length ? [cutFront(first, label.end), ...others] : asParagraph(others);
  }
}

interface FoundLabel {
  words: string;
  end: number;
}

/** A label in front of a sentence is at most so long, one on a line of its own may be longer. */
const LONGEST_INLINE = 60;
const LONGEST_ALONE = 90;

/** A bold opening is a label when it is on its own line and is no sentence, or names a role before its text. */
function boldLabel(line: Line, behind: Line | undefined, isTitled: boolean): FoundLabel | null {
  const { text, label } = line;
  if (label === null) return null;
  const { words, end } = label;
  if (isTitled && isTitledParagraph(line)) return { words, end };
  const isLabel =
    end >= text.length
      ? behind !== undefined && isLabelAlone(label, behind)
      : isLabelInline(label) || isRepeatedBehind(words, text.slice(end));
  return isLabel ? { words, end } : null;
}

function isLabelAlone({ words, hasColon }: Label, behind: Line): boolean {
  const isHead = isRunInHead(words) || isTelling(words) || isQuestion(words, behind);
  const isSentence = /[.!?…"”]$/u.test(words) && !isHead;
  return hasColon || (words.length <= LONGEST_ALONE && !isSentence);
}

function isLabelInline({ words, hasColon, isOnly }: Label): boolean {
  const ending = endingOf(words);
  if (ending === "postscript" || (ending === "question" && hasColon)) return true;
  if (!hasColon) return isRunInHead(words) || (words.endsWith("?") && isTelling(words));
  return words.length <= LONGEST_INLINE && isOnly && (roleOf(words) !== "detail" || isAnswered(words));
}

/** "**Who found it?**" in front of its answer: a story told by questions. What asks the reader stands at the end. */
function isQuestion(words: string, { text }: Line): boolean {
  return words.endsWith("?") && words.length <= LONGEST_INLINE && !isHashtagLine(text) && !opensPostscript(text);
}

/** "**Kavya.** Kavya Menon was a student": nobody says so twice in a row. */
function isRepeatedBehind(words: string, behind: string): boolean {
  return words.endsWith(".") && behind.trimStart().startsWith(`${words.slice(0, -1)} `);
}

const MOST_WORDS = 4;
const MOST_ASKING = 7;

/** "**The mistake.** On Thursday …": a heading that runs into its text, not a sentence of it. */
function isRunInHead(words: string): boolean {
  const tokens = lex(words);
  // "What was in the bin." asks as a head does, at whatever length.
  const most = isAnswered(words) ? MOST_ASKING : MOST_WORDS;
  return /\.$/.test(words) && tokens.length <= most + 1 && (opensAsHead(words) || roleOf(words) !== "detail");
}

function opensAsHead(words: string): boolean {
  return listed("runInHeads").get(lex(words)[0]?.key ?? "") === true;
}

/** Words without bold are a label only when they are few and name a role ("What we changed:"). */
function shortLabel({ text, label }: Line, behind: Line | undefined): FoundLabel | null {
  if (label !== null) return null;
  const found = /^(\p{Lu}[^.!?:]{2,50}):(?:[ \t]+(?=[\p{Lu}\p{N}$€£])|[ \t]*$)/u.exec(text);
  const words = found?.[1] ?? "";
  // "Metrics: 3 of 5" is a line about metrics; "Result: 3 of 5" is how a story ends.
  const opensOnFigure = found !== null && /^[^\p{Lu}]/u.test(text.slice(found[0].length));
  if (opensOnFigure && !isTelling(words)) return null;
  if (found === null || words.split(/\s+/).length > MOST_WORDS || roleOf(words) === "detail") return null;
  const isAlone = found[0].length >= text.length;
  return isAlone && behind?.kind !== "bullet" && behind?.gap !== "wrap" ? null : { words, end: found[0].length };
}

const MOST_CAPITALS = 7;

/** "THE LOOP" on a line of its own: words in capitals that a paragraph or a list stands under. */
function capitalLabel({ text, label, isBold }: Line, behind: Line | undefined): FoundLabel | null {
  if (label !== null || isBold || text.length > LONGEST_INLINE || behind?.gap !== "blank") return null;
  if (/\p{Ll}/u.test(text) || !/^\p{Lu}[^.!…]*\p{Lu}{2}[^.!…]*$/u.test(text)) return null;
  return lex(text).length <= MOST_CAPITALS && !isHashtagLine(text) ? { words: text, end: text.length } : null;
}

function cutFront(line: Line, end: number): Line {
  const behind = line.text.slice(end);
  const text = behind.trimStart();
  const cut = end + behind.length - text.length;
  const places = line.places.map(({ at, line: place }) => ({ at: Math.max(0, at - cut), line: place }));
  return { ...line, text, label: null, gap: "line", places };
}

/** What follows a label on a line of its own is a paragraph. */
function asParagraph([first, ...others]: readonly Line[]): Line[] {
  return first === undefined ? [] : [{ ...first, gap: "line" }, ...others];
}

/** A label without its colon and the emoji in front of it. */
function cleanLabel(text: string): string {
  return text
    .replace(/\s*[:：]\s*$/, "")
    .replace(/(?<=\p{L}{3})\.$/u, "")
    .replace(/^[\p{Extended_Pictographic}\uFE0F\u200D\s]+/u, "")
    .trim();
}
