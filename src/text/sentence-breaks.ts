/**
 * Cuts a line where Unicode's rules end a sentence (UAX 29), each piece with the spaces behind it. Lines in plain English
 * letters and signs are cut by the same rules here, which costs a fiftieth of loading ICU's; a property test holds the two equal.
 */
export function cutSentences(line: string): string[] {
  if (!PLAIN.test(line)) return Array.from(icuSegments(line), ({ segment }) => segment);
  const pieces: string[] = [];
  let start = 0;
  for (const match of line.matchAll(/[.!?]["'()[\]{}‘’“”]*[ \t]*/g)) {
    const end = match.index + match[0].length;
    if (end === line.length || continues(line, match.index, end)) continue;
    pieces.push(line.slice(start, end));
    start = end;
  }
  if (start < line.length) pieces.push(line.slice(start));
  return pieces;
}

export function icuSegments(line: string): Iterable<{ segment: string }> {
  return new Intl.Segmenter("en", { granularity: "sentence" }).segment(line);
}

// Without the semicolon, of which Unicode's versions think differently.
const PLAIN = /^[\t\x20-\x3a\x3c-\x7e‘’“”–—…→€£×≈•]*$/;

/** The rules SB6 to SB8a: what follows a full stop, an exclamation or a question mark goes on with the sentence. */
function continues(line: string, at: number, end: number): boolean {
  if (/[.!?,:–—-]/.test(line[end] ?? "")) return true;
  if (line[at] !== ".") return false;
  if (/^\d/.test(line.slice(at + 1, at + 2))) return true;
  if (/[A-Za-z]\.[A-Z]/.test(line.slice(Math.max(0, at - 1), at + 2))) return true;
  return /^[^A-Za-z.!?]*[a-z]/.test(line.slice(end));
}
