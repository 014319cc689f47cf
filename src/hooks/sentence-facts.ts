import { findAges } from "../language/age.ts";
import { listed } from "../language/dictionary.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { lex } from "../language/lex.ts";
import type { Beat } from "../story/beats.ts";
import { type Line, textBehindLabel } from "../text/line.ts";
import { splitSentences } from "../text/sentences.ts";
import { needsContext } from "./lesson.ts";

/** A fact in words, with the story's line it is on. */
export interface FoundWords {
  text: string;
  line: number;
}

/** The sentences of a beat's prose. */
function proseSentences(beat: Beat): string[] {
  return beat.lines.flatMap((line) => (line.kind === "prose" && line.depth === 0 ? splitSentences(line.text) : []));
}

/** The sentence that opens the story, where somebody could open with it. */
export function findOpening(beats: readonly Beat[]): FoundWords | null {
  const first = beats.find((beat) => beat.role === "setup" || beat === beats[0]);
  const opening = first === undefined ? undefined : proseSentences(first)[0];
  return first !== undefined && opening !== undefined && isSpeakable(opening, 20, 160)
    ? { text: opening, line: first.line }
    : null;
}

/** The sentence that opens the crisis, without its "Then". */
export function findCrisis(beats: readonly Beat[]): FoundWords | null {
  const crisis = beats.find((beat) => beat.role === "crisis" && proseSentences(beat).length > 0);
  if (crisis === undefined) return null;
  const text = withoutThen(proseSentences(crisis)[0] ?? "").replace(/:$/, ".");
  return isSpeakable(text, 15, 140) ? { text, line: crisis.line } : null;
}

/** "…and the whole pipeline stopped.": how the crisis ends. */
export function breakingOf(crisis: string): string | null {
  const tail = /,\s((?:and|but|so)\s[^,]{12,60}[.!?])$/.exec(crisis)?.[1];
  return tail === undefined ? null : `…${tail}`;
}

/** "Three years ago" */
export function findTimeAgo(beats: readonly Beat[]): FoundWords | null {
  for (const beat of beats)
    for (const sentence of proseSentences(beat)) {
      const age = findAges(sentence).find(({ text }) => /\sago$/.test(text));
      if (age !== undefined) return { text: age.text.charAt(0).toUpperCase() + age.text.slice(1), line: beat.line };
    }
  return null;
}

/** "I ignored the warning.": the author's own part in it. */
export function findConfession(beats: readonly Beat[]): FoundWords | null {
  for (const beat of beats.filter((each) => each.role === "crisis")) {
    const text = proseSentences(beat).find((sentence) => ownsUp(sentence) && isSpeakable(sentence, 15, 120));
    if (text !== undefined) return { text, line: beat.line };
  }
  return null;
}

function ownsUp(sentence: string): boolean {
  const [first, second] = lex(sentence);
  return first?.text === "I" && listed("confessions").get(second?.key ?? "") === true;
}

/** What somebody said; what is in quotes under a lesson is the author's own. */
export function findQuote(beats: readonly Beat[]): FoundWords | null {
  for (const beat of beats.filter((each) => each.role !== "lesson" && each.role !== "outcome"))
    for (const line of beat.lines) {
      const text = line.kind === "prose" || line.kind === "quote" ? quotationIn(line.text) : null;
      if (text !== null) return { text, line: beat.line };
    }
  return null;
}

/** The longest quotation that is kept whole. */
const LONGEST_QUOTE = 130;

/** A short quotation whole, of a long one its question. */
function quotationIn(text: string): string | null {
  for (const [, said = ""] of text.matchAll(/[“"]([^“”"]{15,}?[.!?])[”"]/g)) {
    const isShort = (words: string): boolean => words.length <= LONGEST_QUOTE;
    const sentence = isShort(said)
      ? said
      : splitSentences(said).find((sentence) => /\?$/.test(sentence) && isShort(sentence));
    if (sentence !== undefined && /^\p{Lu}/u.test(sentence) && sentence.split(" ").length >= 4) return sentence;
  }
  return null;
}

/** An outcome that opens with its figure: "60% fewer platform-specific bugs". */
export function findResult(beats: readonly Beat[]): FoundWords | null {
  const bullets = beats
    .filter((beat) => beat.role === "outcome")
    .flatMap((beat) => beat.lines.filter((line) => line.kind === "bullet" && line.depth === 0));
  for (const bullet of bullets) {
    const text = resultOf(bullet)
      .replace(/\s*\([^)]*\)/g, "")
      .replace(/[.]$/, "");
    if (text.length <= 70 && isResult(text)) return { text, line: bullet.line };
  }
  return null;
}

function resultOf(bullet: Line): string {
  return bullet.label?.isBold === true ? textBehindLabel(bullet) : bullet.text;
}

function isResult(text: string): boolean {
  const [figure] = findTextFigures(text);
  if (figure?.start !== 0 || (figure.kind !== "percent" && figure.kind !== "multiple") || !/^\d/.test(text))
    return false;
  const [comparative, noun] = lex(text.slice(figure.end));
  return listed("comparatives").get(comparative?.key ?? "") === true && /^\p{L}{3,}/u.test(noun?.text ?? "");
}

/** "3 AM", where a sentence of what happened opens with it. */
export function findClock(beats: readonly Beat[]): FoundWords | null {
  for (const beat of beats.filter((each) => each.role !== "lesson" && each.role !== "outcome"))
    for (const sentence of proseSentences(beat)) {
      const [figure] = findTextFigures(sentence);
      const isOpening = figure?.kind === "clock" && /^(?:at\s)?$/i.test(sentence.slice(0, figure.start));
      if (isOpening && /[ap]m$/i.test(figure.text)) return { text: figure.text, line: beat.line };
    }
  return null;
}

/** "Then the pipeline stopped." opens nothing; "The pipeline stopped." does. Names such as iOS keep their small letter. */
function withoutThen(sentence: string): string {
  const rest = sentence.replace(/^Then,?\s/, "");
  return rest === sentence || /^\p{Ll}+\p{Lu}/u.test(rest) ? rest : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** A sentence somebody could open with: not too long, whole, and not leaning on one before it. */
function isSpeakable(sentence: string, shortest: number, longest: number): boolean {
  if (sentence.length < shortest || sentence.length > longest || !/[.!?]["”’]?$/.test(sentence)) return false;
  return !/^[→•\d]/.test(sentence) && (!needsContext(sentence) || /^(?:Then|Which)\b/.test(sentence));
}
