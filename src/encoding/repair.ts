import { judgeSequence } from "./judge-sequence.ts";
import { readSequence, type Sequence } from "./sequence.ts";
import { type Misreading, TABLES } from "./tables.ts";

export interface RepairedText {
  text: string;
  /** The encodings the text was misread in, the most frequent first. */
  encodings: readonly Misreading[];
  /** How many places were repaired; neighbouring characters count as one place. */
  places: number;
}

/**
 * Repairs text whose UTF-8 was read as Windows-1252, Latin-1 or Mac Roman: run by run, once or several times over.
 * Repairing a repaired text changes nothing.
 */
export function repairEncoding(text: string): RepairedText {
  const counts = new Map<Misreading, number>();
  let current = text;
  let places = 0;
  for (;;) {
    const round = repairOnce(current, counts);
    // A second round mends the same places again: it only tells how deep the damage was.
    if (places === 0) places = round.places;
    if (round.text === current) break;
    current = round.text;
  }
  const encodings = [...counts].sort((a, b) => b[1] - a[1]).map(([encoding]) => encoding);
  return { text: current, encodings, places };
}

const ENCODINGS: readonly Misreading[] = ["windows-1252", "macintosh"];

function repairOnce(text: string, counts: Map<Misreading, number>): { text: string; places: number } {
  const evidence = findEvidence(text);
  let repaired = "";
  let places = 0;
  let copied = 0;
  let lastEnd = -1;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const sequence = acceptedAt(text, at, evidence);
    if (sequence === null) continue;
    repaired += text.slice(copied, at) + sequence.character;
    if (at !== lastEnd) places++;
    copied = lastEnd = at + sequence.written.length;
    counts.set(sequence.encoding, (counts.get(sequence.encoding) ?? 0) + 1);
    at = copied - 1;
  }
  return { text: repaired + text.slice(copied), places };
}

/** The encodings that have surely damaged this text somewhere; what is only likely counts where they did. */
function findEvidence(text: string): Map<Misreading, number> {
  const evidence = new Map<Misreading, number>();
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    for (const encoding of ENCODINGS) {
      const sequence = readSequence(text, at, encoding);
      if (sequence !== null && judgeSequence(text, at, sequence) === "sure")
        evidence.set(encoding, (evidence.get(encoding) ?? 0) + 1);
    }
  }
  return evidence;
}

function acceptedAt(text: string, at: number, evidence: ReadonlyMap<Misreading, number>): Sequence | null {
  const order = ENCODINGS.toSorted((a, b) => (evidence.get(b) ?? 0) - (evidence.get(a) ?? 0));
  for (const encoding of order) {
    if (!TABLES[encoding].has(text[at] ?? "")) continue;
    const sequence = readSequence(text, at, encoding);
    if (sequence === null) continue;
    const verdict = judgeSequence(text, at, sequence);
    if (verdict === "sure" || (verdict === "likely" && evidence.has(encoding))) return sequence;
  }
  return null;
}
